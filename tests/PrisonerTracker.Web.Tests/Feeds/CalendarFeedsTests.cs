using System.Net;
using System.Net.Http.Headers;
using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Prisoners;
using PrisonerTracker.Core.Users;
using PrisonerTracker.Testing;
using PrisonerTracker.Web.Tests.Pages.Solidarity;
using Xunit;

namespace PrisonerTracker.Web.Tests.Feeds;

public sealed class CalendarFeedsTests(Inside inside) : IClassFixture<Inside>
{
    [Fact]
    public async Task Get_Birthdays_OfWhoIsHeldAndCancelledForWhoWasFreed()
    {
        using var browser = inside.App.Browser();

        var events = await EventsAsync(browser, "/birthdays.ics");

        Assert.Equal(
            [("Birthday: Ales Viasna", "20200117", "CONFIRMED"), ("Birthday: Cecylia Later", "20200128", "CONFIRMED"), ("Birthday: Jan Freed", "20200116", "CANCELLED")],
            events.Where(e => !e["SUMMARY"].Contains("Maksim", StringComparison.Ordinal)).Select(e => (e["SUMMARY"], e["DTSTART"], e["STATUS"])).Order());
        var ales = events.Single(e => e["SUMMARY"].Contains("Ales", StringComparison.Ordinal));
        Assert.Equal(("FREQ=YEARLY", "http://localhost/prisoners/ales-viasna"), (ales["RRULE"], ales["URL"]));
        Assert.Contains("http://localhost/prisoners/ales-viasna/letter", ales["DESCRIPTION"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("?q=viasna", 1)]
    [InlineData("?q=viasna&custody=held", 1)]
    [InlineData("?custody=atliberty", 1)] // nobody held, and the cancelled one
    [InlineData("?country=RU", 0)]
    public async Task Get_Filter_IsThatOfTheList(string query, int expected)
    {
        using var browser = inside.App.Browser();

        Assert.Equal(expected, (await EventsAsync(browser, "/birthdays.ics" + query)).Count);
    }

    [Fact]
    public async Task Get_Language_IsThatOfThePath()
    {
        using var browser = inside.App.Browser();

        var be = (await EventsAsync(browser, "/be/birthdays.ics?q=viasna"))[0];
        var en = (await EventsAsync(browser, "/birthdays.ics?q=viasna"))[0];

        Assert.StartsWith("Дзень нараджэння:", be["SUMMARY"], StringComparison.Ordinal);
        Assert.Equal("http://localhost/be/prisoners/ales-viasna", be["URL"]);
        Assert.Equal(en["UID"], be["UID"]);
    }

    [Fact]
    public async Task Get_ExpectedReleases_AreTentativeAndSayWhatTheyRestOn()
    {
        using var browser = inside.App.Browser();

        var events = await EventsAsync(browser, "/expected-releases.ics?q=viasna");

        var ales = Assert.Single(events);
        Assert.Equal(("20260301", "TENTATIVE"), (ales["DTSTART"], ales["STATUS"]));
        Assert.Contains("counted from 1 May 2021", ales["DESCRIPTION"], StringComparison.Ordinal);
        Assert.Contains((await EventsAsync(browser, "/expected-releases.ics")), e => e["SUMMARY"].Contains("Jan Freed", StringComparison.Ordinal) && e["STATUS"] == "CANCELLED");
    }

    [Fact]
    public async Task Get_AfterAChange_TheSameIdAndAHigherSequence()
    {
        await using var work = inside.App.Work();
        var id = await work.PrisonerAsync(Valid.Prisoner("Maksim Moved") with { BornOn = Core.Shared.PartialDate.Parse("1990-07-01") });
        await work.Imprisonments.AddAsync(id, Valid.Imprisonment(), Valid.Submission());
        using var browser = inside.App.Browser();
        var before = Assert.Single(await EventsAsync(browser, "/birthdays.ics?q=maksim"));
        inside.App.Clock.Advance(TimeSpan.FromMinutes(2));

        await work.Prisoners.MoveAsync(id, "maksim-elsewhere", Valid.Submission("Another address"));
        await work.Prisoners.EditIdentityAsync(id, 1, Valid.Prisoner("Maksim Moved") with { BornOn = Core.Shared.PartialDate.Parse("1990-07-02") }, Valid.Submission());

        var after = Assert.Single(await EventsAsync(browser, "/birthdays.ics?q=maksim"));
        Assert.Equal(before["UID"], after["UID"]);
        Assert.True(int.Parse(after["SEQUENCE"], null) > int.Parse(before["SEQUENCE"], null));
        Assert.True(string.CompareOrdinal(after["LAST-MODIFIED"], before["LAST-MODIFIED"]) > 0);
        Assert.Equal("20200702", after["DTSTART"]);
    }

    [Theory]
    [InlineData("/birthdays.ics")]
    [InlineData("/expected-releases.ics")]
    [InlineData("/hearings.ics")]
    [InlineData("/prisoners.atom")]
    [InlineData("/releases.atom")]
    [InlineData("/sitemap.xml")]
    [InlineData("/sitemaps/people-1.xml")]
    public async Task Get_WhoeverAsks_NothingUnpublishedOrWithheld(string address)
    {
        using var reader = inside.App.Browser();
        using var editor = await inside.App.SignInAsync(Role.Editor);

        foreach (var browser in new[] { reader, editor })
        {
            using var answer = await browser.GetAsync(address);
            var text = await answer.Content.ReadAsStringAsync();
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.DoesNotContain("Ihar", text, StringComparison.Ordinal);
            Assert.DoesNotContain("ihar-draft", text, StringComparison.Ordinal);
            Assert.DoesNotContain("DTSTART;VALUE=DATE:20200118", text, StringComparison.Ordinal);
            Assert.DoesNotContain("Birthday: Hleb", text, StringComparison.Ordinal);
            Assert.DoesNotContain("1970-01-18", text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("/birthdays.ics", "text/calendar")]
    [InlineData("/prisoners.atom", "application/atom+xml")]
    public async Task Get_Again_IsNotSentUntilSomethingChanged(string address, string type)
    {
        using var browser = inside.App.Browser();
        using var first = await browser.GetAsync(address + "?q=cecylia");
        Assert.Equal(type, first.Content.Headers.ContentType!.MediaType);
        Assert.NotNull(first.Content.Headers.LastModified);

        using var again = await SendAsync(browser, address + "?q=cecylia", first.Headers.ETag!);
        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Equal(first.Headers.ETag, again.Headers.ETag);
        Assert.Empty(await again.Content.ReadAsByteArrayAsync());

        await using var work = inside.App.Work();
        var id = await work.Context.Prisoners.Where(p => p.DisplayName == "Cecylia Later").Select(p => p.PrisonerId).SingleAsync();
        inside.App.Clock.Advance(TimeSpan.FromMinutes(1));
        await work.Prisoners.SetPublicationAsync(id, Publication.Draft, Valid.Submission("Withdrawn"));
        using var changed = await SendAsync(browser, address + "?q=cecylia", first.Headers.ETag!);
        await work.Prisoners.SetPublicationAsync(id, Publication.Published, Valid.Submission("Back"));
        Assert.Equal(HttpStatusCode.OK, changed.StatusCode);
        Assert.DoesNotContain("Cecylia", await changed.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/birthdays.ics?custody=xyz")]
    [InlineData("/expected-releases.ics?custody=xyz")]
    [InlineData("/hearings.ics?custody=xyz")]
    [InlineData("/prisoners.atom?custody=xyz")]
    public async Task Get_WrongFilter_IsRefusedByName(string address)
    {
        using var browser = inside.App.Browser();

        using var answer = await browser.GetAsync(address);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.StartsWith("custody: ", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static async Task<IReadOnlyList<IReadOnlyDictionary<string, string>>> EventsAsync(Browser browser, string address)
    {
        using var answer = await browser.GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return ContentLines.Events(await answer.Content.ReadAsByteArrayAsync());
    }

    private static Task<HttpResponseMessage> SendAsync(Browser browser, string address, EntityTagHeaderValue tag)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, UriKind.Relative));
        request.Headers.IfNoneMatch.Add(tag);
        return browser.Client.SendAsync(request);
    }
}
