using System.Net;
using PrisonerTracker.Core.Users;
using PrisonerTracker.Testing;
using Xunit;

namespace PrisonerTracker.Web.Tests.Pages.Prisoners;

public sealed class PublicationTests(RegisterApp app) : IClassFixture<RegisterApp>
{
    [Fact]
    public async Task Post_Draft_IsPublishedWithTheReasonInItsHistory()
    {
        await using var work = app.Work();
        await work.Prisoners.AddAsync(Valid.Prisoner("Published Person"), Valid.Submission());
        using var reader = app.Browser();
        using var before = await reader.GetAsync("/prisoners/published-person");
        using var editor = await app.SignInAsync(Role.Editor);

        using var answer = await editor.PostAsync("/prisoners/published-person/publication", ("Reason", "The lawyer agreed"));

        Assert.Contains("Everybody can see it now", (await editor.PageAsync(answer.SentTo())).MainText(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, before.StatusCode);
        await reader.PageAsync("/prisoners/published-person");
        Assert.Contains("The lawyer agreed", (await editor.PageAsync("/prisoners/published-person/history")).MainText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_Published_IsWithdrawnFromThePublic()
    {
        await using var work = app.Work();
        await work.PrisonerAsync(Valid.Prisoner("Withdrawn Person"));
        using var editor = await app.SignInAsync(Role.Editor);

        using var answer = await editor.PostAsync("/prisoners/withdrawn-person/publication");

        answer.SentTo();
        using var reader = app.Browser();
        using var gone = await reader.GetAsync("/prisoners/withdrawn-person");
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
    }

    [Fact]
    public async Task Post_NoSuchState_IsRefused()
    {
        await using var work = app.Work();
        await work.PrisonerAsync(Valid.Prisoner("Odd State"));
        using var editor = await app.SignInAsync(Role.Editor);

        using var answer = await editor.PostAsync("/prisoners/odd-state/publication", ("publication", "99"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        using var reader = app.Browser();
        await reader.PageAsync("/prisoners/odd-state");
    }

    [Fact]
    public async Task Get_Viewer_IsForbidden()
    {
        using var viewer = await app.SignInAsync(Role.Viewer);

        using var answer = await viewer.GetAsync("/prisoners/other-person/publication");

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }
}
