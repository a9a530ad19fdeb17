using System.Net;
using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Imprisonments;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Core.Users;
using PrisonerTracker.Testing;
using Xunit;

namespace PrisonerTracker.Web.Tests.Pages.Prisoners.Imprisonments;

public sealed class SentenceTests(RegisterApp app) : IClassFixture<RegisterApp>
{
    private static readonly SentenceDetails Verdict = new() { Penalty = Penalty.RestrictionOfLibertyAtHome, Term = Term.Of(3), DecidedOn = PartialDate.Parse("2021-10-01") };

    [Fact]
    public async Task Post_EveryField_IsShown()
    {
        var about = await Case.CreateAsync(app, "Fully Sentenced", Valid.Imprisonment("2021-09-06") with { Sentences = [Verdict] });
        using var browser = await app.SignInAsync(Role.Editor);
        var form = await browser.PageAsync(about.Of("sentence"));
        var verdict = form.QuerySelectorAll("#Input_Supersedes option").Single(o => o.Words().Contains("3 years", StringComparison.Ordinal)).GetAttribute("value")!;

        using var answer = await browser.SubmitAsync(form, about.Of("sentence"),
        [
            ("Input.Instance", "Replacement"), ("Input.Outcome", "Changed"), ("Input.Supersedes", verdict), ("Input.DecidedOn", "2022-03"), ("Input.InForceOn", "2022-04"),
            ("Input.Court", "Minsk City Court"), ("Input.Judge", "A. Judge"), ("Input.Penalty", "Imprisonment"), ("Input.Regime", "General"), ("Input.Years", "2"),
            ("Input.Months", "6"), ("Input.FineAmount", "500"), ("Input.FineCurrency", "BYN"), ("Input.Note", "After three penalties"),
        ]);

        answer.SentTo();
        var text = (await browser.PageAsync(about.Profile)).MainText();
        Assert.All(
            ["2 years and 6 months of imprisonment, general regime, a fine of 500 BYN", "Minsk City Court", "judge A. Judge", "After three penalties"],
            said => Assert.Contains(said, text, StringComparison.Ordinal));
        await using var work = app.Work();
        var saved = await work.Context.Sentences.SingleAsync(s => s.ImprisonmentId == about.ImprisonmentId && s.Instance == Instance.Replacement);
        Assert.Equal((Guid.Parse(verdict), PartialDate.Parse("2022-04")), (saved.SupersedesSentenceId!.Value, saved.InForceOn));
    }

    [Fact]
    public async Task Post_TwoThatSupersedeEachOther_IsRefused()
    {
        var about = await Case.CreateAsync(app, "Circular Person", Valid.Imprisonment("2021-09-06") with { Sentences = [Verdict] });
        using var browser = await app.SignInAsync(Role.Editor);
        await using var work = app.Work();
        var first = await work.Context.Sentences.Where(s => s.ImprisonmentId == about.ImprisonmentId).Select(s => s.SentenceId).SingleAsync();
        using var added = await browser.PostAsync(about.Of("sentence"), ("Input.Supersedes", first.ToString()), ("Input.DecidedOn", "2022"), ("Input.Instance", "Appeal"));
        added.SentTo();
        var second = await work.Context.Sentences.Where(s => s.ImprisonmentId == about.ImprisonmentId && s.SentenceId != first).Select(s => s.SentenceId).SingleAsync();

        using var circular = await browser.PostAsync(about.Of($"sentence/{first}"), ("Input.Supersedes", second.ToString()));
        using var removed = await browser.PostAsync(about.Of($"sentence/{first}/remove"));

        Assert.Contains("supersede each other", (await circular.DocumentAsync(HttpStatusCode.BadRequest)).ProblemAt("Input_Supersedes"), StringComparison.Ordinal);
        var page = await removed.DocumentAsync(HttpStatusCode.BadRequest);
        Assert.Equal(about.Of($"sentence/{second}"), page.QuerySelector("main [role=alert] a[href^='/']")!.GetAttribute("href"));
    }

    [Theory]
    [InlineData("Input.DecidedOn", "2027", "future")]
    [InlineData("Input.InForceOn", "2020", "before it was made")]
    [InlineData("Input.FineAmount", "10", "currency")]
    [InlineData("Input.Penalty", "LifeImprisonment", "no term")]
    [InlineData("Input.Supersedes", "00000000-0000-0000-0000-000000000001", "not among those")]
    public async Task Post_SomethingThatCannotBe_SaysSoAndSavesNothing(string field, string value, string says)
    {
        var about = await Case.CreateAsync(app, $"Impossible Sentence {Guid.NewGuid()}");
        using var browser = await app.SignInAsync(Role.Editor);
        (string, string)[] fields = field == "Input.DecidedOn" ? [(field, value)] : [("Input.DecidedOn", "2022"), ("Input.Years", "2"), (field, value)];

        using var answer = await browser.PostAsync(about.Of("sentence"), fields);

        var page = await answer.DocumentAsync(HttpStatusCode.BadRequest);
        Assert.Contains(says, page.Problems(), StringComparison.Ordinal);
        Assert.Empty(page.DeadLinks());
        await using var work = app.Work();
        Assert.False(await work.Context.Sentences.AnyAsync(s => s.ImprisonmentId == about.ImprisonmentId));
    }

    [Fact]
    public async Task Post_UnlikelyFacts_AreAskedAndKeptUntilConfirmed()
    {
        var about = await Case.CreateAsync(app, "Unlikely Sentence");
        using var browser = await app.SignInAsync(Role.Editor);

        using var asked = await browser.PostAsync(about.Of("sentence"), ("Input.DecidedOn", "2020"), ("Input.Penalty", "Imprisonment"), ("Input.Years", "30"));
        var page = await asked.DocumentAsync(HttpStatusCode.BadRequest);
        var questions = page.QuerySelectorAll("main form input[name=Confirmed]").Select(box => box.GetAttribute("value")!).ToArray();
        using var half = await browser.SubmitAsync(page, about.Of("sentence"), [("Confirmed", questions[0])]);
        var rest = await half.DocumentAsync(HttpStatusCode.BadRequest);
        using var confirmed = await browser.SubmitAsync(rest, about.Of("sentence"), [("Confirmed", questions[0]), ("Confirmed", questions[1])]);

        Assert.Equal(2, questions.Length);
        Assert.Equal("30", page.ValueAt("Input_Years"));
        Assert.Empty(page.DeadLinks());
        Assert.Single(rest.QuerySelectorAll("main form input[type=checkbox][name=Confirmed]"));
        confirmed.SentTo();
        Assert.Contains("30 years of imprisonment", (await browser.PageAsync(about.Profile)).MainText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_NothingChanged_WritesNothing()
    {
        var about = await Case.CreateAsync(app, "Unchanged Sentence", Valid.Imprisonment("2021-09-06") with
        {
            Sentences = [Verdict with { Court = LocalizedText.Of([new("be", "Суд")]), FineAmount = 1000.5m, FineCurrency = "BYN", Note = LocalizedText.Of([new("pl", "Uwaga")]) }],
        });
        using var browser = await app.SignInAsync(Role.Editor);
        var address = await about.ChangeAsync(browser, "3 years");

        using var answer = await browser.PostAsync(address);

        Assert.Contains("Nothing was changed.", (await browser.PageAsync(answer.SentTo())).MainText(), StringComparison.Ordinal);
    }
}
