using Microsoft.AspNetCore.Authorization;
using Microsoft.Net.Http.Headers;

namespace PrisonerTracker.Web.Infrastructure;

/// <summary>What is public for programs of other sites as well: their scripts may read it, and with <see cref="MayFrame"/> their pages show it.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class OpenToOtherSitesAttribute : Attribute
{
    public bool MayFrame { get; init; }
}

/// <summary>The headers of every answer, errors and files included (ASVS 3.4.1 to 3.4.8, 14.3.2).</summary>
internal static class SecurityHeaders
{
    private const string PublicPage = "public, max-age=30";

    private static readonly (string Name, string Value)[] Always =
    [
        ("Content-Security-Policy",
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; "
            + "manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"),
        ("X-Content-Type-Options", "nosniff"),
        ("X-Frame-Options", "DENY"),
        ("Referrer-Policy", "no-referrer"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
        ("Cross-Origin-Embedder-Policy", "require-corp"),
        ("Permissions-Policy",
            "accelerometer=(), autoplay=(), camera=(), display-capture=(), encrypted-media=(), fullscreen=(), geolocation=(), "
            + "gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), picture-in-picture=(), "
            + "publickey-credentials-get=(), screen-wake-lock=(), usb=(), xr-spatial-tracking=()"),
    ];

    public static void UseSecurityHeaders(this WebApplication app) => app.Use((context, next) =>
    {
        context.Response.OnStarting(Write, context);
        return next(context);
    });

    private static Task Write(object state)
    {
        var context = (HttpContext)state;
        var headers = context.Response.Headers;
        foreach (var (name, value) in Always)
            headers[name] = value;
        if (context.GetEndpoint()?.Metadata.GetMetadata<OpenToOtherSitesAttribute>() is { } open)
            Open(headers, open);
        if (context.Request.IsHttps && !RequestRules.IsOnion(context.Request))
            headers.StrictTransportSecurity = "max-age=63072000; includeSubDomains";
        if (!RequestRules.IsStaticFile(context))
            SetCaching(context);
        else if (context.Request.Path.StartsWithSegments("/fonts", StringComparison.Ordinal))
            headers.CacheControl = "public, max-age=31536000, immutable"; // a changed font gets another number in its name
        return Task.CompletedTask;
    }

    // Without credentials: whoever is signed in here is a reader there.
    private static void Open(IHeaderDictionary headers, OpenToOtherSitesAttribute open)
    {
        headers.AccessControlAllowOrigin = "*";
        headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        if (!open.MayFrame)
            return;
        headers.Remove("X-Frame-Options");
        headers.ContentSecurityPolicy = "default-src 'none'; style-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors *";
    }

    private static void SetCaching(HttpContext context)
    {
        var headers = context.Response.Headers;
        if (!IsPublicPage(context))
            headers.CacheControl = "no-store";
        else if (headers.CacheControl.Count == 0)
            headers.CacheControl = PublicPage;
        headers.AppendCommaSeparatedValues(HeaderNames.Vary, HeaderNames.Cookie);
    }

    private static bool IsPublicPage(HttpContext context) =>
        context.User.Identity is not { IsAuthenticated: true }
        && !context.Response.Headers.ContainsKey(HeaderNames.SetCookie)
        && context.Response.StatusCode is StatusCodes.Status200OK or StatusCodes.Status304NotModified
            or StatusCodes.Status301MovedPermanently or StatusCodes.Status308PermanentRedirect
        && !HttpMethods.IsPost(context.Request.Method)
        && context.GetEndpoint()?.Metadata.GetMetadata<IAllowAnonymous>() is not null;
}
