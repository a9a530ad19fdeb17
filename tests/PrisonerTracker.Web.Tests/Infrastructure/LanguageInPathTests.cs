using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using PrisonerTracker.Core.Names;
using PrisonerTracker.Core.Users;
using PrisonerTracker.Testing;
using Xunit;

namespace PrisonerTracker.Web.Tests.Infrastructure;

public class LanguageInPathTests(RegisterApp app) : IClassFixture<RegisterApp>
{
    [Theory]
    [InlineData("/", "en", "Prisoners")]
    [InlineData("/be", "be", "Палітвязні")]
    [InlineData("/ru/releases", "ru", "Политзаключённые")]
    public async Task Get_Page_SpeaksTheLanguageOfItsAddress(string address, string language, string prisoners)
    {
        using var browser = app.Browser();

        var page = await browser.PageAsync(address);

        Assert.Equal(language, page.DocumentElement.GetAttribute("lang"));
        Assert.Contains(prisoners, page.QuerySelector("header nav:not(.languages)")!.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_Page_StaysInItsLanguageWhereverItLeads()
    {
        using var browser = app.Browser();

        var page = await browser.PageAsync("/be/releases");

        var leaving = page.QuerySelectorAll<IHtmlAnchorElement>("a[href^='/']").Where(a => a.Closest(".languages") is null)
            .Select(a => a.GetAttribute("href")!).Where(href => href != "/be" && !href.StartsWith("/be/", StringComparison.Ordinal) && !href.Contains('.', StringComparison.Ordinal));
        Assert.Empty(leaving);
    }

    [Fact]
    public async Task Get_Page_NamesItselfInEveryLanguage()
    {
        using var browser = app.Browser();

        var page = await browser.PageAsync("/ru/prisoners?custody=held");

        Assert.Equal(
            ["en /prisoners?custody=held", "be /be/prisoners?custody=held", "ru /ru/prisoners?custody=held", "x-default /prisoners?custody=held"],
            page.QuerySelectorAll("link[rel=alternate][hreflang]").Select(l => $"{l.GetAttribute("hreflang")} {l.GetAttribute("href")}"));
        Assert.Equal("/be/prisoners?custody=held", page.QuerySelector(".languages a[lang=be]")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Get_EnglishPrefix_LeadsToTheAddressWithoutIt()
    {
        using var browser = app.Browser();

        using var answer = await browser.GetAsync("/en/releases?x=1");

        Assert.Equal((HttpStatusCode.MovedPermanently, "/releases?x=1"), (answer.StatusCode, answer.Header("Location")));
    }

    [Theory]
    [InlineData("/be/nothing-here", "be")]
    [InlineData("/xx/releases", "en")]
    [InlineData("/qps-plocm/releases", "en")]
    public async Task Get_NoPage_IsSaidInTheLanguage(string address, string language)
    {
        using var browser = app.Browser();

        using var answer = await browser.GetAsync(address);
        var page = await answer.DocumentAsync(HttpStatusCode.NotFound);

        Assert.Equal(language, page.DocumentElement.GetAttribute("lang"));
    }

    [Fact]
    public async Task Get_StyleAndScript_HaveOneAddressInAllLanguages()
    {
        using var browser = app.Browser();

        var files = async (string address) => (await browser.PageAsync(address)).QuerySelectorAll("link[rel=stylesheet], link[rel=icon], script[src], header img")
            .Select(e => e.GetAttribute("href") ?? e.GetAttribute("src"));

        Assert.Equal(await files("/"), await files("/be"));
    }

    [Fact]
    public async Task Post_WrongForm_ComplainsInTheLanguageAndKeepsIt()
    {
        using var browser = await app.SignInAsync(Role.Editor);

        using var answer = await browser.PostAsync("/be/prisoners/new", ("Input.BornOn", "учора"));
        var page = await answer.DocumentAsync(HttpStatusCode.BadRequest);

        Assert.Equal("be", page.DocumentElement.GetAttribute("lang"));
        Assert.DoesNotMatch("[A-Za-z]{3,}", page.Problems().Replace("учора", "", StringComparison.Ordinal));
        Assert.Equal("учора", page.ValueAt("Input_BornOn"));
    }

    [Fact]
    public async Task Get_SignedOut_IsSentToSignInInTheLanguage()
    {
        using var browser = app.Browser();

        using var answer = await browser.GetAsync("/be/prisoners/new");

        Assert.Equal("/be/sign-in?returnUrl=%2Fbe%2Fprisoners%2Fnew", answer.SentTo());
    }

    [Fact]
    public async Task Get_ReaderInTheLanguage_SeesNamesInItsScript()
    {
        await using var work = app.Work();
        await work.Prisoners.AddAsync(
            Valid.Prisoner("Hanna Movin") with { Names = [new NameDetails { Full = "Hanna Movin" }, new NameDetails { Full = "Ганна Мовін", Language = "be" }] }, Valid.Submission());
        using var browser = await app.SignInAsync(Role.Viewer);

        Assert.Contains("Ганна Мовін", (await browser.PageAsync("/be/prisoners/hanna-movin")).QuerySelector("h1")!.Words(), StringComparison.Ordinal);
        Assert.Contains("Hanna Movin", (await browser.PageAsync("/ru/prisoners/hanna-movin")).QuerySelector("h1")!.Words(), StringComparison.Ordinal);
    }
}
