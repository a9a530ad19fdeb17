using System.Net;
using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Desk;
using PrisonerTracker.Core.Imprisonments;
using PrisonerTracker.Core.Prisoners;
using PrisonerTracker.Core.Prisoners.Facts;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Core.Sources;
using PrisonerTracker.Core.Users;
using PrisonerTracker.Testing;
using Xunit;

namespace PrisonerTracker.Web.Tests.Pages;

/// <summary>What is not published does not exist for the public, on any page, in any number, in any file.</summary>
public sealed class UnpublishedTests(UnpublishedTests.Drafts drafts) : IClassFixture<UnpublishedTests.Drafts>
{
    /// <summary>One person who is a draft, and one published, both held once, both released in one published event, both citing one source.</summary>
    public sealed class Drafts(RegisterDatabases databases) : IAsyncLifetime
    {
        public RegisterApp App { get; } = new(databases);

        public async ValueTask InitializeAsync()
        {
            await App.InitializeAsync();
            await using var work = App.Work();
            var source = new CitationDetails(await work.SourceAsync("The Gazette"));
            var eventId = (await work.ReleaseEvents.CreateAsync(
                Valid.ReleaseEvent("The exchange") with { AnnouncedCount = 5 }, Valid.Submission())).Subjects[0];
            await work.ReleaseEvents.SetPublicationAsync(eventId, Publication.Published, Valid.Submission());
            foreach (var name in new[] { "Open Record", "Hidden Record" })
            {
                var (prisonerId, imprisonmentId) = await work.HeldAsync(name, Valid.Imprisonment() with { Citations = [source] });
                await work.Releases.RecordAsync(
                    imprisonmentId, 1, Valid.Release() with { ReleaseEventId = eventId, DestinationCountry = "LT", Citations = [source] }, Valid.Submission());
                if (name == "Hidden Record")
                    await work.Prisoners.SetPublicationAsync(prisonerId, Publication.Draft, Valid.Submission());
            }

            var (heldId, _) = await work.HeldAsync("Hidden Prisoner");
            await work.Prisoners.SetPublicationAsync(heldId, Publication.Withheld, Valid.Submission());
            var confidential = (await work.Sources.AddAsync(new SourceDetails { Publisher = "Hidden Gazette", IsConfidential = true }, Valid.Submission())).Subjects[0];
            await work.HeldAsync("Open Prisoner", Valid.Imprisonment() with { Citations = [new CitationDetails(confidential, "call with a hidden person")] });
            var open = await work.Context.Prisoners.Where(p => p.DisplayName == "Open Prisoner").Select(p => p.PrisonerId).SingleAsync();
            await work.Facts.AddAsync(
                open,
                new RiskFactorDetails { Kind = RiskKind.Illness, Text = LocalizedText.English("hidden illness"), Citations = [new CitationDetails(await work.SourceAsync("Hidden Hospital"), "hidden page")] },
                Valid.Submission("hidden reason"));
            await work.Lists.PasteAsync(
                new PastedList { ReleaseEventId = eventId, Text = "Hidden Listed\nOpen Prisoner", ListYear = 2025, Citations = [new CitationDetails(await work.SourceAsync("Hidden Paper"))] },
                Valid.Submission());
            var list = (await work.Lists.PasteAsync(new PastedList { ReleaseEventId = eventId, Text = "Hidden Newcomer", ListYear = 2025 }, Valid.Submission())).Subjects[0];
            var line = (await work.Context.ListAsync(list))!.Lines[0];
            await work.Lists.DecideAsync(list, [new LineChange(line.ListLineId, line.Version, new LineAnswer(LineDecision.NewPerson), new LineTold { Note = "hidden note" })], Valid.Submission());
            await work.ListRecorder.ApplyAsync(list, ListQueries.StateOf((await work.Context.ListAsync(list))!), Valid.Submission());
            await work.ReleaseEvents.CreateAsync(Valid.ReleaseEvent("Hidden exchange") with { HappenedOn = PartialDate.Parse("2025-12-12") }, Valid.Submission());
            var draft = (await work.Prisoners.AddAsync(
                Valid.Prisoner("Hidden Draft") with { Citations = [new CitationDetails(await work.SourceAsync("Hidden Herald"))] }, Valid.Submission())).Subjects[0];
            var hidden = (await work.Imprisonments.AddAsync(
                draft, Valid.Imprisonment() with
                {
                    Country = "TJ",
                    Charges = [new ChargeDetails { Article = "hidden 999" }],
                    Sentences = [new SentenceDetails { Court = LocalizedText.English("Hidden court"), Judge = LocalizedText.English("Hidden judge") }],
                    Placements = [new PlacementDetails { Facility = LocalizedText.English("Hidden colony") }]
                }, Valid.Submission())).Subjects[1];
            await work.Hearings.AddAsync(
                hidden, new HearingDetails { HeardOn = PartialDate.Parse("2026-01-20"), Court = LocalizedText.English("Hidden bench"), Note = LocalizedText.English("Hidden room") }, Valid.Submission());
            await work.Facts.AddAsync(
                draft, new Core.Designations.DesignationDetails { OrganisationId = Guid.Empty, NewOrganisation = LocalizedText.English("Hidden committee") }, Valid.Submission());
        }

        public ValueTask DisposeAsync() => App.DisposeAsync();
    }

    private const string Event = "/releases/2025-12-13-belarus";

    public static TheoryData<string> Reading =>
    [
        "/", "/prisoners", "/prisoners/open-prisoner", "/prisoners?q=hidden", "/prisoners?unsourced=1", "/prisoners?custody=atliberty&sort=released", "/releases", Event, "/sources", "/sources/the-gazette",
        "/articles", "/facilities", "/courts", "/judges", "/organisations", "/credit-rules", "/statistics/reported",
        "/prisoners/open-prisoner?on=2024-01-01", "/prisoners/compare.csv?from=2021-01-01&to=2025-12-31",
        "/prisoners/compare?from=2021-01-01&to=2025-12-31", "/statistics/bridge?from=2021-01-01&to=2025-12-31", "/prisoners?heldOn=2025-12-31", "/prisoners.csv?heldOn=2025-12-31",
        "/prisoners.csv", "/prisoners.json", "/prisoners.xlsx", "/prisoners.csv?q=hidden",
        "/birthdays.ics", "/expected-releases.ics", "/hearings.ics", "/prisoners.atom", "/releases.atom", "/sitemap.xml", "/sitemaps/pages.xml", "/sitemaps/people-1.xml",
        "/solidarity", "/letters/labels", "/prisoners/open-prisoner/letter",
    ];

    [Theory]
    [MemberData(nameof(Reading))]
    public async Task Get_Anonymous_SaysNothingOfDrafts(string address)
    {
        using var browser = drafts.App.Browser();

        using var answer = await browser.GetAsync(address);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var text = address.Contains(".xlsx", StringComparison.Ordinal)
            ? string.Join('\n', Exports.Workbook.Read(await answer.Content.ReadAsByteArrayAsync()).SelectMany(sheet => sheet.Rows).SelectMany(row => row))
            : (await answer.Content.ReadAsStringAsync()).Replace("q=hidden", "", StringComparison.Ordinal).Replace("“hidden”", "", StringComparison.Ordinal)
                .Replace("value=\"hidden\"", "", StringComparison.Ordinal)
                .Replace("aria-hidden", "", StringComparison.Ordinal).Replace("-hidden", "", StringComparison.Ordinal).Replace("type=\"hidden\"", "", StringComparison.Ordinal);
        Assert.DoesNotContain("hidden", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("Tajikistan", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/prisoners/hidden-record")]
    [InlineData("/prisoners/hidden-prisoner")]
    [InlineData("/releases/2025-12-12-belarus")]
    [InlineData("/sources/hidden-gazette")]
    [InlineData("/sources/hidden-herald")]
    [InlineData("/sources/hidden-paper")]
    [InlineData("/prisoners/hidden-newcomer")]
    [InlineData("/facilities/tj-hidden-colony")]
    [InlineData("/articles/tj-criminal-code/hidden 999")]
    [InlineData("/sources/hidden-hospital")]
    [InlineData("/organisations/hidden-committee")]
    public async Task Get_AnonymousOpensDraft_IsToldTheSameAsOfNothing(string address)
    {
        using var browser = drafts.App.Browser();
        using var absent = await browser.GetAsync(address + "-absent");

        using var answer = await browser.GetAsync(address);

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (absent.StatusCode, answer.StatusCode));
        Assert.Equal(await absent.Content.ReadAsStringAsync(), await answer.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("/prisoners/open-prisoner")]
    [InlineData("/prisoners/open-prisoner/history")]
    public async Task Get_FactForEditorsOnly_IsThereForNobodyElse(string address)
    {
        using var viewer = await drafts.App.SignInAsync(Role.Viewer);
        using var editor = await drafts.App.SignInAsync(Role.Editor);

        Assert.DoesNotContain("hidden illness", (await viewer.PageAsync(address)).Body!.Words(), StringComparison.Ordinal);
        Assert.DoesNotContain("hidden reason", (await viewer.PageAsync(address)).Body!.Words(), StringComparison.Ordinal);
        Assert.DoesNotContain("Hidden Hospital", (await viewer.PageAsync(address)).Body!.Words(), StringComparison.Ordinal);
        Assert.Contains("hidden illness", (await editor.PageAsync(address)).Body!.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_Anonymous_CountsNoDraft()
    {
        using var browser = drafts.App.Browser();

        var home = await browser.PageAsync("/");
        var list = await browser.PageAsync("/prisoners");
        var page = await browser.PageAsync(Event);
        var releases = await browser.PageAsync("/releases");
        using var csv = await browser.GetAsync("/prisoners.csv");

        Assert.Contains("1 person", home.QuerySelector("main a[href='/prisoners?custody=held']")!.Words(), StringComparison.Ordinal);
        Assert.Contains("5 announced, 1 named", home.MainText(), StringComparison.Ordinal);
        Assert.Equal("3 people", list.QuerySelector("main [role=status]")!.Words());
        Assert.Equal(("1", "1", "1", "4"), (page.Fact("Named"), page.Fact("Matched to this register"), page.Fact("Matched, no designation recorded"), page.Fact("Unexplained")));
        Assert.Contains("Lithuania: 1", page.MainText(), StringComparison.Ordinal);
        Assert.Equal(("1", "4"), (releases.Fact("Named"), releases.Fact("Unexplained")));
        Assert.Equal("3", csv.Header("PrisonerTracker-Row-Count"));
    }

    [Theory]
    [InlineData("/prisoners", "Hidden Record Draft")]
    [InlineData("/prisoners", "Hidden Prisoner Withheld")]
    [InlineData("/prisoners/hidden-record", "Draft")]
    [InlineData(Event, "Hidden Record Draft")]
    [InlineData("/releases", "Hidden exchange Draft")]
    [InlineData("/releases", "Hidden Record Draft")]
    [InlineData("/releases/2025-12-12-belarus", "Draft")]
    [InlineData("/sources", "Hidden Gazette News article Confidential")]
    [InlineData("/sources/the-gazette", "Hidden Record Draft")]
    [InlineData("/prisoners.csv", "draft")]
    public async Task Get_SignedIn_ShowsDraftsAndSaysThatTheyAre(string address, string expected)
    {
        using var browser = await drafts.App.SignInAsync(Role.Viewer);

        using var answer = await browser.GetAsync(address);

        var text = (await answer.DocumentAsync(HttpStatusCode.OK)).Body!.Words();
        Assert.Contains(expected, text, StringComparison.Ordinal);
    }
}
