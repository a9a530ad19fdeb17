using PrisonerTracker.Core.Shared;

namespace PrisonerTracker.Core.Prisoners.Facts;

public enum StateListKind
{
    Extremists,
    Terrorists,
    Other,
}

/// <summary>An entry in a state's register of "extremists" or "terrorists".</summary>
public sealed class StateListing : PersonFact
{
    public const int NumberLength = 60;

    private StateListing()
    {
    }

    public Guid StateListingId { get; private set; } = Guid.CreateVersion7();
    public StateListKind Kind { get; private set; }
    public string Country { get; private set; } = "";

    /// <summary>What the register is called and who keeps it.</summary>
    public LocalizedText ListName { get; private set; } = LocalizedText.Empty;

    /// <summary>The entry's number in it, as written there.</summary>
    public string? Number { get; private set; }

    public PartialDate? ListedOn { get; private set; }
    public PartialDate? RemovedOn { get; private set; }

    internal static StateListing Empty() => new();

    internal void Describe(StateListingDetails details, DateOnly today)
    {
        if (details.ListName.IsEmpty)
            throw new RuleException(nameof(details.ListName), "Say which register it is.");
        NotInFuture(details.ListedOn, nameof(details.ListedOn), today, $"The entry, {details.ListedOn}, lies in the future. Correct it.");
        NotInFuture(details.RemovedOn, nameof(details.RemovedOn), today, $"The removal, {details.RemovedOn}, lies in the future. Correct it.");
        InOrder(details.ListedOn, details.RemovedOn, nameof(details.RemovedOn), $"The person was removed on {details.RemovedOn}, before being put on the register on {details.ListedOn}. Correct one of them.");
        Kind = details.Kind;
        Country = Countries.Require(details.Country, nameof(details.Country));
        ListName = details.ListName;
        Number = Blank.ToNull(details.Number);
        ListedOn = details.ListedOn;
        RemovedOn = details.RemovedOn;
    }
}

public sealed record StateListingDetails : PersonFactDetails<StateListing>
{
    public required StateListKind Kind { get; init; }
    public required string Country { get; init; }
    public required LocalizedText ListName { get; init; }
    public string? Number { get; init; }
    public PartialDate? ListedOn { get; init; }
    public PartialDate? RemovedOn { get; init; }

    private protected override StateListing New() => StateListing.Empty();

    private protected override void Describe(StateListing fact, DateOnly today) => fact.Describe(this, today);
}
