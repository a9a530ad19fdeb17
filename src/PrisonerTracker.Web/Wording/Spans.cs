using PrisonerTracker.Core.Imprisonments;
using PrisonerTracker.Core.Shared;

namespace PrisonerTracker.Web.Wording;

/// <summary>Lengths of time in words; between imprecise dates, the range they may have had.</summary>
public static class Spans
{
    /// <summary>"5 years and 3 months", "2 to 3 years", "4 days"; empty for no time at all.</summary>
    public static string Between(PartialDate from, PartialDate until)
    {
        var (least, most) = (Whole(from.Latest, until.Earliest), Whole(from.Earliest, until.Latest));
        if (most == (0, 0, 0))
            return "";
        if (least == most)
            return Say(least);
        if (most is { Years: 0, Months: 0 })
            return T("less than a month");
        if (least.Years == most.Years && least.Years > 0 && least.Months == most.Months)
            return Say(least);
        if (most.Years == 0)
            return least.Months == most.Months && least.Months > 0 ? Say((0, least.Months, 0)) : MonthsBetween(least.Months, most.Months);
        return least.Years == most.Years
            ? T("{0} and {1}", Years(least.Years), MonthsBetween(least.Months, most.Months))
            : YearsBetween(least.Years, most.Years);
    }

    public static string Of(Term term) =>
        Join([(term.Years, Years), (term.Months, Months), (term.Days, Days)]);

    /// <summary>"43", or "42 or 43" when the birth date leaves it open.</summary>
    public static string Age(PartialDate born, PartialDate on)
    {
        var (least, most) = (Whole(born.Latest, on.Earliest).Years, Whole(born.Earliest, on.Latest).Years);
        return least == most ? $"{least}" : least + 1 == most ? T("{0} or {1}", least, most) : T("{0} to {1}", least, most);
    }

    public static string Years(int number) => N(number, "{0} year", "{0} years");

    public static string Months(int number) => N(number, "{0} month", "{0} months");

    public static string Days(int number) => N(number, "{0} day", "{0} days");

    /// <summary>"1 person", "1,200 people".</summary>
    public static string People(int number) => N(number, "{0} person", "{0} people");

    private static (int Years, int Months, int Days) Whole(DateOnly from, DateOnly until)
    {
        if (until <= from)
            return (0, 0, 0);

        var months = (until.Year - from.Year) * 12 + until.Month - from.Month;
        if (from.AddMonths(months) > until)
            months--;
        return (months / 12, months % 12, until.DayNumber - from.AddMonths(months).DayNumber);
    }

    // Beyond a month nobody counts days.
    private static string Say((int Years, int Months, int Days) span) => span switch
    {
        { Years: 0, Months: 0 } => Days(span.Days),
        _ => Join([(span.Years, Years), (span.Months, Months)]),
    };

    private static string Join(IEnumerable<(int Number, Func<int, string> Say)> parts)
    {
        var said = parts.Where(p => p.Number > 0).Select(p => p.Say(p.Number)).ToList();
        return said.Count < 2 ? string.Concat(said) : T("{0} and {1}", string.Join(", ", said[..^1]), said[^1]);
    }

    private static string MonthsBetween(int least, int most) => least == 0
        ? N(most, "up to {0} month", "up to {0} months")
        : N(most, "{1} to {0} month", "{1} to {0} months", least);

    private static string YearsBetween(int least, int most) => least == 0
        ? N(most, "up to {0} year", "up to {0} years")
        : N(most, "{1} to {0} year", "{1} to {0} years", least);
}
