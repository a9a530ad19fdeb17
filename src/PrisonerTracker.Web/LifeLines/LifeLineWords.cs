using PrisonerTracker.Core.Imprisonments;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Core.Terms;

namespace PrisonerTracker.Web.LifeLines;

/// <summary>The same in words, one line for each imprisonment: for who cannot see the drawing, and where drawings are blocked.</summary>
internal static class LifeLineWords
{
    public static IReadOnlyList<string> Of(LifeFacts facts) =>
        [.. facts.Cases.OrderBy(c => c.DetainedOn ?? c.Decisions.Select(d => d.DecidedOn).Concat(c.Releases.Select(r => r.ReleasedOn)).Min()).Select(c => c.Kind == ImprisonmentKind.InAbsentia ? InAbsentia(c) : Held(c, facts))];

    /// <summary>"7 September 2020 – 13 December 2025: 5 years and 3 months; sentenced to 11 years".</summary>
    private static string Held(LifeCase one, LifeFacts facts)
    {
        var end = one.Releases.FirstOrDefault(r => r.UndoneAs is null)?.ReleasedOn ?? facts.DiedOn;
        var from = one.DetainedOn is { } detained ? Dates.Of(detained) : T("Date not known");
        var until = end is null ? T("today") : Dates.Of(end);
        var span = one.DetainedOn is { } since ? Spans.Between(since, end ?? PartialDate.OfDay(facts.Today)) : "";
        return $"{from} – {until}{(span.Length == 0 ? "" : ": " + span)}{(Sentence(one) is { } sentence ? "; " + sentence : "")}";
    }

    private static string InAbsentia(LifeCase one) =>
        Sentence(one) is { } sentence ? T("Never held, in absentia: {0}", sentence) : T("Tried in absentia, never held");

    private static string? Sentence(LifeCase one)
    {
        var sentences = SentencesInForce.Of(one.Decisions);
        return sentences switch
        {
            { Standing.Count: 0 } => null,
            { LastPenalty: Penalty.LifeImprisonment } => T("sentenced for life"),
            { LastPenalty: Penalty.Death } => T("sentenced to death"),
            { Total: { } total } => T("sentence: {0}", Spans.Of(total)),
            { Range: { } range } => T("sentence: between {0} and {1}", Spans.Of(range.Least), Spans.Of(range.Most)),
            _ => T("sentence: {0}", TermWords.Of(sentences)),
        };
    }
}
