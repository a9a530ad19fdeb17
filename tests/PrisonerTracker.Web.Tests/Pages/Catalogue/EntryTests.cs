using System.Net;
using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Imprisonments;
using PrisonerTracker.Core.Prisoners;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Core.Sources;
using PrisonerTracker.Core.Users;
using PrisonerTracker.Testing;
using Xunit;

namespace PrisonerTracker.Web.Tests.Pages.Catalogue;

/// <summary>What the entries of all catalogues have in common.</summary>
public sealed class EntryTests(RegisterApp app) : IClassFixture<RegisterApp>
{
    [Fact]
    public async Task Get_HistoryOfAnEntry_IsToldToSignedInPeople()
    {
        using var editor = await app.SignInAsync(Role.Editor);
        using var reader = app.Browser();
        using var added = await editor.PostAsync("/facilities/edit", ("Input.Kind", "Colony"), ("Input.Name.English", "Colony of the Record"), ("Source.Publisher", "Entry Guide"));
        added.SentTo();
        using var changed = await editor.PostAsync("/facilities/edit/by-colony-of-the-record", ("Input.Kind", "Prison"), ("Reason", "It was rebuilt"));
        var page = await editor.PageAsync(changed.SentTo());

        var address = page.QuerySelector("a[href$='/history']")!.GetAttribute("href")!;
        var history = await editor.PageAsync(address);

        Assert.Equal(["Facility edited", "Facility added"], history.QuerySelectorAll(".changes h2").Select(h => h.Words()));
        Assert.Contains("“It was rebuilt”", history.MainText(), StringComparison.Ordinal);
        using var refused = await reader.GetAsync(address);
        Assert.StartsWith("/sign-in", refused.SentTo(), StringComparison.Ordinal);
        using var absent = await editor.GetAsync(address.Replace("/facility/", "/court/", StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.NotFound, absent.StatusCode);

        var source = await reader.PageAsync("/sources/entry-guide");
        Assert.NotNull(source.QuerySelector("a[href='/facilities/by-colony-of-the-record']"));
        using var unchosen = await editor.PostAsync("/facilities/edit", ("Input.Name.English", "Of no kind"));
        Assert.Contains("Choose the kind", (await unchosen.DocumentAsync(HttpStatusCode.BadRequest)).ProblemAt("Input_Kind"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Article_WithASlash_HasAnAddressAndAForm()
    {
        await using var work = app.Work();
        await work.HeldAsync("Slashed Person", Valid.Imprisonment() with { Charges = [new ChargeDetails { Article = "205/2 part 1" }] });
        using var editor = await app.SignInAsync(Role.Editor);
        using var reader = app.Browser();
        var address = (await reader.PageAsync("/prisoners/slashed-person")).QuerySelector("main a[href^='/articles/']")!.GetAttribute("href")!;

        var page = await editor.PageAsync(address);
        using var changed = await editor.PostAsync(page.QuerySelector("a.button")!.GetAttribute("href")!, ("Input.Title.English", "A crime"), ("Source.Publisher", "The Code"));
        var after = await reader.PageAsync(changed.SentTo());

        Assert.Equal("Article 205/2 part 1", page.QuerySelector("h1")!.Words());
        Assert.Contains("A crime", after.MainText(), StringComparison.Ordinal);
        Assert.NotNull(after.QuerySelector("main a[href='/prisoners/slashed-person']"));
        Assert.Contains((await reader.PageAsync("/sources/the-code")).QuerySelectorAll("main a"), a => a.Words() == "205/2 part 1 (A crime)");
    }

    [Fact]
    public async Task Article_Validity_IsCheckedAgainstDecisionsAndCharges()
    {
        await using var work = app.Work();
        await work.HeldAsync("Early Decided", Valid.Imprisonment("2020-01") with
        {
            Charges = [new ChargeDetails { Article = "777", Steps = [new(ChargeStatus.Laid, PartialDate.Parse("2020-02-01"))] }],
            Sentences = [new SentenceDetails { DecidedOn = PartialDate.Parse("2020-06-01"), Penalty = Penalty.Imprisonment }],
        });
        using var editor = await app.SignInAsync(Role.Editor);
        var address = (await editor.PageAsync("/prisoners/early-decided")).QuerySelector("main a[href^='/articles/']")!.GetAttribute("href")!.Replace("/777", "/edit/777", StringComparison.Ordinal);

        using var late = await editor.PostAsync(address, ("Input.ValidFrom", "2021"));
        using var gone = await editor.PostAsync(address, ("Input.ValidUntil", "2019"));
        using var right = await editor.PostAsync(address, ("Input.ValidFrom", "2000"), ("Input.ValidUntil", "2020-03"));

        Assert.Contains("Early Decided (decision of 1 June 2020)", (await late.DocumentAsync(HttpStatusCode.BadRequest)).ProblemAt("Input_ValidFrom"), StringComparison.Ordinal);
        Assert.Contains("Early Decided (charged 1 February 2020)", (await gone.DocumentAsync(HttpStatusCode.BadRequest)).ProblemAt("Input_ValidUntil"), StringComparison.Ordinal);
        right.SentTo();
    }

    [Fact]
    public async Task Source_OfWhatIsNoLongerSeen_IsNotPublicAnyMore()
    {
        await using var work = app.Work();
        var source = new CitationDetails(await work.SourceAsync("Fleeting Herald"));
        var (first, _) = await work.HeldAsync("Fleeting One", Valid.Imprisonment() with { Citations = [source] });
        var (second, imprisonment) = await work.HeldAsync("Fleeting Two", Valid.Imprisonment() with { Citations = [source] });
        using var reader = app.Browser();
        async Task<HttpStatusCode> StatusAsync()
        {
            using var answer = await reader.GetAsync("/sources/fleeting-herald");
            return answer.StatusCode;
        }

        await work.Prisoners.SetPublicationAsync(first, Publication.Draft, Valid.Submission());
        Assert.Equal(HttpStatusCode.OK, await StatusAsync()); // the other one cites it still
        var version = await work.Context.Imprisonments.Where(i => i.ImprisonmentId == imprisonment).Select(i => i.DetentionVersion).SingleAsync();
        await work.Imprisonments.EditAsync(imprisonment, version, Valid.Imprisonment() with { Citations = [source with { IsTakenAway = true }] }, Valid.Submission());
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync());
        await work.Prisoners.SetPublicationAsync(first, Publication.Published, Valid.Submission());
        Assert.Equal(HttpStatusCode.OK, await StatusAsync());
        Assert.NotEqual(first, second);
    }

    [Fact]
    public async Task Person_OfTheSameNameAndAnotherBirth_IsShownBeforeAddingOne()
    {
        await using var work = app.Work();
        await work.PrisonerAsync(Valid.Prisoner("Zinaida Namesake") with { BornOn = PartialDate.Parse("1960-05-05") });
        using var editor = await app.SignInAsync(Role.Editor);

        using var asked = await editor.PostAsync("/prisoners/new", ("Input.Names[0].Full", "Zinaida Namesake"), ("Input.BornOn", "1985-01-01"));
        var page = await asked.DocumentAsync(HttpStatusCode.BadRequest);
        Assert.Contains("same name, other birth date", page.MainText(), StringComparison.Ordinal);
        using var added = await editor.SubmitAsync(page, "/prisoners/new", [("NoneOfThese", "true")]);
        added.SentTo();
    }

    [Fact]
    public async Task Reported_WithoutDesignations_SaysSoInsteadOfNought()
    {
        await using var work = app.Work();
        await work.ReleaseEvents.AddCountsAsync(
            [new() { Country = "AZ", AsOf = PartialDate.Parse("2025-11"), Number = 300, Unit = LocalizedText.English("political prisoners") }], Valid.Submission());
        using var reader = app.Browser();

        Assert.Contains("no designations recorded for Azerbaijan", (await reader.PageAsync("/statistics/reported")).MainText(), StringComparison.Ordinal);
    }
}
