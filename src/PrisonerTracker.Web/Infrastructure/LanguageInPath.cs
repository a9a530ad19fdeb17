using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace PrisonerTracker.Web.Infrastructure;

/// <summary>
/// The language of a page is the first part of its address, <c>/be/prisoners</c>; without one it is English. The part is taken off before
/// anything else sees the address and put before every address that the application makes, so no page knows of it (docs/adr/0031-languages-in-the-path.md).
/// </summary>
internal static class LanguageInPath
{
    public static void UseLanguageInPath(this WebApplication app)
    {
        IReadOnlyList<InterfaceLanguage> spoken = app.Configuration.GetValue<bool>("Site:MirrorLanguage") ? [.. InterfaceLanguage.All, InterfaceLanguage.Mirror] : InterfaceLanguage.All;
        app.Use((context, next) => ReadAsync(context, next, spoken));
    }

    private static async Task ReadAsync(HttpContext context, RequestDelegate next, IReadOnlyList<InterfaceLanguage> spoken)
    {
        var request = context.Request;
        if (request.Path.StartsWithSegments("/en", StringComparison.Ordinal, out var plain))
        {
            context.Response.Redirect($"{request.PathBase}{(plain.HasValue ? plain : "/")}{request.QueryString}", permanent: true);
            return;
        }

        foreach (var language in spoken)
        {
            if (language.Prefix.Length == 0 || !request.Path.StartsWithSegments(language.Prefix, StringComparison.Ordinal, out var rest))
                continue;
            language.Speak();
            request.PathBase = request.PathBase.Add(language.Prefix);
            request.Path = rest.HasValue ? rest : "/";
            break;
        }

        await next(context);
    }

    /// <summary>The address of the page that is shown in another language.</summary>
    public static string In(this HttpRequest request, InterfaceLanguage language) =>
        $"{request.Root()}{language.Prefix}{(request.Path == "/" && language.Prefix.Length > 0 ? "" : request.Path.ToUriComponent())}{(HttpMethods.IsPost(request.Method) ? "" : request.QueryString)}";

    /// <summary>What stands before the addresses of all languages.</summary>
    public static string Root(this HttpRequest request)
    {
        var before = request.PathBase.ToUriComponent();
        return before[..^InterfaceLanguage.Current.Prefix.Length];
    }
}

/// <summary>Style, script and pictures are the same in every language and have one address, so that nobody fetches them twice.</summary>
[HtmlTargetElement("link", Attributes = "[href^='~/']")]
[HtmlTargetElement("script", Attributes = "[src^='~/']")]
[HtmlTargetElement("img", Attributes = "[src^='~/']")]
public sealed class SharedFileTagHelper(IHttpContextAccessor http) : TagHelper
{
    public override int Order => int.MaxValue;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var prefix = InterfaceLanguage.Current.Prefix;
        var name = output.Attributes.ContainsName("href") ? "href" : "src";
        if (prefix.Length == 0 || output.Attributes[name]?.Value is not { } value)
            return;
        var address = Text(value);
        var root = http.HttpContext!.Request.Root();
        if (address.StartsWith(root + prefix + "/", StringComparison.Ordinal))
            output.Attributes.SetAttribute(name, root + address[(root.Length + prefix.Length)..]);
    }

    private static string Text(object value)
    {
        if (value is not IHtmlContent content)
            return value.ToString() ?? "";
        using var writer = new StringWriter();
        content.WriteTo(writer, NullHtmlEncoder.Default);
        return writer.ToString();
    }
}
