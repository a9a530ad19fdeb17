using System.Net;
using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Sources;
using PrisonerTracker.Core.Users;
using PrisonerTracker.Testing;
using Xunit;

namespace PrisonerTracker.Web.Tests.Pages.Prisoners.Claims;

public sealed class ClaimPagesTests(RegisterApp app) : IClassFixture<RegisterApp>
{
    [Fact]
    public async Task Post_FreedAndStillInside_StandSideBySideAndTheChoiceCanBeTakenBack()
    {
        await using var work = app.Work();
        var freed = new CitationDetails(await work.SourceAsync("Early Herald"), "p. 1");
        var (_, imprisonmentId) = await work.HeldAsync("Two Stories", Valid.Imprisonment("2023-05-20"));
        await work.Releases.RecordAsync(imprisonmentId, 1, Valid.Release() with { DestinationCountry = "LT", Citations = [freed] }, Valid.Submission());
        using var browser = await app.SignInAsync(Role.Editor);
        using var reader = app.Browser();

        using var added = await browser.PostAsync(
            "/prisoners/two-stories/claims/new", ("Input.Topic", "Release"), ("Input.Value", ""), ("Source.Publisher", "Late Herald"),
            ("Followed", "This"), ("Because", "It was written two days later."));
        added.SentTo();

        var page = await reader.PageAsync("/prisoners/two-stories");
        Assert.StartsWith("In custody since 20 May 2023", page.QuerySelector(".status")!.Words(), StringComparison.Ordinal);
        var claims = page.QuerySelectorAll(".claims li").Select(li => li.Words()).ToList();
        Assert.Equal(2, claims.Count);
        Assert.StartsWith("Not released; still held.", claims[0], StringComparison.Ordinal);
        Assert.Contains("Followed hereIt was written two days later.", claims[0], StringComparison.Ordinal);
        Assert.StartsWith("Released on 13 December 2025.", claims[1], StringComparison.Ordinal);
        Assert.Contains("Early Herald", page.QuerySelector(".footnotes")!.Words(), StringComparison.Ordinal);
        Assert.Contains("Late Herald", page.QuerySelector(".footnotes")!.Words(), StringComparison.Ordinal);

        var overview = await browser.PageAsync("/prisoners/two-stories/edit");
        var prefer = overview.QuerySelectorAll("a[href$='/prefer']").Single().GetAttribute("href")!;
        Assert.Contains("restored with everything", (await browser.PageAsync(prefer)).MainText(), StringComparison.Ordinal);
        using var withoutReason = await browser.PostAsync(prefer);
        Assert.Equal(HttpStatusCode.BadRequest, withoutReason.StatusCode);
        using var back = await browser.PostAsync(prefer, ("Because", "The family confirmed it."));
        back.SentTo();

        page = await reader.PageAsync("/prisoners/two-stories");
        Assert.Contains("Released on 13 December 2025", page.QuerySelector(".status")!.Words(), StringComparison.Ordinal);
        Assert.Contains("taken to Lithuania", page.QuerySelector(".status")!.Words(), StringComparison.Ordinal);
        Assert.Equal("Claim preferred", (await browser.PageAsync("/prisoners/two-stories/history")).QuerySelector(".changes h2")!.Words());
    }

    [Fact]
    public async Task Post_OtherDetentionDate_MovesTheDateWithItsSourcesAndBack()
    {
        await using var work = app.Work();
        var first = new CitationDetails(await work.SourceAsync("First Herald"), Field: "DetainedOn");
        await work.HeldAsync("Two Days", Valid.Imprisonment("2020-09-07") with { Citations = [first] });
        using var browser = await app.SignInAsync(Role.Editor);

        using var bad = await browser.PostAsync("/prisoners/two-days/claims/new", ("Input.Topic", "DetentionDate"), ("Input.Value", "yesterday"), ("Because", "Why not"));
        Assert.Contains("Write the date", (await bad.DocumentAsync(HttpStatusCode.BadRequest)).ProblemAt("Input_Value"), StringComparison.Ordinal);
        using var same = await browser.PostAsync("/prisoners/two-days/claims/new", ("Input.Topic", "DetentionDate"), ("Input.Value", "2020-09-07"), ("Because", "Why not"));
        Assert.Contains("recorded already", (await same.DocumentAsync(HttpStatusCode.BadRequest)).ProblemAt("Input_Value"), StringComparison.Ordinal);

        using var added = await browser.PostAsync(
            "/prisoners/two-days/claims/new", ("Input.Topic", "DetentionDate"), ("Input.Value", "2020-09-08"), ("Source.Publisher", "Second Herald"), ("Followed", "This"), ("Because", "Nearer to it."));
        added.SentTo();
        var profile = await browser.PageAsync("/prisoners/two-days");
        Assert.StartsWith("8 September 2020", profile.Fact("Detained"), StringComparison.Ordinal);
        var imprisonmentId = (await work.Context.Imprisonments.AsNoTracking().SingleAsync(i => i.DetainedOn!.Earliest == new DateOnly(2020, 9, 8))).ImprisonmentId;
        Assert.Equal("Second Herald", (await work.Context.Citations.Include(c => c.Source).SingleAsync(c => c.ImprisonmentId == imprisonmentId)).Source.Publisher);

        var prefer = (await browser.PageAsync("/prisoners/two-days/edit")).QuerySelectorAll("a[href$='/prefer']").Single().GetAttribute("href")!;
        using var back = await browser.PostAsync(prefer, ("Because", "The first was right."));
        back.SentTo();
        Assert.StartsWith("7 September 2020", (await browser.PageAsync("/prisoners/two-days")).Fact("Detained"), StringComparison.Ordinal);
        Assert.Equal("First Herald", (await work.Context.Citations.AsNoTracking().Include(c => c.Source).SingleAsync(c => c.ImprisonmentId == imprisonmentId)).Source.Publisher);
    }

    [Fact]
    public async Task Post_SomebodyChoseMeanwhile_IsAConflict()
    {
        await using var work = app.Work();
        var id = await work.PrisonerAsync(Valid.Prisoner("Raced Claim") with { BornOn = Core.Shared.PartialDate.Parse("1970") });
        using var browser = await app.SignInAsync(Role.Editor);
        using var added = await browser.PostAsync("/prisoners/raced-claim/claims/new", ("Input.Topic", "BirthDate"), ("Input.Value", "1971"), ("Because", "As before"));
        added.SentTo();
        var claim = await work.Context.Claims.AsNoTracking().SingleAsync(c => c.PrisonerId == id && !c.IsPreferred);
        var address = $"/prisoners/raced-claim/claims/{claim.ClaimId}";
        var form = await browser.PageAsync(address + "/prefer");
        using var changed = await browser.PostAsync(address, ("Input.Value", "1972"), ("Input.Statement.English", "Born in 1972."));
        changed.SentTo();

        using var refused = await browser.SubmitAsync(form, address + "/prefer", [("Because", "I think so")]);
        await refused.DocumentAsync(HttpStatusCode.Conflict);

        using var preferred = await browser.PostAsync(address + "/prefer", ("Because", "I think so"));
        preferred.SentTo();
        Assert.StartsWith("1972", (await browser.PageAsync("/prisoners/raced-claim")).Fact("Born"), StringComparison.Ordinal);
    }
}
