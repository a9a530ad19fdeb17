using System.Text.Json;
using AngleSharp.Html.Dom;
using PrisonerTracker.Core.Prisoners;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Core.Users;
using PrisonerTracker.Testing;
using PrisonerTracker.Web.Tests.Pages.Solidarity;
using Xunit;

namespace PrisonerTracker.Web.Tests.Feeds;

public sealed class PersonDataTests(Inside inside) : IClassFixture<Inside>
{
    [Fact]
    public async Task Get_Profile_SaysOfThePersonWhatItShows()
    {
        using var browser = inside.App.Browser();

        var page = await browser.PageAsync("/prisoners/ales-viasna");

        using var data = Data(page)!;
        var person = data.RootElement;
        Assert.Equal(("Person", "Ales Viasna", "1980-01-17"), (person.GetProperty("@type").GetString(), person.GetProperty("name").GetString(), person.GetProperty("birthDate").GetString()));
        Assert.Equal(["Алесь Вясна"], person.GetProperty("alternateName").EnumerateArray().Select(n => n.GetString()));
        Assert.Equal("/prisoners/ales-viasna", page.QuerySelector("link[rel=canonical]")!.GetAttribute("href"));
        Assert.Equal("Ales Viasna", page.QuerySelector("meta[property='og:title']")!.GetAttribute("content"));
        Assert.StartsWith("Imprisoned since 1 May 2021", page.QuerySelector("meta[name=description]")!.GetAttribute("content"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_Withheld_IsNotInItEvenForAnEditor()
    {
        using var editor = await inside.App.SignInAsync(Role.Editor);

        using var data = Data(await editor.PageAsync("/prisoners/hleb-partly"))!;

        Assert.False(data.RootElement.TryGetProperty("birthDate", out _));
    }

    [Fact]
    public async Task Get_NameThatWouldEndTheBlock_StaysAText()
    {
        await using var work = inside.App.Work();
        const string Name = "Piotr </script><script>alert(1)</script>";
        var id = await work.PrisonerAsync(Valid.Prisoner(Name) with { Occupation = LocalizedText.English("<!-- <script> & co") });
        var slug = (await work.Context.Prisoners.FindAsync(id))!.Slug;
        using var browser = inside.App.Browser();

        var page = await browser.PageAsync("/prisoners/" + slug);

        using var data = Data(page)!;
        Assert.Equal((Name, "<!-- <script> & co"), (data.RootElement.GetProperty("name").GetString(), data.RootElement.GetProperty("jobTitle").GetString()));
        Assert.DoesNotContain(page.QuerySelectorAll("script"), s => s.TextContent == "alert(1)");
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task Get_InventedOrDraft_HasNone(bool isFictional, bool isDraft)
    {
        await using var work = inside.App.Work();
        var name = $"Nobody Real{isFictional}";
        var id = await work.PrisonerAsync(Valid.Prisoner(name) with { IsFictional = isFictional });
        if (isDraft)
            await work.Prisoners.SetPublicationAsync(id, Publication.Draft, Valid.Submission());
        var slug = (await work.Context.Prisoners.FindAsync(id))!.Slug;
        using var editor = await inside.App.SignInAsync(Role.Editor);

        Assert.Null(Data(await editor.PageAsync("/prisoners/" + slug)));
    }

    private static JsonDocument? Data(IHtmlDocument page) =>
        page.QuerySelector("script[type='application/ld+json']") is { } block ? JsonDocument.Parse(block.TextContent) : null;
}
