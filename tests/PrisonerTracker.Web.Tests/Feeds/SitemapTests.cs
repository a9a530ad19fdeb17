using System.Net;
using System.Xml.Linq;
using PrisonerTracker.Web.Tests.Pages.Solidarity;
using Xunit;

namespace PrisonerTracker.Web.Tests.Feeds;

public sealed class SitemapTests(Inside inside) : IClassFixture<Inside>
{
    private static readonly XNamespace Map = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private static readonly XNamespace Xhtml = "http://www.w3.org/1999/xhtml";

    [Fact]
    public async Task Get_Robots_LeadsToTheIndexAndThatToParts()
    {
        using var browser = inside.App.Browser();
        using var robots = await browser.GetAsync("/robots.txt");
        Assert.Contains("Sitemap: http://localhost/sitemap.xml", await robots.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        var index = await ReadAsync(browser, "/sitemap.xml");

        Assert.Equal(["http://localhost/sitemaps/pages.xml", "http://localhost/sitemaps/people-1.xml"], index.Elements(Map + "sitemap").Select(s => s.Element(Map + "loc")!.Value));
        using var beyond = await browser.GetAsync("/sitemaps/people-2.xml");
        Assert.Equal(HttpStatusCode.NotFound, beyond.StatusCode);
    }

    [Fact]
    public async Task Get_People_EachInEveryLanguageWithItsCounterparts()
    {
        using var browser = inside.App.Browser();

        var pages = (await ReadAsync(browser, "/sitemaps/people-1.xml")).Elements(Map + "url").ToList();

        var ales = pages.Where(p => p.Element(Map + "loc")!.Value.EndsWith("/prisoners/ales-viasna", StringComparison.Ordinal)).ToList();
        Assert.Equal(["http://localhost/prisoners/ales-viasna", "http://localhost/be/prisoners/ales-viasna", "http://localhost/ru/prisoners/ales-viasna"], ales.Select(p => p.Element(Map + "loc")!.Value));
        Assert.All(ales, page =>
        {
            Assert.NotNull(page.Element(Map + "lastmod"));
            Assert.Equal(["en", "be", "ru", "x-default"], page.Elements(Xhtml + "link").Select(l => (string)l.Attribute("hreflang")!));
        });
        Assert.DoesNotContain(pages, p => p.Element(Map + "loc")!.Value.Contains("ihar", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Get_EveryPageOfTheSitemap_Opens()
    {
        using var browser = inside.App.Browser();

        foreach (var page in (await ReadAsync(browser, "/sitemaps/pages.xml")).Elements(Map + "url").Select(u => new Uri(u.Element(Map + "loc")!.Value).PathAndQuery))
        {
            using var answer = await browser.GetAsync(page);
            Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{page}: {answer.StatusCode}");
        }
    }

    private static async Task<XElement> ReadAsync(Browser browser, string address)
    {
        using var answer = await browser.GetAsync(address);
        answer.EnsureSuccessStatusCode();
        return XDocument.Parse(await answer.Content.ReadAsStringAsync()).Root!;
    }
}
