using PrisonerTracker.Core.History;
using PrisonerTracker.Core.Imprisonments;
using PrisonerTracker.Core.Shared;

namespace PrisonerTracker.Core.Terms;

/// <summary>Where somebody was held before the sentence came into force.</summary>
public enum CustodyBefore
{
    Remand,
    HouseArrest,
}

/// <summary>How many days of a term one day of custody before the sentence counts for, in one country, for a range of days.</summary>
public sealed class CreditRule : ILabelled
{
    public const int SourceLength = 500;
    public const int AddressLength = 2000;
    public const int MostDays = 100;

    private CreditRule()
    {
    }

    public Guid CreditRuleId { get; private set; } = Guid.CreateVersion7();
    public string Country { get; private set; } = "";

    /// <summary>The penalty the days are credited to.</summary>
    public Penalty Penalty { get; private set; }

    /// <summary>The regime it is served under; null where a penalty has none.</summary>
    public Regime? Regime { get; private set; }

    public CustodyBefore Custody { get; private set; }

    /// <summary>Days of custody, and how many days of the term they are: 2 and 3 for one and a half.</summary>
    public int CustodyDays { get; private set; }

    public int TermDays { get; private set; }

    /// <summary>The first day of custody it is applied to; null for all earlier ones.</summary>
    public DateOnly? ValidFrom { get; private set; }

    /// <summary>The last day of custody it is applied to; null while it is in force.</summary>
    public DateOnly? ValidUntil { get; private set; }

    /// <summary>The law, as it is cited; null when nobody has found it yet.</summary>
    public string? Source { get; private set; }

    public string? SourceAddress { get; private set; }

    /// <summary>Somebody compared it with the law. Until then it is labelled unverified wherever it is used.</summary>
    public bool IsVerified { get; private set; }

    public LocalizedText Note { get; private set; } = LocalizedText.Empty;
    public int Version { get; private set; }
    public string Label => $"{Country}, {Penalty}{(Regime is { } regime ? $", {regime}" : "")}, {CustodyDays}:{TermDays}";

    internal static CreditRule Create(CreditRuleDetails details)
    {
        var rule = new CreditRule();
        rule.Set(details);
        return rule;
    }

    internal void Set(CreditRuleDetails details)
    {
        if (details.CustodyDays is < 1 or > MostDays)
            throw new RuleException(nameof(details.CustodyDays), $"Write whole days of custody, from 1 to {MostDays}.");
        if (details.TermDays is < 0 or > MostDays)
            throw new RuleException(nameof(details.TermDays), $"Write the whole days of the term they count for, from 0 to {MostDays}.");
        if (details.ValidUntil < details.ValidFrom)
            throw new RuleException(nameof(details.ValidUntil), "The rule ends before it begins. Correct one of the days.");
        if (details.IsVerified && Blank.ToNull(details.Source) is null)
            throw new RuleException(nameof(details.Source), "Name the law the rule was compared with, or leave it unverified.");
        if (Blank.ToNull(details.SourceAddress) is { } address && !(Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"))
            throw new RuleException(nameof(details.SourceAddress), "Write the full web address, beginning with https:// or http://.");

        Country = Countries.Require(details.Country, nameof(details.Country));
        Penalty = details.Penalty;
        Regime = details.Regime;
        Custody = details.Custody;
        CustodyDays = details.CustodyDays;
        TermDays = details.TermDays;
        ValidFrom = details.ValidFrom;
        ValidUntil = details.ValidUntil;
        Source = Blank.ToNull(details.Source);
        SourceAddress = Blank.ToNull(details.SourceAddress);
        IsVerified = details.IsVerified;
        Note = details.Note;
        Version++;
    }

    /// <summary>Whether it says what a day of this custody counts for in this sentence, whatever the day.</summary>
    public bool Concerns(string country, Penalty penalty, Regime? regime, CustodyBefore custody) =>
        Country == country && Penalty == penalty && Regime == regime && Custody == custody;

    internal bool Covers(DateOnly day) => !(ValidFrom > day) && !(ValidUntil < day);

    internal bool Overlaps(CreditRule other) =>
        Concerns(other.Country, other.Penalty, other.Regime, other.Custody)
        && !(ValidFrom > other.ValidUntil) && !(other.ValidFrom > ValidUntil);
}

public sealed record CreditRuleDetails
{
    public required string Country { get; init; }
    public Penalty Penalty { get; init; } = Penalty.Imprisonment;
    public Regime? Regime { get; init; }
    public CustodyBefore Custody { get; init; }
    public int CustodyDays { get; init; } = 1;
    public int TermDays { get; init; } = 1;
    public DateOnly? ValidFrom { get; init; }
    public DateOnly? ValidUntil { get; init; }
    public string? Source { get; init; }
    public string? SourceAddress { get; init; }
    public bool IsVerified { get; init; }
    public LocalizedText Note { get; init; } = LocalizedText.Empty;
}
