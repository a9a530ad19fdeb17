using System.Net;
using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Users;
using Xunit;

namespace PrisonerTracker.Web.Tests.Pages.Releases;

public sealed class CreateTests(RegisterApp app) : IClassFixture<RegisterApp>
{
    private static readonly (string Field, string Value)[] Complete =
    [
        ("Input.HappenedOn", "2025-12-13"), ("Input.Kind", "Negotiated"), ("Input.Title", "123 people are freed"), ("Input.Summary", "What happened."),
        ("Input.AnnouncedCount", "123"), ("Input.AnnouncedBy", "The press service"), ("Input.Concession", "Sanctions on potash are lifted"),
        ("Input.GivenBy", "The United States"), ("Source.Publisher", "Herald"), ("Source.PublishedOn", "2025-12-13"),
    ];

    [Fact]
    public async Task Post_Complete_IsADraftWithEverythingCited()
    {
        using var browser = await app.SignInAsync(Role.Editor);
        using var reader = app.Browser();

        using var answer = await browser.PostAsync("/releases/new", Complete);

        var address = answer.SentTo();
        var page = await browser.PageAsync(address);
        var text = page.MainText();
        Assert.Equal("123", page.Fact("Announced"));
        Assert.Contains("The United States: Sanctions on potash are lifted", text, StringComparison.Ordinal);
        Assert.Contains("The press service", page.Fact("Announced by"), StringComparison.Ordinal);
        Assert.DoesNotContain("unsourced", text, StringComparison.Ordinal);
        using var hidden = await reader.GetAsync(address);
        Assert.Equal(HttpStatusCode.NotFound, hidden.StatusCode);

        using var published = await browser.PostAsync(address + "/publication");
        published.SentTo();
        await reader.PageAsync(address);
        Assert.Contains("123 people are freed", (await reader.PageAsync("/releases")).MainText(), StringComparison.Ordinal);
        Assert.Contains("Release event added", (await browser.PageAsync(address + "/history")).MainText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Input.Title", "", "title readers will recognise")]
    [InlineData("Input.HappenedOn", "", "Say when it happened")]
    [InlineData("Input.HappenedOn", "13.12.2025", "not a date")]
    [InlineData("Input.HappenedOn", "2026-01-17", "future")]
    [InlineData("Input.AnnouncedCount", "0", "1 or more")]
    [InlineData("Input.AnnouncedCount", "many", "")]
    public async Task Post_SomethingMissingOrWrong_IsRefusedAtItsFieldAndKeepsTheRest(string field, string value, string says)
    {
        using var browser = await app.SignInAsync(Role.Editor);
        await using var work = app.Work();
        var before = await work.Context.ReleaseEvents.CountAsync();

        using var answer = await browser.PostAsync("/releases/new", [.. Complete.Where(f => f.Field != field), (field, value)]);

        var page = await answer.DocumentAsync(HttpStatusCode.BadRequest);
        Assert.Contains(says, page.ProblemAt(field.Replace('.', '_')), StringComparison.Ordinal);
        foreach (var (name, typed) in Complete)
            Assert.Equal((name, name == field ? value : typed), (name, page.ValueAt(name.Replace('.', '_'))));
        Assert.Empty(page.DeadLinks());
        Assert.Equal(before, await work.Context.ReleaseEvents.CountAsync());
    }

    [Fact]
    public async Task Post_SameFormTwice_AddsOneEvent()
    {
        using var browser = await app.SignInAsync(Role.Editor);
        var form = await browser.PageAsync("/releases/new");

        using var first = await browser.SubmitAsync(form, "/releases/new", Complete);
        using var second = await browser.SubmitAsync(form, "/releases/new", Complete);

        Assert.Equal(first.SentTo(), second.SentTo());
    }

    [Fact]
    public async Task Get_Viewer_IsForbidden()
    {
        using var browser = await app.SignInAsync(Role.Viewer);

        using var answer = await browser.GetAsync("/releases/new");

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }
}
