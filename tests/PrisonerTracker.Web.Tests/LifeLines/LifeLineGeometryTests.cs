using PrisonerTracker.Core.Imprisonments;
using PrisonerTracker.Core.Releases;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Core.Terms;
using PrisonerTracker.Web.LifeLines;
using Xunit;

namespace PrisonerTracker.Web.Tests.LifeLines;

public sealed class LifeLineGeometryTests
{
    private static readonly DateOnly Today = new(2026, 1, 15);

    private const int Lives = 300;

    [Fact]
    public void Of_AnyLife_StaysInsideTheBox() => OfEveryLife((line, drawing) =>
    {
        Assert.All(Across(drawing), x => Assert.InRange(x, 0, drawing.Width));
        Assert.All(drawing.Bars, b => Assert.True(b.StartFirst <= b.StartLast && b.EndFirst <= b.EndLast && b.StartFirst < b.EndLast));
        Assert.All(drawing.Rests, r => Assert.True(r.From <= r.Sure && r.Sure <= r.Possible));
        Assert.All(drawing.Labels, l => Assert.InRange(drawing.LaneTop(l), 0, drawing.BarTop - LifeLineGeometry.LaneHeight));
        Assert.Equal(line.Bars.Count, drawing.Bars.Count);
        Assert.Equal(line.Marks.Count, drawing.Marks.Count);
    });

    [Fact]
    public void Of_AnyLife_KeepsTheOrderOfTime() => OfEveryLife((_, drawing) =>
    {
        foreach (var (a, b) in from a in drawing.Marks from b in drawing.Marks where a.Mark.On.Last < b.Mark.On.First select (a, b))
            Assert.True(a.X < b.X, $"{a.Mark} is drawn at {a.X}, {b.Mark} at {b.X}");
        Assert.Equal(drawing.Ticks.OrderBy(t => t.Year), drawing.Ticks.OrderBy(t => t.X));
    });

    [Fact]
    public void Of_PartialDates_SoftEndsAreAsWideAsTheUncertainty() => OfEveryLife((line, drawing) =>
    {
        var days = LifeLineGeometry.Span(line.Days);
        var perDay = (drawing.Width - 2 * LifeLineGeometry.Inset) / (days.Last.DayNumber - days.First.DayNumber);
        foreach (var (bar, box) in line.Bars.Zip(drawing.Bars).Where(b => b.Second.EndLast - b.Second.StartFirst > 3))
        {
            if (bar.IsStartKnown)
                Assert.Equal(perDay * Uncertain(bar.Start), box.StartLast - box.StartFirst, 6);
            Assert.Equal(perDay * Uncertain(bar.End), box.EndLast - box.EndFirst, 6);
        }

        foreach (var (rest, box) in line.Rests.Zip(drawing.Rests).Where(r => r.First.Until is not null))
            Assert.Equal(perDay * Uncertain(rest.Until!), box.Possible - box.Sure, 6);
    });

    [Fact]
    public void Of_AnyLife_LabelsNeverOverlapAtThisWidthOrAnyLarger() => OfEveryLife((_, drawing) =>
    {
        foreach (var times in new[] { 1, 1.1, 1.7, 3 })
        {
            // Across everything is a share of the width; letters keep their size.
            (double X, double Left, double Right, int Lane) At(LifeLineGeometry.LabelBox l) => (l.X * times, l.X * times + l.Left - l.X, l.X * times + l.Right - l.X, l.Lane);
            var labels = drawing.Labels.Select(At).ToList();
            foreach (var (a, b) in from i in Enumerable.Range(0, labels.Count) from j in Enumerable.Range(0, labels.Count) where i != j select (labels[i], labels[j]))
            {
                Assert.False(a.Lane == b.Lane && a.Left < b.Right && b.Left < a.Right, $"{a} meets {b}");
                Assert.False(a.Lane > b.Lane && a.X > b.Left && a.X < b.Right, $"the leader of {a} runs through {b}");
            }
        }
    });

    [Fact]
    public void Of_SharedAxis_OneDayIsAtOnePlace()
    {
        var lines = Enumerable.Range(0, 50).Select(seed => LifeLine.Of(Life(seed))).Where(l => !l.IsEmpty).ToList();
        var days = LifeLine.Around(lines)!;

        var drawings = lines.ConvertAll(l => LifeLineGeometry.Of(l, 120, days, withLabels: false));

        Assert.All(drawings, d => Assert.Equal(drawings[0].Ticks, d.Ticks));
        Assert.All(drawings.SelectMany(d => d.Labels.Select(l => l.X)), _ => Assert.Fail("Small ones have no labels"));
        Assert.All(drawings.SelectMany(Across), x => Assert.InRange(x, 0, 120));
    }

    [Fact]
    public void Of_ArrestOfThreeDays_IsStillSeen()
    {
        var line = LifeLine.Of(new LifeFacts(
            [
                new LifeCase { Kind = ImprisonmentKind.Custody, DetainedOn = PartialDate.Parse("2025-12-29"), Releases = [Released("2025-12-31")] },
                new LifeCase { Kind = ImprisonmentKind.Custody, DetainedOn = PartialDate.Parse("1996"), Releases = [Released("1997")] },
            ], null, Today));

        var bar = LifeLineGeometry.Of(line, LifeLineSvg.Narrow).Bars[1];

        Assert.True(bar.EndFirst - bar.StartLast >= 2);
    }

    [Theory]
    [InlineData("2020-09-07", "2025-12-13", 3)]
    [InlineData("2011-08", "2025-12-13", 3)]
    public void Of_OneImprisonmentOnAPhone_NamesDetentionVerdictAndRelease(string detained, string released, int labels)
    {
        var line = LifeLine.Of(new LifeFacts(
            [
                new LifeCase
                {
                    Kind = ImprisonmentKind.Custody,
                    DetainedOn = PartialDate.Parse(detained),
                    Decisions = [Verdict("2021-09-06", Term.Of(11))],
                    Releases = [Released(released)],
                },
            ], null, Today));

        var drawing = LifeLineGeometry.Of(line, LifeLineSvg.Narrow);

        Assert.True(drawing.Labels.Count >= labels, string.Join(", ", drawing.Labels.Select(l => l.Mark.Title)));
    }

    private static void OfEveryLife(Action<LifeLine, LifeLineGeometry> check)
    {
        foreach (var line in Enumerable.Range(0, Lives).Select(seed => LifeLine.Of(Life(seed))).Where(l => !l.IsEmpty))
        {
            check(line, LifeLineGeometry.Of(line, LifeLineSvg.Narrow));
            check(line, LifeLineGeometry.Of(line, LifeLineSvg.Wide));
        }
    }

    private static IEnumerable<double> Across(LifeLineGeometry drawing) =>
        drawing.Bars.SelectMany(b => new[] { b.StartFirst, b.StartLast, b.EndFirst, b.EndLast })
            .Concat(drawing.Rests.SelectMany(r => new[] { r.From, r.Sure, r.Possible }))
            .Concat(drawing.Marks.Select(m => m.X))
            .Concat(drawing.Labels.SelectMany(l => new[] { l.X, l.Left, l.Right }))
            .Concat(drawing.Ticks.Select(t => t.X));

    private static int Uncertain(DayRange range) => range.Last.DayNumber - range.First.DayNumber;

    private static LifeRelease Released(string on) => new(PartialDate.Parse(on), ReleaseGround.Pardon, null, null);

    private static Decision Verdict(string on, Term? term) => new()
    {
        SentenceId = Guid.NewGuid(),
        Penalty = Penalty.Imprisonment,
        Term = term,
        DecidedOn = PartialDate.Parse(on),
    };

    /// <summary>Lives of every kind: one or many imprisonments, dates of every precision, known and not.</summary>
    private static LifeFacts Life(int seed)
    {
        var random = new Random(seed);
        var cases = new List<LifeCase>();
        var day = new DateOnly(random.Next(1930, 2025), random.Next(1, 13), random.Next(1, 28));
        for (var n = random.Next(0, 5); n >= 0 && day < Today; n--)
        {
            var detained = day;
            var released = detained.AddDays(random.Next(1, 4) == 1 ? random.Next(1, 20) : random.Next(20, 3000));
            var isOpen = released >= Today || (n == 0 && random.Next(3) == 0);
            var back = released.AddDays(-random.Next(0, 10));
            cases.Add(new LifeCase
            {
                Kind = (ImprisonmentKind)random.Next(5),
                DetainedOn = random.Next(6) == 0 ? null : Partial(random, detained),
                ConfirmedOn = random.Next(3) == 0 ? Partial(random, detained.AddDays(3)) : null,
                Decisions =
                [
                    .. Enumerable.Range(0, random.Next(4)).Select(i => Verdict(Partial(random, detained.AddDays(i * 90)).ToString(), random.Next(4) == 0 ? null : Term.Of(random.Next(0, 20), random.Next(1, 12))) with
                    {
                        Instance = (Instance)random.Next(5),
                        Penalty = (Penalty)random.Next(13),
                    }),
                ],
                Transfers = [.. Enumerable.Range(0, random.Next(6)).Select(i => Partial(random, detained.AddDays(i * 40)))],
                Releases =
                [
                    .. random.Next(5) == 0 ? [new LifeRelease(Partial(random, back), ReleaseGround.Pardon, UndoKind.ReturnedToCustody, random.Next(2) == 0 ? null : Partial(random, back.AddDays(2)))] : (LifeRelease[])[],
                    .. isOpen ? (LifeRelease[])[] : [new LifeRelease(Partial(random, released), (ReleaseGround)random.Next(5), null, null)],
                ],
            });
            day = released.AddDays(random.Next(30, 4000));
        }

        return new LifeFacts(cases, random.Next(8) == 0 ? Partial(random, day) : null, Today);
    }

    private static PartialDate Partial(Random random, DateOnly day) => random.Next(3) switch
    {
        0 => PartialDate.OfYear(day.Year),
        1 => PartialDate.OfMonth(day.Year, day.Month),
        _ => PartialDate.OfDay(day),
    };
}
