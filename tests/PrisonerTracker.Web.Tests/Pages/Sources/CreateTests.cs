using System.Net;
using PrisonerTracker.Core.Users;
using Xunit;

namespace PrisonerTracker.Web.Tests.Pages.Sources;

public sealed class CreateTests(RegisterApp app) : IClassFixture<RegisterApp>
{
    [Fact]
    public async Task Post_Complete_IsListedAndOffered()
    {
        using var browser = await app.SignInAsync(Role.Editor);

        using var answer = await browser.PostAsync(
            "/sources/new", ("Input.Publisher", "Daily Herald"), ("Input.Title", "Freed"), ("Input.Address", "https://herald.example/a?b=1&c=2"), ("Input.PublishedOn", "2025-12"), ("Input.Language", "be"));

        var page = await browser.PageAsync(answer.SentTo());
        Assert.Equal(("Freed", "December 2025", "https://herald.example/a?b=1&c=2"), (page.Fact("Title"), page.Fact("Published"), page.Fact("Address")));
        Assert.Contains("Daily Herald, Freed", (await browser.PageAsync("/sources")).MainText(), StringComparison.Ordinal);
        Assert.Contains((await browser.PageAsync("/prisoners/new")).QuerySelectorAll("datalist option"), o => o.GetAttribute("value") == "daily-herald-2025-12");
    }

    [Theory]
    [InlineData("Input.Publisher", "", "Say who published")]
    [InlineData("Input.Address", "javascript:alert(1)", "https://")]
    [InlineData("Input.ArchivedAddress", "herald.example", "https://")]
    [InlineData("Input.PublishedOn", "yesterday", "not a date")]
    public async Task Post_SomethingMissingOrWrong_IsRefusedAtItsFieldAndKept(string field, string value, string says)
    {
        using var browser = await app.SignInAsync(Role.Editor);
        var fields = new Dictionary<string, string> { ["Input.Publisher"] = "Refused Herald", ["Input.Title"] = "Kept title", [field] = value };

        using var answer = await browser.PostAsync("/sources/new", [.. fields.Select(f => (f.Key, f.Value))]);

        var page = await answer.DocumentAsync(HttpStatusCode.BadRequest);
        Assert.Contains(says, page.ProblemAt(field.Replace('.', '_')), StringComparison.Ordinal);
        Assert.Equal((value, "Kept title"), (page.ValueAt(field.Replace('.', '_')), page.ValueAt("Input_Title")));
        Assert.DoesNotContain("Refused Herald", (await browser.PageAsync("/sources")).MainText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_Confidential_IsThereForSignedInPeopleOnly()
    {
        using var browser = await app.SignInAsync(Role.Editor);
        using var reader = app.Browser();

        using var answer = await browser.PostAsync("/sources/new", ("Input.Publisher", "A cellmate"), ("Input.IsConfidential", "true"));

        var address = answer.SentTo();
        await browser.PageAsync(address);
        using var hidden = await reader.GetAsync(address);
        Assert.Equal(HttpStatusCode.NotFound, hidden.StatusCode);
        Assert.DoesNotContain("cellmate", (await reader.PageAsync("/sources")).MainText(), StringComparison.Ordinal);
    }
}
