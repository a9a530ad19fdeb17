using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace PrisonerTracker.Browser.Tests;

/// <summary>One reader's browser window, which remembers what its pages asked for elsewhere and complained about.</summary>
public sealed class Window : IAsyncDisposable
{
    private readonly ConcurrentQueue<string> _documents = [];
    private readonly ConcurrentQueue<(string Text, string Place)> _errors = [];
    private readonly ConcurrentQueue<string> _elsewhere = [];

    public Window(IBrowserContext context, IPage page, Uri register)
    {
        (Context, Page) = (context, page);
        page.Request += (_, request) =>
        {
            if (request.IsNavigationRequest)
                _documents.Enqueue(request.Url);
            if (new Uri(request.Url) is { Scheme: not "data" } address && address.Authority != register.Authority)
                _elsewhere.Enqueue(request.Url);
        };
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
                _errors.Enqueue((message.Text, message.Location));
        };
        page.PageError += (_, error) => _errors.Enqueue((error, ""));
    }

    public IBrowserContext Context { get; }

    public IPage Page { get; }

    /// <summary>Requests to other hosts, and what the console showed. That a document itself is an error page is not a complaint.</summary>
    public IEnumerable<string> Complaints() =>
        _elsewhere.Select(address => $"asked another host: {address}").Concat(_errors
            .Where(e => !(e.Text.StartsWith("Failed to load resource", StringComparison.Ordinal)
                && _documents.Any(d => e.Place.StartsWith(d, StringComparison.Ordinal))))
            .Select(e => $"console: {e.Text} {e.Place}"));

    public async Task SignInAsync()
    {
        await Page.GotoAsync("/sign-in");
        await Page.GetByLabel("E-mail address").FillAsync(RunningRegister.Editor);
        await Page.GetByLabel("Password").FillAsync(RunningRegister.Password);
        await Page.Locator("main button").ClickAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).WaitForAsync();
    }

    public ValueTask DisposeAsync() => Context.DisposeAsync();
}
