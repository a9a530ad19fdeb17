using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace PrisonerTracker.Web.Tests;

/// <summary>Opens pages and sends forms as a person's browser does, with its cookies and without following redirects.</summary>
public sealed class Browser(HttpClient client) : IDisposable
{
    private const string MainForm = "main form[method=post]";

    public HttpClient Client => client;

    public Task<HttpResponseMessage> GetAsync(string address) => client.GetAsync(new Uri(address, UriKind.Relative));

    /// <summary>The page at an address, which must answer 200.</summary>
    public async Task<IHtmlDocument> PageAsync(string address)
    {
        using var answer = await GetAsync(address);
        answer.EnsureSuccessStatusCode();
        return await answer.DocumentAsync();
    }

    /// <summary>Opens a page and sends its form with some fields changed, hidden ones such as the antiforgery token included.</summary>
    public async Task<HttpResponseMessage> PostAsync(string address, params (string Field, string Value)[] fields) =>
        await SubmitAsync(await PageAsync(address), address, fields);

    /// <summary>Sends a form of a page that is already open.</summary>
    /// <param name="page">The page.</param>
    /// <param name="address">Where it was opened, and where a form without an address of its own goes.</param>
    /// <param name="fields">What is typed over what stands there.</param>
    /// <param name="form">Which form.</param>
    /// <param name="button">The text of the button that is pressed, when the form has several.</param>
    public Task<HttpResponseMessage> SubmitAsync(
        IHtmlDocument page, string address, (string Field, string Value)[] fields, string form = MainForm, string? button = null)
    {
        var element = page.QuerySelector<IHtmlFormElement>(form) ?? throw new InvalidOperationException($"No {form} on {address}.");
        var values = element.Elements.OfType<IHtmlElement>().Where(IsSent).ToLookup(e => e.GetAttribute("name")!, ValueOf);
        var changed = fields.ToLookup(f => f.Field, f => f.Value);
        var content = new FormUrlEncodedContent(values.Where(v => !changed.Contains(v.Key)).Concat(changed)
            .SelectMany(group => group.Select(value => KeyValuePair.Create(group.Key, value))));
        var pressed = button is null ? null : element.QuerySelectorAll("button").Single(b => b.TextContent.Trim() == button);
        return client.PostAsync(new Uri(pressed?.GetAttribute("formaction") ?? element.GetAttribute("action") ?? address, UriKind.Relative), content);
    }

    public Task<HttpResponseMessage> SignInAsync(string email, string password, string address = "/sign-in") =>
        PostAsync(address, ("Email", email), ("Password", password));

    public void Dispose() => client.Dispose();

    private static bool IsSent(IElement element) => element.HasAttribute("name") && element switch
    {
        IHtmlInputElement { Type: "checkbox" or "radio" } box => box.IsChecked,
        IHtmlInputElement { Type: "submit" or "button" } or IHtmlButtonElement => false,
        _ => true,
    };

    private static string ValueOf(IElement element) => element switch
    {
        IHtmlInputElement input => input.Value,
        IHtmlSelectElement select => select.Value ?? "",
        IHtmlTextAreaElement text => text.Value,
        _ => "",
    };
}

public static class Answers
{
    public static async Task<IHtmlDocument> DocumentAsync(this HttpResponseMessage answer) =>
        new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync());

    /// <summary>A header of the answer or its body, or nothing.</summary>
    public static string? Header(this HttpResponseMessage answer, string name) =>
        answer.Headers.TryGetValues(name, out var values) || answer.Content.Headers.TryGetValues(name, out values)
            ? string.Join(", ", values)
            : null;
}
