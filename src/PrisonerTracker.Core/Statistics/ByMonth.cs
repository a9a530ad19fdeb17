using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Imprisonments;
using PrisonerTracker.Core.Releases;

namespace PrisonerTracker.Core.Statistics;

/// <summary>Detentions, releases and deaths that ended an imprisonment, in one month; in one year when no month is known; or undated.</summary>
/// <param name="Year">Null when nobody knows.</param>
/// <param name="Month">1 to 12; null when only the year is known.</param>
/// <param name="Detained">How many imprisonments began.</param>
/// <param name="Released">How many ended with a release that stands.</param>
/// <param name="Died">How many ended with a death.</param>
public sealed record MonthCount(int? Year, int? Month, int Detained, int Released, int Died);

public static class ByMonth
{
    /// <summary>
    /// Detentions and releases by month, in order: each month and after a year's months the dates known to the year only; last the
    /// undated. Cases in absentia have neither. Months in which nothing happened are left out.
    /// </summary>
    public static async Task<IReadOnlyList<MonthCount>> DetainedAndReleasedAsync(this Population population, CancellationToken cancellationToken = default)
    {
        var imprisonments = population.Counted.SelectMany(p => p.Imprisonments).Where(i => i.Kind != ImprisonmentKind.InAbsentia);
        var detained = imprisonments
            .GroupBy(i => new
            {
                Year = (int?)i.DetainedOn!.Earliest.Year,
                Month = (int?)(i.DetainedOn.Earliest.Month == i.DetainedOn.Latest.Month ? i.DetainedOn.Earliest.Month : 0),
            })
            .Select(g => new { g.Key.Year, g.Key.Month, What = 0, Count = g.Count() });
        var ended = imprisonments
            .SelectMany(i => i.Releases)
            .Where(r => r.UndoneAt == null)
            .GroupBy(r => new
            {
                Year = (int?)r.ReleasedOn.Earliest.Year,
                Month = (int?)(r.ReleasedOn.Earliest.Month == r.ReleasedOn.Latest.Month ? r.ReleasedOn.Earliest.Month : 0),
                What = r.Ground == ReleaseGround.Died ? 2 : 1,
            })
            .Select(g => new { g.Key.Year, g.Key.Month, g.Key.What, Count = g.Count() });
        var rows = await detained.Concat(ended).ToListAsync(cancellationToken);
        return
        [
            .. rows
                .GroupBy(r => (r.Year, Month: r.Year is null || r.Month == 0 ? null : r.Month))
                .OrderBy(g => g.Key.Year ?? int.MaxValue).ThenBy(g => g.Key.Month ?? int.MaxValue)
                .Select(g => new MonthCount(
                    g.Key.Year,
                    g.Key.Month,
                    g.Where(r => r.What == 0).Sum(r => r.Count),
                    g.Where(r => r.What == 1).Sum(r => r.Count),
                    g.Where(r => r.What == 2).Sum(r => r.Count))),
        ];
    }
}
