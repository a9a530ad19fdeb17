using System.Net;
using PrisonerTracker.Core.Users;
using PrisonerTracker.Testing;
using PrisonerTracker.Web.Tests.Pages.Prisoners.Imprisonments;
using Xunit;

namespace PrisonerTracker.Web.Tests.Pages.Prisoners.Releases;

public sealed class CorrectTests(RegisterApp app) : IClassFixture<RegisterApp>
{
    [Fact]
    public async Task Post_WithAReason_CorrectsTheRelease()
    {
        var about = await ReleasedAsync("Corrected Release");
        using var browser = await app.SignInAsync(Role.Editor);

        using var answer = await browser.PostAsync(
            about.Of("release/edit"), ("Input.ReleasedOn", "2025-12"), ("Input.Ground", "Pardon"), ("Input.DestinationCountry", "LT"), ("Input.ForcedOut", "true"),
            ("Input.DocumentsKept", "The passport"), ("Reason", "A later report"));

        answer.SentTo();
        var text = (await browser.PageAsync(about.Profile)).MainText();
        Assert.Contains("December 2025, pardon, to Lithuania, forced out of the country", text, StringComparison.Ordinal);
        Assert.Contains("Kept by the authorities: The passport", text, StringComparison.Ordinal);
        Assert.Contains("A later report", (await browser.PageAsync($"/prisoners/{about.Slug}/history")).MainText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Input.ReleasedOn", "2020", "Input_ReleasedOn", "before the detention")]
    [InlineData("Input.ReleasedOn", "2027", "Input_ReleasedOn", "future")]
    [InlineData("Reason", "", "Reason", "Say why")]
    public async Task Post_Wrong_SaysSoAndKeepsIt(string field, string value, string id, string says)
    {
        var about = await ReleasedAsync($"Wrong Release {Guid.NewGuid()}");
        using var browser = await app.SignInAsync(Role.Editor);

        using var answer = await browser.PostAsync(about.Of("release/edit"), field == "Reason" ? [(field, value)] : [("Reason", "A report"), (field, value)]);

        var page = await answer.DocumentAsync(HttpStatusCode.BadRequest);
        Assert.Contains(says, page.ProblemAt(id), StringComparison.Ordinal);
        Assert.Equal(value, page.ValueAt(id));
    }

    [Fact]
    public async Task Get_NotReleased_IsNotFound()
    {
        var about = await Case.CreateAsync(app, "Never Released");
        using var browser = await app.SignInAsync(Role.Editor);

        using var answer = await browser.GetAsync(about.Of("release/edit"));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    private async Task<Case> ReleasedAsync(string name)
    {
        var about = await Case.CreateAsync(app, name);
        await using var work = app.Work();
        await work.Releases.RecordAsync(about.ImprisonmentId, 1, Valid.Release(), Valid.Submission());
        return about;
    }
}
