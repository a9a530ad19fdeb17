using System.Net;
using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Core.Users;
using PrisonerTracker.Testing;
using Xunit;

namespace PrisonerTracker.Web.Tests.Pages.Releases;

public sealed class EditTests(RegisterApp app) : IClassFixture<RegisterApp>
{
    [Fact]
    public async Task Post_Changed_IsShownAndWhatTheFormDoesNotHoldStays()
    {
        await using var work = app.Work();
        var address = await EventAsync(work, Valid.ReleaseEvent("Old title") with { HappenedOn = PartialDate.Parse("2025-01"), AnnouncedWording = LocalizedText.English("in their words") });
        using var browser = await app.SignInAsync(Role.Editor);

        using var answer = await browser.PostAsync(address + "/edit", ("Input.Title", "New title"), ("Input.AnnouncedCount", "52"));

        var page = await browser.PageAsync(answer.SentTo());
        Assert.Equal(("New title", "52"), (page.QuerySelector("main h1")!.Words().Replace("unsourced", "", StringComparison.Ordinal).Trim(), page.Fact("Announced")));
        Assert.Contains("in their words", page.MainText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_NothingChanged_WritesNothing()
    {
        await using var work = app.Work();
        var address = await EventAsync(work, Valid.ReleaseEvent() with { HappenedOn = PartialDate.Parse("2025-02~"), AnnouncedCount = 5, Kind = Core.Releases.ReleaseEventKind.Pardon });
        using var browser = await app.SignInAsync(Role.Editor);
        var before = await work.Context.Changes.CountAsync();

        using var answer = await browser.PostAsync(address + "/edit");

        Assert.Contains("Nothing was changed.", (await browser.PageAsync(answer.SentTo())).MainText(), StringComparison.Ordinal);
        Assert.Equal(before, await work.Context.Changes.CountAsync());
    }

    [Fact]
    public async Task Post_SomebodyElseSavedFirst_ShowsBothAndOverwritesNothingUntilSentAgain()
    {
        await using var work = app.Work();
        var address = await EventAsync(work, Valid.ReleaseEvent("First title") with { HappenedOn = PartialDate.Parse("2025-03") });
        using var theirs = await app.SignInAsync(Role.Editor);
        using var mine = await app.SignInAsync(Role.Editor);
        var form = await mine.PageAsync(address + "/edit");
        using var first = await theirs.PostAsync(address + "/edit", ("Input.Title", "Their title"));
        first.SentTo();

        using var refused = await mine.SubmitAsync(form, address + "/edit", [("Input.Title", "My title")]);

        var page = await refused.DocumentAsync(HttpStatusCode.Conflict);
        Assert.Contains("My title", page.Problems(), StringComparison.Ordinal);
        Assert.Contains("Their title", page.Problems(), StringComparison.Ordinal);
        Assert.Contains("Their title", (await mine.PageAsync(address)).QuerySelector("main h1")!.Words(), StringComparison.Ordinal);
        using var again = await mine.SubmitAsync(page, address + "/edit", []);
        Assert.Contains("My title", (await mine.PageAsync(again.SentTo())).QuerySelector("main h1")!.Words(), StringComparison.Ordinal);
    }

    private static async Task<string> EventAsync(Work work, Core.Releases.ReleaseEventDetails details)
    {
        var eventId = (await work.ReleaseEvents.CreateAsync(details, Valid.Submission())).Subjects[0];
        return $"/releases/{(await work.Context.ReleaseEvents.SingleAsync(e => e.ReleaseEventId == eventId)).Slug}";
    }
}
