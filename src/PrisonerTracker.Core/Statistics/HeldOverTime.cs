using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Prisoners;

namespace PrisonerTracker.Core.Statistics;

/// <summary>How many people were held at the end of a day; the possible ones include the certain.</summary>
public sealed record HeldDay(DateOnly Day, int Certain, int Possible);

public static class HeldOverTime
{
    /// <summary>
    /// Each day on which the number changed, in order, and today as the last: the same as the roster of every day. The kept periods are
    /// counted by the days on which they begin and end, whatever the number of people.
    /// </summary>
    /// <remarks>The first is <see cref="DateOnly.MinValue"/> when somebody may have been held since ever: of whom no detention is dated.</remarks>
    public static async Task<IReadOnlyList<HeldDay>> HeldOverTimeAsync(this Population population, CancellationToken cancellationToken = default)
    {
        var periods = population.Counted.SelectMany(p => p.HeldPeriods);
        var began = periods
            .GroupBy(h => new { Day = (DateOnly?)h.Days.LowerBound, h.IsCertain })
            .Select(g => new { g.Key.Day, g.Key.IsCertain, People = g.Count() });
        var ended = periods
            .Where(h => !h.Days.UpperBoundInfinite)
            .GroupBy(h => new { Day = (DateOnly?)h.Days.UpperBound, h.IsCertain })
            .Select(g => new { g.Key.Day, g.Key.IsCertain, People = -g.Count() });
        var asOfNow = population.Counted
            .Where(p => Standing.Held.Contains(p.Standing.Custody))
            .GroupBy(p => 1)
            .Select(g => new { Day = (DateOnly?)DateOnly.MaxValue, IsCertain = true, People = g.Count() });
        var turns = await began.Concat(ended).Concat(asOfNow).ToListAsync(cancellationToken);
        var now = turns.Where(t => t.Day == DateOnly.MaxValue).Sum(t => t.People);

        var days = new List<HeldDay>();
        var (certain, possible) = (0, 0);
        foreach (var day in turns.GroupBy(t => t.Day ?? DateOnly.MinValue).OrderBy(g => g.Key).TakeWhile(g => g.Key < population.Today))
        {
            certain += day.Where(t => t.IsCertain).Sum(t => t.People);
            possible += day.Sum(t => t.People);
            if (days.Count == 0 ? possible > 0 : days[^1].Certain != certain || days[^1].Possible != possible)
                days.Add(new HeldDay(day.Key, certain, possible));
        }

        days.Add(new HeldDay(population.Today, now, now));
        return days;
    }
}
