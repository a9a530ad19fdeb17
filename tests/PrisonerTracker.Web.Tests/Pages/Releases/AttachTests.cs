using System.Net;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Core.Users;
using PrisonerTracker.Testing;
using Xunit;

namespace PrisonerTracker.Web.Tests.Pages.Releases;

public sealed class AttachTests(RegisterApp app) : IClassFixture<RegisterApp>
{
    [Fact]
    public async Task Post_ChosenReleases_CountInTheEventAndTheOthersDoNot()
    {
        await using var work = app.Work();
        foreach (var (name, on, country) in new[]
        {
            ("Chosen Person", "2025-12-13", "BY"), ("Maybe Person", "2025-12", "BY"), ("Left Person", "2025-12-13", "BY"), ("Day Later", "2025-12-14", "BY"), ("Abroad Person", "2025-12-13", "RU"),
        })
        {
            var (_, imprisonmentId) = await work.HeldAsync(name, Valid.Imprisonment() with { Country = country });
            await work.Releases.RecordAsync(imprisonmentId, 1, Valid.Release(on), Valid.Submission());
        }

        await work.ReleaseEvents.CreateAsync(Valid.ReleaseEvent() with { AnnouncedCount = 4 }, Valid.Submission());
        using var browser = await app.SignInAsync(Role.Editor);
        var form = await browser.PageAsync("/releases/2025-12-13-belarus/attach");
        var offered = form.QuerySelectorAll("input[name=Chosen]")
            .ToDictionary(i => form.QuerySelector($"label[for='{i.Id}']")!.Words().Split(',')[0], i => i.GetAttribute("value")!);
        Assert.Equal(["Chosen Person", "Left Person", "Maybe Person"], offered.Keys.Order());

        using var answer = await browser.SubmitAsync(
            form, "/releases/2025-12-13-belarus/attach", [("Chosen", offered["Chosen Person"]), ("Chosen", offered["Maybe Person"])]);

        var page = await browser.PageAsync(answer.SentTo());
        Assert.Contains("2 releases were attached.", page.MainText(), StringComparison.Ordinal);
        Assert.Equal(["Chosen Person", "Maybe Person"], page.Names());
        Assert.Equal(("2", "2"), (page.Fact("Matched to this register"), page.Fact("Unexplained")));
        Assert.Contains("An exchange", (await browser.PageAsync("/prisoners/chosen-person")).MainText(), StringComparison.Ordinal);
        var left = await browser.PageAsync("/releases/2025-12-13-belarus/attach");
        Assert.Single(left.QuerySelectorAll("input[name=Chosen]"));
    }

    [Fact]
    public async Task Post_NothingChosen_SaysSo()
    {
        await using var work = app.Work();
        var (_, imprisonmentId) = await work.HeldAsync("Not Chosen");
        await work.Releases.RecordAsync(imprisonmentId, 1, Valid.Release("2025-09-11"), Valid.Submission());
        await work.ReleaseEvents.CreateAsync(Valid.ReleaseEvent() with { HappenedOn = PartialDate.Parse("2025-09-11") }, Valid.Submission());
        using var browser = await app.SignInAsync(Role.Editor);

        using var answer = await browser.PostAsync("/releases/2025-09-11-belarus/attach");

        var page = await answer.DocumentAsync(HttpStatusCode.BadRequest);
        Assert.Contains("Choose at least one release.", page.Problems(), StringComparison.Ordinal);
        Assert.Empty(page.DeadLinks());
    }
}
