using System.Globalization;
using System.Text.RegularExpressions;
using PrisonerTracker.Core.Statistics;
using PrisonerTracker.Web.Charts;
using Xunit;

namespace PrisonerTracker.Web.Tests.Charts;

/// <summary>What holds for every chart, tried with some thousand invented ones.</summary>
public sealed partial class ChartTests
{
    private static readonly DateOnly Start = new(1990, 1, 1);

    [Fact]
    public void Numbers_AnyHighest_AreRoundEquallySpacedAndCoverIt()
    {
        var dice = new Random(7);
        foreach (var highest in Enumerable.Range(0, 60).Concat(Enumerable.Range(0, 400).Select(_ => dice.Next(1_500_000))))
        {
            for (var most = 2; most <= 6; most++)
            {
                var ticks = Ticks.Numbers(highest, most);

                var step = ticks[1];
                Assert.Matches("^[125]0*$", step.ToString(CultureInfo.InvariantCulture));
                Assert.Equal(Enumerable.Range(0, ticks.Count).Select(i => i * step), ticks);
                Assert.InRange(ticks.Count, 2, most + 1);
                Assert.True(ticks[^1] >= highest && (ticks[^2] < highest || highest == 0), $"{highest}: {string.Join(' ', ticks)}");
            }
        }
    }

    [Fact]
    public void Dates_AnyRange_AreFirstDaysWithinItEquallySpaced()
    {
        var dice = new Random(8);
        for (var i = 0; i < 2000; i++)
        {
            var from = Start.AddDays(dice.Next(12000));
            var to = from.AddDays(dice.Next(1, i % 2 == 0 ? 900 : 30000));

            var ticks = Ticks.Dates(from, to);

            Assert.InRange(ticks.Count, to >= from.AddDays(62) ? 1 : 0, 6);
            Assert.All(ticks, t => Assert.True(t.Earliest.Day == 1 && t.Earliest >= from && t.Earliest <= to, $"{t} in {from:O} to {to:O}"));
            var months = ticks.Select(t => t.Earliest.Year * 12 + t.Earliest.Month).ToList();
            var steps = months.Zip(months.Skip(1), (a, b) => b - a).Distinct().ToList();
            Assert.True(steps.Count < 2 && steps.All(s => s > 0), string.Join(' ', ticks));
            if (steps.Count == 1)
                Assert.True(from.AddMonths(steps[0]) >= ticks[0].Earliest && ticks[^1].Earliest.AddMonths(steps[0]) > to, $"{from:O} to {to:O}: {string.Join(' ', ticks)}");
        }
    }

    [Fact]
    public void Steps_AnyLine_StaysInTheBoxAndEndsAtTheLastNumber()
    {
        var dice = new Random(9);
        for (var i = 0; i < 300; i++)
        {
            var (from, top) = (Start, dice.Next(1, 50000));
            var plot = new Plot(from, from.AddDays(dice.Next(1, 15000)), top);
            var numbers = new List<(DateOnly Day, int Number)> { (from, dice.Next(top + 1)) };
            for (var day = from.AddDays(1); day <= plot.To; day = day.AddDays(dice.Next(1, i % 2 == 0 ? 3 : 200)))
                numbers.Add((day, dice.Next(top + 1)));

            var path = plot.Steps(numbers);

            var (xs, ys) = (Numbers(path, 'H'), Numbers(path, 'V'));
            Assert.All(xs, x => Assert.InRange(x, 0, Plot.Width + 9));
            Assert.Equal(xs.Order(), xs);
            Assert.All(ys, y => Assert.InRange(y, 0, Plot.Height));
            Assert.Equal(plot.Y(numbers[^1].Number), ys[^2]);
            Assert.Equal(Plot.Height, ys[^1]);
            Assert.Equal(numbers.Max(n => n.Number), numbers.First(n => plot.Y(n.Number) == ys.Min()).Number, (double)top / Plot.Height + 1);
            Assert.True(path.Length < 4 * 1000 * 6, $"{path.Length}");
        }
    }

    [Fact]
    public void Bars_AnyMonths_StayInTheirHalf()
    {
        var dice = new Random(10);
        for (var i = 0; i < 200; i++)
        {
            var plot = new MonthPlot(dice.Next(1, 400), dice.Next(1, 3000));
            var numbers = Enumerable.Range(0, plot.Months).Select(m => (m, dice.Next(plot.Top + 1))).ToList();

            foreach (var up in new[] { true, false })
            {
                var heights = Heights().Matches(plot.Bars(numbers, up)).Select(m => int.Parse(m.Groups["height"].ValueSpan, CultureInfo.InvariantCulture)).ToList();
                Assert.Equal(numbers.Count(n => n.Item2 > 0), heights.Count);
                Assert.All(heights, h => Assert.InRange(up ? -h : h, 1, MonthPlot.Half));
            }
        }
    }

    [Fact]
    public void HeldChart_LastYears_BeginsWithTheNumberOfTheDayBefore()
    {
        var today = new DateOnly(2026, 1, 15);
        HeldDay[] days = [new(DateOnly.MinValue, 0, 2), new(new(2010, 5, 1), 3, 6), new(new(2025, 6, 1), 4, 6), new(today, 5, 5)];

        var all = HeldChart.Of(days, []);
        var last = HeldChart.Of(days, [], 1);

        Assert.Equal([new(new(2010, 5, 1), 3, 6), new(new(2025, 6, 1), 4, 6), new(today, 5, 5)], all.Days);
        Assert.Equal([new(new(2025, 1, 15), 3, 6), new(new(2025, 6, 1), 4, 6), new(today, 5, 5)], last.Days);
        Assert.Equal(3, last.Table.Figures.Rows.Count);
    }

    [Fact]
    public void HeldChart_ManyChanges_HasATableOfMonthEnds()
    {
        var today = new DateOnly(2026, 1, 15);
        var days = Enumerable.Range(0, 800).Select(i => new HeldDay(new DateOnly(2020, 1, 1).AddDays(i), i, i)).Append(new HeldDay(today, 7, 7)).ToList();

        var (table, isMonthly) = HeldChart.Of(days, []).Table;

        Assert.True(isMonthly);
        Assert.Equal(73, table.Rows.Count);
        Assert.Equal(("2020-01-31", 30), (table.Rows[0].Code, table.Rows[0].Numbers[0]));
        Assert.Equal(("2026-01-15", 7), (table.Rows[^1].Code, table.Rows[^1].Numbers[0]));
    }

    [Fact]
    public void HeldChart_NobodyEver_IsDrawnAllTheSame()
    {
        var chart = HeldChart.Of([new(new(2026, 1, 15), 0, 0)], []);

        Assert.Equal(1, chart.Plot.Top);
        Assert.NotEmpty(chart.Certain);
        Assert.Equal(2, chart.Table.Figures.Rows.Count);
    }

    [Fact]
    public void MonthChart_DatesOfAYearOnly_AreInTheTableAndInNoBar()
    {
        var chart = MonthChart.Of([new(2024, 5, 2, 0, 0), new(2024, null, 9, 0, 0), new(2025, 1, 0, 3, 1), new(null, null, 4, 0, 0)], new(2026, 1, 15));

        Assert.Equal((new DateOnly(2024, 5, 1), 21, 3), (chart.From, chart.Plot.Months, chart.Plot.Top));
        Assert.Single(Heights().Matches(chart.Detained));
        Assert.Equal(4, Figures.Of(chart.Months).Rows.Count);
    }

    private static List<int> Numbers(string path, char command) =>
        [.. Regex.Matches(path, command + "([0-9]+)", RegexOptions.NonBacktracking).Select(m => int.Parse(m.Groups[1].ValueSpan, CultureInfo.InvariantCulture))];

    [GeneratedRegex("v(?<height>-?[0-9]+)h", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Heights();
}
