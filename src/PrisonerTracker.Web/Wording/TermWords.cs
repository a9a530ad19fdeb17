using PrisonerTracker.Core.Imprisonments;
using PrisonerTracker.Core.Terms;

namespace PrisonerTracker.Web.Wording;

/// <summary>Time served, sentences in force and expected ends in words, each with what it rests on.</summary>
public static class TermWords
{
    /// <summary>"1,613 days (4 years and 5 months), from 14 July 2021 to 13 December 2025".</summary>
    public static string Of(TimeServed served)
    {
        var days = Between(served.Least, served.Most);
        var until = served.Until switch
        {
            ServedUntil.Today => T("counted up to today, {0}", served.To),
            ServedUntil.Death => T("up to the death {0}", Dates.When(served.To)),
            _ => T("up to the release {0}", Dates.When(served.To)),
        };
        return $"{days}{(Spans.Between(served.From, served.To) is { Length: > 0 } span && span != days ? $" ({span})" : "")}, {until}";
    }

    /// <summary>"11 years of imprisonment, general regime", with what is not known about it.</summary>
    public static string Of(SentencesInForce sentences)
    {
        var parts = string.Join("; ", sentences.Standing.Select(Of));
        return sentences switch
        {
            { Standing.Count: 1 } => parts,
            { Total: { } total } => T("{0} in all: {1}", Spans.Of(total), parts),
            { Range: { } range } => T("{0}. No source says how they combine: between {1} and {2}", parts, Spans.Of(range.Least), Spans.Of(range.Most)),
            _ => parts,
        };
    }

    /// <summary>"12 May 2026", "between 12 May and 26 June 2026", or why it cannot be computed.</summary>
    public static string Of(ExpectedEnd end) => end.Missing is { } missing
        ? Of(missing)
        : end.Earliest == end.Latest ? Dates.Of(end.Latest) : T("between {0} and {1}", end.Earliest, end.Latest);

    public static string Of(NoEnd missing) => missing switch
    {
        NoEnd.NeverHeld => T("Cannot be computed: sentenced in absentia and never held"),
        NoEnd.Life => T("None: imprisonment for life"),
        NoEnd.Death => T("None: a death sentence"),
        NoEnd.NotCustodial => T("None: the penalty is not served in custody"),
        NoEnd.PenaltyUnknown => T("Cannot be computed: penalty unknown"),
        NoEnd.TermUnknown => T("Cannot be computed: term unknown"),
        NoEnd.RegimeUnknown => T("Cannot be computed: regime unknown"),
        NoEnd.StartUnknown => T("Cannot be computed: start of custody unknown"),
        NoEnd.InForceUnknown => T("Cannot be computed: date of the sentence unknown"),
        NoEnd.SeveralSentences => T("Cannot be computed: several sentences, and no source says how they combine"),
        NoEnd.NoRule => T("Cannot be computed: the register has no credit rule for this country, penalty and regime"),
        _ => T("No sentence stands"),
    };

    /// <summary>"Belarus, imprisonment, general regime, from 19 June 2021: 2 days of remand count as 3".</summary>
    public static string Of(CreditRule rule)
    {
        var valid = (rule.ValidFrom, rule.ValidUntil) switch
        {
            ({ } from, { } until) => ", " + T("from {0} to {1}", from, until),
            ({ } from, null) => ", " + T("from {0}", from),
            (null, { } until) => ", " + T("until {0}", until),
            _ => "",
        };
        return $"{CountryNames.Of(rule.Country)}, {Words.Of(rule.Penalty)}{(rule.Regime is { } regime ? ", " + Words.Of(regime) : "")}{valid}: {Ratio(rule)}";
    }

    public static string Ratio(CreditRule rule) =>
        rule.Custody == CustodyBefore.HouseArrest
            ? N(rule.CustodyDays, "{0} day of house arrest counts as {1}", "{0} days of house arrest count as {1}", rule.TermDays)
            : N(rule.CustodyDays, "{0} day on remand counts as {1}", "{0} days on remand count as {1}", rule.TermDays);

    /// <summary>How an end was worked out, step by step.</summary>
    public static IEnumerable<string> Steps(ExpectedEnd end, bool wasAtLiberty)
    {
        yield return end.IsReplacement
            ? T("Counted from the replacement of the penalty {0}; that day is part of the term.", Dates.When(end.CountedFrom!))
            : T("Counted from the detention {0}; that day is part of the term.", Dates.When(end.CountedFrom!));
        yield return T("Plus the term in force, {0}: years and months by the calendar, then days.", Spans.Of(end.Term!));
        if (end.InForce is { } inForce && end.Credits.Any(c => c.Rule.TermDays != c.Rule.CustodyDays))
        {
            yield return end.InForceAssumed
                ? T("No source says when the sentence came into force: any day from {0} to {1} is allowed for.", inForce.First, inForce.Last)
                : inForce.First == inForce.Last
                    ? T("Remand ended when the sentence came into force, on {0}.", inForce.First)
                    : T("Remand ended when the sentence came into force, between {0} and {1}.", inForce.First, inForce.Last);
        }

        foreach (var credit in end.Credits)
        {
            var days = credit.MostDays == 0 ? "" : " " + T("Applied to {0}.", Between(credit.LeastDays, credit.MostDays));
            yield return T("Rule: {0}.", Of(credit.Rule) + (credit.Rule.IsVerified ? "" : $" ({T("unverified")})")) + days;
        }

        if (end.Credits.Any(c => c.Rule.CustodyDays > 1))
            yield return T("A broken day is rounded up in the prisoner’s favour; that is a convention of this register.");
        if (wasAtLiberty)
            yield return T("Days at liberty between a release and the return are not added.");
        yield return T("The result is the first day after the term. Exceptions for some convictions, pardons and early release are not foreseen.");
    }

    /// <summary>"11 years of imprisonment"; "11 years, penalty not stated".</summary>
    public static string Of(Term? term, Penalty penalty) => term is null
        ? Words.Of(penalty)
        : penalty == Penalty.NotStated ? $"{Spans.Of(term)}, {Words.Of(penalty)}" : T("{0} of {1}¦a term and its penalty", Spans.Of(term), Words.Of(penalty));

    private static string Of(StandingSentence sentence)
    {
        var what = Of(sentence.Term, sentence.Penalty);
        var kind = sentence.Kind switch
        {
            Instance.Extension => T("added in prison,") + " ",
            Instance.Replacement => T("in place of an earlier penalty,") + " ",
            _ => "",
        };
        return $"{kind}{what}{(sentence.Regime is { } regime ? ", " + Words.Of(regime) : "")}{(sentence.InForceOn is { } on ? ", " + T("in force {0}", Dates.Since(on)) : "")}";
    }

    /// <summary>"1,613 days", "1,596 to 1,626 days".</summary>
    private static string Between(int least, int most) =>
        least == most ? Spans.Days(most) : N(most, "{1} to {0} day", "{1} to {0} days", least);
}
