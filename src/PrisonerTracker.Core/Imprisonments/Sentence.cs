using PrisonerTracker.Core.Law;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Core.Sources;

namespace PrisonerTracker.Core.Imprisonments;

public enum Instance
{
    First,
    Appeal,
    Supervisory,
    Extension,
    Replacement,
}

public enum DecisionOutcome
{
    Imposed,

    /// <summary>The higher court left the earlier decision as it was.</summary>
    Upheld,
    Changed,
    Overturned,
}

public enum Penalty
{
    NotStated,
    Imprisonment,
    LifeImprisonment,
    Death,
    RestrictionOfLibertyInFacility,
    RestrictionOfLibertyAtHome,
    Arrest,
    Suspended,
    Fine,
    CorrectionalWork,
    CommunityWork,
    BanOnPosition,
    CompulsoryTreatment,
}

public enum Regime
{
    General,
    Reinforced,
    Strict,
    Special,
    Prison,
    Settlement,
}

/// <summary>One court decision. A later one supersedes an earlier one; both stay.</summary>
public sealed class Sentence : Fact
{
    private Sentence()
    {
    }

    public Guid SentenceId { get; private set; } = Guid.CreateVersion7();
    public Guid ImprisonmentId { get; private set; }
    public Guid? CourtId { get; private set; }
    public Court? Court { get; private set; }
    public Guid? JudgeId { get; private set; }
    public Judge? Judge { get; private set; }
    public PartialDate? DecidedOn { get; private set; }
    public Instance Instance { get; private set; }
    public DecisionOutcome Outcome { get; private set; }
    public Penalty Penalty { get; private set; }
    public Regime? Regime { get; private set; }
    public Term? Term { get; private set; }
    public decimal? FineAmount { get; private set; }

    /// <summary>ISO 4217.</summary>
    public string? FineCurrency { get; private set; }

    public bool InAbsentia { get; private set; }
    public PartialDate? InForceOn { get; private set; }
    public Guid? SupersedesSentenceId { get; private set; }
    public LocalizedText Note { get; private set; } = LocalizedText.Empty;

    /// <summary>Counts the changes of the decision; the posted one must match.</summary>
    public int Version { get; private set; }

    internal static Sentence Create(SentenceDetails details, Court? court, Judge? judge)
    {
        var sentence = new Sentence();
        sentence.Set(details, court, judge);
        return sentence;
    }

    internal void Set(SentenceDetails details, Court? court, Judge? judge)
    {
        if (details.FineAmount is <= 0)
            throw new RuleException(nameof(details.FineAmount), "A fine is more than nothing. Leave it empty when there was none.");
        if (details.FineAmount is null != details.FineCurrency is null)
            throw new RuleException(nameof(details.FineCurrency), "Give the amount of a fine and its currency together.");
        if (details is { Penalty: Penalty.LifeImprisonment or Penalty.Death, Term: not null })
            throw new RuleException(nameof(details.Term), "Life imprisonment and death have no term. Leave it empty, or choose another penalty.");
        if (details is { DecidedOn: { } decided, InForceOn: { } inForce } && inForce.IsCertainlyBefore(decided))
            throw new RuleException(nameof(details.InForceOn), $"The decision came into force on {inForce}, before it was made on {decided}. Correct one of them.");

        (CourtId, JudgeId) = (court?.CourtId, judge?.JudgeId);
        DecidedOn = details.DecidedOn;
        Instance = details.Instance;
        Outcome = details.Outcome;
        Penalty = details.Penalty;
        Regime = details.Regime;
        Term = details.Term;
        FineAmount = details.FineAmount;
        FineCurrency = details.FineCurrency;
        InAbsentia = details.InAbsentia;
        InForceOn = details.InForceOn;
        SupersedesSentenceId = details.Supersedes;
        Note = details.Note;
        Version++;
        Cite(details.Citations);
    }
}

/// <summary>A length of time as a court says it: years, months and days, each as it was written.</summary>
public sealed record Term
{
    public const int MostYears = 200;

    private Term(int years, int months, int days)
    {
        Years = years;
        Months = months;
        Days = days;
    }

    public int Years { get; private set; }
    public int Months { get; private set; }
    public int Days { get; private set; }

    public static Term Of(int years, int months = 0, int days = 0)
    {
        if (years < 0 || months < 0 || days < 0 || years > MostYears || months > 11 || days > 366 || years + months + days == 0)
            throw new RuleException("Term", "Write the term as years, months (0 to 11) and days, at least one day in all.");
        return new Term(years, months, days);
    }

    /// <summary>Both together: twelve months make a year, days stay days because months differ.</summary>
    public Term Plus(Term other)
    {
        var months = Months + other.Months;
        return new Term(Years + other.Years + months / 12, months % 12, Days + other.Days);
    }

    /// <summary>Whole months, thirty days taken for one.</summary>
    public int WholeMonths => Years * 12 + Months + Days / 30;

    /// <summary>
    /// The same day of the month, years and months later, then the days. Where the month has no such day, its last (29 February and a
    /// year is 28 February).
    /// </summary>
    public DateOnly After(DateOnly day) => day.AddMonths(Years * 12 + Months).AddDays(Days);

    /// <summary>In English.</summary>
    public override string ToString() => string.Join(" ", new[] { (Years, "year"), (Months, "month"), (Days, "day") }
        .Where(p => p.Item1 > 0)
        .Select(p => p.Item1 == 1 ? $"1 {p.Item2}" : $"{p.Item1} {p.Item2}s"));
}

public sealed record SentenceDetails
{
    /// <summary>The court's name; added to the catalogue when it is new.</summary>
    public LocalizedText Court { get; init; } = LocalizedText.Empty;

    public LocalizedText Judge { get; init; } = LocalizedText.Empty;
    public PartialDate? DecidedOn { get; init; }
    public Instance Instance { get; init; }
    public DecisionOutcome Outcome { get; init; }
    public Penalty Penalty { get; init; }
    public Regime? Regime { get; init; }
    public Term? Term { get; init; }
    public decimal? FineAmount { get; init; }
    public string? FineCurrency { get; init; }
    public bool InAbsentia { get; init; }
    public PartialDate? InForceOn { get; init; }

    /// <summary>The earlier decision of the same imprisonment that this one takes the place of.</summary>
    public Guid? Supersedes { get; init; }

    public LocalizedText Note { get; init; } = LocalizedText.Empty;
    public IReadOnlyList<CitationDetails> Citations { get; init; } = [];
}
