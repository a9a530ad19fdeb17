using System.Net;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Core.Users;
using PrisonerTracker.Testing;
using Xunit;

namespace PrisonerTracker.Web.Tests.Pages.Prisoners.Imprisonments;

public sealed class EditTests(RegisterApp app) : IClassFixture<RegisterApp>
{
    [Fact]
    public async Task Post_Detention_ChangesOnlyThat()
    {
        var about = await Case.CreateAsync(app, "Redetained Person", Valid.Imprisonment("2021-09-06") with
        {
            DetentionPlace = LocalizedText.Of([new("be", "Менск"), new("en", "Minsk")]),
            DetainedBy = "police",
        });
        using var browser = await app.SignInAsync(Role.Editor);

        using var answer = await browser.PostAsync(about.Of("edit"), ("Input.DetainedOn", "2021-09"), ("Input.DetentionPlace", "Hrodna"), ("Input.ConfirmedOn", "2025-05"));

        answer.SentTo();
        var text = (await browser.PageAsync(about.Profile)).MainText();
        Assert.Contains("September 2021, Hrodna, by police", text, StringComparison.Ordinal);
        Assert.Contains("since September 2021", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_OtherSectionChangedMeanwhile_DoesNotCollide()
    {
        var about = await Case.CreateAsync(app, "Busy Record");
        using var mine = await app.SignInAsync(Role.Editor);
        using var theirs = await app.SignInAsync(Role.Editor);
        var form = await mine.PageAsync(about.Of("edit"));
        using var charged = await theirs.PostAsync(about.Of("charge"), ("Input.Article", "130"));
        using var identified = await theirs.PostAsync($"{about.Overview}/identity", ("Input.Occupation", "poet"));
        charged.SentTo();
        identified.SentTo();
        await using (var work = app.Work())
            await work.Releases.RecordAsync(about.ImprisonmentId, 1, Valid.Release(), Valid.Submission());

        using var answer = await mine.SubmitAsync(form, about.Of("edit"), [("Input.DetentionPlace", "Brest")]);

        answer.SentTo();
        Assert.Contains("Brest", (await mine.PageAsync(about.Profile)).MainText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_SameSectionChangedMeanwhile_ShowsBoth()
    {
        var about = await Case.CreateAsync(app, "Contested Record");
        using var mine = await app.SignInAsync(Role.Editor);
        using var theirs = await app.SignInAsync(Role.Editor);
        var form = await mine.PageAsync(about.Of("edit"));
        using var first = await theirs.PostAsync(about.Of("edit"), ("Input.DetentionPlace", "Theirs"));
        first.SentTo();

        using var refused = await mine.SubmitAsync(form, about.Of("edit"), [("Input.DetentionPlace", "Mine")]);

        var page = await refused.DocumentAsync(HttpStatusCode.Conflict);
        Assert.Contains(page.QuerySelectorAll("main [role=alert] tr"), row => string.Join('|', row.Children.Select(c => c.Words())) == "Place of detention|Mine|Theirs");
    }

    [Fact]
    public async Task Post_AfterTheRelease_NamesTheReleaseAndLeadsToIt()
    {
        var about = await Case.CreateAsync(app, "Backwards Person");
        await using (var work = app.Work())
            await work.Releases.RecordAsync(about.ImprisonmentId, 1, Valid.Release("2022"), Valid.Submission());
        using var browser = await app.SignInAsync(Role.Editor);

        using var answer = await browser.PostAsync(about.Of("edit"), ("Input.DetainedOn", "2023"));
        using var possible = await browser.PostAsync(about.Of("edit"), ("Input.DetainedOn", "2022"));

        var page = await answer.DocumentAsync(HttpStatusCode.BadRequest);
        Assert.Contains("after the release, 2022", page.ProblemAt("Input_DetainedOn"), StringComparison.Ordinal);
        var link = page.QuerySelector("main [role=alert] a[href^='/']")!;
        Assert.Equal(("The release of 2022", about.Of("release/edit")), (link.Words(), link.GetAttribute("href")));
        possible.SentTo();
    }

    [Theory]
    [InlineData("2010", HttpStatusCode.BadRequest, "younger than 14")]
    [InlineData("2007-09-07", HttpStatusCode.BadRequest, "younger than 14")]
    [InlineData("2007-09-06", HttpStatusCode.Redirect, "")]
    [InlineData("1930", HttpStatusCode.BadRequest, "older than 90")]
    public async Task Post_BirthDateThatDoesNotFit_IsRefusedOrAsked(string born, HttpStatusCode expected, string says)
    {
        var about = await Case.CreateAsync(app, $"Aged Person {Guid.NewGuid()}");
        using var browser = await app.SignInAsync(Role.Editor);

        using var answer = await browser.PostAsync($"{about.Overview}/identity", ("Input.BornOn", born));

        Assert.Equal(expected, answer.StatusCode);
        if (expected == HttpStatusCode.BadRequest)
            Assert.Contains(says, (await answer.DocumentAsync()).Problems(), StringComparison.Ordinal);
    }
}
