using System.Net.Mime;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace PrisonerTracker.Browser.Tests;

/// <summary>
/// Keeps every page as it was served, in the folder that the variable KEEP_PAGES names: one file for each answer, under the view's name
/// and the address. The HTML checker reads them there (docs/audits.md), so it sees what the browser tests see, in every state.
/// </summary>
internal sealed class KeptPages(string folder) : IStartupFilter
{
    private const int LongestName = 160;

    private int _number;

    public static string? Folder => Environment.GetEnvironmentVariable("KEEP_PAGES");

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(KeepAsync);
        next(app);
    };

    private async Task KeepAsync(HttpContext context, RequestDelegate next)
    {
        var address = $"{context.Request.Method} {context.Request.Path}{context.Request.QueryString}";
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

        if (context.Response.ContentType?.StartsWith(MediaTypeNames.Text.Html, StringComparison.Ordinal) is true && page.Length > 0)
            await File.WriteAllBytesAsync(Path.Combine(folder, FileName(context, address)), page.ToArray());
        page.Position = 0;
        await page.CopyToAsync(wire);
    }

    private string FileName(HttpContext context, string address)
    {
        var view = context.GetEndpoint()?.Metadata.GetMetadata<PageActionDescriptor>()?.ViewEnginePath.Trim('/') ?? "-";
        var name = $"{view} {Interlocked.Increment(ref _number):0000} {context.Response.StatusCode} {address}";
        return Uri.EscapeDataString(name.Length > LongestName ? name[..LongestName] : name).Replace("%20", " ", StringComparison.Ordinal).Replace("%2F", "~", StringComparison.Ordinal) + ".html";
    }
}
