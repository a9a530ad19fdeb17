using System.Globalization;
using PrisonerTracker.Core.Shared;

namespace PrisonerTracker.Web.Charts;

/// <summary>Places and lengths of the texts in a drawing, in em, so that they grow with the reader's letters.</summary>
internal static class ChartText
{
    /// <summary>The height of a row of a chart of bars.</summary>
    public const double Row = 3.1;

    private const double PlotTop = 1.5;
    private const double PlotHeight = 16;
    private const double AboveTheLine = 0.3;
    private const int Longest = 23;

    public static string Em(double length) => length.ToString("0.##", CultureInfo.InvariantCulture) + "em";

    /// <summary>Where a text stands on a line of the plot.</summary>
    public static string Down(double y, double height) => Em(PlotTop + PlotHeight * y / height - AboveTheLine);

    /// <summary>The class of a text under the plot: in the middle of its place, or within the edges.</summary>
    public static string? Anchor(double x, double width) => x < width * 0.06 ? null : x > width * 0.94 ? "chart-end" : "chart-middle";

    /// <summary>"2021", "Sep 2021".</summary>
    public static string Short(PartialDate date) =>
        date.Earliest.ToString(date.Precision == DatePrecision.Year ? "yyyy" : "MMM yyyy", InterfaceLanguage.Current.Culture);

    /// <summary>As much of a label as a phone has room for; the table has the whole.</summary>
    public static string Cut(string label) => label.Length <= Longest ? label : label[..(Longest - 1)].TrimEnd(' ', ',', '·') + "…";
}
