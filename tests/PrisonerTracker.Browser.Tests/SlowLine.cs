using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Primitives;

namespace PrisonerTracker.Browser.Tests;

/// <summary>The register behind a slow line: a page arrives piece by piece, and the browser paints what it has after each.</summary>
internal sealed class SlowLine : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly HttpClient _register;

    private SlowLine(WebApplication app, HttpClient register) => (_app, _register) = (app, register);

    public Uri Address => new(_app.Urls.Single());

    /// <summary>Starts it on a free port.</summary>
    /// <param name="register">Where the register is.</param>
    /// <param name="piece">Bytes that arrive at once.</param>
    /// <param name="pause">After each piece.</param>
    public static async Task<SlowLine> StartAsync(Uri register, int piece, TimeSpan pause)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = register };
        app.Run(http => PassOnAsync(http, client, piece, pause));
        await app.StartAsync();
        return new SlowLine(app, client);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _register.Dispose();
    }

    private static async Task PassOnAsync(HttpContext http, HttpClient register, int piece, TimeSpan pause)
    {
        using var asked = new HttpRequestMessage(HttpMethod.Get, http.Request.Path + http.Request.QueryString);
        if (http.Request.Headers.Cookie is { Count: > 0 } cookies)
            asked.Headers.Add("Cookie", (IEnumerable<string?>)cookies);
        using var answer = await register.SendAsync(asked, http.RequestAborted);
        var bytes = await answer.Content.ReadAsByteArrayAsync(http.RequestAborted);

        http.Response.StatusCode = (int)answer.StatusCode;
        http.Response.ContentType = answer.Content.Headers.ContentType?.ToString();
        foreach (var (name, values) in answer.Headers.Where(h => h.Key is "Cache-Control" or "Content-Security-Policy"))
            http.Response.Headers[name] = new StringValues([.. values]);
        var size = http.Response.ContentType?.StartsWith("text/html", StringComparison.Ordinal) == true ? piece : bytes.Length;
        foreach (var part in bytes.Chunk(Math.Max(size, 1)))
        {
            await http.Response.Body.WriteAsync(part, http.RequestAborted);
            await http.Response.Body.FlushAsync(http.RequestAborted);
            if (size < bytes.Length)
                await Task.Delay(pause, http.RequestAborted);
        }
    }
}
