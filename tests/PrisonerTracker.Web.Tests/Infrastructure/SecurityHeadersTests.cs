using System.Net;
using PrisonerTracker.Core.Users;
using Xunit;

namespace PrisonerTracker.Web.Tests.Infrastructure;

/// <summary>ASVS 3.4.1 to 3.4.8 and 14.3.2.</summary>
public sealed class SecurityHeadersTests(RegisterApp app) : IClassFixture<RegisterApp>
{
    [Theory]
    [InlineData("/", HttpStatusCode.OK)]
    [InlineData("/sign-in", HttpStatusCode.OK)]
    [InlineData("/no-such-page", HttpStatusCode.NotFound)]
    [InlineData("/account/password", HttpStatusCode.Redirect)]
    [InlineData("/?fault=bug", HttpStatusCode.InternalServerError)]
    [InlineData("/?fault=database", HttpStatusCode.ServiceUnavailable)]
    [InlineData("/css/site.css", HttpStatusCode.OK)]
    [InlineData("/healthz/live", HttpStatusCode.OK)]
    [InlineData("/healthz/ready", HttpStatusCode.OK)]
    public async Task Get_AnyAnswer_CarriesEveryHeader(string address, HttpStatusCode status)
    {
        using var browser = app.Browser();
        using var answer = await browser.GetAsync(address);
        Assert.Equal(status, answer.StatusCode);
        Assert.Equal(
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; "
            + "manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
            answer.Header("Content-Security-Policy"));
        Assert.Equal("nosniff", answer.Header("X-Content-Type-Options"));
        Assert.Equal("DENY", answer.Header("X-Frame-Options"));
        Assert.Equal("no-referrer", answer.Header("Referrer-Policy"));
        Assert.Equal("same-origin", answer.Header("Cross-Origin-Opener-Policy"));
        Assert.Equal("same-origin", answer.Header("Cross-Origin-Resource-Policy"));
        Assert.Equal("require-corp", answer.Header("Cross-Origin-Embedder-Policy"));
        Assert.Contains("camera=()", answer.Header("Permissions-Policy"), StringComparison.Ordinal);
        Assert.Null(answer.Header("Server"));
        Assert.NotNull(answer.Header("Cache-Control"));
        Assert.Null(answer.Header("Strict-Transport-Security"));
    }

    [Fact]
    public async Task Get_OverHttps_SaysHsts()
    {
        using var browser = app.Browser("https://register.example");
        using var answer = await browser.GetAsync("/no-such-page");
        Assert.Equal("max-age=63072000; includeSubDomains", answer.Header("Strict-Transport-Security"));
    }

    [Fact]
    public async Task Get_OnionHostOverHttps_SaysNoHsts()
    {
        using var browser = app.Browser("https://abcdefgh.onion");
        using var answer = await browser.GetAsync("/");
        Assert.Null(answer.Header("Strict-Transport-Security"));
    }

    [Fact]
    public async Task Get_PublicPageAnonymous_MayBeCachedShortly()
    {
        using var browser = app.Browser();
        using var answer = await browser.GetAsync("/");
        Assert.Equal("public, max-age=30", answer.Header("Cache-Control"));
        Assert.Contains("Cookie", answer.Header("Vary"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/sign-in")]
    [InlineData("/no-such-page")]
    [InlineData("/?fault=bug")]
    [InlineData("/account/password")]
    public async Task Get_NotAPublicPage_IsNotStored(string address)
    {
        using var browser = app.Browser();
        using var answer = await browser.GetAsync(address);
        Assert.Equal("no-store", answer.Header("Cache-Control"));
    }

    [Fact]
    public async Task Get_SignedIn_IsNotStored()
    {
        using var browser = await app.SignInAsync(Role.Viewer);
        using var answer = await browser.GetAsync("/");
        Assert.Equal("no-store", answer.Header("Cache-Control"));
    }

    [Fact]
    public async Task Get_StyleSheetOfAPage_IsFingerprinted()
    {
        using var browser = app.Browser();
        var page = await browser.PageAsync("/");
        var address = page.QuerySelector("link[rel=stylesheet]")!.GetAttribute("href")!;
        Assert.Matches(@"^/css/site\.[a-z0-9]+\.css$", address);
        using var answer = await browser.GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task Get_AnyPage_HasNoInlineScriptOrStyle()
    {
        using var browser = await app.SignInAsync(Role.Viewer);
        foreach (var address in new[] { "/", "/account/password" })
        {
            var page = await browser.PageAsync(address);
            Assert.Empty(page.QuerySelectorAll("script:not([src]), style, [style], [onclick], [onload], [onsubmit]"));
        }
    }

    [Theory]
    [InlineData(null, "br")]
    [InlineData("session=anything", null)]
    public async Task Get_ReaderWithOrWithoutCookie_CompressesOnlyWithout(string? cookie, string? encoding)
    {
        using var browser = app.Browser();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.Add("Accept-Encoding", "br");
        if (cookie is not null)
            request.Headers.Add("Cookie", cookie);
        using var answer = await browser.Client.SendAsync(request);
        Assert.Equal(encoding, answer.Header("Content-Encoding"));
    }
}
