using PrisonerTracker.Core.Imprisonments;
using PrisonerTracker.Core.Releases;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Core.Users;
using PrisonerTracker.Testing;
using Xunit;

namespace PrisonerTracker.Web.Tests.Pages.Prisoners;

public sealed class HistoryTests(RegisterApp app) : IClassFixture<RegisterApp>
{
    [Fact]
    public async Task Get_EditedRecord_SaysWhoWhenWhyAndWhatBeforeAndAfter()
    {
        await using var work = app.Work();
        await work.PrisonerAsync(Valid.Prisoner("Edited Person") with { Occupation = LocalizedText.English("baker") });
        var user = await app.AddUserAsync(Role.Editor);
        using var browser = app.Browser();
        using var signedIn = await browser.SignInAsync(user.Email!, RegisterApp.Password);
        using var edited = await browser.PostAsync("/prisoners/edited-person/edit/identity", ("Input.Occupation", "butcher"), ("Reason", "A letter from prison"));

        var page = await browser.PageAsync("/prisoners/edited-person/history");

        var latest = page.QuerySelector("main ol > li")!;
        Assert.Equal("Identity and names edited", latest.QuerySelector("h2")!.Words());
        Assert.Contains($"15 January 2026, 12:00 UTC, by {user.Email}", latest.Words(), StringComparison.Ordinal);
        Assert.Contains("“A letter from prison”", latest.Words(), StringComparison.Ordinal);
        var row = Assert.Single(latest.QuerySelectorAll("tr"), row => row.QuerySelector("th")?.Words() == "Occupation");
        Assert.Equal(["baker", "butcher"], row.QuerySelectorAll("td").Select(cell => cell.Words()));
        Assert.Equal(3, page.QuerySelectorAll("main ol > li").Length); // added, published, edited
    }

    [Fact]
    public async Task Get_AWholeCase_IsToldInWords()
    {
        await using var work = app.Work();
        var (id, imprisonment) = await work.HeldAsync("Told Person", Valid.Imprisonment("2021-09") with
        {
            Charges = [new ChargeDetails { Article = "361-1", Steps = [new(ChargeStatus.Laid, PartialDate.Parse("2021-09-06"))] }],
            Sentences = [new SentenceDetails { DecidedOn = PartialDate.Parse("2022-03-04"), Penalty = Penalty.RestrictionOfLibertyAtHome, Regime = Regime.Reinforced, Term = Term.Of(4, 6), Court = LocalizedText.English("A court") }],
        });
        await work.Releases.RecordAsync(imprisonment, 1, Valid.Release("2025-12-13") with { DestinationCountry = "LT", Ground = ReleaseGround.NegotiatedRelease }, Valid.Submission());
        await work.Releases.UndoAsync(imprisonment, 2, Valid.Undo(UndoKind.ReturnedToCustody) with { UndoneOn = PartialDate.Parse("2025-12-14") }, Valid.Submission());
        using var browser = await app.SignInAsync(Role.Editor);
        using var claimed = await browser.PostAsync(
            "/prisoners/told-person/claims/new", ("Input.Topic", "DetentionDate"), ("Input.Value", "2021-08"), ("Source.Publisher", "Second Herald"), ("Because", "Nearer to it."));
        claimed.SentTo();
        var prefer = (await browser.PageAsync("/prisoners/told-person/edit")).QuerySelector("a[href$='/prefer']")!.GetAttribute("href")!;
        using var preferred = await browser.PostAsync(prefer, ("Because", "The court said so."));
        preferred.SentTo();

        var text = (await browser.PageAsync("/prisoners/told-person/history")).QuerySelector("main ol.changes")!.Words();

        foreach (var words in new[]
        {
            "CountryBelarus", "September 2021", "361-1, Criminal Code", "at home", "4 years and 6 months", "Destination country", "Lithuania",
            "Negotiated release", "15 January 2026, 12:00 UTC", "A court", "Followednoyes", "Claim (Date of detention, August 2021)",
        })
            Assert.Contains(words, text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("told-person", text.Replace("/prisoners/told-person", "", StringComparison.Ordinal), StringComparison.Ordinal);
        foreach (var code in new[] { "RestrictionOfLiberty", "NegotiatedRelease", "2021-09-06", "T12:00", "DetentionDate", id.ToString() })
            Assert.DoesNotContain(code, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_AnothersChange_IsNotAmongThem()
    {
        using var browser = await app.SignInAsync(Role.Viewer);
        await using var work = app.Work();
        await work.PrisonerAsync(Valid.Prisoner("Quiet Person"));

        var page = await browser.PageAsync("/prisoners/quiet-person/history");

        Assert.DoesNotContain("Other Person", page.MainText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_ManyChanges_LeadsOnToTheOldest()
    {
        await using var work = app.Work();
        var id = await work.PrisonerAsync(Valid.Prisoner("Busy Person"));
        for (var i = 0; i < 50; i++)
            await work.Prisoners.MoveAsync(id, $"busy-{i}", Valid.Submission());
        using var browser = await app.SignInAsync(Role.Viewer);

        var newest = await browser.PageAsync("/prisoners/busy-49/history");
        var oldest = await browser.PageAsync(newest.QuerySelector("main a[rel=next]")!.GetAttribute("href")!);

        Assert.Equal((50, 2), (newest.QuerySelectorAll("main ol > li").Length, oldest.QuerySelectorAll("main ol > li").Length));
        Assert.Null(oldest.QuerySelector("main a[rel=next]"));
        Assert.Contains("Person added", oldest.MainText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_Anonymous_IsSentToSignIn()
    {
        using var browser = app.Browser();

        using var answer = await browser.GetAsync("/prisoners/other-person/history");

        Assert.Equal("/sign-in?returnUrl=%2Fprisoners%2Fother-person%2Fhistory", answer.SentTo());
    }
}
