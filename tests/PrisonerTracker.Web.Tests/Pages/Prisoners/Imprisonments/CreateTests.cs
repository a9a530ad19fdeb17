using System.Net;
using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Users;
using PrisonerTracker.Testing;
using Xunit;

namespace PrisonerTracker.Web.Tests.Pages.Prisoners.Imprisonments;

public sealed class CreateTests(RegisterApp app) : IClassFixture<RegisterApp>
{
    [Fact]
    public async Task Post_ChargesAndSentence_AreOnTheProfileAndInTheCatalogue()
    {
        await using var work = app.Work();
        await work.PrisonerAsync(Valid.Prisoner("Sentenced Person"));
        using var browser = await app.SignInAsync(Role.Editor);

        using var answer = await browser.PostAsync(
            "/prisoners/sentenced-person/imprisonments/new", ("Input.DetainedOn", "2021-09-06"), ("Input.DetentionPlace", "Minsk"), ("Input.Articles", "361-9, 357 part 1; 361-9\n 130"),
            ("Input.ChargeStatus", "Convicted"), ("Input.DecidedOn", "2021"), ("Input.Court", "Minsk Regional Court"), ("Input.Penalty", "Imprisonment"),
            ("Input.Regime", "General"), ("Input.Years", "11"), ("Input.FineAmount", "1000"), ("Input.FineCurrency", "BYN"), ("Source.Publisher", "Court Herald"));

        var profile = await browser.PageAsync(answer.SentTo());
        var text = profile.MainText();
        Assert.Contains("Imprisoned since 6 September 2021, serving a sentence", text, StringComparison.Ordinal);
        Assert.Contains("11 years of imprisonment, general regime, a fine of 1,000 BYN", text, StringComparison.Ordinal);
        Assert.Equal(
            ["Article 130", "Article 357 part 1", "Article 361-9"],
            profile.QuerySelectorAll("main li").Select(li => li.Words()).Where(t => t.StartsWith("Article", StringComparison.Ordinal)).Select(t => t.Split(" (")[0]));
        Assert.DoesNotContain("unsourced", string.Join(' ', profile.QuerySelectorAll("main dl li").Select(li => li.Words())), StringComparison.Ordinal);
        Assert.Contains((await browser.PageAsync("/prisoners")).QuerySelectorAll("datalist option"), o => o.GetAttribute("value") == "361-9");
        Assert.Equal(["Sentenced Person"], (await browser.PageAsync("/prisoners?article=361-9")).Names());
    }

    [Fact]
    public async Task Post_KnownArticle_IsNotAddedTwice()
    {
        await using var work = app.Work();
        await work.PrisonerAsync(Valid.Prisoner("First Charged"));
        await work.PrisonerAsync(Valid.Prisoner("Second Charged"));
        using var browser = await app.SignInAsync(Role.Editor);

        foreach (var name in new[] { "first", "second" })
        {
            using var answer = await browser.PostAsync($"/prisoners/{name}-charged/imprisonments/new", ("Input.Articles", "411"));
            answer.SentTo();
        }

        Assert.Equal(1, await work.Context.Articles.CountAsync(a => a.Number == "411"));
    }

    [Fact]
    public async Task Post_OneOpenAlready_SaysWhichToEndFirst()
    {
        await using var work = app.Work();
        await work.HeldAsync("Still Held", Valid.Imprisonment("2023-05"));
        using var browser = await app.SignInAsync(Role.Editor);

        using var answer = await browser.PostAsync("/prisoners/still-held/imprisonments/new", ("Input.DetainedOn", "2025-01"), ("Input.Articles", "130"));

        var page = await answer.DocumentAsync(HttpStatusCode.BadRequest);
        Assert.Contains("May 2023 has no release yet", page.ProblemAt("Input_DetainedOn"), StringComparison.Ordinal);
        Assert.Equal(("2025-01", "130"), (page.ValueAt("Input_DetainedOn"), page.ValueAt("Input_Articles")));
        Assert.Equal("Understood as January 2025.", page.GetElementById("Input_DetainedOn-understood")!.Words());
    }

    [Fact]
    public async Task Post_OverlappingAnEarlierOne_SaysSoAtTheDate()
    {
        await using var work = app.Work();
        var (_, imprisonmentId) = await work.HeldAsync("Held Before", Valid.Imprisonment("2020-01-01"));
        await work.Releases.RecordAsync(imprisonmentId, 1, Valid.Release("2022-06-30"), Valid.Submission());
        using var browser = await app.SignInAsync(Role.Editor);

        using var answer = await browser.PostAsync("/prisoners/held-before/imprisonments/new", ("Input.DetainedOn", "2021-05"));
        using var after = await browser.PostAsync("/prisoners/held-before/imprisonments/new", ("Input.DetainedOn", "2022-06-30"));

        var page = await answer.DocumentAsync(HttpStatusCode.BadRequest);
        Assert.Contains("already held then", page.ProblemAt("Input_DetainedOn"), StringComparison.Ordinal);
        after.SentTo();
    }

    [Theory]
    [InlineData("Input.Kind", "InAbsentia", "Input_DetainedOn", "not detained")]
    [InlineData("Input.DetainedOn", "2026-02", "Input_DetainedOn", "future")]
    [InlineData("Input.ConfirmedOn", "2020", "Input_ConfirmedOn", "before the detention")]
    [InlineData("Input.DecidedOn", "2027", "Input_DecidedOn", "future")]
    [InlineData("Input.Years", "201", "Input_Years", "from 0 to 200")]
    [InlineData("Input.Years", "eleven", "Input_Years", "")]
    [InlineData("Input.FineAmount", "-1", "Input_FineAmount", "above nothing")]
    [InlineData("Input.FineAmount", "10", "Input_FineCurrency", "currency")]
    [InlineData("Input.FineCurrency", "rouble", "Input_FineCurrency", "three-letter")]
    [InlineData("Input.Articles", "a text that is far longer than the number of any article can ever be", "Input_Articles", "by its number")]
    public async Task Post_SomethingThatCannotBe_SaysSoAtItsFieldAndKeepsIt(string field, string value, string id, string says)
    {
        await using var work = app.Work();
        var prisonerId = await work.PrisonerAsync(Valid.Prisoner("Impossible Case"));
        var slug = await work.Context.Prisoners.Where(p => p.PrisonerId == prisonerId).Select(p => p.Slug).SingleAsync();
        using var browser = await app.SignInAsync(Role.Editor);

        using var answer = field == "Input.DetainedOn"
            ? await browser.PostAsync($"/prisoners/{slug}/imprisonments/new", (field, value))
            : await browser.PostAsync($"/prisoners/{slug}/imprisonments/new", ("Input.DetainedOn", "2021-09"), (field, value));

        var page = await answer.DocumentAsync(HttpStatusCode.BadRequest);
        Assert.Contains(says, page.ProblemAt(id), StringComparison.Ordinal);
        Assert.Equal(value, page.ValueAt(field.Replace('.', '_')));
        Assert.Empty(page.DeadLinks());
        Assert.False(await work.Context.Imprisonments.AnyAsync(i => i.PrisonerId == prisonerId));
    }

    [Fact]
    public async Task Post_TriedInAbsentia_IsNotHeld()
    {
        await using var work = app.Work();
        await work.PrisonerAsync(Valid.Prisoner("Absent Person"));
        using var browser = await app.SignInAsync(Role.Editor);

        using var answer = await browser.PostAsync(
            "/prisoners/absent-person/imprisonments/new", ("Input.Kind", "InAbsentia"), ("Input.Penalty", "Imprisonment"), ("Input.Years", "15"));

        var text = (await browser.PageAsync(answer.SentTo())).MainText();
        Assert.Contains("Sentenced in absentia and never held.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Record a release", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_SameFormTwice_AddsOneImprisonment()
    {
        await using var work = app.Work();
        var prisonerId = await work.PrisonerAsync(Valid.Prisoner("Clicked Case"));
        const string Address = "/prisoners/clicked-case/imprisonments/new";
        using var browser = await app.SignInAsync(Role.Editor);
        var form = await browser.PageAsync(Address);

        using var first = await browser.SubmitAsync(form, Address, [("Input.DetainedOn", "2023")]);
        using var second = await browser.SubmitAsync(form, Address, [("Input.DetainedOn", "2023")]);

        Assert.Equal(first.SentTo(), second.SentTo());
        Assert.Equal(1, await work.Context.Imprisonments.CountAsync(i => i.PrisonerId == prisonerId));
    }
}
