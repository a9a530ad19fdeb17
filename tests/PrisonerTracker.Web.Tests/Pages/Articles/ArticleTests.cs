using System.Net;
using PrisonerTracker.Core.Imprisonments;
using PrisonerTracker.Core.Users;
using PrisonerTracker.Testing;
using Xunit;

namespace PrisonerTracker.Web.Tests.Pages.Articles;

public sealed class ArticleTests(RegisterApp app) : IClassFixture<RegisterApp>
{
    [Fact]
    public async Task Get_StartCatalogue_IsListedAndMarkedUnverified()
    {
        await using var work = app.Work();
        await work.StartCatalogue.LoadAsync();
        await work.HeldAsync("Charged Reader", Valid.Imprisonment() with { Charges = [new ChargeDetails { Article = "188" }] });
        using var browser = app.Browser();

        var list = await browser.PageAsync("/articles");
        var page = await browser.PageAsync("/articles/by-criminal-code/188");

        var lines = list.QuerySelectorAll("main section li").Select(li => li.Words()).ToList();
        Assert.Contains("Article 188 Slander unverified 1 person", lines);
        Assert.Contains("Article 363 0 people", lines);
        Assert.True(lines.FindIndex(l => l.StartsWith("Article 361 ", StringComparison.Ordinal)) < lines.FindIndex(l => l.StartsWith("Article 361-1 ", StringComparison.Ordinal)));
        Assert.Contains("Unverified", page.MainText(), StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("main a[href='/prisoners/charged-reader']"));
        Assert.Contains("Slander unverified", (await browser.PageAsync("/prisoners/charged-reader")).MainText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_TitleWithASource_IsVerifiedAndItsSourcePublic()
    {
        using var editor = await app.SignInAsync(Role.Editor);
        using var reader = app.Browser();
        using var law = await editor.PostAsync("/articles/codes/edit", ("Input.Country", "PL"), ("Input.Title.English", "Penal Code of Poland"));
        law.SentTo();
        using var added = await editor.PostAsync(
            "/articles/pl-penal-code-of-poland/edit", ("Input.Number", "133"), ("Input.Title.English", "Insult to the nation"), ("Input.ValidFrom", "1998"), ("Source.Publisher", "Law Gazette"));

        var page = await reader.PageAsync(added.SentTo());

        Assert.DoesNotContain("Unverified", page.MainText(), StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("[id^=note-] a[href='/sources/law-gazette']"));
        Assert.Equal("1998", page.Fact("In force since"));
    }

    [Fact]
    public async Task Post_Changed_KeepsWhatIsThereAndRefusesWhatCannotBe()
    {
        await using var work = app.Work();
        await work.StartCatalogue.LoadAsync();
        using var mine = await app.SignInAsync(Role.Editor);
        using var theirs = await app.SignInAsync(Role.Editor);
        const string Address = "/articles/by-criminal-code/edit/370";
        var form = await mine.PageAsync(Address);

        using var wrong = await mine.PostAsync(Address, ("Input.ValidFrom", "2020"), ("Input.ValidUntil", "2019"));
        using var doubled = await mine.PostAsync(Address, ("Input.Number", "369"));
        using var first = await theirs.PostAsync(Address, ("Input.Title.English", "Theirs"));
        using var refused = await mine.SubmitAsync(form, Address, [("Input.Title.English", "Mine")]);

        Assert.NotNull((await wrong.DocumentAsync(HttpStatusCode.BadRequest)).ProblemAt("Input_ValidUntil"));
        Assert.NotNull((await doubled.DocumentAsync(HttpStatusCode.BadRequest)).ProblemAt("Input_Number"));
        first.SentTo();
        Assert.Contains("Theirs", (await refused.DocumentAsync(HttpStatusCode.Conflict)).Problems(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/articles/by-criminal-code/9999")]
    [InlineData("/articles/nowhere/1")]
    [InlineData("/facilities/nowhere")]
    [InlineData("/courts/00000000-0000-0000-0000-000000000001")]
    public async Task Get_Unknown_IsNotFound(string address)
    {
        using var browser = app.Browser();

        using var answer = await browser.GetAsync(address);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }
}
