using System.Xml.Linq;
using PrisonerTracker.Web.Tests.Pages.Solidarity;
using Xunit;

namespace PrisonerTracker.Web.Tests.Feeds;

public sealed class AtomFeedsTests(Inside inside) : IClassFixture<Inside>
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    [Theory]
    [InlineData("/prisoners.atom", "http://localhost/prisoners")]
    [InlineData("/prisoners.atom?q=viasna&custody=held", "http://localhost/prisoners?q=viasna&custody=held")]
    [InlineData("/be/prisoners.atom?q=viasna", "http://localhost/be/prisoners?q=viasna")]
    [InlineData("/releases.atom", "http://localhost/releases")]
    public async Task Get_Feed_HasWhatRfc4287Asks(string address, string page)
    {
        using var browser = inside.App.Browser();

        var feed = await FeedAsync(browser, address);

        Assert.Equal(Atom + "feed", feed.Name);
        foreach (var part in new[] { feed }.Concat(feed.Elements(Atom + "entry")))
        {
            Assert.StartsWith("tag:localhost,2026:", part.Element(Atom + "id")!.Value, StringComparison.Ordinal);
            Assert.NotEmpty(part.Element(Atom + "title")!.Value);
            Assert.True(DateTimeOffset.TryParse(part.Element(Atom + "updated")!.Value, null, out _));
        }

        Assert.NotNull(feed.Element(Atom + "author")!.Element(Atom + "name"));
        Assert.Equal("http://localhost" + address, Link(feed, "self"));
        Assert.Equal(page, Uri.UnescapeDataString(Link(feed, "alternate")!));
        Assert.NotEmpty(feed.Elements(Atom + "entry"));
    }

    [Fact]
    public async Task Get_Prisoners_NewestChangeFirstWithStatus()
    {
        await using var work = inside.App.Work();
        inside.App.Clock.Advance(TimeSpan.FromMinutes(1));
        await work.HeldAsync("Nadzeja & <Newest>");
        using var browser = inside.App.Browser();

        var newest = (await FeedAsync(browser, "/prisoners.atom")).Elements(Atom + "entry").First();

        Assert.Equal("Nadzeja & <Newest>", newest.Element(Atom + "title")!.Value);
        Assert.Equal("In custody; detained in May 2023.", newest.Element(Atom + "summary")!.Value);
    }

    [Fact]
    public async Task Get_Releases_NamesWhoWasFreed()
    {
        using var browser = inside.App.Browser();

        var entries = (await FeedAsync(browser, "/releases.atom")).Elements(Atom + "entry").ToList();

        Assert.Contains(entries, e => e.Element(Atom + "title")!.Value == "Released: Jan Freed" && Link(e, "alternate") == "http://localhost/prisoners/jan-freed");
        Assert.Equal(entries.Count, entries.Select(e => e.Element(Atom + "id")!.Value).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task Get_NameWithControlCharacters_IsStillXml()
    {
        await using var work = inside.App.Work();
        await work.HeldAsync("Olga \u0001Control\uFFFF");
        using var browser = inside.App.Browser();

        Assert.NotEmpty((await FeedAsync(browser, "/prisoners.atom?q=control")).Elements(Atom + "entry"));
    }

    private static string? Link(XElement part, string relation) =>
        part.Elements(Atom + "link").SingleOrDefault(l => (string?)l.Attribute("rel") == relation)?.Attribute("href")?.Value;

    private static async Task<XElement> FeedAsync(Browser browser, string address)
    {
        using var answer = await browser.GetAsync(address);
        answer.EnsureSuccessStatusCode();
        return XDocument.Parse(await answer.Content.ReadAsStringAsync()).Root!;
    }
}
