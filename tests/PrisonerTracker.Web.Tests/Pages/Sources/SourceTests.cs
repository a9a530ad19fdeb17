using System.Net;
using PrisonerTracker.Core.Imprisonments;
using PrisonerTracker.Core.Prisoners;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Core.Sources;
using PrisonerTracker.Testing;
using Xunit;

namespace PrisonerTracker.Web.Tests.Pages.Sources;

public sealed class SourceTests(RegisterApp app) : IClassFixture<RegisterApp>
{
    [Fact]
    public async Task Get_CitedSource_LeadsToEverybodyItBearsOutAndToNobodyElse()
    {
        await using var work = app.Work();
        var cited = new CitationDetails(await work.SourceAsync("Widely Cited"));
        await work.PrisonerAsync(Valid.Prisoner("By Person") with { Citations = [cited] });
        await work.HeldAsync("By Charge", Valid.Imprisonment() with { Charges = [new ChargeDetails { Article = "130", Citations = [cited] }] });
        await work.HeldAsync("By Sentence", Valid.Imprisonment() with { Sentences = [new SentenceDetails { Citations = [cited] }] });
        await work.HeldAsync("By Placement", Valid.Imprisonment() with { Placements = [new PlacementDetails { Citations = [cited] }] });
        var (_, imprisonmentId) = await work.HeldAsync("By Release");
        await work.Releases.RecordAsync(imprisonmentId, 1, Valid.Release() with { Citations = [cited] }, Valid.Submission());
        var (quoted, _) = await work.HeldAsync("By Words");
        await work.Prisoners.AddFactsAsync(
            quoted, new PersonFacts { Quotations = [new QuotationDetails { Text = LocalizedText.English("Words."), Citations = [cited] }] }, Valid.Submission());
        using var browser = app.Browser();

        var page = await browser.PageAsync("/sources/widely-cited");

        Assert.Equal(
            ["By Charge", "By Person", "By Placement", "By Release", "By Sentence", "By Words"],
            page.QuerySelectorAll("main a[href^='/prisoners/']").Select(a => a.Words()));
    }

    [Fact]
    public async Task Get_EventSource_LeadsToTheEvent()
    {
        await using var work = app.Work();
        var cited = new CitationDetails(await work.SourceAsync("Event Gazette"));
        var eventId = (await work.ReleaseEvents.CreateAsync(Valid.ReleaseEvent("The cited event") with { Citations = [cited] }, Valid.Submission())).Subjects[0];
        await work.ReleaseEvents.SetPublicationAsync(eventId, Publication.Published, Valid.Submission());
        using var browser = app.Browser();

        Assert.Contains("The cited event", (await browser.PageAsync("/sources/event-gazette")).MainText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_Unknown_IsNotFound()
    {
        using var browser = app.Browser();

        using var answer = await browser.GetAsync("/sources/nothing");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }
}
