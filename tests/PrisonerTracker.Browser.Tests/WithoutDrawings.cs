using System.Net.Mime;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace PrisonerTracker.Browser.Tests;

/// <summary>
/// Pages as a browser shows them that draws no SVG, such as Tor Browser at its safest level: drawings are taken out of every page on its
/// way, and files of them are not found. For whoever sends the header.
/// </summary>
internal sealed class WithoutDrawings : IStartupFilter
{
    public const string Header = "X-Without-Drawings";

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.UseWhen(context => context.Request.Headers.ContainsKey(Header), branch => branch.Use(TakeOutAsync));
        next(app);
    };

    private static async Task TakeOutAsync(HttpContext context, RequestDelegate next)
    {
        if (context.Request.Path.Value?.EndsWith(".svg", StringComparison.Ordinal) is true)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        context.Request.Headers.AcceptEncoding = "identity";
        var wire = context.Response.Body;
        await using var page = new MemoryStream();
        context.Response.Body = page;
        try
        {
            await next(context);
        }
        finally
        {
            context.Response.Body = wire;
        }

        var bytes = page.ToArray();
        if (context.Response.ContentType?.StartsWith(MediaTypeNames.Text.Html, StringComparison.Ordinal) is true)
        {
            bytes = Encoding.UTF8.GetBytes(TakeOut(Encoding.UTF8.GetString(bytes)));
            if (context.Response.ContentLength is not null)
                context.Response.ContentLength = bytes.Length;
        }

        await wire.WriteAsync(bytes);
    }

    private static string TakeOut(string page)
    {
        const string End = "</svg>";
        // The first end belongs to the last beginning before it: a drawing may hold another.
        for (var end = page.IndexOf(End, StringComparison.Ordinal); end >= 0; end = page.IndexOf(End, StringComparison.Ordinal))
        {
            var start = page.LastIndexOf("<svg", end, StringComparison.Ordinal);
            page = page.Remove(start, end + End.Length - start);
        }

        return page;
    }
}
