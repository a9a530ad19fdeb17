using PrisonerTracker.Core.Imprisonments;
using PrisonerTracker.Core.Terms;

namespace PrisonerTracker.Web.Wording;

/// <summary>Time served, sentences in force and expected ends in words, each with what it rests on.</summary>
public static class TermWords
{
    /// <summary>"1,613 days (4 years and 5 months), from 14 July 2021 to 13 December 2025".</summary>
    public static string Of(TimeServed served)
    {
        var days = served.Least == served.Most ? Days(served.Most) : $"{Number(served.Least)} to {Days(served.Most)}";
        var until = served.Until switch
        {
            ServedUntil.Today => $"counted up to today, {Dates.Of(served.To)}",
            ServedUntil.Death => $"up to the death {Dates.When(served.To)}",
            _ => $"up to the release {Dates.When(served.To)}",
        };
        return $"{days}{(Spans.Between(served.From, served.To) is { Length: > 0 } span && !span.EndsWith("day", StringComparison.Ordinal) ? $" ({span})" : "")}, {until}";
    }

    /// <summary>"11 years of imprisonment, general regime", with what is not known about it.</summary>
    public static string Of(SentencesInForce sentences)
    {
        var parts = string.Join("; ", sentences.Standing.Select(Of));
        return sentences switch
        {
            { Standing.Count: 1 } => parts,
            { Total: { } total } => $"{Spans.Of(total)} in all: {parts}",
            { Range: { } range } => $"{parts}. No source says how they combine: between {Spans.Of(range.Least)} and {Spans.Of(range.Most)}",
            _ => parts,
        };
    }

    /// <summary>"12 May 2026", "between 12 May and 26 June 2026", or why it cannot be computed.</summary>
    public static string Of(ExpectedEnd end) => end.Missing is { } missing
        ? Of(missing)
        : end.Earliest == end.Latest ? Dates.Of(end.Latest) : $"between {Dates.Of(end.Earliest)} and {Dates.Of(end.Latest)}";

    public static string Of(NoEnd missing) => missing switch
    {
        NoEnd.NeverHeld => "Cannot be computed: sentenced in absentia and never held",
        NoEnd.Life => "None: imprisonment for life",
        NoEnd.Death => "None: a death sentence",
        NoEnd.NotCustodial => "None: the penalty is not served in custody",
        NoEnd.PenaltyUnknown => "Cannot be computed: penalty unknown",
        NoEnd.TermUnknown => "Cannot be computed: term unknown",
        NoEnd.RegimeUnknown => "Cannot be computed: regime unknown",
        NoEnd.StartUnknown => "Cannot be computed: start of custody unknown",
        NoEnd.InForceUnknown => "Cannot be computed: date of the sentence unknown",
        NoEnd.SeveralSentences => "Cannot be computed: several sentences, and no source says how they combine",
        NoEnd.NoRule => "Cannot be computed: the register has no credit rule for this country, penalty and regime",
        _ => "No sentence stands",
    };

    /// <summary>"Belarus, imprisonment, general regime, from 19 June 2021: 2 days of remand count as 3".</summary>
    public static string Of(CreditRule rule)
    {
        var valid = (rule.ValidFrom, rule.ValidUntil) switch
        {
            ({ } from, { } until) => $", from {Dates.Of(from)} to {Dates.Of(until)}",
            ({ } from, null) => $", from {Dates.Of(from)}",
            (null, { } until) => $", until {Dates.Of(until)}",
            _ => "",
        };
        return $"{CountryNames.Of(rule.Country)}, {Words.Of(rule.Penalty)}{(rule.Regime is { } regime ? ", " + Words.Of(regime) : "")}{valid}: {Ratio(rule)}";
    }

    public static string Ratio(CreditRule rule) =>
        $"{Spans.Days(rule.CustodyDays)} {(rule.Custody == CustodyBefore.HouseArrest ? "of house arrest" : "on remand")} {(rule.CustodyDays == 1 ? "counts" : "count")} as {rule.TermDays}";

    /// <summary>How an end was worked out, step by step.</summary>
    public static IEnumerable<string> Steps(ExpectedEnd end, bool wasAtLiberty)
    {
        yield return $"Counted from {(end.IsReplacement ? "the replacement of the penalty" : "the detention")} {Dates.When(end.CountedFrom!)}; that day is part of the term.";
        yield return $"Plus the term in force, {Spans.Of(end.Term!)}: years and months by the calendar, then days.";
        if (end.InForce is { } inForce && end.Credits.Any(c => c.Rule.TermDays != c.Rule.CustodyDays))
        {
            yield return end.InForceAssumed
                ? $"No source says when the sentence came into force: any day from {Dates.Of(inForce.First)} to {Dates.Of(inForce.Last)} is allowed for."
                : inForce.First == inForce.Last
                    ? $"Remand ended when the sentence came into force, on {Dates.Of(inForce.First)}."
                    : $"Remand ended when the sentence came into force, between {Dates.Of(inForce.First)} and {Dates.Of(inForce.Last)}.";
        }

        foreach (var credit in end.Credits)
        {
            var days = credit.MostDays == 0 ? "" : $" Applied to {(credit.LeastDays == credit.MostDays ? Days(credit.MostDays) : $"{Number(credit.LeastDays)} to {Days(credit.MostDays)}")}.";
            yield return $"Rule: {Of(credit.Rule)}{(credit.Rule.IsVerified ? "" : " (unverified)")}.{days}";
        }

        if (end.Credits.Any(c => c.Rule.CustodyDays > 1))
            yield return "A broken day is rounded up in the prisoner’s favour; that is a convention of this register.";
        if (wasAtLiberty)
            yield return "Days at liberty between a release and the return are not added.";
        yield return "The result is the first day after the term. Exceptions for some convictions, pardons and early release are not foreseen.";
    }

    /// <summary>"11 years of imprisonment"; "11 years, penalty not stated".</summary>
    public static string Of(Term? term, Penalty penalty) => term is null
        ? Words.Of(penalty)
        : Spans.Of(term) + (penalty == Penalty.NotStated ? ", " : " of ") + Words.Of(penalty);

    private static string Of(StandingSentence sentence)
    {
        var what = Of(sentence.Term, sentence.Penalty);
        var kind = sentence.Kind switch
        {
            Instance.Extension => "added in prison, ",
            Instance.Replacement => "in place of an earlier penalty, ",
            _ => "",
        };
        return $"{kind}{what}{(sentence.Regime is { } regime ? ", " + Words.Of(regime) : "")}{(sentence.InForceOn is { } on ? $", in force since {Dates.Of(on)}" : "")}";
    }

    private static string Days(int days) => days == 1 ? "1 day" : $"{Number(days)} days";

    private static string Number(int number) => Numbers.Of(number);
}
