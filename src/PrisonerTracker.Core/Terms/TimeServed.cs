using PrisonerTracker.Core.Shared;

namespace PrisonerTracker.Core.Terms;

/// <summary>What a stay was counted up to.</summary>
public enum ServedUntil
{
    Release,
    Death,
    Today,
}

/// <summary>
/// How many days somebody was deprived of liberty, or restricted in it, as the range that partial dates leave open: from the day of the
/// detention, which counts, to the day of the release, which does not.
/// </summary>
/// <param name="Least">The fewest days the dates allow.</param>
/// <param name="Most">The most.</param>
/// <param name="From">The detention.</param>
/// <param name="To">The release, the death, or today.</param>
/// <param name="Until">Which of them.</param>
public sealed record TimeServed(int Least, int Most, PartialDate From, PartialDate To, ServedUntil Until)
{
    /// <summary>Works it out for one imprisonment; null when nobody knows when it began.</summary>
    /// <param name="detainedOn">The detention.</param>
    /// <param name="releasedOn">The release that stands; null while it lasts.</param>
    /// <param name="diedOn">The person's death, which ends an open imprisonment.</param>
    /// <param name="atLiberty">Releases that were undone, each with the day of the return: days at liberty are not served.</param>
    /// <param name="today">Up to where an open one is counted.</param>
    public static TimeServed? Of(
        PartialDate? detainedOn, PartialDate? releasedOn, PartialDate? diedOn,
        IEnumerable<(PartialDate Freed, PartialDate TakenBack)> atLiberty, DateOnly today)
    {
        if (detainedOn is null)
            return null;

        var (to, until) = releasedOn is not null ? (releasedOn, ServedUntil.Release)
            : diedOn is not null ? (diedOn, ServedUntil.Death)
            : (PartialDate.OfDay(today), ServedUntil.Today);
        var (leastOut, mostOut) = (0, 0);
        foreach (var (freed, back) in atLiberty)
        {
            leastOut += Days(freed.Latest, back.Earliest);
            mostOut += Days(freed.Earliest, back.Latest);
        }

        return new TimeServed(
            Math.Max(0, Days(detainedOn.Latest, to.Earliest) - mostOut), Math.Max(0, Days(detainedOn.Earliest, Earlier(to.Latest, today)) - leastOut), detainedOn, to, until);
    }

    private static int Days(DateOnly from, DateOnly until) => Math.Max(0, until.DayNumber - from.DayNumber);

    private static DateOnly Earlier(DateOnly a, DateOnly b) => a < b ? a : b;
}
