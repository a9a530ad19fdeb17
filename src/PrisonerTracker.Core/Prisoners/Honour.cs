using PrisonerTracker.Core.Shared;
using PrisonerTracker.Core.Sources;

namespace PrisonerTracker.Core.Prisoners;

public enum HonourKind
{
    Award,
    PublicRole,
}

/// <summary>An honour or a public role: the Nobel Peace Prize, a candidacy for president.</summary>
public sealed class Honour : Fact
{
    private Honour()
    {
    }

    public Guid HonourId { get; private set; } = Guid.CreateVersion7();
    public Guid PrisonerId { get; private set; }
    public HonourKind Kind { get; private set; }
    public LocalizedText Title { get; private set; } = LocalizedText.Empty;
    public PartialDate? ReceivedOn { get; private set; }

    internal static Honour Create(HonourDetails details)
    {
        var honour = new Honour { Kind = details.Kind, Title = details.Title, ReceivedOn = details.ReceivedOn };
        honour.Cite(details.Citations);
        return honour;
    }
}

public sealed record HonourDetails
{
    public required LocalizedText Title { get; init; }
    public HonourKind Kind { get; init; }
    public PartialDate? ReceivedOn { get; init; }
    public IReadOnlyList<CitationDetails> Citations { get; init; } = [];
}
