using System.Globalization;
using PrisonerTracker.Core.Shared;

namespace PrisonerTracker.Web.Wording;

/// <summary>Dates as people write them, never more exact than they are known.</summary>
public static class Dates
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    public static string Of(PartialDate date) => (date.IsApproximate ? "about " : "") + date.Precision switch
    {
        DatePrecision.Day => date.Earliest.ToString("d MMMM yyyy", English),
        DatePrecision.Month => date.Earliest.ToString("MMMM yyyy", English),
        _ => date.Earliest.ToString("yyyy", English),
    };

    public static string Of(DateOnly day) => day.ToString("d MMMM yyyy", English);

    /// <summary>A moment, to the minute, in UTC and saying so.</summary>
    public static string Of(DateTime moment) => moment.ToString("d MMMM yyyy, HH:mm 'UTC'", English);

    /// <summary>With the preposition a sentence needs: "on 6 September 2021", "in September 2021".</summary>
    public static string When(PartialDate date) => (date.Precision == DatePrecision.Day ? "on " : "in ") + Of(date);
}
