using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using Microsoft.AspNetCore.Html;
using PrisonerTracker.Core.Prisoners;
using PrisonerTracker.Web.Infrastructure;
using PrisonerTracker.Web.Pages.Prisoners;

namespace PrisonerTracker.Web.Feeds;

/// <summary>
/// What a profile shows of a person, for machines: schema.org's Person as JSON-LD. Browsers do not run such a block, so that the content
/// policy has nothing to say to it. An invented person has none: machines would take it for a real one.
/// </summary>
internal static class PersonData
{
    // Letters of every script as themselves; what could end the block or begin markup still as numbers.
    private static readonly JsonSerializerOptions Letters = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>The block for a page that anybody may read; nothing for a draft or an invented person.</summary>
    public static IHtmlContent Of(ProfileModel profile, HttpContext http, SiteOptions site)
    {
        var person = profile.Person;
        if (person.Publication != Publication.Published || person.IsFictional)
            return HtmlString.Empty;

        // What an editor sees besides is left out: the page may be saved and passed on.
        var told = person.ForReaders();
        var language = InterfaceLanguage.Current.Code;
        var data = new JsonObject
        {
            ["@context"] = "https://schema.org",
            ["@type"] = "Person",
            ["@id"] = http.Address(site, $"/prisoners/{told.Slug}"),
            ["url"] = http.Address(site, $"/prisoners/{told.Slug}"),
            ["name"] = told.DisplayName,
            ["alternateName"] = Texts(told.Names.Select(n => n.Full).Where(n => n != told.DisplayName).Distinct(StringComparer.Ordinal)),
            ["birthDate"] = told.BornOn is { IsApproximate: false } born ? born.ToIso8601() : null,
            ["deathDate"] = told.DiedOn is { IsApproximate: false } died ? died.ToIso8601() : null,
            ["gender"] = told.Gender switch { Gender.Female => "https://schema.org/Female", Gender.Male => "https://schema.org/Male", _ => null },
            ["nationality"] = Texts(told.Citizenships),
            ["jobTitle"] = told.Occupation.In(language)?.Text,
            ["description"] = profile.Status,
            ["award"] = Texts(profile.Sections.Honours.Where(h => h.Kind == HonourKind.Award).Select(h => h.Title.In(language)?.Text ?? "")),
        };
        foreach (var (name, _) in data.Where(d => d.Value is null or JsonArray { Count: 0 }).ToList())
            data.Remove(name);

        return new HtmlString($"<script type=\"application/ld+json\">{data.ToJsonString(Letters)}</script>");
    }

    private static JsonArray Texts(IEnumerable<string> texts) => [.. texts.Where(t => t.Length > 0).Select(t => JsonValue.Create(t))];
}
