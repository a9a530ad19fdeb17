using System.Net;
using PrisonerTracker.Web.Tests.Pages.Solidarity;
using Xunit;

namespace PrisonerTracker.Web.Tests.Pages.Prisoners;

public sealed class LetterTests(Inside inside) : IClassFixture<Inside>
{
    [Fact]
    public async Task Get_TwoAddresses_EachToTheLetterWithPassageRulesAndSource()
    {
        using var browser = inside.App.Browser();

        var page = await browser.PageAsync("/prisoners/ales-viasna/letter");

        Assert.Equal(
            [(Inside.Cyrillic, "be"), (Inside.Latin, "be-Latn")],
            page.QuerySelectorAll("main address").Select(a => (a.TextContent, a.GetAttribute("lang"))));
        Assert.Contains("Some letters get through (as known in November 2025).1", page.MainText(), StringComparison.Ordinal);
        Assert.Contains("In Latin letters, for posting from another country", page.MainText(), StringComparison.Ordinal);
        Assert.Contains("Last known to be held in Colony of Horki, January 2022.", page.MainText(), StringComparison.Ordinal);
        Assert.Contains("Letters are to be written in Russian or Belarusian.", page.MainText(), StringComparison.Ordinal);
        Assert.Contains("The Gazette", page.QuerySelector("#sources")!.ParentElement!.Words(), StringComparison.Ordinal);
        Assert.Empty(page.DeadLinks());
    }

    [Fact]
    public async Task Get_NoAddressOfTheirOwn_OffersTheOneOfThePlace()
    {
        using var browser = inside.App.Browser();

        var page = await browser.PageAsync("/prisoners/eva-placed/letter");

        Assert.Contains("Letters do not get through (as known in December 2025).", page.MainText(), StringComparison.Ordinal);
        Assert.Equal(("213410, г. Горки, ул. Ленина 1", "ru"), (page.QuerySelector("main address")!.TextContent, page.QuerySelector("main address")!.GetAttribute("lang")));
    }

    [Fact]
    public async Task Get_Released_HasNoAddress()
    {
        using var browser = inside.App.Browser();

        var page = await browser.PageAsync("/prisoners/jan-freed/letter");

        Assert.Null(page.QuerySelector("address"));
        Assert.Contains("is not held now", page.MainText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/prisoners/ihar-draft/letter")]
    [InlineData("/prisoners/nobody/letter")]
    public async Task Get_DraftOrNobody_IsNotFound(string address)
    {
        using var browser = inside.App.Browser();

        using var answer = await browser.GetAsync(address);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }
}
