using PrisonerTracker.Core.Prisoners.Facts;
using PrisonerTracker.Core.Shared;

namespace PrisonerTracker.Core.Prisoners;

public enum HonourKind
{
    Award,
    PublicRole,
}

/// <summary>An honour or a public role: the Nobel Peace Prize, a candidacy for president.</summary>
public sealed class Honour : PersonFact
{
    private Honour()
    {
    }

    public Guid HonourId { get; private set; } = Guid.CreateVersion7();
    public HonourKind Kind { get; private set; }
    public LocalizedText Title { get; private set; } = LocalizedText.Empty;
    public PartialDate? ReceivedOn { get; private set; }

    internal static Honour Empty() => new();

    internal void Describe(HonourDetails details, DateOnly today)
    {
        if (details.Title.IsEmpty)
            throw new RuleException(nameof(details.Title), "Say which honour or role it is.");
        NotInFuture(details.ReceivedOn, nameof(details.ReceivedOn), today, $"The date, {details.ReceivedOn}, lies in the future. Correct it.");
        Kind = details.Kind;
        Title = details.Title;
        ReceivedOn = details.ReceivedOn;
    }
}

public sealed record HonourDetails : PersonFactDetails<Honour>
{
    public required LocalizedText Title { get; init; }
    public HonourKind Kind { get; init; }
    public PartialDate? ReceivedOn { get; init; }

    private protected override Honour New() => Honour.Empty();

    private protected override void Describe(Honour fact, DateOnly today) => fact.Describe(this, today);
}
