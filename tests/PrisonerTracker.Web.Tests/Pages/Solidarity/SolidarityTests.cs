using AngleSharp.Html.Dom;
using PrisonerTracker.Core.Users;
using Xunit;

namespace PrisonerTracker.Web.Tests.Pages.Solidarity;

public sealed class SolidarityTests(Inside inside) : IClassFixture<Inside>
{
    private const string Address = "/solidarity";

    [Fact]
    public async Task Get_Birthdays_ThisWeekThisMonthAndSomeDayOfIt()
    {
        using var browser = inside.App.Browser();

        var page = await browser.PageAsync(Address);

        Assert.Equal(
            ["Ales Viasna turns 46 17 January 2026", "Cecylia Later turns 36 28 January 2026", "Barys Month"],
            page.QuerySelector("#birthdays")!.ParentElement!.QuerySelectorAll("li").Select(l => l.Words()));
    }

    [Fact]
    public async Task Get_ExpectedReleases_SayWhatTheyRestOn()
    {
        using var browser = inside.App.Browser();

        var entry = Assert.Single((await browser.PageAsync(Address)).QuerySelector("#expected")!.ParentElement!.QuerySelectorAll("li"));

        var words = entry.Words();
        Assert.StartsWith("Ales Viasna 1 March 2026 4 years and 10 months of imprisonment, strict regime; counted from 1 May 2021", words, StringComparison.Ordinal);
        Assert.Contains("by an unverified rule", words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/be/solidarity")]
    [InlineData("/be/expected-releases.ics")]
    public async Task Get_InBelarusian_NamesWhoseTermEndsInTheirScript(string address)
    {
        using var browser = inside.App.Browser();

        var text = await browser.Client.GetStringAsync(new Uri(address, UriKind.Relative));

        Assert.Contains("Алесь Вясна", System.Net.WebUtility.HtmlDecode(text).Replace("\r\n ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain("Ales Viasna", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_HeldLongestAndSilentLongest_AreInOrder()
    {
        using var browser = inside.App.Browser();

        var page = await browser.PageAsync(Address);

        Assert.Equal("Ales Viasna since 1 May 2021", page.QuerySelector("#longest")!.ParentElement!.QuerySelector("li")!.Words());
        Assert.DoesNotContain("Ales", page.QuerySelector("#silent")!.ParentElement!.QuerySelector("li")!.Words(), StringComparison.Ordinal);
        Assert.Contains("Of 4 of 6 people held, the register knows no address", page.MainText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/solidarity")]
    [InlineData("/")]
    [InlineData("/letters/labels")]
    [InlineData("/prisoners/hleb-partly/letter")]
    public async Task Get_WhoeverAsks_NothingWithheldOrUnpublished(string address)
    {
        using var reader = inside.App.Browser();
        using var editor = await inside.App.SignInAsync(Role.Editor);

        foreach (var browser in new[] { reader, editor })
        {
            var page = await browser.PageAsync(address);
            Assert.DoesNotContain("Ihar Draft", page.MainText(), StringComparison.Ordinal);
            Assert.DoesNotContain("Hidden street", page.MainText(), StringComparison.Ordinal);
            Assert.DoesNotContain("Draft street", page.MainText(), StringComparison.Ordinal);
            Assert.DoesNotContain("Former street", page.MainText(), StringComparison.Ordinal);
            Assert.DoesNotContain("Hleb Partly turns", page.MainText(), StringComparison.Ordinal);
            if (address.Contains("hleb", StringComparison.Ordinal))
                Assert.DoesNotContain("Horki", page.MainText(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Get_Home_ListsTheBirthdaysOfTheWeekAndWhoIsHeldLongest()
    {
        using var browser = inside.App.Browser();

        var page = await browser.PageAsync("/");

        Assert.Equal("Ales Viasna turns 46 17 January 2026", Section(page, "birthdays")[0]);
        Assert.Equal("Ales Viasna since 1 May 2021", Section(page, "longest")[0]);
    }

    private static string[] Section(IHtmlDocument page, string heading) =>
        [.. page.GetElementById(heading)!.ParentElement!.QuerySelectorAll("li").Select(l => l.Words())];
}
