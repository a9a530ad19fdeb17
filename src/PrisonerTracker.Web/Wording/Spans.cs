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
            return "less than a month";
        if (least.Years == most.Years && least.Years > 0 && least.Months == most.Months)
            return Say(least);
        if (most.Years == 0)
            return least.Months == most.Months && least.Months > 0 ? Say((0, least.Months, 0)) : Range(least.Months, most.Months, "month");
        return least.Years == most.Years
            ? $"{Count(least.Years, "year")} and {Range(least.Months, most.Months, "month")}"
            : Range(least.Years, most.Years, "year");
    }

    public static string Of(Term term) =>
        Join([(term.Years, "year"), (term.Months, "month"), (term.Days, "day")]);

    /// <summary>"43", or "42 or 43" when the birth date leaves it open.</summary>
    public static string Age(PartialDate born, PartialDate on)
    {
        var (least, most) = (Whole(born.Latest, on.Earliest).Years, Whole(born.Earliest, on.Latest).Years);
        return least == most ? $"{least}" : least + 1 == most ? $"{least} or {most}" : $"{least} to {most}";
    }

    public static string Count(int number, string noun) => number == 1 ? $"1 {noun}" : $"{number} {noun}s";

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
        { Years: 0, Months: 0 } => Count(span.Days, "day"),
        _ => Join([(span.Years, "year"), (span.Months, "month")]),
    };

    private static string Join(IEnumerable<(int Number, string Noun)> parts)
    {
        var said = parts.Where(p => p.Number > 0).Select(p => Count(p.Number, p.Noun)).ToList();
        return said.Count < 2 ? string.Concat(said) : $"{string.Join(", ", said[..^1])} and {said[^1]}";
    }

    private static string Range(int least, int most, string noun) =>
        least == 0 ? $"up to {Count(most, noun)}" : $"{least} to {Count(most, noun)}";
}
