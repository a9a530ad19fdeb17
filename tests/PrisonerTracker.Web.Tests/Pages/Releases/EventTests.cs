using System.Net;
using PrisonerTracker.Core.Designations;
using PrisonerTracker.Core.Prisoners;
using PrisonerTracker.Core.Releases;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Core.Sources;
using PrisonerTracker.Testing;
using Xunit;

namespace PrisonerTracker.Web.Tests.Pages.Releases;

public sealed class EventTests(RegisterApp app) : IClassFixture<RegisterApp>
{
    [Fact]
    public async Task Get_NamedAndMatchedPeople_AddsUpToWhatWasAnnounced()
    {
        await using var work = app.Work();
        var organisation = (await work.Organisations.AddAsync("viasna", LocalizedText.English("Viasna"), "BY", Valid.Submission())).Subjects[0];
        var (designated, imprisonmentId) = await work.HeldAsync("Designated Person");
        await work.Prisoners.AddFactsAsync(designated, new PersonFacts { Designations = [new DesignationDetails { OrganisationId = organisation }] }, Valid.Submission());
        var (notDesignated, _) = await work.HeldAsync("Undesignated Person");
        var address = await EventAsync(work, Valid.ReleaseEvent() with
        {
            HappenedOn = PartialDate.Parse("2025-12-01"),
            AnnouncedCount = 10,
            Named =
            [
                new NamedPersonDetails { WrittenName = "Designated P.", PrisonerId = designated },
                new NamedPersonDetails { WrittenName = "Undesignated P.", PrisonerId = notDesignated },
                new NamedPersonDetails { WrittenName = "Foreign Citizen" },
            ],
        });
        var eventId = work.Context.ReleaseEvents.Single(e => e.HappenedOn.Earliest == new DateOnly(2025, 12, 1)).ReleaseEventId;
        await work.Releases.RecordAsync(
            imprisonmentId, 1, Valid.Release("2025-12-01") with { ReleaseEventId = eventId, DestinationCountry = "LT" }, Valid.Submission());

        using var browser = app.Browser();
        var page = await browser.PageAsync(address);

        Assert.Equal(
            ("10", "3", "2", "1", "1", "7"),
            (page.Fact("Announced"), page.Fact("Named"), page.Fact("Matched to this register"), page.Fact("Named, not in this register"),
                page.Fact("Matched, no designation recorded"), page.Fact("Unexplained")));
        Assert.Contains("Lithuania: 1", page.MainText(), StringComparison.Ordinal);
        Assert.Contains("Not known by name: 9", page.MainText(), StringComparison.Ordinal);
        Assert.Contains("Foreign Citizen not in the register", page.MainText(), StringComparison.Ordinal);
        Assert.Equal(["Designated Person", "Undesignated Person"], page.Names());
        Assert.Empty(page.DeadLinks());
    }

    [Fact]
    public async Task Get_FreedPeople_TellsTheTimeBehindThem_TheirCitizenships_AndWhoIsHeldAgain()
    {
        await using var work = app.Work();
        var address = await EventAsync(work, Valid.ReleaseEvent() with { HappenedOn = PartialDate.Parse("2025-11-03") });
        var eventId = work.Context.ReleaseEvents.Single(e => e.HappenedOn.Earliest == new DateOnly(2025, 11, 3)).ReleaseEventId;
        await FreedAsync("Long Held", "2020-11-03", "BY", "US");
        await FreedAsync("Short Held", "2024-11-03");
        var again = await FreedAsync("Again Held", "2023-11-03", "LV");
        await work.Imprisonments.AddAsync(again, Valid.Imprisonment("2025-12-20"), Valid.Submission());
        using var browser = app.Browser();

        var page = await browser.PageAsync(address);

        Assert.Equal("about 8 years, counted for 3 freed people", page.Fact("Together in prison"));
        Assert.Equal(("5 years (Long Held)", "1 year (Short Held)"), (page.Fact("Longest"), page.Fact("Shortest")));
        Assert.Equal("Belarus: 1, Latvia: 1, United States: 1, not recorded: 1", page.Fact("Citizenship"));
        Assert.Equal(["Again Held"], page.QuerySelectorAll("#since ~ ul a").Select(a => a.TextContent));
        Assert.Empty(page.DeadLinks());

        async Task<Guid> FreedAsync(string name, string detained, params string[] citizenships)
        {
            var id = await work.PrisonerAsync(Valid.Prisoner(name) with { Citizenships = citizenships });
            var added = await work.Imprisonments.AddAsync(id, Valid.Imprisonment(detained), Valid.Submission());
            await work.Releases.RecordAsync(added.Subjects[1], 1, Valid.Release("2025-11-03") with { ReleaseEventId = eventId }, Valid.Submission());
            return id;
        }
    }

    [Fact]
    public async Task Get_NobodyNamed_SaysThatAllAreUnexplained()
    {
        await using var work = app.Work();
        var address = await EventAsync(work, Valid.ReleaseEvent("A pardon") with { HappenedOn = PartialDate.Parse("2025-09-16"), AnnouncedCount = 25 });
        using var browser = app.Browser();

        var page = await browser.PageAsync(address);

        Assert.Equal(("25", "0", "25"), (page.Fact("Announced"), page.Fact("Named"), page.Fact("Unexplained")));
        Assert.Contains("All 25 are unexplained", page.MainText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_MoreNamedThanAnnounced_SaysSo()
    {
        await using var work = app.Work();
        var address = await EventAsync(work, Valid.ReleaseEvent() with
        {
            HappenedOn = PartialDate.Parse("2024"),
            AnnouncedCount = 1,
            Named = [new NamedPersonDetails { WrittenName = "One" }, new NamedPersonDetails { WrittenName = "Two" }],
        });
        using var browser = app.Browser();

        var page = await browser.PageAsync(address);

        Assert.Contains("More people are named than were announced", page.MainText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_PartsThatDoNotAddUp_ShowsTheFlawOfThePublishedTotal()
    {
        await using var work = app.Work();
        var source = new CitationDetails(await work.SourceAsync("Counting Gazette"));
        var address = await EventAsync(work, Valid.ReleaseEvent() with { HappenedOn = PartialDate.Parse("2023-01") });
        var eventId = work.Context.ReleaseEvents.Single(e => e.HappenedOn.Earliest == new DateOnly(2023, 1, 1)).ReleaseEventId;
        await work.ReleaseEvents.AddCountsAsync(
            [
                new ReportedCountDetails
                {
                    Country = "BY", AsOf = PartialDate.Parse("2025-12-23"), Number = 1135, Unit = LocalizedText.English("people"), ReleaseEventId = eventId, PartsAreExhaustive = true,
                    Parts = [new ReportedCountPartDetails(LocalizedText.English("men"), 968), new ReportedCountPartDetails(LocalizedText.English("women"), 168)], Citations = [source],
                },
            ],
            Valid.Submission());
        using var browser = app.Browser();

        var page = await browser.PageAsync(address);

        Assert.Contains("The parts add up to 1,136: 1 more than the published total.", page.MainText(), StringComparison.Ordinal);
        Assert.Contains("Counting Gazette", page.QuerySelector("[id=note-1]")!.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_Unknown_IsNotFound()
    {
        using var browser = app.Browser();

        using var answer = await browser.GetAsync("/releases/2001-01-01-nowhere");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    private static async Task<string> EventAsync(Work work, ReleaseEventDetails details)
    {
        var eventId = (await work.ReleaseEvents.CreateAsync(details, Valid.Submission())).Subjects[0];
        await work.ReleaseEvents.SetPublicationAsync(eventId, Publication.Published, Valid.Submission());
        return $"/releases/{work.Context.ReleaseEvents.Single(e => e.ReleaseEventId == eventId).Slug}";
    }
}
