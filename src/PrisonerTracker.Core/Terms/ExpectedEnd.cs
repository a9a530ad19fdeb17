using PrisonerTracker.Core.Imprisonments;
using PrisonerTracker.Core.Shared;

namespace PrisonerTracker.Core.Terms;

/// <summary>Why an end is not computed.</summary>
public enum NoEnd
{
    NotSentenced,
    NeverHeld,
    Life,
    Death,
    NotCustodial,
    PenaltyUnknown,
    TermUnknown,
    RegimeUnknown,
    StartUnknown,
    InForceUnknown,

    /// <summary>Several verdicts stand, and the register does not know whether one includes the other.</summary>
    SeveralSentences,

    /// <summary>No rule of the register says what the days before the sentence count for.</summary>
    NoRule,
}

/// <summary>What the arithmetic of one imprisonment starts from.</summary>
public sealed record TermFacts
{
    public required string Country { get; init; }
    public ImprisonmentKind Kind { get; init; }
    public PartialDate? DetainedOn { get; init; }
    public required IReadOnlyList<Decision> Decisions { get; init; }

    /// <summary>The first stay in a colony or prison after the verdict: by then the sentence was in force.</summary>
    public PartialDate? InColonyOn { get; init; }

    /// <summary>The day until which remand is counted when nothing says that the sentence came into force: today, or the release.</summary>
    public required DateOnly AsOf { get; init; }
}

/// <summary>Days of custody under one rule, over the dates that the facts allow.</summary>
public sealed record Credited(CreditRule Rule, int LeastDays, int MostDays);

/// <summary>
/// When a term ends under the credit rules of the country, as the range that partial dates leave open: the first day that is not part of
/// the term. Start of custody + term − credited days; docs/sentence-arithmetic.md has every convention.
/// </summary>
public sealed record ExpectedEnd
{
    private ExpectedEnd()
    {
    }

    /// <summary>Why there is no answer; null when there is one.</summary>
    public NoEnd? Missing { get; private init; }

    public DateOnly Earliest { get; private init; }
    public DateOnly Latest { get; private init; }

    /// <summary>The term that was counted, extensions included.</summary>
    public Term? Term { get; private init; }

    /// <summary>The day it was counted from.</summary>
    public PartialDate? CountedFrom { get; private init; }

    /// <summary>It was counted from the day the penalty was replaced, not from the detention.</summary>
    public bool IsReplacement { get; private init; }

    /// <summary>The first and the last day on which the sentence may have come into force, where the rules make that matter.</summary>
    public (DateOnly First, DateOnly Last)? InForce { get; private init; }

    /// <summary>No source says when it came into force.</summary>
    public bool InForceAssumed { get; private init; }

    /// <summary>The rules used, each with the days of custody it was applied to.</summary>
    public IReadOnlyList<Credited> Credits { get; private init; } = [];

    /// <summary>Some rule it rests on has not been compared with the law.</summary>
    public bool IsUnverified => Credits.Any(c => !c.Rule.IsVerified);

    public static ExpectedEnd Of(TermFacts facts, IEnumerable<CreditRule> rules)
    {
        var sentences = SentencesInForce.Of(facts.Decisions);
        if (sentences.Standing.Count == 0)
            return None(NoEnd.NotSentenced);
        if (facts.Kind == ImprisonmentKind.InAbsentia)
            return None(NoEnd.NeverHeld);
        if (sentences.Standing.Any(s => s.Penalty == Penalty.Death))
            return None(NoEnd.Death);
        if (sentences.Standing.Any(s => s.Penalty == Penalty.LifeImprisonment))
            return None(NoEnd.Life);

        var main = sentences.Main.ToList();
        if (main.Count != 1)
            return None(main.Count == 0 ? NoEnd.TermUnknown : NoEnd.SeveralSentences);
        var sentence = main[0];
        if (sentence.Penalty == Penalty.NotStated)
            return None(NoEnd.PenaltyUnknown);
        if (!SentencesInForce.IsTimed(sentence.Penalty))
            return None(NoEnd.NotCustodial);
        if (sentences.Total is not { } term)
            return None(NoEnd.TermUnknown);

        var isRestriction = sentence.Penalty is Penalty.RestrictionOfLibertyAtHome or Penalty.RestrictionOfLibertyInFacility;
        if (sentence.Kind == Instance.Replacement)
        {
            return (sentence.InForceOn ?? sentence.ImposedOn) is { } replaced
                ? Uncredited(term, replaced) with { IsReplacement = true }
                : None(NoEnd.StartUnknown);
        }

        if (facts.Kind == ImprisonmentKind.RestrictionOfLiberty)
            return isRestriction && facts.DetainedOn is { } restricted ? Uncredited(term, restricted) : None(NoEnd.StartUnknown);
        if (sentence is { Penalty: Penalty.Imprisonment, Regime: null })
            return None(NoEnd.RegimeUnknown);
        if (facts.DetainedOn is not { } start)
            return None(NoEnd.StartUnknown);

        var custody = facts.Kind == ImprisonmentKind.HouseArrest ? CustodyBefore.HouseArrest : CustodyBefore.Remand;
        var applicable = rules.Where(r => r.Concerns(facts.Country, sentence.Penalty, sentence.Regime, custody)).OrderBy(r => r.ValidFrom).ToList();
        return WithCredit(facts, sentence, term, start, applicable);
    }

    private static ExpectedEnd WithCredit(TermFacts facts, StandingSentence sentence, Term term, PartialDate start, List<CreditRule> rules)
    {
        var sameAlways = rules.Count > 0 && rules.TrueForAll(r => r.TermDays == r.CustodyDays) && rules[0].ValidFrom is null;
        if ((sentence.InForceOn ?? sentence.ImposedOn) is not { } from)
            return sameAlways ? Uncredited(term, start) with { Credits = [new Credited(rules[^1], 0, 0)] } : None(NoEnd.InForceUnknown);

        var first = from.Earliest;
        var last = sentence.InForceOn is not null ? from.Latest : Later(from.Latest, Earlier(facts.InColonyOn?.Latest ?? facts.AsOf, facts.AsOf));
        if (!AreCovered(rules, start.Earliest, last))
            return None(NoEnd.NoRule);

        (var earliest, var latest, last) = OverDaysInForce(start, first, last, isKnown: sentence.InForceOn is not null, term, rules);
        var credits = rules
            .Select(r => new Credited(r, DaysUnder(r, start.Latest, first), DaysUnder(r, start.Earliest, last)))
            .Where(c => c.MostDays > 0)
            .ToList();
        return new ExpectedEnd
        {
            Earliest = earliest,
            Latest = latest,
            Term = term,
            CountedFrom = start,
            InForce = credits.Count > 0 ? (first, last) : null,
            InForceAssumed = sentence.InForceOn is null,
            Credits = credits,
        };
    }

    /// <summary>
    /// The soonest and the latest end over the days on which the sentence may have come into force. While nobody knows that day, it is not
    /// later than the day the term was over, which becomes the last one.
    /// </summary>
    private static (DateOnly Earliest, DateOnly Latest, DateOnly Last) OverDaysInForce(
        PartialDate start, DateOnly first, DateOnly last, bool isKnown, Term term, List<CreditRule> rules)
    {
        if (IsNeverLess(rules))
        {
            // The later the day, the more is credited: ends only come sooner, and the first day on which the term was over is searched by halves.
            if (!isKnown)
                last = FirstDay(first, last, day => On(start.Earliest, day, term, rules) <= day);
            return (On(start.Earliest, last, term, rules), On(start.Latest, first, term, rules), last);
        }

        var (earliest, latest) = (DateOnly.MaxValue, DateOnly.MinValue);
        for (var inForce = first; inForce <= last; inForce = inForce.AddDays(1))
        {
            var soonest = On(start.Earliest, inForce, term, rules);
            earliest = Earlier(earliest, soonest);
            latest = Later(latest, On(start.Latest, inForce, term, rules));
            if (!isKnown && soonest <= inForce)
                last = inForce;
        }

        return (earliest, latest, last);
    }

    // The first day from which on something holds; the last day when it holds on none.
    private static DateOnly FirstDay(DateOnly first, DateOnly last, Func<DateOnly, bool> holds)
    {
        var (low, high) = (first.DayNumber, last.DayNumber);
        while (low < high)
        {
            var middle = low + (high - low) / 2;
            if (holds(DateOnly.FromDayNumber(middle)))
                high = middle;
            else
                low = middle + 1;
        }

        return DateOnly.FromDayNumber(low);
    }

    private static bool IsNeverLess(IReadOnlyList<CreditRule> rules) => rules.All(r => r.TermDays >= r.CustodyDays);

    /// <summary>
    /// The end for exact days. One day of custody is at least one day of the term: from the detention, minus what it counts for beyond
    /// one for one. Where some rule gives less than that, the term runs from the day the sentence came into force, minus all that is
    /// credited. Broken days are rounded up, in the prisoner's favour.
    /// </summary>
    internal static DateOnly On(DateOnly detained, DateOnly inForce, Term term, IReadOnlyList<CreditRule> rules)
    {
        if (IsNeverLess(rules))
            return term.After(detained).AddDays(-WholeDays(rules, r => r.TermDays - r.CustodyDays, detained, inForce));
        return term.After(Later(detained, inForce)).AddDays(-WholeDays(rules, r => r.TermDays, detained, inForce));
    }

    // Summed as fractions over one denominator, and rounded once.
    private static int WholeDays(IReadOnlyList<CreditRule> rules, Func<CreditRule, int> perCustodyDays, DateOnly from, DateOnly until)
    {
        var denominator = rules.Aggregate(1L, (product, r) => product * r.CustodyDays);
        var sum = rules.Sum(r => (long)DaysUnder(r, from, until) * perCustodyDays(r) * (denominator / r.CustodyDays));
        return (int)((sum + denominator - 1) / denominator);
    }

    // Days from the first, which counts, to the last, which does not, that the rule covers.
    private static int DaysUnder(CreditRule rule, DateOnly from, DateOnly until)
    {
        var first = rule.ValidFrom is { } begins ? Later(from, begins) : from;
        var last = rule.ValidUntil is { } ends ? Earlier(until, ends.AddDays(1)) : until;
        return Math.Max(0, last.DayNumber - first.DayNumber);
    }

    private static bool AreCovered(List<CreditRule> rules, DateOnly from, DateOnly until) =>
        rules.Sum(r => DaysUnder(r, from, until)) == Math.Max(0, until.DayNumber - from.DayNumber);

    private static ExpectedEnd Uncredited(Term term, PartialDate start) => new()
    {
        Earliest = term.After(start.Earliest),
        Latest = term.After(start.Latest),
        Term = term,
        CountedFrom = start,
    };

    private static ExpectedEnd None(NoEnd missing) => new() { Missing = missing };

    private static DateOnly Earlier(DateOnly a, DateOnly b) => a < b ? a : b;

    private static DateOnly Later(DateOnly a, DateOnly b) => a > b ? a : b;
}
