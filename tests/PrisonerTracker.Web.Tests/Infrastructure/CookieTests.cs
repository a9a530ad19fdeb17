using System.Net;
using PrisonerTracker.Core.Users;
using Xunit;

namespace PrisonerTracker.Web.Tests.Infrastructure;

/// <summary>ASVS 3.3.1, 3.3.3 and 7.2.4.</summary>
public sealed class CookieTests(RegisterApp app) : IClassFixture<RegisterApp>
{
    private const string Secure = "https://register.example";

    [Theory]
    [InlineData("/")]
    [InlineData("/no-such-page")]
    [InlineData("/?fault=bug")]
    [InlineData("/css/site.css")]
    [InlineData("/healthz/ready")]
    public async Task Get_Anonymous_SetsNoCookie(string address)
    {
        using var browser = app.Browser();
        using var answer = await browser.GetAsync(address);
        Assert.Null(answer.Header("Set-Cookie"));
    }

    [Fact]
    public async Task SignIn_PlainHttp_CookiesHaveNoHostPrefix()
    {
        using var browser = app.Browser();
        using var form = await browser.GetAsync("/sign-in");
        Assert.StartsWith("antiforgery=", form.Header("Set-Cookie"), StringComparison.Ordinal);
        using var answer = await browser.SignInAsync((await app.AddUserAsync(Role.Viewer)).Email!, RegisterApp.Password);
        Assert.StartsWith("session=", answer.Header("Set-Cookie"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignIn_HttpsSite_CookiesAreHostSecureHttpOnly()
    {
        await using var secure = app.Another(("Site:Address", Secure));
        using var browser = secure.Browser(Secure);
        using var form = await browser.GetAsync("/sign-in");
        AssertStrict(form.Header("Set-Cookie"), "__Host-antiforgery=", "samesite=strict");
        using var answer = await browser.SignInAsync((await secure.AddUserAsync(Role.Viewer)).Email!, RegisterApp.Password);
        AssertStrict(answer.Header("Set-Cookie"), "__Host-session=", "samesite=lax");
    }

    [Fact]
    public async Task Get_HttpsSiteReachedOverHttp_SaysWhatIsMissing()
    {
        await using var secure = app.Another(("Site:Address", Secure));
        using var browser = secure.Browser("http://register.example");
        using var answer = await browser.GetAsync("/sign-in");
        Assert.Equal(HttpStatusCode.MisdirectedRequest, answer.StatusCode);
        Assert.Contains("Site:KnownProxies", (await answer.DocumentAsync()).Body!.TextContent, StringComparison.Ordinal);
        using var health = await browser.GetAsync("/healthz/live");
        Assert.Equal(HttpStatusCode.OK, health.StatusCode);
    }

    private static void AssertStrict(string? cookie, string name, string sameSite)
    {
        Assert.StartsWith(name, cookie, StringComparison.Ordinal);
        Assert.Contains("path=/", cookie, StringComparison.Ordinal);
        Assert.Contains("secure", cookie, StringComparison.Ordinal);
        Assert.Contains("httponly", cookie, StringComparison.Ordinal);
        Assert.Contains(sameSite, cookie, StringComparison.Ordinal);
        Assert.DoesNotContain("domain=", cookie, StringComparison.Ordinal);
    }
}
