using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Prisoners.Facts;
using PrisonerTracker.Core.Users;
using PrisonerTracker.Testing;
using Xunit;

namespace PrisonerTracker.Web.Tests.Pages.Prisoners.Facts;

/// <summary>The forms for single facts about a person: what each adds, and what all of them have in common.</summary>
public sealed class FactPagesTests(RegisterApp app) : IClassFixture<RegisterApp>
{
    [Fact]
    public async Task Post_Honour_IsOnTheProfileWithItsSourceAndCanBeChangedAndTakenAway()
    {
        await using var work = app.Work();
        await work.PrisonerAsync(Valid.Prisoner("Honoured Person"));
        using var browser = await app.SignInAsync(Role.Editor);

        using var added = await browser.PostAsync(
            "/prisoners/honoured-person/honours", ("Input.Title.English", "Nobel Peace Prize"), ("Input.Title.Belarusian", "Нобелеўская прэмія міру"),
            ("Input.ReceivedOn", "2022-10-07"), ("Source.Publisher", "Herald"));
        Assert.Equal("/prisoners/honoured-person/edit", added.SentTo());
        Assert.StartsWith("Nobel Peace Prize, 7 October 2022", (await browser.PageAsync("/prisoners/honoured-person")).Fact("Honour"), StringComparison.Ordinal);

        var form = await FormAsync(browser, "/prisoners/honoured-person/edit", "Nobel Peace Prize");
        using var changed = await browser.PostAsync(form, ("Input.ReceivedOn", "2022"), ("Source.More[0].Publisher", "Tribune"));
        changed.SentTo();
        var profile = await browser.PageAsync("/prisoners/honoured-person");
        Assert.StartsWith("Nobel Peace Prize, 2022", profile.Fact("Honour"), StringComparison.Ordinal);
        Assert.Equal(2, profile.QuerySelectorAll(".footnotes li").Length);

        using var removed = await browser.SubmitAsync(await browser.PageAsync(form), form, [], button: "Take away");
        removed.SentTo();
        Assert.Null((await browser.PageAsync("/prisoners/honoured-person")).Fact("Honour"));
        Assert.Contains("Honour removed", (await browser.PageAsync("/prisoners/honoured-person/history")).MainText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_DesignationByANewOrganisation_CountsUntilItIsWithdrawn()
    {
        await using var work = app.Work();
        await work.HeldAsync("Recognised Person");
        const string Address = "/prisoners/recognised-person/designations";
        using var browser = await app.SignInAsync(Role.Editor);

        using var unknown = await browser.PostAsync(Address, ("Input.Organisation", "Nobody Watch"));
        var page = await unknown.DocumentAsync(HttpStatusCode.BadRequest);
        Assert.Contains("no organisation of this name", page.ProblemAt("Input_Organisation"), StringComparison.Ordinal);

        using var added = await browser.SubmitAsync(
            page, Address, [("Input.NewOrganisation", "Nobody Watch"), ("Input.DesignatedOn", "2024-02"), ("Input.Definition", "Resolution1900"), ("Input.Ground", "a"), ("Input.Demand", "Release")]);
        added.SentTo();
        var said = (await browser.PageAsync("/prisoners/recognised-person")).QuerySelector("section[aria-labelledby=designations]")!.Words();
        Assert.Contains("Nobody Watch, February 2024 (Council of Europe", said, StringComparison.Ordinal);
        Assert.Contains("ground a); demand: release", said, StringComparison.Ordinal);

        using var again = await browser.PostAsync(Address, ("Input.Organisation", "nobody watch"));
        again.SentTo();
        Assert.Single(await work.Context.Organisations.Where(o => o.Key == "nobody-watch").ToListAsync());

        foreach (var link in Links(await browser.PageAsync("/prisoners/recognised-person/edit"), "designations/"))
        {
            using var withdrawn = await browser.PostAsync(link, ("Input.WithdrawnOn", "2025-01"));
            withdrawn.SentTo();
        }

        Assert.False((await work.Context.Prisoners.AsNoTracking().SingleAsync(p => p.Slug == "recognised-person")).Standing.IsDesignated);
        Assert.Contains("withdrawn in January 2025", (await browser.PageAsync("/prisoners/recognised-person")).MainText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_Quotation_IsShownInItsWords()
    {
        await using var work = app.Work();
        await work.PrisonerAsync(Valid.Prisoner("Quoted Person"));
        using var browser = await app.SignInAsync(Role.Editor);

        using var added = await browser.PostAsync(
            "/prisoners/quoted-person/quotations", ("Input.Text.English", "We shall <b>sing</b>."), ("Input.Channel.English", "in court"), ("Input.SaidOn", "2023-03"));

        added.SentTo();
        var quotation = (await browser.PageAsync("/prisoners/quoted-person")).QuerySelector(".quotation")!.Words();
        Assert.Equal("We shall <b>sing</b>. in court, March 2023unsourced", quotation);
    }

    [Fact]
    public async Task Post_LetterAddress_IsShownToTheLetterWhileThePersonIsHeldOnly()
    {
        await using var work = app.Work();
        var (_, imprisonmentId) = await work.HeldAsync("Written To");
        using var browser = await app.SignInAsync(Role.Editor);
        using var reader = app.Browser();

        using var added = await browser.PostAsync(
            "/prisoners/written-to/letters", ("Input.Lines", "ПК-4\r\nвул. Антошкіна, 3\r\n246035 Гомель"), ("Input.Language", "be"), ("Input.Passage", "Partly"), ("Input.KnownOn", "2025-11"));

        added.SentTo();
        var address = (await reader.PageAsync("/prisoners/written-to")).QuerySelector("address")!;
        Assert.Equal(("be", "ПК-4\nвул. Антошкіна, 3\n246035 Гомель"), (address.GetAttribute("lang"), address.TextContent));
        Assert.Contains("Some letters get through (as known in November 2025).", (await reader.PageAsync("/prisoners/written-to")).MainText(), StringComparison.Ordinal);
        Assert.Equal("Cyrl", (await work.Context.LetterAddresses.SingleAsync()).Script);

        await work.Releases.RecordAsync(imprisonmentId, 1, Valid.Release(), Valid.Submission());
        Assert.Null((await reader.PageAsync("/prisoners/written-to")).QuerySelector("address"));
    }

    [Fact]
    public async Task Post_Risk_IsForEditorsOnlyUntilMadePublic()
    {
        await using var work = app.Work();
        await work.HeldAsync("Ill Person");
        using var browser = await app.SignInAsync(Role.Editor);
        using var reader = app.Browser();

        using var added = await browser.PostAsync("/prisoners/ill-person/risks", ("Input.Kind", "Disability"), ("Input.Text.English", "Walks with a stick"));
        added.SentTo();
        Assert.Contains("Disability: Walks with a stick", (await browser.PageAsync("/prisoners/ill-person")).MainText(), StringComparison.Ordinal);
        Assert.DoesNotContain("stick", (await reader.PageAsync("/prisoners/ill-person")).MainText(), StringComparison.Ordinal);

        using var changed = await browser.PostAsync(await FormAsync(browser, "/prisoners/ill-person/edit", "Walks with a stick"), ("Input.Visibility", "Public"));
        changed.SentTo();
        Assert.Contains("Disability: Walks with a stick", (await reader.PageAsync("/prisoners/ill-person")).MainText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_HeldAndSixty_SaysSoByItself()
    {
        await using var work = app.Work();
        foreach (var (name, born) in new[] { ("Aged Person", "1950"), ("Maybe Aged", "1966") })
        {
            var id = await work.PrisonerAsync(Valid.Prisoner(name) with { BornOn = Core.Shared.PartialDate.Parse(born) });
            await work.Imprisonments.AddAsync(id, Valid.Imprisonment(), Valid.Submission());
        }

        using var reader = app.Browser();

        Assert.Contains("Age: 75 or 76", (await reader.PageAsync("/prisoners/aged-person")).MainText(), StringComparison.Ordinal);
        Assert.DoesNotContain("Heightened risk", (await reader.PageAsync("/prisoners/maybe-aged")).MainText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_Listing_IsOnTheProfile()
    {
        await using var work = app.Work();
        await work.PrisonerAsync(Valid.Prisoner("Listed Person"));
        using var browser = await app.SignInAsync(Role.Editor);

        using var refused = await browser.PostAsync("/prisoners/listed-person/listings", ("Input.ListedOn", "2023"), ("Input.RemovedOn", "2022"), ("Input.ListName.English", "A list"));
        var page = await refused.DocumentAsync(HttpStatusCode.BadRequest);
        Assert.Contains("before being put on", page.ProblemAt("Input_RemovedOn"), StringComparison.Ordinal);

        using var added = await browser.SubmitAsync(page, "/prisoners/listed-person/listings", [("Input.RemovedOn", ""), ("Input.Kind", "Terrorists"), ("Input.Number", "17")]);
        added.SentTo();
        Assert.Contains("A list, Belarus: a register of “terrorists”, no. 17, put on it in 2023", (await browser.PageAsync("/prisoners/listed-person")).MainText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_SomebodyElseSavedFirst_ShowsBothVersionsAndOverwritesNothing()
    {
        await using var work = app.Work();
        var id = await work.PrisonerAsync(Valid.Prisoner("Contested Fact"));
        await work.Facts.AddAsync(id, new RiskFactorDetails { Kind = RiskKind.Illness }, Valid.Submission());
        var fact = await work.Context.RiskFactors.AsNoTracking().SingleAsync(r => r.PrisonerId == id);
        var address = $"/prisoners/contested-fact/risks/{fact.RiskFactorId}";
        using var browser = await app.SignInAsync(Role.Editor);
        var form = await browser.PageAsync(address);
        using var theirs = await browser.PostAsync(address, ("Input.Text.English", "Theirs"));
        theirs.SentTo();

        using var refused = await browser.SubmitAsync(form, address, [("Input.Text.English", "Mine")]);
        var page = await refused.DocumentAsync(HttpStatusCode.Conflict);
        Assert.Contains(page.QuerySelectorAll("main [role=alert] tr"), row => string.Join('|', row.Children.Select(c => c.Words())) == "In words|Mine|Theirs");

        using var again = await browser.SubmitAsync(page, address, []);
        again.SentTo();
        Assert.Contains("Mine", (await browser.PageAsync("/prisoners/contested-fact")).MainText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("designations")]
    [InlineData("honours")]
    [InlineData("quotations")]
    [InlineData("letters")]
    [InlineData("risks")]
    [InlineData("listings")]
    public async Task Get_UnknownOrOfSomebodyElse_IsNotFoundAndEmptyIsRefused(string section)
    {
        await using var work = app.Work();
        var name = $"Empty {section}";
        await work.PrisonerAsync(Valid.Prisoner(name));
        var address = $"/prisoners/empty-{section}/{section}";
        using var browser = await app.SignInAsync(Role.Editor);

        using var nobody = await browser.GetAsync($"/prisoners/nobody/{section}");
        using var nothing = await browser.GetAsync($"{address}/{Guid.NewGuid()}");
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (nobody.StatusCode, nothing.StatusCode));

        using var answer = await browser.PostAsync(address, ("Input.Kind", section == "risks" ? "Other" : section == "listings" ? "Extremists" : "Award"));
        var page = await answer.DocumentAsync(HttpStatusCode.BadRequest);
        Assert.NotEmpty(page.Problems());
    }

    [Fact]
    public async Task Get_Unsourced_FindsThoseWithAFactWithoutASource()
    {
        await using var work = app.Work();
        await work.HeldAsync("Sourceless Person");
        var source = new Core.Sources.CitationDetails(await work.SourceAsync());
        await work.HeldAsync("Sourced Person", Valid.Imprisonment() with { Citations = [source] });
        using var reader = app.Browser();

        var found = (await reader.PageAsync("/prisoners?unsourced=1")).Names();

        Assert.Contains("Sourceless Person", found);
        Assert.DoesNotContain("Sourced Person", found);
        using var wrong = await reader.GetAsync("/prisoners?unsourced=maybe");
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
    }

    private static IEnumerable<string> Links(IHtmlDocument page, string part) =>
        page.QuerySelectorAll("main a").Select(a => a.GetAttribute("href")!).Where(h => h.Contains(part, StringComparison.Ordinal));

    private static async Task<string> FormAsync(Browser browser, string overview, string text)
    {
        var page = await browser.PageAsync(overview);
        return page.QuerySelectorAll("main li").Single(li => li.Words().Contains(text, StringComparison.Ordinal)).QuerySelector("a")!.GetAttribute("href")!;
    }
}
