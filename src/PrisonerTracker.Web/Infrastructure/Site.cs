using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Mvc;

namespace PrisonerTracker.Web.Infrastructure;

/// <summary>Section <c>Site</c>: where readers reach the register, and who may speak for them.</summary>
internal sealed class SiteOptions
{
    /// <summary>Such as <c>https://register.example</c>; empty for a local start on plain http.</summary>
    public Uri? Address { get; init; }

    /// <summary>Where readers get the source of this version, as its licence asks of whoever changes it (docs/adr/0001-agpl.md).</summary>
    public Uri? Source { get; init; }

    /// <summary>The addresses (or networks, such as <c>10.0.0.0/8</c>) of the proxies whose forwarded headers are believed.</summary>
    public IReadOnlyList<string> KnownProxies { get; init; } = [];

    public bool IsSecure => Address?.Scheme == Uri.UriSchemeHttps;

    /// <summary>The whole address of a path, or the path when nobody said where readers reach the register.</summary>
    public string Absolute(string path) => Address is null ? path : new Uri(Address, path).ToString();

    /// <summary>The <c>__Host-</c> prefix only exists over https.</summary>
    public string CookieName(string name) => IsSecure ? $"__Host-{name}" : name;

    /// <summary>The rules every cookie follows.</summary>
    public void Apply(CookieBuilder cookie, string name, SameSiteMode sameSite)
    {
        cookie.Name = CookieName(name);
        cookie.Path = "/";
        cookie.HttpOnly = true;
        cookie.SameSite = sameSite;
        cookie.SecurePolicy = IsSecure ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
    }
}

internal static class Site
{
    public static void AddSite(this WebApplicationBuilder builder)
    {
        var site = builder.Configuration.GetSection("Site").Get<SiteOptions>() ?? new SiteOptions();
        builder.Services.AddSingleton(site);
        builder.Services.Configure<ForwardedHeadersOptions>(options => Trust(options, site));
        builder.Services.AddAntiforgery(options =>
        {
            site.Apply(options.Cookie, "antiforgery", SameSiteMode.Strict);
            options.SuppressXFrameOptionsHeader = true; // SecurityHeaders says DENY
        });
        builder.Services.Configure<CookieTempDataProviderOptions>(options => site.Apply(options.Cookie, FlashMessage.Cookie, SameSiteMode.Strict));
    }

    private static void Trust(ForwardedHeadersOptions options, SiteOptions site)
    {
        options.ForwardedHeaders = site.KnownProxies.Count == 0
            ? ForwardedHeaders.None
            : ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var proxy in site.KnownProxies)
        {
            if (proxy.Contains('/', StringComparison.Ordinal))
                options.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(proxy));
            else
                options.KnownProxies.Add(IPAddress.Parse(proxy));
        }
    }
}
