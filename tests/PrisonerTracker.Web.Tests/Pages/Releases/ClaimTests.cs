using System.Net;
using PrisonerTracker.Core.Prisoners;
using PrisonerTracker.Core.Users;
using PrisonerTracker.Testing;
using Xunit;

namespace PrisonerTracker.Web.Tests.Pages.Releases;

public sealed class ClaimTests(RegisterApp app) : IClassFixture<RegisterApp>
{
    [Fact]
    public async Task Post_TwoAccounts_StandSideBySideAndTheLaterFollowedOneTakesOver()
    {
        await using var work = app.Work();
        var id = (await work.ReleaseEvents.CreateAsync(Valid.ReleaseEvent() with { AnnouncedCount = 123 }, Valid.Submission())).Subjects[0];
        await work.ReleaseEvents.SetPublicationAsync(id, Publication.Published, Valid.Submission());
        using var editor = await app.SignInAsync(Role.Editor);
        using var reader = app.Browser();
        const string Address = "/releases/2025-12-13-belarus/claims/new";

        using var silent = await editor.PostAsync(Address, ("IsFollowed", "true"));
        Assert.Contains("Say what the source claims", (await silent.DocumentAsync(HttpStatusCode.BadRequest)).Problems(), StringComparison.Ordinal);
        using var why = await editor.PostAsync(Address, ("Statement.English", "123 were freed."), ("IsFollowed", "true"));
        Assert.NotNull((await why.DocumentAsync(HttpStatusCode.BadRequest)).ProblemAt("Because"));
        using var first = await editor.PostAsync(Address, ("Value", "123"), ("Statement.English", "123 were freed."), ("IsFollowed", "true"), ("Because", "The press service said so."), ("Source.Publisher", "First Herald"));
        using var second = await editor.PostAsync(Address, ("Value", "121"), ("Statement.English", "121 were freed."), ("IsFollowed", "true"), ("Because", "Counted by name."), ("Source.Publisher", "Second Herald"));
        Assert.Equal(("/releases/2025-12-13-belarus", "/releases/2025-12-13-belarus"), (first.SentTo(), second.SentTo()));

        var page = await reader.PageAsync("/releases/2025-12-13-belarus");
        var claims = page.QuerySelectorAll(".claims li").Select(li => li.Words()).ToList();
        Assert.Equal(2, claims.Count);
        Assert.Contains("121 were freed.", claims[0], StringComparison.Ordinal);
        Assert.Contains("Followed hereCounted by name.", claims[0], StringComparison.Ordinal);
        Assert.DoesNotContain("Followed", claims[1], StringComparison.Ordinal);
        Assert.Contains("Second Herald", page.QuerySelector(".footnotes")!.Words(), StringComparison.Ordinal);
        Assert.Contains("Contradicting claims added", (await editor.PageAsync("/releases/2025-12-13-belarus/history")).MainText(), StringComparison.Ordinal);
    }
}
