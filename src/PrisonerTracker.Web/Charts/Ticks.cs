using PrisonerTracker.Core.Shared;

namespace PrisonerTracker.Web.Charts;

/// <summary>Where an axis is marked: round numbers, and the first days of years or months.</summary>
internal static class Ticks
{
    private static readonly int[] MonthSteps = [1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200];

    /// <summary>From 0 in equal steps of 1, 2 or 5 times a power of ten, up to the first that is not below the highest; so many steps at most.</summary>
    public static IReadOnlyList<int> Numbers(int highest, int most = 4)
    {
        var step = 1;
        for (var i = 1; (Math.Max(highest, 1) + step - 1) / step > most; i++)
            step = (i % 3) switch { 1 => step * 2, 2 => step / 2 * 5, _ => step * 2 };
        return [.. Enumerable.Range(0, (Math.Max(highest, 1) + step - 1) / step + 1).Select(i => i * step)];
    }

    /// <summary>The first days of months, or of years, between two days; so many at most, and each said as exactly as it is meant.</summary>
    public static IReadOnlyList<PartialDate> Dates(DateOnly from, DateOnly to, int most = 6)
    {
        foreach (var step in MonthSteps)
        {
            var months = from.Year * 12 + from.Month - (from.Day == 1 ? 1 : 0);
            var first = (months + step - 1) / step * step;
            var last = to.Year * 12 + to.Month - 1;
            var count = last < first ? 0 : (last - first) / step + 1;
            if (count <= (step < 12 ? Math.Max(most - 2, 1) : most))
                return [.. Enumerable.Range(0, count).Select(i => first + i * step).Select(m => step < 12 ? PartialDate.OfMonth(m / 12, m % 12 + 1) : PartialDate.OfYear(m / 12))];
        }

        return [];
    }
}
