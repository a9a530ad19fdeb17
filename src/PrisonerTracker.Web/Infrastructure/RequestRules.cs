using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Net.Http.Headers;

namespace PrisonerTracker.Web.Infrastructure;

/// <summary>What a request may look like before any page sees it (ASVS 4.1.4, 4.2.1, 13.4.4, 15.2.2).</summary>
internal static class RequestRules
{
    private const int Connections = 2000;
    private const long BodyBytes = 1024 * 1024;

    private static readonly string[] GetAndHead = [HttpMethods.Get, HttpMethods.Head];
    private static readonly TimeSpan HeadersWithin = TimeSpan.FromSeconds(10);

    public static void AddRequestRules(this WebApplicationBuilder builder) => builder.WebHost.ConfigureKestrel(options =>
    {
        options.AddServerHeader = false;
        options.Limits.RequestHeadersTimeout = HeadersWithin;
        options.Limits.MaxConcurrentConnections = Connections;
        options.Limits.MaxConcurrentUpgradedConnections = 0;
        options.Limits.MaxRequestBodySize = BodyBytes;
    });

    /// <summary>As MapGet, but it answers HEAD as well.</summary>
    public static RouteHandlerBuilder MapRead(this IEndpointRouteBuilder endpoints, string pattern, Delegate handler) =>
        endpoints.MapMethods(pattern, GetAndHead, handler);

    public static void UseRequestRules(this WebApplication app)
    {
        var site = app.Services.GetRequiredService<SiteOptions>();
        app.Use((context, next) => IsError(context) || Allows(context, site) ? next(context) : Task.CompletedTask);
    }

    public static bool IsAllowed(string method) => method is "GET" or "HEAD" or "POST";

    public static bool IsOnion(HttpRequest request) => request.Host.Host.EndsWith(".onion", StringComparison.OrdinalIgnoreCase);

    public static bool IsStaticFile(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is not null;

    /// <summary>The request is already on its way to an error page.</summary>
    private static bool IsError(HttpContext context) =>
        context.Features.Get<IStatusCodeReExecuteFeature>() is not null || context.Features.Get<IExceptionHandlerFeature>() is not null;

    private static bool Allows(HttpContext context, SiteOptions site)
    {
        var (request, response) = (context.Request, context.Response);
        if (!IsAllowed(request.Method))
        {
            response.StatusCode = StatusCodes.Status405MethodNotAllowed;
            response.Headers.Allow = "GET, HEAD, POST";
            request.Method = HttpMethods.Get; // for the error page: Razor Pages answers OPTIONS with 200 by itself
            return false;
        }

        // A message whose end two readers may see at different places can smuggle a second one.
        if (HttpProtocol.IsHttp10(request.Protocol) && request.Headers.ContainsKey(HeaderNames.TransferEncoding))
        {
            response.StatusCode = StatusCodes.Status400BadRequest;
            response.Headers.Connection = "close";
            return false;
        }

        // No text holds it, and the database refuses it.
        if (request.QueryString.Value!.Contains("%00", StringComparison.Ordinal) || request.Path.Value!.Contains('\0', StringComparison.Ordinal))
        {
            response.StatusCode = StatusCodes.Status400BadRequest;
            return false;
        }

        // Cookies are for https only then, so nothing would work; most likely the proxy in front is missing in Site:KnownProxies.
        if (site.IsSecure && !request.IsHttps && !IsOnion(request) && !request.Path.StartsWithSegments("/healthz", StringComparison.Ordinal))
        {
            response.StatusCode = StatusCodes.Status421MisdirectedRequest;
            return false;
        }

        return true;
    }
}
