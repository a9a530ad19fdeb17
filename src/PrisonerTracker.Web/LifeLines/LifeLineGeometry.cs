namespace PrisonerTracker.Web.LifeLines;

/// <summary>
/// A life line laid out for the least width it is shown at. Across, everything is a share of the width, so that it may be shown wider;
/// down, and for letters and signs, it is pixels. What does not touch at the least width does not touch at any larger one.
/// </summary>
internal sealed record LifeLineGeometry
{
    /// <summary>Signs and bars keep this far from both edges.</summary>
    public const double Inset = 8;

    public const double LaneHeight = 36;
    public const double BarHeight = 18;

    /// <summary>Below the axis stand the years.</summary>
    public const double AxisHeight = 24;

    private const double Gap = 8;
    private const double LeastBar = 2;
    private const double OpenStart = 10;
    private const double LeastTick = 44;
    private const int MostLanes = 3;
    private static readonly int[] Steps = [1, 2, 5, 10, 20, 50, 100, 200, 500];

    /// <summary>Where a bar may have begun, where it certainly lasted, and where it may have ended.</summary>
    public sealed record BarBox(double StartFirst, double StartLast, double EndFirst, double EndLast, bool IsStartKnown, bool IsRestriction);

    /// <summary>The sentence beyond the served time: certainly to Sure, possibly to Possible.</summary>
    public sealed record RestBox(double From, double Sure, double Possible, bool IsEndless);

    public sealed record MarkBox(double X, LifeMark Mark);

    /// <summary>Two lines of text from Left to Right, beside a leader that stands at X and reaches down to the bar.</summary>
    public sealed record LabelBox(double X, double Left, double Right, int Lane, bool IsBefore, LifeMark Mark);

    public sealed record Tick(double X, int Year);

    public required double Width { get; init; }
    public required int Lanes { get; init; }
    public required IReadOnlyList<BarBox> Bars { get; init; }
    public required IReadOnlyList<RestBox> Rests { get; init; }
    public required IReadOnlyList<MarkBox> Marks { get; init; }
    public required IReadOnlyList<LabelBox> Labels { get; init; }
    public required IReadOnlyList<Tick> Ticks { get; init; }

    /// <summary>Where today is, on an axis that reaches beyond it.</summary>
    public double? Today { get; init; }

    public double BarTop => Lanes * LaneHeight + Gap;
    public double Axis => BarTop + BarHeight + Gap;
    public double Height => Axis + AxisHeight;

    public double LaneTop(LabelBox label) => (Lanes - 1 - label.Lane) * LaneHeight;

    /// <summary>Lays it out.</summary>
    /// <param name="line">What to draw; not empty.</param>
    /// <param name="width">The least width in pixels.</param>
    /// <param name="days">The days the axis spans at least, when several people share one.</param>
    /// <param name="withLabels">Whether marks are named.</param>
    public static LifeLineGeometry Of(LifeLine line, double width, DayRange? days = null, bool withLabels = true)
    {
        var scale = new Scale(days ?? line.Days, width);
        var marks = line.Marks.Select(m => new MarkBox(scale.Middle(m.On), m)).ToList();
        var labels = withLabels ? LifeLabels.Place(marks, width, MostLanes) : [];
        return new LifeLineGeometry
        {
            Width = width,
            Lanes = labels.Count == 0 ? 0 : labels.Max(l => l.Lane) + 1,
            Bars = [.. line.Bars.Select(b => Bar(b, scale))],
            Rests = [.. line.Rests.Select(r => Rest(r, scale))],
            Marks = marks,
            Labels = labels,
            Ticks = [.. Years(scale)],
            Today = scale.Days.Last > line.Today && scale.Days.First < line.Today ? scale.X(line.Today) : null,
        };
    }

    /// <summary>Whole years around the days: where an axis begins and ends.</summary>
    public static DayRange Span(DayRange days) =>
        new(new DateOnly(days.First.Year, 1, 1), new DateOnly(Math.Min(days.Last.Year + 1, DateOnly.MaxValue.Year), 1, 1));

    private static BarBox Bar(LifeBar bar, Scale scale)
    {
        var (startFirst, startLast) = (scale.X(bar.Start.First), scale.X(bar.Start.Last));
        var (endFirst, endLast) = (scale.X(bar.End.First), scale.X(bar.End.Last));
        if (!bar.IsStartKnown)
            startFirst = Math.Max(Inset, startFirst - OpenStart);
        if (endLast - startFirst < LeastBar)
        {
            // An arrest of days on an axis of years is still seen.
            startFirst = startLast = Math.Min(startFirst, scale.Right - LeastBar);
            endFirst = endLast = startFirst + LeastBar;
        }

        return new BarBox(startFirst, startLast, endFirst, endLast, bar.IsStartKnown, bar.IsRestriction);
    }

    private static RestBox Rest(LifeRest rest, Scale scale) => rest.Until is { } until
        ? new RestBox(scale.X(rest.From), scale.X(until.First), scale.X(until.Last), false)
        : new RestBox(scale.X(rest.From), scale.X(rest.From), scale.Right, true);

    private static IEnumerable<Tick> Years(Scale scale)
    {
        var (first, last) = (scale.Days.First.Year, scale.Days.Last.Year);
        var room = Math.Max(1, (int)((scale.Right - Inset) / LeastTick));
        var step = Array.Find(Steps, s => (last - first + s - 1) / s <= room);
        if (step == 0)
            step = Steps[^1];
        for (var year = (first + step - 1) / step * step; year <= last; year += step)
            yield return new Tick(scale.X(new DateOnly(year, 1, 1)), year);
    }

    private sealed class Scale(DayRange days, double width)
    {
        public DayRange Days { get; } = Span(days);

        public double Right { get; } = width - Inset;

        public double X(DateOnly day)
        {
            var share = (double)(day.DayNumber - Days.First.DayNumber) / (Days.Last.DayNumber - Days.First.DayNumber);
            return Inset + Math.Clamp(share, 0, 1) * (Right - Inset);
        }

        public double Middle(DayRange range) => (X(range.First) + X(range.Last)) / 2;
    }
}
