using System.Text.Json;
using PrisonerTracker.Core.Users;
using Xunit;

namespace PrisonerTracker.Web.Tests.Pages.Prisoners;

public sealed class SuggestionsTests(People people) : IClassFixture<People>
{
    [Fact]
    public async Task Get_BeginningInAnotherScript_OffersThePersonWithThatSpelling()
    {
        using var browser = people.App.Browser();

        var offered = Assert.Single(await AskAsync(browser, "Анна Ж"));

        Assert.Equal("Hanna Žuk", offered.GetProperty("name").GetString());
        Assert.Equal("Анна Жук", offered.GetProperty("also").GetString());
        Assert.Equal("ru", offered.GetProperty("alsoLanguage").GetString());
        Assert.Equal("At liberty", offered.GetProperty("custody").GetString());
        using var profile = await browser.GetAsync(offered.GetProperty("address").GetString()!);
        Assert.True(profile.IsSuccessStatusCode);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("%")]
    [InlineData("qqqqqq")]
    public async Task Get_NothingToFind_OffersNobody(string text)
    {
        using var browser = people.App.Browser();

        Assert.Empty(await AskAsync(browser, text));
    }

    [Fact]
    public async Task Get_Draft_IsOfferedToSignedInPeopleOnly()
    {
        using var reader = people.App.Browser();
        using var viewer = await people.App.SignInAsync(Role.Viewer);

        Assert.Empty(await AskAsync(reader, "Draft"));
        Assert.NotEmpty(await AskAsync(viewer, "Draft"));
    }

    private static async Task<List<JsonElement>> AskAsync(Browser browser, string text)
    {
        using var answer = await browser.GetAsync("/prisoners/suggest.json?q=" + Uri.EscapeDataString(text));
        answer.EnsureSuccessStatusCode();
        Assert.StartsWith("application/json", answer.Header("Content-Type"), StringComparison.Ordinal);
        return [.. JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.EnumerateArray()];
    }
}
