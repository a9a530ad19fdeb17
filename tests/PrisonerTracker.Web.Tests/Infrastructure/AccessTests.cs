using System.Net;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;
using PrisonerTracker.Core.Users;
using PrisonerTracker.Web.Infrastructure;
using Xunit;

namespace PrisonerTracker.Web.Tests.Infrastructure;

/// <summary>ASVS 8.2.1: closed by default.</summary>
public sealed class AccessTests(RegisterApp app) : IClassFixture<RegisterApp>
{
    private IEnumerable<RouteEndpoint> Endpoints => app.Services.GetRequiredService<EndpointDataSource>().Endpoints
        .OfType<RouteEndpoint>().Where(e => e.Metadata.GetMetadata<StaticAssetDescriptor>() is null);

    [Fact]
    public async Task Get_EveryPageAnonymous_OpensOnlyThePublicOnes()
    {
        using var browser = app.Browser();
        var open = new SortedSet<string>();
        foreach (var endpoint in Endpoints)
        {
            if (endpoint.Metadata.GetMetadata<PageActionDescriptor>() is not { } page)
                continue;
            using var answer = await browser.GetAsync(AddressOf(endpoint));
            if (!IsSentToSignIn(answer))
                open.Add(page.ViewEnginePath);
        }

        Assert.Empty(open.Except(Access.PublicPages));
        Assert.Contains("/Index", open);
    }

    [Fact]
    public void Endpoints_OpenToEverybody_ArePublicPagesOrReads()
    {
        string[] open = [.. Endpoints
            .Where(e => e.Metadata.GetMetadata<IAllowAnonymous>() is not null && e.Metadata.GetMetadata<PageActionDescriptor>() is null)
            .Select(e => e.RoutePattern.RawText!)];
        Assert.Empty(open.Except(
        [
            "/healthz/live", "/healthz/ready", "/prisoners.csv", "/prisoners.xlsx", "/prisoners.json", "/prisoners/compare.csv", "/prisoners/suggest.json",
            "/statistics/held.csv", "/statistics/detained-and-released.csv", "/statistics/articles.csv", "/statistics/facilities.csv", "/statistics/penalties.csv",
            "/statistics/terms.csv", "/statistics/time-held.csv", "/statistics/ages.csv", "/statistics/genders.csv", "/statistics/citizenships.csv", "/statistics/occupations.csv",
            "/prisoners/{slug}/card.png", "/birthdays.ics", "/expected-releases.ics", "/hearings.ics", "/prisoners.atom", "/releases.atom", "/sitemap.xml", "/sitemaps/pages.xml", "/sitemaps/people-{part:int}.xml", "/robots.txt",
            "/reconcile/", "/reconcile/suggest/entity", "/reconcile/suggest/property", "/reconcile/suggest/type",
            "/photos/{hash:length(64)}-{size:regex(^(large|small)$)}.webp",
        ]));
    }

    [Fact]
    public async Task Get_ClosedPageAnonymous_ComesBackAfterSignIn()
    {
        using var browser = app.Browser();
        using var refused = await browser.GetAsync("/account/password?from=mail");
        var signIn = refused.Header("Location")!;
        Assert.Equal("/sign-in?returnUrl=%2Faccount%2Fpassword%3Ffrom%3Dmail", signIn);
        using var answer = await browser.SignInAsync((await app.AddUserAsync(Role.Viewer)).Email!, RegisterApp.Password, signIn);
        Assert.Equal("/account/password?from=mail", answer.Header("Location"));
    }

    [Theory]
    [InlineData(Role.Viewer, new[] { true, false, false })]
    [InlineData(Role.Editor, new[] { true, true, false })]
    [InlineData(Role.Administrator, new[] { true, true, true })]
    public async Task Policies_OfARole_IncludeTheLowerOnes(Role role, bool[] allowed)
    {
        var user = await app.AddUserAsync(role);
        await app.WithAsync<Microsoft.AspNetCore.Identity.IUserClaimsPrincipalFactory<User>>(async claims =>
        {
            var principal = await claims.CreateAsync(user);
            var authorization = app.Services.CreateScope().ServiceProvider.GetRequiredService<IAuthorizationService>();
            foreach (var (policy, expected) in new[] { Policies.Viewer, Policies.Editor, Policies.Administrator }.Zip(allowed))
                Assert.Equal(expected, (await authorization.AuthorizeAsync(principal, null, policy)).Succeeded);
        });
    }

    [Fact]
    public async Task Get_NoSuchPage_IsNotFoundForEverybodyAndOffersSearch()
    {
        using var reader = app.Browser();
        using var viewer = await app.SignInAsync(Role.Viewer);
        foreach (var browser in new[] { reader, viewer })
        {
            using var answer = await browser.GetAsync("/no/such/page");
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            Assert.NotNull((await answer.DocumentAsync()).QuerySelector("form[method=get][action='/prisoners'] input[name=q]"));
        }
    }

    private static bool IsSentToSignIn(HttpResponseMessage answer) =>
        answer.StatusCode == HttpStatusCode.Redirect && answer.Header("Location")!.StartsWith("/sign-in?returnUrl=", StringComparison.Ordinal);

    private static string AddressOf(RouteEndpoint endpoint) => "/" + string.Join('/', endpoint.RoutePattern.PathSegments.Select(segment =>
        string.Concat(segment.Parts.Select(part => part switch
        {
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal => literal.Content,
            Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart parameter => ValueFor(endpoint, parameter.Name),
            _ => "",
        }))));

    private static string ValueFor(RouteEndpoint endpoint, string parameter) =>
        endpoint.RoutePattern.ParameterPolicies.TryGetValue(parameter, out var policies) && policies.Any(p => p.Content == "int") ? "404"
        : policies?.Any(p => p.Content == "guid") == true ? Guid.Empty.ToString()
        : "nobody";
}
