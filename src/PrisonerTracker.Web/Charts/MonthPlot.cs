using System.Globalization;
using System.Text;

namespace PrisonerTracker.Web.Charts;

/// <summary>The box of two rows of bars, one a month: one row stands on the line in the middle, the other hangs from it, on one scale.</summary>
/// <param name="Months">How many months there are.</param>
/// <param name="Top">The number at the upper and at the lower edge.</param>
internal sealed record MonthPlot(int Months, int Top)
{
    public const int Half = 200;
    private const int Pitch = 4;
    private const int Bar = 3;

    public int Width => Math.Max(1, Months) * Pitch;

    /// <summary>How far from the left the month begins, for a text.</summary>
    public string Along(int month) => Percent.Of(month, Math.Max(1, Months));

    public string Bars(IEnumerable<(int Month, int Number)> numbers, bool up)
    {
        var path = new StringBuilder();
        foreach (var (month, number) in numbers.Where(n => n.Number > 0))
        {
            var height = Math.Max(1, (int)Math.Round(number * (double)Half / Math.Max(1, Top)));
            path.Append(CultureInfo.InvariantCulture, $"M{month * Pitch} {Half}v{(up ? -height : height)}h{Bar}V{Half}");
        }

        return path.ToString();
    }

    /// <summary>A line across at each number, above and below the middle.</summary>
    public string Grid(IEnumerable<int> numbers) => string.Concat(numbers
        .SelectMany(n => new[] { Half - n * Half / Math.Max(1, Top), Half + n * Half / Math.Max(1, Top) }).Distinct()
        .Select(y => string.Create(CultureInfo.InvariantCulture, $"M0 {y}H{Width}")));
}
