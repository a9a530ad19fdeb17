using PrisonerTracker.Core.Prisoners;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Testing;
using Xunit;

namespace PrisonerTracker.Web.Tests.Pages.Releases;

public sealed class IndexTests(RegisterApp app) : IClassFixture<RegisterApp>
{
    [Fact]
    public async Task Get_EventsAndReleases_NewestFirstWithTheirNumbers()
    {
        await using var work = app.Work();
        foreach (var on in new[] { "2025-06-21", "2025-12-13", "2025-09" })
        {
            var eventId = (await work.ReleaseEvents.CreateAsync(
                Valid.ReleaseEvent($"Event of {on}") with { HappenedOn = PartialDate.Parse(on), AnnouncedCount = 14 }, Valid.Submission())).Subjects[0];
            await work.ReleaseEvents.SetPublicationAsync(eventId, Publication.Published, Valid.Submission());
            var (_, imprisonmentId) = await work.HeldAsync($"Freed {on}");
            await work.Releases.RecordAsync(imprisonmentId, 1, Valid.Release(on) with { ReleaseEventId = eventId }, Valid.Submission());
        }

        using var browser = app.Browser();
        var page = await browser.PageAsync("/releases");

        Assert.Equal(["Event of 2025-12-13", "Event of 2025-09", "Event of 2025-06-21"], page.QuerySelectorAll("main h3 a").Select(a => a.Words()));
        Assert.Equal(("14", "1", "13"), (page.Fact("Announced"), page.Fact("Named"), page.Fact("Unexplained")));
        Assert.Equal(
            ["Freed 2025-12-13", "Freed 2025-09", "Freed 2025-06-21"],
            page.QuerySelectorAll("main ol a").Select(a => a.Words()));
    }
}
