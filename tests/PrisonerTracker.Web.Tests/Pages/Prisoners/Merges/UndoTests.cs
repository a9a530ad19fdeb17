using System.Net;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Core.Users;
using PrisonerTracker.Testing;
using Xunit;

namespace PrisonerTracker.Web.Tests.Pages.Prisoners.Merges;

public sealed class UndoTests(RegisterApp app) : IClassFixture<RegisterApp>
{
    [Fact]
    public async Task Post_WithAReason_GivesEachItsOwnRecordAgain()
    {
        await using var work = app.Work();
        await MergedAsync(work, "Undone One", "Undone Two");
        using var browser = await app.SignInAsync(Role.Editor);
        var address = (await browser.PageAsync("/prisoners/undone-one/history")).QuerySelector("main a[href*='/merge/']")!.GetAttribute("href")!;

        using var empty = await browser.PostAsync(address, ("Reason", " "));
        Assert.Equal("Say why the merge is undone.", (await empty.DocumentAsync(HttpStatusCode.BadRequest)).ProblemAt("Reason"));
        using var answer = await browser.PostAsync(address, ("Reason", "Two men of one name"));

        Assert.Equal("/prisoners/undone-one", answer.SentTo());
        using var reader = app.Browser();
        Assert.Contains("Undone Two", (await reader.PageAsync("/prisoners/undone-two")).MainText(), StringComparison.Ordinal);
        Assert.DoesNotContain("Undone Two", (await reader.PageAsync("/prisoners/undone-one")).MainText(), StringComparison.Ordinal);
        Assert.Contains("“Two men of one name”", (await browser.PageAsync("/prisoners/undone-two/history")).MainText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_SomethingDependsOnTheMerge_NamesItAndOffersNoButton()
    {
        await using var work = app.Work();
        var kept = await MergedAsync(work, "Depended One", "Depended Two");
        var version = (await work.Context.Prisoners.FindAsync(kept))!.Version;
        await work.Prisoners.EditIdentityAsync(kept, version, Valid.Prisoner("Depended One"), Valid.Submission());
        using var browser = await app.SignInAsync(Role.Editor);
        var address = (await browser.PageAsync("/prisoners/depended-one/history")).QuerySelector("main a[href*='/merge/']")!.GetAttribute("href")!;

        var page = await browser.PageAsync(address);

        Assert.Contains("Person name was changed on 15 January 2026", page.MainText(), StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("main form[method=post]"));
    }

    private static async Task<Guid> MergedAsync(Work work, string kept, string absorbed)
    {
        var (one, other) = (await work.PrisonerAsync(Valid.Prisoner(kept)), await work.PrisonerAsync(Valid.Prisoner(absorbed) with { BornOn = PartialDate.Parse("1970") }));
        var preview = await work.Merges.PreviewAsync(one, other);
        await work.Merges.MergeAsync(new() { KeptId = one, AbsorbedId = other, State = preview.State, Taken = preview.Taken }, Valid.Submission());
        return one;
    }
}
