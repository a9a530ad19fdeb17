using System.Globalization;
using System.Text;
using System.Xml;
using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.Prisoners;
using PrisonerTracker.Core.Solidarity;
using PrisonerTracker.Web.Infrastructure;

namespace PrisonerTracker.Web.Feeds;

/// <summary>
/// <c>/sitemap.xml</c>, an index of parts, and <c>/robots.txt</c>, which leads to it: every published page in every language, each with its
/// counterparts. A part stays far below the 50,000 addresses and 50 MB of sitemaps.org.
/// </summary>
internal static class Sitemap
{
    /// <summary>People in one part; each has one address for every language.</summary>
    public const int PeoplePerPart = 4000;

    private const string Namespace = "http://www.sitemaps.org/schemas/sitemap/0.9";
    private const string Xhtml = "http://www.w3.org/1999/xhtml";
    private const string ContentType = "application/xml; charset=utf-8";

    private static readonly string[] Pages =
    [
        "/", "/prisoners", "/releases", "/solidarity", "/sources", "/articles", "/facilities", "/courts", "/judges", "/organisations",
        "/statistics/reported", "/credit-rules", "/about", "/method",
    ];

    public static void MapSitemap(this WebApplication app)
    {
        app.MapRead("/sitemap.xml", IndexAsync).AllowAnonymous().RequireRateLimiting(Limits.Exports);
        app.MapRead("/sitemaps/pages.xml", PagesAsync).AllowAnonymous().RequireRateLimiting(Limits.Exports);
        app.MapRead("/sitemaps/people-{part:int}.xml", PeopleAsync).AllowAnonymous().RequireRateLimiting(Limits.Exports);
        app.MapRead("/robots.txt", (HttpContext http, SiteOptions site) => Results.Text(
            $"User-agent: *\nDisallow: /account/\nDisallow: /sign-in\nDisallow: /prisoners/suggest.json\n\nSitemap: {Whole(http, site, "/sitemap.xml")}\n")).AllowAnonymous();
    }

    private static async Task<IResult> IndexAsync(HttpContext http, RegisterContext register, SiteOptions site, CancellationToken cancellation)
    {
        register.ShowWhatReadersSee();
        var people = await Published(register).CountAsync(cancellation);
        var parts = Enumerable.Range(1, (people + PeoplePerPart - 1) / PeoplePerPart).Select(n => $"/sitemaps/people-{n.ToString(CultureInfo.InvariantCulture)}.xml");
        return Written(xml =>
        {
            xml.WriteStartElement("sitemapindex", Namespace);
            foreach (var part in parts.Prepend("/sitemaps/pages.xml"))
            {
                xml.WriteStartElement("sitemap", Namespace);
                xml.WriteElementString("loc", Namespace, Whole(http, site, part));
                xml.WriteEndElement();
            }
        });
    }

    private static async Task<IResult> PagesAsync(HttpContext http, RegisterContext register, SiteOptions site, CancellationToken cancellation)
    {
        register.ShowWhatReadersSee();
        var events = await register.ReleaseEvents.AsNoTracking()
            .Where(e => e.Publication == Publication.Published)
            .OrderBy(e => e.ReleaseEventId)
            .Select(e => new { e.Slug, e.UpdatedAt })
            .Take(PeoplePerPart)
            .ToListAsync(cancellation);
        var articles = await register.Articles.AsNoTracking().Where(a => a.IsPublic).OrderBy(a => a.ArticleId).Select(a => new { a.LegalCode.Key, a.Number }).Take(PeoplePerPart).ToListAsync(cancellation);
        var facilities = await register.Facilities.AsNoTracking().Where(f => f.IsPublic).OrderBy(f => f.FacilityId).Select(f => f.Key).Take(PeoplePerPart).ToListAsync(cancellation);
        return Addresses(http, site,
        [
            .. Pages.Select(page => (page, (DateTime?)null)),
            .. events.Select(e => ($"/releases/{e.Slug}", (DateTime?)e.UpdatedAt)),
            .. articles.Select(a => ($"/articles/{a.Key}/{Uri.EscapeDataString(a.Number)}", (DateTime?)null)),
            .. facilities.Select(key => ($"/facilities/{key}", (DateTime?)null)),
        ]);
    }

    private static async Task<IResult> PeopleAsync(int part, HttpContext http, RegisterContext register, SiteOptions site, CancellationToken cancellation)
    {
        register.ShowWhatReadersSee();
        if (part is < 1 or > 10_000)
            return Results.NotFound();
        var people = await Published(register)
            .OrderBy(p => p.PrisonerId)
            .Skip((part - 1) * PeoplePerPart)
            .Take(PeoplePerPart)
            .Select(p => new { p.Slug, p.UpdatedAt })
            .ToListAsync(cancellation);
        return people.Count == 0 ? Results.NotFound() : Addresses(http, site, [.. people.Select(p => ($"/prisoners/{p.Slug}", (DateTime?)p.UpdatedAt))]);
    }

    private static IQueryable<Prisoner> Published(RegisterContext register) =>
        register.Prisoners.AsNoTracking().Where(p => p.Publication == Publication.Published);

    private static IResult Addresses(HttpContext http, SiteOptions site, IReadOnlyList<(string Path, DateTime? ChangedAt)> pages) => Written(xml =>
    {
        xml.WriteStartElement("urlset", Namespace);
        xml.WriteAttributeString("xmlns", "xhtml", null, Xhtml);
        foreach (var (path, changedAt) in pages)
        {
            foreach (var language in InterfaceLanguage.All)
            {
                xml.WriteStartElement("url", Namespace);
                xml.WriteElementString("loc", Namespace, Whole(http, site, In(language, path)));
                if (changedAt is { } at)
                    xml.WriteElementString("lastmod", Namespace, at.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture));
                foreach (var other in InterfaceLanguage.All)
                    Alternate(other.Code, Whole(http, site, In(other, path)));
                Alternate("x-default", Whole(http, site, path));
                xml.WriteEndElement();
            }
        }

        void Alternate(string language, string address)
        {
            xml.WriteStartElement("link", Xhtml);
            xml.WriteAttributeString("rel", "alternate");
            xml.WriteAttributeString("hreflang", language);
            xml.WriteAttributeString("href", address);
            xml.WriteEndElement();
        }
    });

    private static string In(InterfaceLanguage language, string path) =>
        path == "/" && language.Prefix.Length > 0 ? language.Prefix : language.Prefix + path;

    // The same file whatever language it is asked in.
    private static string Whole(HttpContext http, SiteOptions site, string path) =>
        new Uri(site.Address ?? new Uri($"{http.Request.Scheme}://{http.Request.Host}"), http.Request.Root() + path).AbsoluteUri;

    private static IResult Written(Action<XmlWriter> write)
    {
        using var content = new MemoryStream();
        using (var xml = XmlWriter.Create(content, new XmlWriterSettings { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) }))
        {
            xml.WriteStartDocument();
            write(xml);
            xml.WriteEndDocument();
        }

        return Results.Bytes(content.ToArray(), ContentType);
    }
}
