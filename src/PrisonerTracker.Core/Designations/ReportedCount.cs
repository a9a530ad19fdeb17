using PrisonerTracker.Core.Shared;
using PrisonerTracker.Core.Sources;

namespace PrisonerTracker.Core.Designations;

public enum CountQualifier
{
    Exactly,
    AtLeast,
    About,
    MoreThan,
}

/// <summary>
/// A published figure, kept as it was published: who counted what, as of when, how many, and the parts it was broken down into.
/// About a country as a whole, or about one release event.
/// </summary>
public sealed class ReportedCount : Fact
{
    private readonly List<ReportedCountPart> _parts = [];

    private ReportedCount()
    {
    }

    public Guid ReportedCountId { get; private set; } = Guid.CreateVersion7();
    public Guid? OrganisationId { get; private set; }
    public Organisation? Organisation { get; private set; }
    public Guid? ReleaseEventId { get; private set; }
    public string Country { get; private set; } = "";
    public PartialDate AsOf { get; private set; } = null!;
    public int Number { get; private set; }
    public CountQualifier Qualifier { get; private set; }

    /// <summary>The unit in words: "political prisoners held", "people taken to Lithuania".</summary>
    public LocalizedText Unit { get; private set; } = LocalizedText.Empty;

    /// <summary>The parts are meant to be the whole, so their sum can be checked.</summary>
    public bool PartsAreExhaustive { get; private set; }

    public IReadOnlyList<ReportedCountPart> Parts => _parts;

    /// <summary>Counts the changes; the posted one must match.</summary>
    public int Version { get; private set; }

    internal static ReportedCount Create(ReportedCountDetails details)
    {
        var count = new ReportedCount();
        count.Set(details);
        return count;
    }

    internal void Set(ReportedCountDetails details)
    {
        if (details.Number < 0 || details.Parts.Any(p => p.Number < 0))
            throw new RuleException(nameof(details.Number), "A count cannot be below zero.");

        OrganisationId = details.OrganisationId;
        ReleaseEventId = details.ReleaseEventId;
        Country = Countries.Require(details.Country, nameof(details.Country));
        AsOf = details.AsOf;
        Number = details.Number;
        Qualifier = details.Qualifier;
        Unit = details.Unit;
        PartsAreExhaustive = details.PartsAreExhaustive;
        for (var i = 0; i < details.Parts.Count; i++)
        {
            if (i < _parts.Count)
                _parts[i].Set(i, details.Parts[i]);
            else
                _parts.Add(new ReportedCountPart(i, details.Parts[i].Label, details.Parts[i].Number));
        }

        _parts.RemoveRange(details.Parts.Count, _parts.Count - details.Parts.Count);
        Cite(details.Citations);
        Version++;
    }

    /// <summary>How much the parts exceed the whole (negative: fall short); 0 when they add up or are not meant to.</summary>
    public static int Flaw(int number, bool partsAreExhaustive, IEnumerable<int> parts) =>
        partsAreExhaustive ? parts.Sum() - number : 0;
}

public sealed class ReportedCountPart
{
    private ReportedCountPart()
    {
    }

    internal ReportedCountPart(int ordinal, LocalizedText label, int number)
    {
        Ordinal = ordinal;
        Label = label;
        Number = number;
    }

    internal void Set(int ordinal, ReportedCountPartDetails details) => (Ordinal, Label, Number) = (ordinal, details.Label, details.Number);

    public Guid ReportedCountPartId { get; private set; } = Guid.CreateVersion7();
    public Guid ReportedCountId { get; private set; }
    public int Ordinal { get; private set; }
    public LocalizedText Label { get; private set; } = LocalizedText.Empty;
    public int Number { get; private set; }
}

public sealed record ReportedCountDetails
{
    public required string Country { get; init; }
    public required PartialDate AsOf { get; init; }
    public required int Number { get; init; }
    public required LocalizedText Unit { get; init; }
    public CountQualifier Qualifier { get; init; }
    public Guid? OrganisationId { get; init; }
    public Guid? ReleaseEventId { get; init; }
    public bool PartsAreExhaustive { get; init; }
    public IReadOnlyList<ReportedCountPartDetails> Parts { get; init; } = [];
    public IReadOnlyList<CitationDetails> Citations { get; init; } = [];
}

public sealed record ReportedCountPartDetails(LocalizedText Label, int Number);
