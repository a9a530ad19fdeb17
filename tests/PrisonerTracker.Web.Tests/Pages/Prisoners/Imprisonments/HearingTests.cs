using System.Net;
using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Imprisonments;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Core.Users;
using PrisonerTracker.Testing;
using Xunit;

namespace PrisonerTracker.Web.Tests.Pages.Prisoners.Imprisonments;

/// <summary>It is 15 January 2026.</summary>
public sealed class HearingTests(RegisterApp app) : IClassFixture<RegisterApp>
{
    [Fact]
    public async Task Post_Announced_StandsAheadInTheCaseWithItsSourceAndNotInWhatHappened()
    {
        var about = await Case.CreateAsync(app, "Announced Person");
        using var browser = await app.SignInAsync(Role.Editor);

        using var answer = await browser.PostAsync(
            about.Of("hearing"), ("Input.Kind", "Appeal"), ("Input.HeardOn", "2026-02-03"), ("Input.HeardAt", "9.30"), ("Input.Court", "Supreme Court"), ("Input.IsClosed", "true"),
            ("Input.Note", "Room 4"), ("Source.Publisher", "Court Notices"));

        Assert.Equal(about.Overview, answer.SentTo());
        using var reader = app.Browser();
        var page = await reader.PageAsync(about.Profile);
        var ahead = Assert.Single(page.QuerySelectorAll(".hearings-ahead li"));
        Assert.Equal("3 February 2026, 9:30: Appeal hearing, Supreme Court, closed to the public1 Room 4", ahead.Words());
        Assert.NotNull(ahead.QuerySelector("a[href^='/courts/']"));
        Assert.Empty(page.DeadLinks());
        Assert.DoesNotContain("Appeal hearing", page.GetElementById("timeline")!.ParentElement!.Words(), StringComparison.Ordinal);
        Assert.Null(page.Fact("Court hearings"));
        var court = await reader.PageAsync(ahead.QuerySelector("a[href^='/courts/']")!.GetAttribute("href")!);
        Assert.NotNull(court.QuerySelector($"main a[href='{about.Profile}']"));
    }

    [Fact]
    public async Task Get_Past_StandsInWhatHappenedUnlessItWasCancelled()
    {
        var about = await Case.CreateAsync(app, "Heard Person");
        await using var work = app.Work();
        var source = await work.SourceAsync("Court Notes");
        foreach (var (on, status) in new[]
        {
            ("2022-01-10", HearingStatus.Held), ("2022-01-11", HearingStatus.Adjourned), ("2022-01-12", HearingStatus.Cancelled), ("2022-01-13", HearingStatus.Scheduled),
            ("2026-01-15", HearingStatus.Scheduled), ("2026-01", HearingStatus.Cancelled),
        })
        {
            await work.Hearings.AddAsync(about.ImprisonmentId, new HearingDetails { HeardOn = PartialDate.Parse(on), Status = status, Citations = [new(source)] }, Valid.Submission());
        }

        using var browser = app.Browser();
        var page = await browser.PageAsync(about.Profile);

        Assert.Equal(
            ["10 January 2022Trial hearing1", "11 January 2022Trial hearing, adjourned1", "13 January 2022Trial hearing, announced; nobody has recorded whether it took place1"],
            page.QuerySelectorAll(".timeline li").Select(l => l.Words()).Where(l => l.Contains("hearing", StringComparison.Ordinal)));
        Assert.Equal(["January 2026: Trial hearing, cancelled1", "15 January 2026: Trial hearing1"], page.QuerySelectorAll(".hearings-ahead li").Select(l => l.Words()));
        Assert.Contains("12 January 2022: Trial hearing, cancelled", page.Fact("Court hearings"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "", "Input_HeardOn", "Say for when it is announced")]
    [InlineData("soon", "", "Input_HeardOn", "not a date")]
    [InlineData("2026-02-03", "noon", "Input_HeardAt", "not a time of day")]
    [InlineData("2026-02-03", "24:00", "Input_HeardAt", "not a time of day")]
    [InlineData("2026-02", "10:00", "Input_HeardAt", "certain day")]
    public async Task Post_SomethingThatCannotBe_SaysSoAndKeepsWhatWasTyped(string on, string at, string id, string says)
    {
        var about = await Case.CreateAsync(app, $"Impossible Hearing {Guid.NewGuid()}");
        using var browser = await app.SignInAsync(Role.Editor);

        using var answer = await browser.PostAsync(about.Of("hearing"), ("Input.HeardOn", on), ("Input.HeardAt", at), ("Input.Court", "Kept Court"));

        var page = await answer.DocumentAsync(HttpStatusCode.BadRequest);
        Assert.Contains(says, page.ProblemAt(id), StringComparison.Ordinal);
        Assert.Equal((on, at, "Kept Court"), (page.ValueAt("Input_HeardOn"), page.ValueAt("Input_HeardAt"), page.ValueAt("Input_Court")));
    }

    [Fact]
    public async Task Post_HeldAhead_IsRefusedAtTheDay_AndInTheReadersLanguage()
    {
        var about = await Case.CreateAsync(app, "Held Ahead");
        using var browser = await app.SignInAsync(Role.Editor);

        using var answer = await browser.PostAsync("/ru" + about.Of("hearing"), ("Input.HeardOn", "2026-02-03"), ("Input.Status", "Held"));

        Assert.Contains("Заседание (3 февраля 2026) в будущем", (await answer.DocumentAsync(HttpStatusCode.BadRequest)).ProblemAt("Input_HeardOn"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_Changed_ShowsTheConflictToTheSecondEditor_AndIsToldInTheHistory()
    {
        var about = await Case.CreateAsync(app, "Adjourned Person");
        using var browser = await app.SignInAsync(Role.Editor);
        using var added = await browser.PostAsync(about.Of("hearing"), ("Input.HeardOn", "2026-02-03"), ("Input.HeardAt", "10:00"), ("Input.Court", "City Court"));
        added.SentTo();
        var address = await about.ChangeAsync(browser, "3 February 2026, 10:00");
        var (form, other) = (await browser.PageAsync(address), await browser.PageAsync(address));
        Assert.Equal(("10:00", "City Court"), (form.ValueAt("Input_HeardAt"), form.ValueAt("Input_Court")));

        using var saved = await browser.SubmitAsync(form, address, [("Input.Status", "Adjourned")]);
        using var late = await browser.SubmitAsync(other, address, [("Input.Status", "Cancelled")]);

        saved.SentTo();
        Assert.Contains("Adjourned", (await late.DocumentAsync(HttpStatusCode.Conflict)).MainText(), StringComparison.Ordinal);
        var history = (await browser.PageAsync(about.Profile + "/history")).MainText();
        foreach (var words in new[] { "Hearing added", "Hearing changed", "Hearing (Trial hearing, 3 February 2026)", "Day3 February 2026", "Time10:00", "Adjourned" })
            Assert.Contains(words, history, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_Removed_IsGoneFromTheCaseAndStaysInTheHistory()
    {
        var about = await Case.CreateAsync(app, "Mistaken Hearing");
        using var browser = await app.SignInAsync(Role.Editor);
        using var added = await browser.PostAsync(about.Of("hearing"), ("Input.HeardOn", "2026-02-03"), ("Source.Publisher", "Court Mistakes"));
        added.SentTo();
        var form = await browser.PageAsync(await about.ChangeAsync(browser, "3 February 2026"));
        var remove = form.QuerySelector("main a[href$='/remove']")!.GetAttribute("href")!;
        Assert.Contains("Trial hearing, 2026-02-03", (await browser.PageAsync(remove)).MainText(), StringComparison.Ordinal);

        using var removed = await browser.PostAsync(remove, ("Reason", "Another person of the name"));

        Assert.Equal(about.Overview, removed.SentTo());
        await using var work = app.Work();
        Assert.False(await work.Context.Hearings.AnyAsync(h => h.ImprisonmentId == about.ImprisonmentId));
        Assert.Contains("Hearing removed", (await browser.PageAsync(about.Profile + "/history")).MainText(), StringComparison.Ordinal);
        using var gone = await browser.GetAsync(remove);
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
    }

    [Fact]
    public async Task Get_Withheld_IsThereForEditorsAlone()
    {
        var about = await Case.CreateAsync(app, "Secretly Heard");
        await using var work = app.Work();
        var source = await work.SourceAsync("Secretbench Herald");
        await work.Hearings.AddAsync(
            about.ImprisonmentId, new HearingDetails { HeardOn = PartialDate.Parse("2026-02-03"), Note = LocalizedText.English("Secretroom"), Citations = [new(source)] }, Valid.Submission());
        using var editor = await app.SignInAsync(Role.Editor);
        using var viewer = await app.SignInAsync(Role.Viewer);
        using var reader = app.Browser();
        Assert.Contains("Secretroom", (await reader.PageAsync(about.Profile)).MainText(), StringComparison.Ordinal);
        Assert.Contains(about.Profile, (await reader.PageAsync("/sources/secretbench-herald")).Body!.InnerHtml, StringComparison.Ordinal);

        using var saved = await editor.PostAsync(about.Profile + "/consent", ("Input.Consent", "Given"), ("Input.By", "A sister"), ("Input.Parts", "Hearings"), ("Reason", "She asked for it"));
        saved.SentTo();

        foreach (var browser in new[] { reader, viewer })
        {
            foreach (var address in new[] { about.Profile, "/solidarity", "/hearings.ics" })
            {
                using var answer = await browser.GetAsync(address);
                var text = await answer.Content.ReadAsStringAsync();
                Assert.DoesNotContain("Secretroom", text, StringComparison.Ordinal);
                Assert.DoesNotContain("Secretbench", text, StringComparison.Ordinal);
            }
        }

        Assert.DoesNotContain("Secretroom", (await viewer.PageAsync(about.Profile + "/history")).MainText(), StringComparison.Ordinal);
        Assert.Contains("Secretroom", (await editor.PageAsync(about.Profile)).MainText(), StringComparison.Ordinal);
        using var source404 = await reader.GetAsync("/sources/secretbench-herald");
        Assert.Equal(HttpStatusCode.NotFound, source404.StatusCode);
    }
}
