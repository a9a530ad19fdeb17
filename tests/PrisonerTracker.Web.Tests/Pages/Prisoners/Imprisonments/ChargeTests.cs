using System.Net;
using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Imprisonments;
using PrisonerTracker.Core.Users;
using PrisonerTracker.Testing;
using Xunit;

namespace PrisonerTracker.Web.Tests.Pages.Prisoners.Imprisonments;

public sealed class ChargeTests(RegisterApp app) : IClassFixture<RegisterApp>
{
    [Fact]
    public async Task Post_NewArticleWithSteps_IsOnTheOverviewAndTheProfile()
    {
        var about = await Case.CreateAsync(app, "Newly Charged");
        using var browser = await app.SignInAsync(Role.Editor);

        using var answer = await browser.PostAsync(
            about.Of("charge"), ("Input.Article", "361-8"), ("Input.ArticleTitle", "An article nobody had"), ("Input.Steps[0].Status", "Laid"),
            ("Input.Steps[0].On", "2021-09"), ("Input.Steps[1].Status", "Convicted"), ("Input.Steps[1].On", "2022"), ("Source.Publisher", "Court Herald"));

        var overview = await browser.PageAsync(answer.SentTo());
        Assert.Contains(overview.QuerySelectorAll(".fact-list li"), li => li.Words().StartsWith("Article 361-8, Criminal Code (Belarus): convicted", StringComparison.Ordinal));
        Assert.Contains("Article 361-8, An article nobody had", (await browser.PageAsync(about.Profile)).MainText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_Changed_KeepsStepsAndNamesThemInTheHistory()
    {
        var about = await Case.CreateAsync(app, "Recharged Person", Valid.Imprisonment("2021-09-06") with { Charges = [new ChargeDetails { Article = "130" }] });
        using var browser = await app.SignInAsync(Role.Editor);
        var address = await about.ChangeAsync(browser, "Article 130");
        var form = await browser.PageAsync(address);
        Assert.Equal(("130", "Laid"), (form.ValueAt("Input_Article"), form.ValueAt("Input_Steps_0__Status")));

        using var answer = await browser.SubmitAsync(form, address, [("Input.Article", "342"), ("Input.Steps[1].Status", "Dropped"), ("Input.Steps[1].On", "2022-01")]);

        answer.SentTo();
        Assert.Contains("Article 342 (Criminal Code (Belarus)): dropped", (await browser.PageAsync(about.Profile)).MainText(), StringComparison.Ordinal);
        var history = (await browser.PageAsync($"/prisoners/{about.Slug}/history")).QuerySelector("main ol li")!;
        Assert.Contains("Charge changed", history.Words(), StringComparison.Ordinal);
        Assert.Contains(history.QuerySelectorAll("tr"), row => Cells(row) == "Article|130, Criminal Code (Belarus)|342, Criminal Code (Belarus)");
    }

    [Theory]
    [InlineData("Input.Article", "", "Input_Article", "number of the article")]
    [InlineData("Input.LegalCodeKey", "nowhere", "Input_LegalCodeKey", "no legal code")]
    [InlineData("Input.Steps[0].On", "yesterday", "Input_Steps_0__On", "not a date")]
    public async Task Post_Wrong_SaysSoAtItsFieldAndKeepsIt(string field, string value, string id, string says)
    {
        var about = await Case.CreateAsync(app, $"Wrongly Charged {Guid.NewGuid()}");
        using var browser = await app.SignInAsync(Role.Editor);

        using var answer = await browser.PostAsync(about.Of("charge"), field == "Input.Article" ? [(field, value)] : [("Input.Article", "130"), (field, value)]);

        var page = await answer.DocumentAsync(HttpStatusCode.BadRequest);
        Assert.Contains(says, page.ProblemAt(id), StringComparison.Ordinal);
        Assert.Empty(page.DeadLinks());
    }

    [Theory]
    [InlineData("2022", "2021", "in the order they happened")]
    [InlineData("2021", "2027", "in the future")]
    public async Task Post_StepsThatCannotBe_SaysSo(string first, string second, string says)
    {
        var about = await Case.CreateAsync(app, $"Disordered Person {Guid.NewGuid()}");
        using var browser = await app.SignInAsync(Role.Editor);

        using var answer = await browser.PostAsync(
            about.Of("charge"), ("Input.Article", "130"), ("Input.Steps[0].On", first), ("Input.Steps[1].Status", "Convicted"), ("Input.Steps[1].On", second));

        var page = await answer.DocumentAsync(HttpStatusCode.BadRequest);
        Assert.Contains(says, page.Problems(), StringComparison.Ordinal);
        Assert.Empty(page.DeadLinks());
        Assert.Equal(second, page.ValueAt("Input_Steps_1__On"));
    }

    [Fact]
    public async Task Post_SomebodyElseChangedTheSameCharge_ShowsBothAndOverwritesNothing()
    {
        var about = await Case.CreateAsync(app, "Twice Charged", Valid.Imprisonment("2021-09-06") with { Charges = [new ChargeDetails { Article = "130" }, new ChargeDetails { Article = "188" }] });
        using var mine = await app.SignInAsync(Role.Editor);
        using var theirs = await app.SignInAsync(Role.Editor);
        var address = await about.ChangeAsync(mine, "Article 130");
        var other = await about.ChangeAsync(mine, "Article 188");
        var form = await mine.PageAsync(address);
        var otherForm = await mine.PageAsync(other);
        using var first = await theirs.PostAsync(address, ("Input.Steps[0].Status", "Acquitted"));
        first.SentTo();

        using var unhindered = await mine.SubmitAsync(otherForm, other, [("Input.Steps[0].Status", "OnTrial")]);
        using var refused = await mine.SubmitAsync(form, address, [("Input.Steps[0].Status", "Convicted")]);

        unhindered.SentTo();
        var page = await refused.DocumentAsync(HttpStatusCode.Conflict);
        Assert.Contains(page.QuerySelectorAll("main [role=alert] tr"), row => Cells(row) == "Steps|convicted|acquitted");
        using var again = await mine.SubmitAsync(page, address, []);
        again.SentTo();
        Assert.Contains("Article 130 (Criminal Code (Belarus)): convicted", (await mine.PageAsync(about.Profile)).MainText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_SameArticleAgain_AsksFirst()
    {
        var about = await Case.CreateAsync(app, "Doubly Charged", Valid.Imprisonment() with { Charges = [new ChargeDetails { Article = "130" }] });
        using var browser = await app.SignInAsync(Role.Editor);

        using var asked = await browser.PostAsync(about.Of("charge"), ("Input.Article", "130"));
        var page = await asked.DocumentAsync(HttpStatusCode.BadRequest);
        var question = page.QuerySelector("main form input[name=Confirmed]")!.GetAttribute("value")!;
        using var confirmed = await browser.SubmitAsync(page, about.Of("charge"), [("Confirmed", question)]);

        Assert.Contains("recorded already", question, StringComparison.Ordinal);
        confirmed.SentTo();
        await using var work = app.Work();
        Assert.Equal(2, await work.Context.Charges.CountAsync(c => c.ImprisonmentId == about.ImprisonmentId));
    }

    [Fact]
    public async Task Remove_Charge_TakesItOutAndKeepsItInTheHistory()
    {
        var about = await Case.CreateAsync(app, "Uncharged Person", Valid.Imprisonment() with { Charges = [new ChargeDetails { Article = "130" }] });
        using var browser = await app.SignInAsync(Role.Editor);
        var change = await browser.PageAsync(await about.ChangeAsync(browser, "Article 130"));
        var remove = change.QuerySelectorAll("main a").Single(a => a.Words() == "Remove this charge").GetAttribute("href")!;

        using var answer = await browser.PostAsync(remove, ("Reason", "It was somebody else's"));

        answer.SentTo();
        Assert.DoesNotContain("Article 130", (await browser.PageAsync(about.Profile)).MainText(), StringComparison.Ordinal);
        var history = (await browser.PageAsync($"/prisoners/{about.Slug}/history")).QuerySelector("main ol li")!.Words();
        Assert.Contains("Charge removed", history, StringComparison.Ordinal);
        Assert.Contains("130", history, StringComparison.Ordinal);
        using var gone = await browser.GetAsync(remove);
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
    }

    [Theory]
    [InlineData("charge")]
    [InlineData("sentence")]
    [InlineData("placement")]
    [InlineData("edit")]
    public async Task Get_ImprisonmentOfSomebodyElse_IsNotFound(string page)
    {
        var mine = await Case.CreateAsync(app, $"Mine {Guid.NewGuid()}");
        var theirs = await Case.CreateAsync(app, $"Theirs {Guid.NewGuid()}");
        using var browser = await app.SignInAsync(Role.Editor);

        using var answer = await browser.GetAsync($"/prisoners/{mine.Slug}/imprisonments/{theirs.ImprisonmentId}/{page}");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    private static string Cells(AngleSharp.Dom.IElement row) => string.Join('|', row.Children.Select(cell => cell.Words()));
}
