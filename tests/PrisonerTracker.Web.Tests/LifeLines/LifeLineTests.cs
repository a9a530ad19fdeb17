using PrisonerTracker.Core.Imprisonments;
using PrisonerTracker.Core.Prisoners;
using PrisonerTracker.Core.Releases;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Core.Terms;
using PrisonerTracker.Testing;
using PrisonerTracker.Web.LifeLines;
using Xunit;

namespace PrisonerTracker.Web.Tests.LifeLines;

public sealed class LifeLineTests(RegisterApp app) : IClassFixture<RegisterApp>
{
    private static readonly DateOnly Today = new(2026, 1, 15);

    [Fact]
    public void Of_SentenceBeyondTheRelease_LeavesARest()
    {
        var line = Line(new LifeCase { Kind = ImprisonmentKind.Custody, DetainedOn = PartialDate.Parse("2020-09"), Decisions = [Verdict(Term.Of(11))], Releases = [Released("2025-12-13")] });

        var rest = Assert.Single(line.Rests);
        Assert.Equal((new DateOnly(2025, 12, 13), new DayRange(new(2031, 9, 1), new(2031, 9, 30))), (rest.From, rest.Until));
        Assert.Equal("11 years", Assert.Single(line.Marks, m => m.Kind == LifeMarkKind.TermEnd).Text);
    }

    [Fact]
    public void Of_TermThatWasServed_LeavesNone()
    {
        var line = Line(new LifeCase { Kind = ImprisonmentKind.Custody, DetainedOn = PartialDate.Parse("2020-09-01"), Decisions = [Verdict(Term.Of(2))], Releases = [Released("2022-09-01")] });

        Assert.Empty(line.Rests);
    }

    [Fact]
    public void Of_SentenceForLife_HasNoEnd()
    {
        var line = Line(new LifeCase { Kind = ImprisonmentKind.Custody, DetainedOn = PartialDate.Parse("2020-09-01"), Decisions = [Verdict(null) with { Penalty = Penalty.LifeImprisonment }] });

        Assert.Null(Assert.Single(line.Rests).Until);
    }

    [Fact]
    public void Of_FreedAndTakenBack_IsTwoBars()
    {
        var line = Line(new LifeCase
        {
            Kind = ImprisonmentKind.Custody,
            DetainedOn = PartialDate.Parse("2020-09-01"),
            Releases = [new LifeRelease(PartialDate.Parse("2021-02"), ReleaseGround.Amnesty, UndoKind.ReturnedToCustody, PartialDate.Parse("2021-05-03"))],
        });

        Assert.Equal([new DayRange(new(2021, 2, 1), new(2021, 2, 28)), DayRange.Of(Today)], line.Bars.Select(b => b.End));
    }

    [Fact]
    public void Of_TriedInAbsentia_IsAMarkWithoutABar()
    {
        var line = Line(new LifeCase { Kind = ImprisonmentKind.InAbsentia, Decisions = [Verdict(Term.Of(12)) with { InAbsentia = true }] });

        Assert.Empty(line.Bars);
        Assert.Equal(LifeMarkKind.Decision, Assert.Single(line.Marks).Kind);
    }

    [Fact]
    public void Words_SeveralImprisonments_AreSaidInOrder()
    {
        var words = LifeLineWords.Of(new LifeFacts(
            [
                new LifeCase { Kind = ImprisonmentKind.Custody, DetainedOn = PartialDate.Parse("2021-07"), Decisions = [Verdict(Term.Of(10))] },
                new LifeCase { Kind = ImprisonmentKind.Custody, DetainedOn = PartialDate.Parse("2011-08"), Releases = [Released("2014-06")] },
            ], null, Today));

        Assert.Equal(["August 2011 – June 2014: 2 years and 9 to 10 months", "July 2021 – today: 4 years and 5 to 6 months; sentence: 10 years"], words);
    }

    [Fact]
    public async Task Get_Profile_DrawsTheLifeAndSaysItInWords()
    {
        await using var work = app.Work();
        var (_, imprisonmentId) = await work.HeldAsync("Drawn Person", Valid.Imprisonment("2020-09-07"));
        await work.Releases.RecordAsync(imprisonmentId, 1, Valid.Release(), Valid.Submission());

        using var browser = app.Browser();
        var page = await browser.PageAsync("/prisoners/drawn-person");

        var figure = page.QuerySelector("figure.life-line")!;
        Assert.Equal("7 September 2020 – 13 December 2025: 5 years and 3 months", figure.QuerySelector("figcaption li")!.TextContent);
        Assert.All(figure.QuerySelectorAll("svg"), s => Assert.True(s.Closest("[aria-hidden=true]") is not null));
        Assert.Contains(figure.QuerySelectorAll(".life-wide text"), t => t.TextContent == "7 September 2020");
        Assert.All(figure.QuerySelectorAll("use"), u => Assert.NotNull(page.QuerySelector(u.GetAttribute("href")!)));
        Assert.Empty(page.QuerySelectorAll("[style]"));
    }

    [Fact]
    public async Task Get_List_DrawsEachRowOnOneAxisAndNamesIt()
    {
        await using var work = app.Work();
        await work.HeldAsync("Listed One", Valid.Imprisonment("2020-09-07"));
        await work.HeldAsync("Listed Two", Valid.Imprisonment("2023"));

        using var browser = app.Browser();
        var page = await browser.PageAsync("/prisoners?q=listed");

        var drawings = page.QuerySelectorAll("svg.life-small").ToList();
        Assert.Equal(2, drawings.Count);
        Assert.Contains(drawings, d => d.GetAttribute("aria-label") == "7 September 2020 – today: 5 years and 4 months");
        Assert.Single(page.QuerySelectorAll("#life-in"));
        Assert.Equal("2020–2027", page.QuerySelector(".life-years")!.TextContent);
    }

    [Fact]
    public async Task Get_WithheldPlaces_AreNotDrawn()
    {
        await using var work = app.Work();
        var (prisonerId, imprisonmentId) = await work.HeldAsync("Quiet Person", Valid.Imprisonment("2020-09-07"));
        await work.Placements.AddAsync(imprisonmentId, new PlacementDetails { FromOn = PartialDate.Parse("2022-03-01") }, Valid.Submission());
        using var browser = app.Browser();
        Assert.NotEmpty((await browser.PageAsync("/prisoners/quiet-person")).QuerySelectorAll("use.life-transfer"));

        await work.Prisoners.SetConsentAsync(prisonerId, 1, new ConsentDetails { WithheldParts = [PersonPart.Placements] }, Valid.Submission("The family asked"));

        Assert.Empty((await browser.PageAsync("/prisoners/quiet-person")).QuerySelectorAll("use.life-transfer"));
    }

    private static LifeLine Line(params LifeCase[] cases) => LifeLine.Of(new LifeFacts(cases, null, Today));

    private static LifeRelease Released(string on) => new(PartialDate.Parse(on), ReleaseGround.Pardon, null, null);

    private static Decision Verdict(Term? term) => new()
    {
        SentenceId = Guid.NewGuid(),
        Penalty = Penalty.Imprisonment,
        Term = term,
        DecidedOn = PartialDate.Parse("2021-09-06"),
    };
}
