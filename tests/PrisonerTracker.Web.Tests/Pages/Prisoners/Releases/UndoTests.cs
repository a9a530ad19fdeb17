using System.Net;
using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Prisoners;
using PrisonerTracker.Core.Releases;
using PrisonerTracker.Core.Users;
using PrisonerTracker.Testing;
using Xunit;

namespace PrisonerTracker.Web.Tests.Pages.Prisoners.Releases;

public sealed class UndoTests(RegisterApp app) : IClassFixture<RegisterApp>
{
    [Fact]
    public async Task Post_ReturnedToCustody_IsHeldAgainAndTheEventSaysSo()
    {
        await using var work = app.Work();
        var address = await ReleasedAsync(work, "Returned Person", "2025-09-11");
        using var browser = await app.SignInAsync(Role.Editor);

        using var answer = await browser.PostAsync(
            "/prisoners/returned-person/release/undo", ("Input.Kind", "ReturnedToCustody"), ("Input.UndoneOn", "2025-09-11"), ("Input.Reason", "He refused to cross the border"));

        var profile = await browser.PageAsync(answer.SentTo());
        Assert.Contains("was to be freed on 11 September 2025 and returned to prison", profile.MainText(), StringComparison.Ordinal);
        Assert.Contains("Record a release", profile.MainText(), StringComparison.Ordinal);
        var page = await browser.PageAsync(address);
        Assert.Equal(("1", "1"), (page.Fact("Named"), page.Fact("Matched to this register")));
        Assert.Contains("Returned to prison", page.MainText(), StringComparison.Ordinal);
        Assert.Contains("“He refused to cross the border”", (await browser.PageAsync("/prisoners/returned-person/history")).MainText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_RecordedInError_IsTakenOutOfTheEventAndStaysInTheHistory()
    {
        await using var work = app.Work();
        var address = await ReleasedAsync(work, "Mistaken Person", "2025-09-16");
        using var browser = await app.SignInAsync(Role.Editor);
        var before = await browser.PageAsync(address);

        using var answer = await browser.PostAsync(
            "/prisoners/mistaken-person/release/undo", ("Input.Kind", "RecordedInError"), ("Input.Reason", "Somebody of the same name"));

        Assert.DoesNotContain("16 September 2025", (await browser.PageAsync(answer.SentTo())).MainText(), StringComparison.Ordinal);
        var after = await browser.PageAsync(address);
        Assert.Equal(("1", "4"), (before.Fact("Named"), before.Fact("Unexplained")));
        Assert.Equal(("0", "5"), (after.Fact("Named"), after.Fact("Unexplained")));
        var history = (await browser.PageAsync("/prisoners/mistaken-person/history")).MainText();
        Assert.Contains("Release recorded", history, StringComparison.Ordinal);
        Assert.Contains("Release undone", history, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Input.Reason", "", "Say why the release is undone.")]
    [InlineData("Input.Reason", "  ", "Say why the release is undone.")]
    [InlineData("Input.Kind", "", "Say what happened.")]
    [InlineData("Input.UndoneOn", "2025-06-20", "before the release")]
    [InlineData("Input.UndoneOn", "2026-03", "future")]
    public async Task Post_SomethingMissingOrWrong_IsRefusedAtItsField(string field, string value, string says)
    {
        await using var work = app.Work();
        var (prisonerId, imprisonmentId) = await work.HeldAsync("Careless Undo");
        await work.Releases.RecordAsync(imprisonmentId, 1, Valid.Release("2025-06-21"), Valid.Submission());
        var slug = await work.Context.Prisoners.Where(p => p.PrisonerId == prisonerId).Select(p => p.Slug).SingleAsync();
        using var browser = await app.SignInAsync(Role.Editor);
        var fields = new Dictionary<string, string> { ["Input.Kind"] = "ReturnedToCustody", ["Input.Reason"] = "Back again", [field] = value };

        using var answer = await browser.PostAsync($"/prisoners/{slug}/release/undo", [.. fields.Select(f => (f.Key, f.Value))]);

        var page = await answer.DocumentAsync(HttpStatusCode.BadRequest);
        Assert.Contains(says, page.ProblemAt(field.Replace('.', '_')), StringComparison.Ordinal);
        Assert.Empty(page.DeadLinks());
        Assert.Null((await work.Context.Releases.AsNoTracking().SingleAsync(r => r.ImprisonmentId == imprisonmentId)).UndoneAt);
    }

    [Fact]
    public async Task Post_SameFormTwice_UndoesOnce()
    {
        await using var work = app.Work();
        await ReleasedAsync(work, "Clicked Undo", "2025-06-21");
        const string Address = "/prisoners/clicked-undo/release/undo";
        using var browser = await app.SignInAsync(Role.Editor);
        var form = await browser.PageAsync(Address);
        (string, string)[] fields = [("Input.Kind", "RecordedInError"), ("Input.Reason", "A mistake")];

        using var first = await browser.SubmitAsync(form, Address, fields);
        using var second = await browser.SubmitAsync(form, Address, fields);

        Assert.Equal(first.SentTo(), second.SentTo());
        Assert.Equal(1, await work.Context.Changes.CountAsync(c => c.Action == "release.undone" && c.Reason == "A mistake"));
    }

    [Fact]
    public async Task Post_ReleaseChangedMeanwhile_IsAConflict()
    {
        await using var work = app.Work();
        var (_, imprisonmentId) = await work.HeldAsync("Stale Undo");
        await work.Releases.RecordAsync(imprisonmentId, 1, Valid.Release("2025-06-21"), Valid.Submission());
        const string Address = "/prisoners/stale-undo/release/undo";
        using var browser = await app.SignInAsync(Role.Editor);
        var form = await browser.PageAsync(Address);
        await work.Releases.UndoAsync(imprisonmentId, 2, Valid.Undo(UndoKind.RecordedInError), Valid.Submission());
        await work.Releases.RecordAsync(imprisonmentId, 3, Valid.Release("2025-09-11"), Valid.Submission());

        using var answer = await browser.SubmitAsync(form, Address, [("Input.Kind", "RecordedInError"), ("Input.Reason", "Meant the first one")]);

        var page = await answer.DocumentAsync(HttpStatusCode.Conflict);
        Assert.Contains("Somebody else changed", page.Problems(), StringComparison.Ordinal);
        Assert.Contains("11 September 2025", page.Fact("Released on"), StringComparison.Ordinal);
        Assert.Equal("Meant the first one", page.ValueAt("Input_Reason"));
        Assert.True(await work.Context.Releases.AnyAsync(r => r.ImprisonmentId == imprisonmentId && r.UndoneAt == null));
    }

    [Fact]
    public async Task Get_NothingToUndo_SaysSo()
    {
        using var browser = await app.SignInAsync(Role.Editor);

        var page = await browser.PageAsync("/prisoners/other-person/release/undo");

        Assert.Contains("nothing to undo", page.MainText(), StringComparison.Ordinal);
    }

    private static async Task<string> ReleasedAsync(Work work, string name, string on)
    {
        var (_, imprisonmentId) = await work.HeldAsync(name);
        var eventId = (await work.ReleaseEvents.CreateAsync(
            Valid.ReleaseEvent() with { HappenedOn = Core.Shared.PartialDate.Parse(on), AnnouncedCount = 5 }, Valid.Submission())).Subjects[0];
        await work.ReleaseEvents.SetPublicationAsync(eventId, Publication.Published, Valid.Submission());
        await work.Releases.RecordAsync(imprisonmentId, 1, Valid.Release(on) with { ReleaseEventId = eventId }, Valid.Submission());
        return "/releases/" + await work.Context.ReleaseEvents.Where(e => e.ReleaseEventId == eventId).Select(e => e.Slug).SingleAsync();
    }
}
