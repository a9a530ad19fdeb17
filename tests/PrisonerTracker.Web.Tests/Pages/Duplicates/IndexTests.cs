using System.Net;
using AngleSharp.Html.Dom;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Core.Users;
using PrisonerTracker.Testing;
using Xunit;

namespace PrisonerTracker.Web.Tests.Pages.Duplicates;

/// <summary>All people here are invented.</summary>
public sealed class IndexTests(RegisterApp app) : IClassFixture<RegisterApp>
{
    [Fact]
    public async Task Get_Pairs_BestFirstWithReasonsAndAWayToMerge()
    {
        await using var work = app.Work();
        await work.HeldAsync("Vasil Prydumanka", Valid.Imprisonment("2021-09-06"));
        await work.PrisonerAsync(Valid.Prisoner("Vasil Prydumanka") with { BornOn = PartialDate.Parse("1971") });
        await work.PrisonerAsync(Valid.Prisoner("V. Prydumanka"));
        await work.CompareAllAsync();
        using var browser = await app.SignInAsync(Role.Editor);

        var page = await browser.PageAsync("/duplicates");

        var headings = page.QuerySelectorAll("main h2").Select(h => h.Words()).Where(h => h.Contains("Prydumanka", StringComparison.Ordinal)).ToList();
        Assert.Equal("Vasil Prydumanka and Vasil Prydumanka", headings[0]);
        Assert.Equal(3, headings.Count);
        var text = page.MainText();
        Assert.Contains("Same name as far as names can tell", text, StringComparison.Ordinal);
        Assert.Contains("6 September 2021", text, StringComparison.Ordinal);
        Assert.Contains("1971", text, StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("main a[href^='/prisoners/vasil-prydumanka/merge?with=vasil-prydumanka']"));
        Assert.Equal(page.QuerySelectorAll("[id]").Length, page.QuerySelectorAll("[id]").Select(e => e.Id).Distinct().Count());
        using var merge = await browser.GetAsync(page.QuerySelector("main a[href*='/merge?with=']")!.GetAttribute("href")!);
        Assert.Contains("Compare the two records", (await merge.DocumentAsync(HttpStatusCode.OK)).MainText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_NotTheSameSentTwice_IsRememberedOnceAndCanBeTakenBack()
    {
        await using var work = app.Work();
        var first = await work.PrisonerAsync(Valid.Prisoner("Aliaxandra Niajsnaja"));
        await work.PrisonerAsync(Valid.Prisoner("Александра Няйсная"));
        await work.CompareAllAsync();
        using var browser = await app.SignInAsync(Role.Editor);
        var page = await browser.PageAsync("/duplicates");
        var form = FormOf(page, first);

        using var answer = await browser.SubmitAsync(page, "/duplicates", [("Reason", "Two women")], form, "Not the same");
        using var again = await browser.SubmitAsync(page, "/duplicates", [("Reason", "Two women")], form, "Not the same");

        Assert.Equal("/duplicates", answer.SentTo());
        Assert.Equal("/duplicates", again.SentTo());
        var after = await browser.PageAsync("/duplicates");
        Assert.DoesNotContain("Niajsnaja", after.MainText(), StringComparison.Ordinal);
        var decided = await browser.PageAsync("/duplicates?decided=true");
        Assert.Contains("“Two women”", decided.MainText(), StringComparison.Ordinal);
        var history = (await browser.PageAsync("/prisoners/aliaxandra-niajsnaja/history")).MainText();
        Assert.Equal(2, history.Split("Not the same person as a like one").Length);

        using var back = await browser.SubmitAsync(decided, "/duplicates?decided=true", [], FormOf(decided, first), "Take back");
        Assert.Equal("/duplicates?decided=True", back.SentTo());
        Assert.Contains("Niajsnaja", (await browser.PageAsync("/duplicates")).MainText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_NameChangedSince_SaysWhoDecidedBefore()
    {
        await using var work = app.Work();
        var first = await work.PrisonerAsync(Valid.Prisoner("Zmicier Viarnuusia"));
        var second = await work.PrisonerAsync(Valid.Prisoner("Дмитрий Вернувся"));
        await work.CompareAllAsync();
        await work.Distinct.TellApartAsync(first, second, Valid.Submission("Asked both families"));
        await work.Prisoners.EditIdentityAsync(first, 1, Valid.Prisoner("Zmicier Viarnuusia") with { BornOn = PartialDate.Parse("1980") }, Valid.Submission());
        using var browser = await app.SignInAsync(Role.Editor);
        Assert.Contains("still to be compared", (await browser.PageAsync("/duplicates")).MainText(), StringComparison.Ordinal);
        await work.CompareAllAsync();

        var text = (await browser.PageAsync("/duplicates")).MainText();

        Assert.Contains("by editor@example.org, “Asked both families”. A name or a birth date has changed since.", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_ReasonTooLongOrMerged_Is400AndKeepsWhatWasTyped()
    {
        await using var work = app.Work();
        var first = await work.PrisonerAsync(Valid.Prisoner("Kacia Zadouhaja"));
        var second = await work.PrisonerAsync(Valid.Prisoner("Катя Задовгая"));
        await work.CompareAllAsync();
        using var browser = await app.SignInAsync(Role.Editor);
        var page = await browser.PageAsync("/duplicates");
        var reason = new string('x', 5000);

        using var refused = await browser.SubmitAsync(page, "/duplicates", [("Reason", reason)], FormOf(page, first), "Not the same");
        var again = await refused.DocumentAsync(HttpStatusCode.BadRequest);
        Assert.Equal(reason, again.ValueAt("Reason"));
        Assert.NotNull(again.ProblemAt("Reason"));
        Assert.Empty(again.DeadLinks());

        var preview = await work.Merges.PreviewAsync(first, second);
        await work.Merges.MergeAsync(new() { KeptId = first, AbsorbedId = second, State = preview.State }, Valid.Submission());
        using var gone = await browser.SubmitAsync(page, "/duplicates", [], FormOf(page, first), "Not the same");
        Assert.Contains("merged with another", (await gone.DocumentAsync(HttpStatusCode.BadRequest)).Problems(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_ByReadersAndViewers_IsRefusedAndNotLinked()
    {
        using var reader = app.Browser();
        using var viewer = await app.SignInAsync(Role.Viewer);
        using var editor = await app.SignInAsync(Role.Editor);

        using var sentAway = await reader.GetAsync("/duplicates");
        Assert.StartsWith("/sign-in", sentAway.SentTo(), StringComparison.Ordinal);
        using var forbidden = await viewer.GetAsync("/duplicates");
        Assert.NotEqual(HttpStatusCode.OK, forbidden.StatusCode);
        const string link = "main a[href='/duplicates']";
        Assert.Null((await reader.PageAsync("/prisoners")).QuerySelector(link));
        Assert.Null((await viewer.PageAsync("/prisoners")).QuerySelector(link));
        Assert.NotNull((await editor.PageAsync("/prisoners")).QuerySelector(link));
        Assert.NotNull((await editor.PageAsync("/prisoners/other-person/edit")).QuerySelector(link));
    }

    [Theory]
    [InlineData("/duplicates?decided=true&p=1", "No pair was said to be two people yet")]
    [InlineData("/duplicates?p=999", "beyond the end")]
    public async Task Get_Nothing_SaysWhatToDo(string address, string says)
    {
        using var fresh = await app.SignInAsync(Role.Editor);
        var text = (await fresh.PageAsync(address)).MainText();
        Assert.True(text.Contains(says, StringComparison.Ordinal) || text.Contains("Take back", StringComparison.Ordinal), text);
    }

    [Fact]
    public async Task Serving_ComparesByItself()
    {
        await using var work = app.Work();
        await work.PrisonerAsync(Valid.Prisoner("Sama Saboju"));
        await using var serving = app.Another(("Duplicates:Compare", "true"));
        using var browser = serving.Browser();
        await browser.PageAsync("/about");

        for (var i = 0; i < 100 && (await work.Duplicates.WaitingAsync(1)).Count > 0; i++)
            await Task.Delay(200, TestContext.Current.CancellationToken);

        Assert.Empty(await work.Duplicates.WaitingAsync(1));
    }

    private static string FormOf(IHtmlDocument page, Guid first)
    {
        var section = page.QuerySelector($"main input[name=First][value='{first}']")!.Closest("section")!;
        return $"section[aria-labelledby='{section.GetAttribute("aria-labelledby")}'] form";
    }
}
