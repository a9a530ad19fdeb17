using System.Net;
using AngleSharp.Html.Dom;
using PrisonerTracker.Core.Designations;
using PrisonerTracker.Core.Imprisonments;
using PrisonerTracker.Core.Releases;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Testing;
using Xunit;

namespace PrisonerTracker.Web.Tests.Pages.Prisoners;

/// <summary>Whole lives, as editors enter them, and what every page then says of them. The people are invented; the dates follow real cases.</summary>
public sealed class ScenarioTests(ScenarioTests.Lives lives) : IClassFixture<ScenarioTests.Lives>
{
    public sealed class Lives(RegisterDatabases databases) : IAsyncLifetime
    {
        public RegisterApp App { get; } = new(databases);

        public async ValueTask InitializeAsync()
        {
            await App.InitializeAsync();
            await using var work = App.Work();
            var viasna = (await work.Organisations.AddAsync("viasna", LocalizedText.English("Viasna"), "BY", Valid.Submission())).Subjects[0];

            var twice = await PersonAsync("Twice Imprisoned");
            await HoldAsync(twice, "2011-08-04", "2014-06-21", ReleaseGround.Amnesty, Verdict("2011-11-24", Term.Of(4, 6)));
            await HoldAsync(
                twice, "2021-07-14", "2025-12-13", ReleaseGround.Pardon, Verdict("2023-03-03", Term.Of(10)),
                new SentenceDetails { Instance = Instance.Appeal, Outcome = DecisionOutcome.Upheld, DecidedOn = D("2023-04-21") });

            var absent = await PersonAsync("Absent Sentenced");
            await work.Imprisonments.AddAsync(
                absent, Valid.Imprisonment(null) with { Kind = ImprisonmentKind.InAbsentia, Sentences = [Verdict("2023-03-06", Term.Of(15)) with { InAbsentia = true }] }, Valid.Submission());

            var home = await PersonAsync("Home Restricted");
            await work.Imprisonments.AddAsync(
                home,
                Valid.Imprisonment("2022-01-10") with
                {
                    Kind = ImprisonmentKind.RestrictionOfLiberty,
                    Sentences =
                    [
                        new SentenceDetails { DecidedOn = D("2022-01-10"), Penalty = Penalty.RestrictionOfLibertyAtHome, Term = Term.Of(3) },
                        Verdict("2022-10-05", Term.Of(5, 2)) with { Instance = Instance.Replacement },
                    ],
                },
                Valid.Submission());

            var back = await PersonAsync("Back Sameday");
            var imprisonment = await HoldAsync(back, "2020-05-31", "2025-09-11", ReleaseGround.NegotiatedRelease, Verdict("2021-12-14", Term.Of(14)) with { Regime = null });
            await work.Releases.UndoAsync(imprisonment, 2, Valid.Undo(UndoKind.ReturnedToCustody) with { UndoneOn = D("2025-09-11") }, Valid.Submission());

            await work.ReleaseEvents.AddCountsAsync(
                [
                    new ReportedCountDetails
                    {
                        OrganisationId = viasna,
                        Country = "BY",
                        AsOf = D("2025-12-23"),
                        Number = 1135,
                        Unit = LocalizedText.English("political prisoners held"),
                        PartsAreExhaustive = true,
                        Parts = [new(LocalizedText.English("men"), 968), new(LocalizedText.English("women"), 168)],
                    },
                ],
                Valid.Submission());

            async Task<Guid> PersonAsync(string name)
            {
                var id = await work.PrisonerAsync(Valid.Prisoner(name) with { IsFictional = true });
                await work.Prisoners.AddFactsAsync(
                    id, new() { Designations = [new DesignationDetails { OrganisationId = viasna, DesignatedOn = D("2011-01-01") }] }, Valid.Submission());
                return id;
            }

            async Task<Guid> HoldAsync(Guid person, string from, string until, ReleaseGround ground, params SentenceDetails[] sentences)
            {
                var added = await work.Imprisonments.AddAsync(person, Valid.Imprisonment(from) with { Sentences = sentences }, Valid.Submission());
                await work.Releases.RecordAsync(added.Subjects[1], 1, Valid.Release(until) with { Ground = ground }, Valid.Submission());
                return added.Subjects[1];
            }
        }

        public ValueTask DisposeAsync() => App.DisposeAsync();

        private static SentenceDetails Verdict(string on, Term term) => new()
        {
            DecidedOn = D(on),
            Penalty = Penalty.Imprisonment,
            Regime = Regime.Reinforced,
            Term = term,
        };

        private static PartialDate D(string text) => PartialDate.Parse(text);
    }

    [Theory]
    [InlineData("2011-08-03", "")]
    [InlineData("2013-01-01", "Twice Imprisoned")]
    [InlineData("2018-01-01", "")]
    [InlineData("2022-01-31", "Twice Imprisoned|Back Sameday")]
    [InlineData("2022-10-05", "Twice Imprisoned|Home Restricted|Back Sameday")]
    [InlineData("2025-09-11", "Twice Imprisoned|Home Restricted|Back Sameday")]
    [InlineData("2025-12-13", "Home Restricted|Back Sameday")]
    public async Task Get_Roster_IsThatOfTheLives(string day, string expected)
    {
        using var browser = lives.App.Browser();

        var page = await browser.PageAsync($"/prisoners?heldOn={day}&held=certain");

        Assert.Equal(expected.Split('|', StringSplitOptions.RemoveEmptyEntries).Order(), page.Names().Order());
    }

    [Theory]
    [InlineData("twice-imprisoned", "Pardoned and released on 13 December 2025 after 4 years and 4 months")]
    [InlineData("twice-imprisoned", "1,613 days (4 years and 4 months), up to the release on 13 December 2025")]
    [InlineData("twice-imprisoned", "10 years of imprisonment, reinforced regime, in force since 21 April 2023")]
    [InlineData("twice-imprisoned", "25 August 2030 (by an unverified rule); released on 13 December 2025")]
    [InlineData("absent-sentenced", "Sentenced in absentia and never held.")]
    [InlineData("absent-sentenced", "Cannot be computed: sentenced in absentia and never held")]
    [InlineData("home-restricted", "Imprisoned since 5 October 2022, serving a sentence in place of restricted liberty that began on 10 January 2022")]
    [InlineData("home-restricted", "in place of an earlier penalty, 5 years and 2 months of imprisonment")]
    [InlineData("home-restricted", "5 December 2027")]
    [InlineData("back-sameday", "was to be freed on 11 September 2025 and returned to prison")]
    [InlineData("back-sameday", "Cannot be computed: regime unknown")]
    public async Task Get_Profile_SaysWhatFollows(string slug, string expected)
    {
        using var browser = lives.App.Browser();

        var page = await browser.PageAsync($"/prisoners/{slug}");

        Assert.Contains(expected, page.QuerySelector("main")!.Words(), StringComparison.Ordinal);
        Assert.Empty(page.DeadLinks());
    }

    [Fact]
    public async Task Get_Compare_NamesWhoCameAndWhoWentAndWhy()
    {
        using var browser = lives.App.Browser();

        var page = await browser.PageAsync("/prisoners/compare?from=2022-01-31&to=2025-12-13");

        Assert.Equal("Came in: 1 person", page.QuerySelector("#came")!.Words());
        Assert.Equal("Went out: 1 person", page.QuerySelector("#went")!.Words());
        Assert.Contains("Twice Imprisoned certainly not Pardoned, 13 December 2025", page.QuerySelector("section[aria-labelledby=went]")!.Words(), StringComparison.Ordinal);
        Assert.Empty(page.DeadLinks());
    }

    [Fact]
    public async Task Get_Bridge_AddsUp()
    {
        using var browser = lives.App.Browser();

        var page = await browser.PageAsync("/statistics/bridge?from=2018-01-01&to=2025-12-13");

        string Line(string label) => Certain(page, label);
        Assert.Equal("0", Line("At the end of 1 January 2018, as it is known today"));
        Assert.Equal("2", Line("At the end of 13 December 2025, as it is known today"));
        Assert.Equal("+2", Line("Detained, and designated before"));
        Assert.Equal("0", Line("Pardoned")); // came and went between the days
        Assert.Equal("+2", Certain(await browser.PageAsync("/statistics/bridge?from=2022-01-31&to=2025-12-13"), "Correction: entered in the register later"));
        Assert.Equal("−1", Certain(await browser.PageAsync("/statistics/bridge?from=2022-01-31&to=2025-12-13"), "Pardoned"));
    }

    [Theory]
    [InlineData("/statistics/bridge?from=2022", "from", "2022-01-01")]
    [InlineData("/prisoners/compare?to=2099-01-01", "to", "future")]
    [InlineData("/prisoners/compare?from=2022-01-02&to=2022-01-01", "to", "before the first")]
    public async Task Get_BadDays_SaysWhatIsWrongAndKeepsThem(string address, string field, string problem)
    {
        using var browser = lives.App.Browser();

        using var answer = await browser.GetAsync(address);

        Assert.Contains(problem, (await answer.DocumentAsync(HttpStatusCode.BadRequest)).ProblemAt(field), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_Reported_ShowsTheFlawAndTheRegistersOwnNumber()
    {
        using var browser = lives.App.Browser();

        var page = await browser.PageAsync("/statistics/reported");

        var row = page.QuerySelector("tbody tr")!.Words();
        Assert.Contains("1,135", row, StringComparison.Ordinal);
        Assert.Contains("The parts add up to 1,136: 1 more than the published total.", row, StringComparison.Ordinal);
        Assert.Contains("2 held and designated", row, StringComparison.Ordinal);
        Assert.Empty(page.DeadLinks());
    }

    [Fact]
    public async Task Get_CreditRules_LabelsWhatNobodyVerified()
    {
        using var browser = lives.App.Browser();

        var page = await browser.PageAsync("/credit-rules");

        var rows = page.QuerySelectorAll("tbody tr").Select(r => r.Words()).ToList();
        Assert.Contains(rows, r => r.Contains("reinforced regime 2 days on remand count as 3 from 19 June 2021 unverified", StringComparison.Ordinal));
        Assert.Contains(rows, r => r.Contains("colony settlement 1 day on remand counts as 2", StringComparison.Ordinal) && !r.Contains("unverified", StringComparison.Ordinal));
        Assert.Empty(page.DeadLinks());
    }

    private static string Certain(IHtmlDocument page, string label) =>
        page.QuerySelectorAll("tbody tr").Single(r => r.QuerySelector("th")!.Words() == label).QuerySelector("td[data-label=Certain]")!.Words();
}
