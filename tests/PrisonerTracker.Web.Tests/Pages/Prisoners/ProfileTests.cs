using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using PrisonerTracker.Core.Imprisonments;
using PrisonerTracker.Core.Names;
using PrisonerTracker.Core.Prisoners;
using PrisonerTracker.Core.Releases;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Core.Sources;
using PrisonerTracker.Core.Users;
using PrisonerTracker.Testing;
using Xunit;

namespace PrisonerTracker.Web.Tests.Pages.Prisoners;

public sealed class ProfileTests(RegisterApp app) : IClassFixture<RegisterApp>
{
    [Fact]
    public async Task Get_HeldPerson_SaysSoInOneSentence()
    {
        await using var work = app.Work();
        await work.HeldAsync("Held Person", Valid.Imprisonment("2023-05"));

        var page = await PageAsync("/prisoners/held-person");

        Assert.Contains("In custody since May 2023.", page.MainText(), StringComparison.Ordinal);
        Assert.Contains("May 2023 – today", page.MainText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_ReleasedPerson_SaysHowAndWhere()
    {
        await using var work = app.Work();
        var (_, imprisonmentId) = await work.HeldAsync("Freed Person", Valid.Imprisonment("2020-09-07"));
        await work.Releases.RecordAsync(
            imprisonmentId, 1, Valid.Release() with { Ground = ReleaseGround.Pardon, DestinationCountry = "UA", ForcedOut = true }, Valid.Submission());

        var page = await PageAsync("/prisoners/freed-person");

        Assert.Contains(
            "Pardoned and released on 13 December 2025 after 5 years and 3 months; forced out of the country, to Ukraine.", page.MainText(), StringComparison.Ordinal);
        Assert.Equal("Pardoned", page.Fact("Legal stage"));
    }

    [Fact]
    public async Task Get_NamesInSeveralLanguages_ShowsEachInItsOwn()
    {
        await using var work = app.Work();
        await work.PrisonerAsync(new PrisonerDetails
        {
            Names =
            [
                new NameDetails { Full = "Maryia Name" },
                new NameDetails { Full = "Марыя Імя", Language = "be" },
                new NameDetails { Full = "Marija Name", Kind = NameKind.Transliteration },
            ],
        });

        var page = await PageAsync("/prisoners/maryia-name");

        Assert.Equal("Maryia Name", page.QuerySelector("main h1")!.Words());
        Assert.Equal("Марыя Імя", page.QuerySelector("main [lang=be]")!.Words());
        Assert.Equal(["Marija Name"], Section(page, "Also written as").QuerySelectorAll("li").Select(li => li.Words()));
    }

    [Fact]
    public async Task Get_CitedAndUncitedFacts_MarksTheOneWithItsNumberAndTheOtherAsUnsourced()
    {
        await using var work = app.Work();
        var (gazette, report) = (new CitationDetails(await work.SourceAsync("Gazette"), "page 3"), new CitationDetails(await work.SourceAsync("Report")));
        await work.HeldAsync("Cited Person", Valid.Imprisonment() with
        {
            Citations = [gazette],
            Charges = [new ChargeDetails { Article = "130", Citations = [gazette, report] }, new ChargeDetails { Article = "411" }],
        });

        var page = await PageAsync("/prisoners/cited-person");

        var notes = Section(page, "Sources").QuerySelectorAll("li").ToList();
        Assert.Equal(["note-1", "note-2"], notes.Select(n => n.Id));
        Assert.StartsWith("Gazette", notes[0].Words(), StringComparison.Ordinal);
        Assert.StartsWith("Report", notes[1].Words(), StringComparison.Ordinal);
        var charges = page.QuerySelectorAll("main li").Where(li => li.Words().StartsWith("Article", StringComparison.Ordinal)).ToList();
        Assert.Equal(["1", "2"], charges[0].QuerySelectorAll("a[href^='#note-']").Select(a => a.TextContent).Order());
        Assert.Equal("Source 1, page 3", charges[0].QuerySelector("a[href='#note-1']")!.GetAttribute("aria-label"));
        Assert.Equal("Крыніца 1, page 3", (await PageAsync("/be/prisoners/cited-person")).QuerySelector("main ul a[href='#note-1']")!.GetAttribute("aria-label"));
        Assert.DoesNotContain("unsourced", charges[0].Words(), StringComparison.Ordinal);
        Assert.EndsWith("unsourced", charges[1].Words(), StringComparison.Ordinal);
        Assert.Empty(page.DeadLinks());
    }

    [Fact]
    public async Task Get_SourceOfThePersonAsAWhole_IsAmongTheFootnotes()
    {
        await using var work = app.Work();
        var source = new CitationDetails(await work.SourceAsync("Obituary"));
        await work.PrisonerAsync(Valid.Prisoner("Whole Person") with { Citations = [source] });

        var page = await PageAsync("/prisoners/whole-person");

        Assert.Contains("Obituary", Section(page, "Sources").Words(), StringComparison.Ordinal);
        Assert.DoesNotContain("unsourced", page.QuerySelector("main h1")!.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_SourceOfANameOnly_IsAmongTheFootnotes()
    {
        await using var work = app.Work();
        var source = new CitationDetails(await work.SourceAsync("Passport"));
        await work.PrisonerAsync(new PrisonerDetails
        {
            Names = [new NameDetails { Full = "Named Person" }, new NameDetails { Full = "Named Otherwise", Kind = NameKind.Alias, Citations = [source] }],
        });

        var page = await PageAsync("/prisoners/named-person");

        Assert.Contains("Passport", Section(page, "Sources").Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_SourcesDiffer_ShowsBothClaimsAndWhichIsFollowed()
    {
        await using var work = app.Work();
        var (prisonerId, _) = await work.HeldAsync("Disputed Person");
        await work.Prisoners.AddFactsAsync(
            prisonerId,
            new PersonFacts
            {
                Claims =
                [
                    new ClaimDetails { Topic = ClaimTopic.Term, Statement = LocalizedText.English("Nine years.") },
                    new ClaimDetails
                    {
                        Topic = ClaimTopic.Term, Statement = LocalizedText.English("Ten years."), IsPreferred = true,
                        PreferredBecause = LocalizedText.English("It cites the verdict."),
                    },
                ],
            },
            Valid.Submission());

        var claims = Section(await PageAsync("/prisoners/disputed-person"), "Where sources differ").QuerySelectorAll("li").Select(li => li.Words()).ToList();

        Assert.Equal(2, claims.Count);
        Assert.Matches("^Ten years.*Followed here.*It cites the verdict", claims[0]);
        Assert.StartsWith("Nine years", claims[1], StringComparison.Ordinal);
        Assert.DoesNotContain("Followed", claims[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_ConfidentialSource_IsNamedToSignedInPeopleOnly()
    {
        await using var work = app.Work();
        var secret = (await work.Sources.AddAsync(
            new SourceDetails { Publisher = "A cellmate", Address = "https://secret.example/", IsConfidential = true }, Valid.Submission())).Subjects[0];
        await work.HeldAsync("Whispered Person", Valid.Imprisonment() with { Citations = [new CitationDetails(secret)] });
        using var editor = await app.SignInAsync(Role.Editor);

        var read = await PageAsync("/prisoners/whispered-person");
        var edited = await editor.PageAsync("/prisoners/whispered-person");

        Assert.DoesNotContain("cellmate", read.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.DoesNotContain("secret.example", read.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.Contains("confidential source", Section(read, "Sources").Words(), StringComparison.OrdinalIgnoreCase);
        Assert.Contains("A cellmate", Section(edited, "Sources").Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_FormerAddress_LeadsToTheNewOneForGood()
    {
        await using var work = app.Work();
        var prisonerId = await work.PrisonerAsync(Valid.Prisoner("Moved Person"));
        await work.Prisoners.MoveAsync(prisonerId, "moved-once", Valid.Submission());
        await work.Prisoners.MoveAsync(prisonerId, "moved-twice", Valid.Submission());
        using var browser = app.Browser();

        foreach (var former in new[] { "moved-person", "moved-once" })
        {
            using var answer = await browser.GetAsync($"/prisoners/{former}");
            Assert.Equal((HttpStatusCode.MovedPermanently, "/prisoners/moved-twice"), (answer.StatusCode, answer.Header("Location")));
        }
    }

    [Fact]
    public async Task Get_FormerAddressOfADraft_IsAbsentToThePublic()
    {
        await using var work = app.Work();
        var draft = (await work.Prisoners.AddAsync(Valid.Prisoner("Moved Draft"), Valid.Submission())).Subjects[0];
        await work.Prisoners.MoveAsync(draft, "moved-draft-2", Valid.Submission());
        using var browser = app.Browser();

        using var answer = await browser.GetAsync("/prisoners/moved-draft");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Get_Unknown_IsNotFound()
    {
        using var browser = app.Browser();

        using var answer = await browser.GetAsync("/prisoners/nobody");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Theory]
    [InlineData(Role.Viewer, "History")]
    [InlineData(Role.Editor, "Record a release|Edit this record|Add an imprisonment|Photo|Consent|Unpublish|History")]
    public async Task Get_SignedIn_OffersWhatTheRoleMayDo(Role role, string offered)
    {
        await using var work = app.Work();
        await work.HeldAsync($"Offered {role}");
        using var browser = await app.SignInAsync(role);

        var page = await browser.PageAsync($"/prisoners/offered-{role}".ToLowerInvariant());

        Assert.Equal(offered, string.Join('|', page.QuerySelectorAll("main nav[aria-label='Edit this record'] a").Select(a => a.Words())));
    }

    [Fact]
    public async Task Get_UndoneReleases_ShowsTheReturnAndHidesTheMistake()
    {
        await using var work = app.Work();
        var (_, imprisonmentId) = await work.HeldAsync("Undone Person");
        await work.Releases.RecordAsync(imprisonmentId, 1, Valid.Release("2025-06-21"), Valid.Submission());
        await work.Releases.UndoAsync(imprisonmentId, 2, Valid.Undo(UndoKind.RecordedInError), Valid.Submission());
        await work.Releases.RecordAsync(imprisonmentId, 3, Valid.Release("2025-09-11"), Valid.Submission());
        await work.Releases.UndoAsync(imprisonmentId, 4, Valid.Undo(UndoKind.ReturnedToCustody), Valid.Submission());

        var text = (await PageAsync("/prisoners/undone-person")).MainText();

        Assert.Contains("was to be freed on 11 September 2025 and returned to prison", text, StringComparison.Ordinal);
        Assert.DoesNotContain("21 June 2025", text, StringComparison.Ordinal);
    }

    private async Task<IHtmlDocument> PageAsync(string address)
    {
        using var browser = app.Browser();
        return await browser.PageAsync(address);
    }

    private static IElement Section(IHtmlDocument page, string heading) =>
        page.QuerySelectorAll("main section").Single(s => s.QuerySelector("h2")?.Words() == heading);
}
