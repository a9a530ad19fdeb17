using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Xunit;

namespace PrisonerTracker.Web.Tests;

/// <summary>What a reader finds on a page, by its words, ids and roles and never by how it looks.</summary>
public static partial class Documents
{
    /// <summary>The words of an element, with single spaces between them.</summary>
    public static string Words(this IElement element) => Space().Replace(element.TextContent, " ").Trim();

    public static string MainText(this IHtmlDocument page) => page.QuerySelector("main")!.Words();

    /// <summary>What a refused form says above itself.</summary>
    public static string Problems(this IHtmlDocument page) => string.Join('\n', page.QuerySelectorAll("main [role=alert]").Select(Words));

    /// <summary>What stands as wrong at a field for those who see it and those who hear it; null when nothing does.</summary>
    public static string? ProblemAt(this IHtmlDocument page, string id) =>
        page.GetElementById(id)?.GetAttribute("aria-invalid") != "true" ? null
        : string.Join(' ', (page.GetElementById(id)!.GetAttribute("aria-describedby") ?? "").Split(' ')
            .Where(described => described.EndsWith("-error", StringComparison.Ordinal))
            .Select(described => page.GetElementById(described)!.Words()));

    public static string ValueAt(this IHtmlDocument page, string id) => page.GetElementById(id) switch
    {
        IHtmlInputElement input => input.Value,
        IHtmlSelectElement select => select.Value ?? "",
        IHtmlTextAreaElement text => text.Value,
        _ => throw new InvalidOperationException($"The page has no field {id}."),
    };

    /// <summary>What a description list says of a term.</summary>
    public static string? Fact(this IHtmlDocument page, string term) =>
        page.QuerySelectorAll("main dt").FirstOrDefault(t => t.Words() == term)?.NextElementSibling?.Words();

    /// <summary>Links within the page that lead nowhere.</summary>
    public static IEnumerable<string> DeadLinks(this IHtmlDocument page) =>
        page.QuerySelectorAll("a[href^='#']").Select(a => a.GetAttribute("href")![1..]).Where(id => page.GetElementById(id) is null);

    /// <summary>The names in a list of people, in its order.</summary>
    public static string[] Names(this IHtmlDocument page) => [.. page.QuerySelectorAll("main table tbody th[scope=row] a").Select(Words)];

    /// <summary>The page of an answer with the status it must have.</summary>
    public static async Task<IHtmlDocument> DocumentAsync(this HttpResponseMessage answer, HttpStatusCode expected)
    {
        var page = await answer.DocumentAsync();
        Assert.True(expected == answer.StatusCode, $"{answer.StatusCode} instead of {expected}: {page.QuerySelector("main")?.Words()}");
        return page;
    }

    /// <summary>Where an answer sends the browser.</summary>
    public static string SentTo(this HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return answer.Header("Location")!;
    }

    [GeneratedRegex(@"\s+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Space();
}
