using System.Globalization;
using System.Text;

namespace PrisonerTracker.Web.Charts;

/// <summary>
/// The box a chart of days is drawn in, stretched to the width of the page by the browser: the days from left to right, numbers from the
/// bottom. Texts are placed beside it in parts of a hundred, so that they keep their size on a phone.
/// </summary>
/// <param name="From">The first day, at the left edge.</param>
/// <param name="To">The last, at the right edge.</param>
/// <param name="Top">The number at the upper edge.</param>
internal sealed record Plot(DateOnly From, DateOnly To, int Top)
{
    public const int Width = 1000;
    public const int Height = 480;

    public int X(DateOnly day) => (int)Math.Round((day.DayNumber - From.DayNumber) * (double)Width / Math.Max(1, To.DayNumber - From.DayNumber));

    public int Y(int number) => Height - (int)Math.Round(number * (double)Height / Math.Max(1, Top));

    /// <summary>How far from the left a day stands, for a text.</summary>
    public string Along(DateOnly day) => Percent.Of(X(day), Width);

    /// <summary>
    /// The area under a line that holds each number until the next day that has another. Of the days that fall on one point of the width,
    /// the lowest, the highest and the last number are drawn, so that the line grows no longer than the box is wide.
    /// </summary>
    /// <param name="numbers">In order; the first holds from the left edge on, even if its day is before it.</param>
    public string Steps(IEnumerable<(DateOnly Day, int Number)> numbers)
    {
        var path = new StringBuilder();
        var at = -1;
        foreach (var column in numbers.GroupBy(n => Math.Max(0, X(n.Day))))
        {
            int[] reached = [Y(column.Min(n => n.Number)), Y(column.Max(n => n.Number)), Y(column.Last().Number)];
            if (at < 0)
            {
                Append(path, $"M-9 {Height}V{reached[^1]}");
                at = reached[^1];
            }

            if (reached.All(y => y == at))
                continue;
            Append(path, $"H{column.Key}");
            foreach (var y in reached)
            {
                if (y != at)
                    Append(path, $"V{y}");
                at = y;
            }
        }

        return at < 0 ? "" : Append(path, $"H{Width + 9}V{Height}").ToString();
    }

    /// <summary>A line from top to bottom at each day.</summary>
    public string Marks(IEnumerable<DateOnly> days) =>
        days.Select(X).Distinct().Aggregate(new StringBuilder(), (path, x) => Append(path, $"M{x} 0V{Height}")).ToString();

    /// <summary>A line across at each number.</summary>
    public string Grid(IEnumerable<int> numbers) =>
        numbers.Aggregate(new StringBuilder(), (path, number) => Append(path, $"M0 {Y(number)}H{Width}")).ToString();

    private static StringBuilder Append(StringBuilder path, FormattableString part) => path.Append(part.ToString(CultureInfo.InvariantCulture));
}

/// <summary>Parts of a hundred, as an attribute of a drawing has them.</summary>
internal static class Percent
{
    public static string Of(double part, double whole) => (whole == 0 ? 0 : part * 100 / whole).ToString("0.##", CultureInfo.InvariantCulture) + "%";
}
