using PrisonerTracker.Core.Imprisonments;
using PrisonerTracker.Core.Releases;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Core.Terms;

namespace PrisonerTracker.Web.LifeLines;

/// <summary>The days between which something lies: one day when it is known to the day.</summary>
public sealed record DayRange(DateOnly First, DateOnly Last)
{
    public static DayRange Of(DateOnly day) => new(day, day);

    public static DayRange Of(PartialDate date) => new(date.Earliest, date.Latest);

    /// <summary>Not beyond a day: what happened did not happen after today.</summary>
    public DayRange Until(DateOnly day) => new(First < day ? First : day, Last < day ? Last : day);
}

internal enum LifeMarkKind
{
    Transfer,
    Decision,
    Detention,
    Release,
    Death,
    Today,
    ExpectedEnd,
    TermEnd,
}

/// <summary>Something that happened, or will, with what stands beside it.</summary>
internal sealed record LifeMark(LifeMarkKind Kind, DayRange On, string Title, string Text);

/// <summary>A time deprived of liberty, or restricted in it.</summary>
/// <param name="Start">When it began.</param>
/// <param name="End">When it ended; today while it lasts.</param>
/// <param name="IsStartKnown">False when the start is only the first day that is known of it.</param>
/// <param name="IsRestriction">House arrest or restricted liberty.</param>
internal sealed record LifeBar(DayRange Start, DayRange End, bool IsStartKnown, bool IsRestriction);

/// <summary>What a sentence adds beyond the time that was served.</summary>
/// <param name="From">Where the served time ends.</param>
/// <param name="Until">Where the sentence would end; null for life.</param>
internal sealed record LifeRest(DateOnly From, DayRange? Until);

/// <summary>A person's life line in days, before anything is drawn: bars, what was sentenced beyond them, and marks.</summary>
internal sealed record LifeLine(IReadOnlyList<LifeBar> Bars, IReadOnlyList<LifeRest> Rests, IReadOnlyList<LifeMark> Marks, DateOnly Today)
{
    public bool IsEmpty => Bars.Count == 0 && Marks.Count == 0;

    /// <summary>From its first possible day to its last.</summary>
    public DayRange Days
    {
        get
        {
            var days = Bars.SelectMany(b => new[] { b.Start, b.End })
                .Concat(Rests.Select(r => r.Until ?? DayRange.Of(r.From.AddYears(EndlessYears))))
                .Concat(Marks.Select(m => m.On))
                .ToList();
            return new DayRange(days.Min(d => d.First), days.Max(d => d.Last));
        }
    }

    /// <summary>The days that lines share, where they stand below each other; null when there is nothing to draw.</summary>
    public static DayRange? Around(IEnumerable<LifeLine> lines)
    {
        var days = lines.Where(l => !l.IsEmpty).Select(l => l.Days).ToList();
        return days.Count == 0 ? null : new DayRange(days.Min(d => d.First), days.Max(d => d.Last));
    }

    /// <summary>How far a sentence for life is drawn.</summary>
    private const int EndlessYears = 5;

    public static LifeLine Of(LifeFacts facts)
    {
        var (bars, rests, marks) = (new List<LifeBar>(), new List<LifeRest>(), new List<LifeMark>());
        foreach (var one in facts.Cases)
        {
            marks.AddRange(LifeMarks.Of(one, facts.Today));
            if (one.Kind == ImprisonmentKind.InAbsentia)
                continue;
            var held = Held(one, facts).ToList();
            bars.AddRange(held);
            if (held.Count > 0 && Rest(one, held[^1].End) is { } rest)
            {
                rests.Add(rest);
                if (LifeMarks.Of(one, rest) is { } end)
                    marks.Add(end);
            }

            if (held.Count > 0 && IsOpen(one, facts))
                marks.Add(LifeMarks.Now(facts.Today));
        }

        return new LifeLine(
            [.. bars.OrderBy(b => b.Start.First)], [.. rests.OrderBy(r => r.From)], [.. marks.OrderBy(m => m.On.First).ThenBy(m => m.On.Last).ThenBy(m => m.Kind)],
            facts.Today);
    }

    /// <summary>Imprisoned still: no release stands, and no death ended it.</summary>
    public static bool IsOpen(LifeCase one, LifeFacts facts) =>
        one.Kind != ImprisonmentKind.InAbsentia && facts.DiedOn is null && !one.Releases.Any(r => r.UndoneAs is null);

    /// <summary>One bar, or several when the person was freed and taken back.</summary>
    private static IEnumerable<LifeBar> Held(LifeCase one, LifeFacts facts)
    {
        var isRestriction = one.Kind is ImprisonmentKind.HouseArrest or ImprisonmentKind.RestrictionOfLiberty;
        var ended = one.Releases.FirstOrDefault(r => r.UndoneAs is null)?.ReleasedOn ?? facts.DiedOn;
        var end = (ended is null ? DayRange.Of(facts.Today) : DayRange.Of(ended)).Until(facts.Today);
        if (FirstKnown(one, ended) is not { } began)
            yield break; // nothing of it is dated

        var start = DayRange.Of(began).Until(end.Last);
        var isKnown = one.DetainedOn is not null;
        foreach (var (freed, back) in one.Releases
            .Where(r => r is { UndoneAs: UndoKind.ReturnedToCustody, UndoneOn: not null } && r.UndoneOn != r.ReleasedOn)
            .Select(r => (DayRange.Of(r.ReleasedOn), DayRange.Of(r.UndoneOn!)))
            .OrderBy(r => r.Item1.First))
        {
            if (freed.First < start.First || back.Last > end.Last || back.First < freed.First)
                continue;
            yield return new LifeBar(start, freed, isKnown, isRestriction);
            (start, isKnown) = (back, true);
        }

        yield return new LifeBar(start, end, isKnown, isRestriction);
    }

    private static PartialDate? FirstKnown(LifeCase one, PartialDate? ended) => one.DetainedOn
        ?? one.Decisions.Where(d => !d.InAbsentia).Select(d => d.DecidedOn)
            .Append(one.ConfirmedOn)
            .Concat(one.Transfers)
            .Append(ended)
            .Min();

    private static LifeRest? Rest(LifeCase one, DayRange served)
    {
        var sentences = SentencesInForce.Of(one.Decisions);
        if (sentences.Standing.Any(s => s.Penalty is Penalty.LifeImprisonment or Penalty.Death))
            return new LifeRest(served.First, null);
        if ((sentences.Total is { } total ? (total, total) : sentences.Range) is not { } term || CountedFrom(one, sentences) is not { } from)
            return null;

        var until = new DayRange(term.Item1.After(from.Earliest), term.Item2.After(from.Latest));
        return until.Last > served.Last ? new LifeRest(served.First, new DayRange(until.First > served.First ? until.First : served.First, until.Last)) : null;
    }

    /// <summary>A term runs from the detention, one that replaced another penalty from its own day.</summary>
    private static PartialDate? CountedFrom(LifeCase one, SentencesInForce sentences) =>
        sentences.Main.FirstOrDefault(s => s.Kind == Instance.Replacement) is { } replacement
            ? replacement.InForceOn ?? replacement.ImposedOn
            : one.DetainedOn;
}
