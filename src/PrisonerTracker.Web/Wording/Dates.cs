using System.Globalization;
using PrisonerTracker.Core.Shared;

namespace PrisonerTracker.Web.Wording;

/// <summary>Dates as people write them, never more exact than they are known.</summary>
public static class Dates
{
    private static CultureInfo Culture => InterfaceLanguage.Current.Culture;

    /// <summary>"6 September 2021", "September 2021", "2021", "about 2021".</summary>
    public static string Of(PartialDate date) => date.IsApproximate ? T("about {0}", InSentence(date)) : date.Precision switch
    {
        DatePrecision.Day => Of(date.Earliest),
        DatePrecision.Month => date.Earliest.ToString("MMMM yyyy", Culture),
        _ => date.Earliest.ToString("yyyy", Culture),
    };

    public static string Of(DateOnly day) => day.ToString("d MMMM yyyy", Culture);

    /// <summary>"9:30", by the clocks of the place.</summary>
    public static string Of(TimeOnly time) => time.ToString("H:mm", CultureInfo.InvariantCulture);

    /// <summary>A moment, to the minute, in UTC and saying so.</summary>
    public static string Of(DateTime moment) => moment.ToString("d MMMM yyyy, HH:mm 'UTC'", Culture);

    /// <summary>With the preposition a sentence needs: "on 6 September 2021", "in September 2021".</summary>
    public static string When(PartialDate date) => date switch
    {
        { Precision: DatePrecision.Day, IsApproximate: false } => When(date.Earliest),
        { Precision: DatePrecision.Day } => T("on {0}¦about a day", Of(date)),
        { IsApproximate: true } => T("in {0}¦about a month or year", Of(date)),
        { Precision: DatePrecision.Month } => InMonth(date.Earliest),
        _ => T("in {0}¦year", Of(date)),
    };

    /// <summary>"on 6 September 2021".</summary>
    public static string When(DateOnly day) => T("on {0}", Of(day));

    /// <summary>"since 6 September 2021", "since September 2021".</summary>
    public static string Since(PartialDate date) => date.IsApproximate
        ? T("since about {0}", InSentence(date))
        : T("since {0}", InSentence(date));

    /// <summary>"September".</summary>
    public static string MonthName(int month) => Culture.DateTimeFormat.GetMonthName(month);

    // As it stands after a preposition: languages that decline their months write another form there than alone.
    private static string InSentence(PartialDate date) => date.Precision switch
    {
        DatePrecision.Day => Of(date.Earliest),
        DatePrecision.Month => $"{Culture.DateTimeFormat.MonthGenitiveNames[date.Earliest.Month - 1]} {date.Earliest.ToString("yyyy", Culture)}",
        _ => date.Earliest.ToString("yyyy", Culture),
    };

    private static string InMonth(DateOnly month)
    {
        var year = month.ToString("yyyy", Culture);
        return month.Month switch
        {
            1 => T("in January {0}", year),
            2 => T("in February {0}", year),
            3 => T("in March {0}", year),
            4 => T("in April {0}", year),
            5 => T("in May {0}", year),
            6 => T("in June {0}", year),
            7 => T("in July {0}", year),
            8 => T("in August {0}", year),
            9 => T("in September {0}", year),
            10 => T("in October {0}", year),
            11 => T("in November {0}", year),
            _ => T("in December {0}", year),
        };
    }
}
