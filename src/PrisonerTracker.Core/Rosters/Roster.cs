using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using NpgsqlTypes;
using PrisonerTracker.Core.Prisoners;
using PrisonerTracker.Core.Shared;

namespace PrisonerTracker.Core.Rosters;

/// <summary>
/// Who was held on a day, or on some day of a month or a year, read from the kept periods. Today and later it is who is held as of now:
/// what is recorded has happened, however imprecise its date.
/// </summary>
public static class Roster
{
    /// <summary>The days a date may mean and whether today is among them; no days for no date.</summary>
    public static (NpgsqlRange<DateOnly> Days, bool IsNow) Of(PartialDate? on, DateOnly today) =>
        on is null ? (NpgsqlRange<DateOnly>.Empty, false) : (Days(on), on.Latest >= today);

    /// <summary>Certainly or possibly held.</summary>
    public static Expression<Func<Prisoner, bool>> Possibly(PartialDate on, DateOnly today)
    {
        var days = Days(on);
        return (on.Earliest >= today, on.Latest >= today) switch
        {
            (true, _) => p => Standing.Held.Contains(p.Standing.Custody),
            (_, true) => p => Standing.Held.Contains(p.Standing.Custody) || p.HeldPeriods.Any(h => h.Days.Overlaps(days)),
            _ => p => p.HeldPeriods.Any(h => h.Days.Overlaps(days)),
        };
    }

    /// <summary>Certainly held on one of the days at least.</summary>
    public static Expression<Func<Prisoner, bool>> Certainly(PartialDate on, DateOnly today)
    {
        var days = Days(on);
        return (on.Earliest >= today, on.Latest >= today) switch
        {
            (true, _) => p => Standing.Held.Contains(p.Standing.Custody),
            (_, true) => p => Standing.Held.Contains(p.Standing.Custody) || p.HeldPeriods.Any(h => h.IsCertain && h.Days.Overlaps(days)),
            _ => p => p.HeldPeriods.Any(h => h.IsCertain && h.Days.Overlaps(days)),
        };
    }

    private static NpgsqlRange<DateOnly> Days(PartialDate on) => new(on.Earliest, lowerBoundIsInclusive: true, on.Latest.AddDays(1), upperBoundIsInclusive: false);
}
