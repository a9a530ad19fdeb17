using System.Net;
using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Imprisonments;
using PrisonerTracker.Core.Prisoners;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Testing;
using Xunit;

namespace PrisonerTracker.Web.Tests.Feeds;

/// <summary>The calendar of hearings, and the list of the next month, on 15 January 2026.</summary>
public sealed class HearingsFeedTests(HearingsFeedTests.Court court) : IClassFixture<HearingsFeedTests.Court>
{
    private const string Feed = "/hearings.ics";

    public sealed class Court(RegisterDatabases databases) : IAsyncLifetime
    {
        public RegisterApp App { get; } = new(databases);
        public Guid AlesId { get; private set; }
        public Guid AlesCaseId { get; private set; }

        public async ValueTask InitializeAsync()
        {
            await App.InitializeAsync();
            await using var work = App.Work();
            (AlesId, AlesCaseId) = await work.HeldAsync("Ales Viasna");
            await AddAsync(work, AlesCaseId, "2026-02-03", h => h with
            {
                HeardAt = new TimeOnly(9, 30),
                Court = LocalizedText.English("Суд Цэнтральнага раёна, Мінск"),
                IsClosed = true,
                Note = LocalizedText.English("Зала 12; спытайце на ўваходзе, калі ласка"),
            });
            await AddAsync(work, AlesCaseId, "2026-02-04", h => h with { Kind = HearingKind.Appeal });
            await AddAsync(work, AlesCaseId, "2026-01-14", h => h with { Status = HearingStatus.Held });
            await AddAsync(work, AlesCaseId, "2026-02-05", h => h with { Status = HearingStatus.Adjourned });
            await AddAsync(work, AlesCaseId, "2026-02-06", h => h with { Status = HearingStatus.Cancelled });
            foreach (var on in new[] { "2026-02", "2026", "2026-02-07~", "2025-01-14", "2026-03-20" })
                await AddAsync(work, AlesCaseId, on);

            // Tried from liberty, and tried without being there.
            var (_, freed) = await work.HeldAsync("Jan Freed", Valid.Imprisonment("2025-01"));
            await work.Releases.RecordAsync(freed, 1, Valid.Release(), Valid.Submission());
            await AddAsync(work, freed, "2026-01-15");
            var (_, absent) = await work.HeldAsync("Vera Absent", new ImprisonmentDetails { Country = "BY", Kind = ImprisonmentKind.InAbsentia });
            await AddAsync(work, absent, "2026-02-15");

            var (draft, hidden) = await work.HeldAsync("Ihar Draft");
            await AddAsync(work, hidden, "2026-02-03");
            await work.Prisoners.SetPublicationAsync(draft, Publication.Draft, Valid.Submission());
            var (partly, part) = await work.HeldAsync("Hleb Partly");
            await AddAsync(work, part, "2026-02-03");
            await work.Prisoners.SetConsentAsync(partly, 1, new ConsentDetails { WithheldParts = [PersonPart.Hearings] }, Valid.Submission("The family asked"));
        }

        public ValueTask DisposeAsync() => App.DisposeAsync();

        public static async Task<Guid> AddAsync(Work work, Guid imprisonmentId, string on, Func<HearingDetails, HearingDetails>? with = null) =>
            (await work.Hearings.AddAsync(imprisonmentId, (with ?? (h => h))(new HearingDetails { HeardOn = PartialDate.Parse(on) }), Valid.Submission() with { IsUnattended = true })).Subjects[2];
    }

    [Fact]
    public async Task Get_KnownDays_AreEventsOfWhoeverIsTried()
    {
        var events = await EventsAsync(Feed);

        Assert.Equal(
            [
                "20260114 Trial hearing: Ales Viasna CONFIRMED", "20260115 Trial hearing: Jan Freed CONFIRMED", "20260203T093000 Trial hearing: Ales Viasna CONFIRMED",
                "20260204 Appeal hearing: Ales Viasna CONFIRMED", "20260205 Trial hearing: Ales Viasna CANCELLED", "20260206 Trial hearing: Ales Viasna CANCELLED",
                "20260215 Trial hearing: Vera Absent CONFIRMED", "20260320 Trial hearing: Ales Viasna CONFIRMED",
            ],
            events.Where(e => !e["SUMMARY"].Contains("Maksim", StringComparison.Ordinal)).Select(e => $"{e["DTSTART"]} {e["SUMMARY"]} {e["STATUS"]}").Order(StringComparer.Ordinal));
        var timed = events.Single(e => e["DTSTART"] == "20260203T093000");
        Assert.False(timed.ContainsKey("DTEND"));
        Assert.Equal("Суд Цэнтральнага раёна, Мінск", timed["LOCATION"]);
        Assert.Equal("Announced.\n9:30 by the clocks of the place.\nClosed to the public.\nЗала 12; спытайце на ўваходзе, калі ласка", timed["DESCRIPTION"]);
        Assert.Equal("http://localhost/prisoners/ales-viasna", timed["URL"]);
        var allDay = events.Single(e => e["DTSTART"] == "20260204");
        Assert.Equal("20260205", allDay["DTEND"]);
        Assert.Contains("The time is not known.", allDay["DESCRIPTION"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("?q=viasna", 6)]
    [InlineData("?custody=atliberty", 2)]
    [InlineData("?custody=held", 6)]
    [InlineData("?country=RU", 0)]
    public async Task Get_Filter_IsThatOfTheList(string query, int expected) =>
        Assert.Equal(expected, (await EventsAsync(Feed + query)).Count(e => !e["SUMMARY"].Contains("Maksim", StringComparison.Ordinal)));

    [Fact]
    public async Task Get_Language_IsThatOfThePath()
    {
        var be = (await EventsAsync("/be" + Feed + "?q=viasna")).Single(e => e["DTSTART"] == "20260203T093000");
        var en = (await EventsAsync(Feed + "?q=viasna")).Single(e => e["DTSTART"] == "20260203T093000");

        Assert.StartsWith("Пасяджэнне суда першай інстанцыі: ", be["SUMMARY"], StringComparison.Ordinal);
        Assert.Equal(en["UID"], be["UID"]);
    }

    [Fact]
    public async Task Get_AfterAChange_TheSameIdAndAHigherSequence_AndNothingOnceRemoved()
    {
        await using var work = court.App.Work();
        var (_, imprisonmentId) = await work.HeldAsync("Maksim Moved");
        var id = await Court.AddAsync(work, imprisonmentId, "2026-05-01");
        var before = Assert.Single(await EventsAsync(Feed + "?q=maksim"));
        court.App.Clock.Advance(TimeSpan.FromMinutes(2));

        await work.Hearings.EditAsync(imprisonmentId, id, 1, new HearingDetails { HeardOn = PartialDate.Parse("2026-05-04"), HeardAt = new TimeOnly(14, 0) }, Valid.Submission());

        var after = Assert.Single(await EventsAsync(Feed + "?q=maksim"));
        Assert.Equal((before["UID"], "20260504T140000"), (after["UID"], after["DTSTART"]));
        Assert.True(int.Parse(after["SEQUENCE"], null) > int.Parse(before["SEQUENCE"], null));
        Assert.NotEqual(id.ToString(), after["UID"]);
        await work.Hearings.RemoveAsync(imprisonmentId, id, 2, Valid.Submission("A mistake"));
        Assert.Empty(await EventsAsync(Feed + "?q=maksim"));
    }

    [Fact]
    public async Task Get_Solidarity_NamesTheAnnouncedOnesOfTheNextMonth()
    {
        using var browser = court.App.Browser();

        var page = await browser.PageAsync("/solidarity");

        var section = page.GetElementById("hearings")!.ParentElement!;
        Assert.Equal(
            [
                "Jan Freed 15 January 2026 Trial hearing", "Ales Viasna February 2026 Trial hearing",
                "Ales Viasna 3 February 2026, 9:30 Trial hearing, closed to the public, Суд Цэнтральнага раёна, Мінск; Зала 12; спытайце на ўваходзе, калі ласка",
                "Ales Viasna 4 February 2026 Appeal hearing", "Ales Viasna about 7 February 2026 Trial hearing", "Vera Absent 15 February 2026 Trial hearing",
            ],
            section.QuerySelectorAll("li").Select(l => l.Words()));
        Assert.NotNull(section.QuerySelector("a[href='/hearings.ics']"));
        Assert.NotNull((await browser.PageAsync("/prisoners?country=BY")).QuerySelector("a[href='/hearings.ics?country=BY']"));
    }

    [Fact]
    public async Task Get_SolidarityWithoutHearings_SaysUntilWhenNoneIsKnown()
    {
        using var browser = court.App.Browser();
        await using var work = court.App.Work();
        Assert.True(await work.Context.Hearings.AnyAsync());
        court.App.Clock.Advance(TimeSpan.FromDays(400));
        try
        {
            var section = (await browser.PageAsync("/solidarity")).GetElementById("hearings")!.ParentElement!;
            Assert.Contains("No hearing until", section.QuerySelector(".empty")!.Words(), StringComparison.Ordinal);
            Assert.NotNull(section.QuerySelector("a[href='/hearings.ics']"));
        }
        finally
        {
            court.App.Clock.Advance(TimeSpan.FromDays(-400));
        }
    }

    private async Task<IReadOnlyList<IReadOnlyDictionary<string, string>>> EventsAsync(string address)
    {
        using var browser = court.App.Browser();
        using var answer = await browser.GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return ContentLines.Events(await answer.Content.ReadAsByteArrayAsync());
    }
}
