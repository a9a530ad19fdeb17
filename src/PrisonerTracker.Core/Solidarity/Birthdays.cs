using PrisonerTracker.Core.Prisoners;
using PrisonerTracker.Core.Shared;

namespace PrisonerTracker.Core.Solidarity;

/// <summary>
/// When somebody has a birthday. A birth date known to the day has one, known to the month it is in that month on no day anybody could name,
/// and known to the year, or only about, it has none.
/// </summary>
public static class Birthdays
{
    /// <summary>Whether the date says on which day the birthday is.</summary>
    public static bool HasDay(PartialDate? born) => born is { Precision: DatePrecision.Day, IsApproximate: false };

    /// <summary>The birthday in a year; of the 29th of February the 28th where the year has none.</summary>
    public static DateOnly In(DateOnly born, int year) =>
        new(year, born.Month, Math.Min(born.Day, DateTime.DaysInMonth(year, born.Month)));

    /// <summary>The first birthday on a day or after it.</summary>
    public static DateOnly Next(DateOnly born, DateOnly from) =>
        In(born, from.Year) is var thisYear && thisYear >= from ? thisYear : In(born, from.Year + 1);

    /// <summary>Whoever certainly has a birthday on one of the days, or was born in a month of some number, on a day that is not known.</summary>
    public static IQueryable<Prisoner> WithBirthdayOn(this IQueryable<Prisoner> people, IEnumerable<DateOnly> days, int? orSomeDayOfMonth = null)
    {
        int[] dates = [.. days.SelectMany(DatesOf).Distinct()];
        return people.Where(p => !p.BornOn!.IsApproximate && (p.BornOn.Earliest == p.BornOn.Latest
            ? dates.Contains(p.BornOn.Earliest.Month * 100 + p.BornOn.Earliest.Day)
            : p.BornOn.Earliest.Month == orSomeDayOfMonth && p.BornOn.Latest.Month == orSomeDayOfMonth));
    }

    // On the last day of a February that has 28, whoever was born on the 29th as well.
    private static IEnumerable<int> DatesOf(DateOnly day)
    {
        yield return day.Month * 100 + day.Day;
        if (day is { Month: 2, Day: 28 } && !DateTime.IsLeapYear(day.Year))
            yield return 229;
    }
}
