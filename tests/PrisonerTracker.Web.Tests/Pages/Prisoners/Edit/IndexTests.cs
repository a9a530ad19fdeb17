using System.Net;
using PrisonerTracker.Core.Imprisonments;
using PrisonerTracker.Core.Users;
using PrisonerTracker.Testing;
using Xunit;

namespace PrisonerTracker.Web.Tests.Pages.Prisoners.Edit;

public sealed class IndexTests(RegisterApp app) : IClassFixture<RegisterApp>
{
    [Fact]
    public async Task Get_Editor_FindsEverySectionFromTheProfile()
    {
        await using var work = app.Work();
        await work.HeldAsync("Whole Record", Valid.Imprisonment("2021-09-06") with
        {
            Charges = [new ChargeDetails { Article = "361-1" }],
            Sentences = [new SentenceDetails { Penalty = Penalty.Imprisonment, Term = Term.Of(11) }],
            Placements = [new PlacementDetails { Facility = Core.Shared.LocalizedText.English("Colony 4") }],
        });
        using var browser = await app.SignInAsync(Role.Editor);
        var profile = await browser.PageAsync("/prisoners/whole-record");
        var link = profile.QuerySelectorAll("main .actions a").Single(a => a.Words() == "Edit this record").GetAttribute("href")!;

        var page = await browser.PageAsync(link);

        Assert.Equal("Edit the record of Whole Record", page.QuerySelector("main h1")!.Words());
        var text = page.MainText();
        Assert.All(
            ["Identity and names", "Whole Record", "Imprisonment of 6 September 2021", "Article 361-1", "11 years of imprisonment", "Colony 4", "unsourced"],
            said => Assert.Contains(said, text, StringComparison.Ordinal));
        Assert.NotNull(page.QuerySelector("main a[href='/prisoners/whole-record/edit/identity']"));
        Assert.All(page.QuerySelectorAll("main a"), a => Assert.False(string.IsNullOrEmpty(a.GetAttribute("href"))));
    }

    [Fact]
    public async Task Get_NothingRecorded_OffersToAddTheFirstImprisonment()
    {
        await using var work = app.Work();
        await work.PrisonerAsync(Valid.Prisoner("Empty Record"));
        using var browser = await app.SignInAsync(Role.Editor);

        var page = await browser.PageAsync("/prisoners/empty-record/edit");

        Assert.NotNull(page.QuerySelector("main .empty a[href='/prisoners/empty-record/imprisonments/new']"));
    }

    [Theory]
    [InlineData(Role.Viewer, HttpStatusCode.Forbidden)]
    [InlineData(Role.Editor, HttpStatusCode.NotFound)]
    public async Task Get_Unknown_IsNotFoundForEditorsAndClosedToOthers(Role role, HttpStatusCode expected)
    {
        using var browser = await app.SignInAsync(role);

        using var answer = await browser.GetAsync("/prisoners/nobody/edit");

        Assert.Equal(expected, answer.StatusCode);
    }
}
