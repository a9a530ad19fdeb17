using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Net.Http.Headers;

namespace PrisonerTracker.Web.Infrastructure;

/// <summary>Only for readers without a cookie: where a page holds a secret, its compressed length could give it away (BREACH).</summary>
internal static class Compression
{
    public static void AddCompression(this IServiceCollection services) => services.AddResponseCompression(options =>
    {
        options.EnableForHttps = true;
        options.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "text/csv", "text/calendar", "application/atom+xml", "application/geo+json", "application/ld+json", "image/svg+xml"];
    });

    public static void UseCompression(this WebApplication app) => app.UseWhen(
        context => HttpMethods.IsGet(context.Request.Method) && !context.Request.Headers.ContainsKey(HeaderNames.Cookie),
        branch => branch.UseResponseCompression());
}
