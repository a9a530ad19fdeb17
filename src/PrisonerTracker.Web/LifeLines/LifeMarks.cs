using PrisonerTracker.Core.Imprisonments;
using PrisonerTracker.Core.Releases;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Core.Terms;

namespace PrisonerTracker.Web.LifeLines;

/// <summary>What is marked on a life line, and in which words.</summary>
internal static class LifeMarks
{
    public static IEnumerable<LifeMark> Of(LifeCase one, DateOnly today)
    {
        var isHeld = one.Kind != ImprisonmentKind.InAbsentia;
        if (isHeld && one.DetainedOn is { } detained)
            yield return Past(LifeMarkKind.Detention, detained, one.Kind == ImprisonmentKind.RestrictionOfLiberty ? T("Restricted") : T("Detained"), today);
        foreach (var decision in one.Decisions.Where(d => d.DecidedOn is not null))
            yield return Past(LifeMarkKind.Decision, decision.DecidedOn!, Words.Of(decision.Instance), today);
        foreach (var transfer in one.Transfers.Where(t => t != one.DetainedOn).Distinct())
            yield return Past(LifeMarkKind.Transfer, transfer, T("Moved"), today);
        foreach (var release in one.Releases)
        {
            if (release.UndoneAs is null)
            {
                yield return release.Ground == ReleaseGround.Died
                    ? Past(LifeMarkKind.Death, release.ReleasedOn, T("Died"), today)
                    : Past(LifeMarkKind.Release, release.ReleasedOn, T("Released"), today);
            }
            else if (release.UndoneOn is { } back && back != release.ReleasedOn)
            {
                yield return Past(LifeMarkKind.Release, release.ReleasedOn, T("Released"), today);
                yield return Past(LifeMarkKind.Detention, back, T("Taken back"), today);
            }
            else
            {
                yield return Past(LifeMarkKind.Release, release.ReleasedOn, T("Release undone"), today);
            }
        }

        if (one.ExpectedEnd is { Missing: null } end && !one.Releases.Any(r => r.UndoneAs is null))
            yield return new LifeMark(LifeMarkKind.ExpectedEnd, new DayRange(end.Earliest, end.Latest), T("Expected end"), TermWords.Of(end));
    }

    /// <summary>Where the sentence ends, said as its length.</summary>
    public static LifeMark? Of(LifeCase one, LifeRest rest)
    {
        var sentences = SentencesInForce.Of(one.Decisions);
        return (rest.Until, sentences.Total, sentences.Range) switch
        {
            ({ } until, { } total, _) => new LifeMark(LifeMarkKind.TermEnd, until, T("Sentence"), Spans.Of(total)),
            ({ } until, _, { } range) => new LifeMark(LifeMarkKind.TermEnd, until, T("Sentence, at most"), Spans.Of(range.Most)),
            _ => null,
        };
    }

    public static LifeMark Now(DateOnly today) => new(LifeMarkKind.Today, DayRange.Of(today), T("Today"), Dates.Of(today));

    private static LifeMark Past(LifeMarkKind kind, PartialDate on, string title, DateOnly today) =>
        new(kind, DayRange.Of(on).Until(today), title, Dates.Of(on));
}
