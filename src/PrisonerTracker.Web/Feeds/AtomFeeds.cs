using System.ServiceModel.Syndication;
using System.Text;
using System.Xml;
using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.Prisoners;
using PrisonerTracker.Core.Releases;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Core.Solidarity;
using PrisonerTracker.Web.Infrastructure;
using PrisonerTracker.Web.Pages.Prisoners;

namespace PrisonerTracker.Web.Feeds;

/// <summary>
/// <c>/prisoners.atom</c>: the people of a filter whose records changed last; <c>/releases.atom</c>: the releases and release events
/// recorded last (RFC 4287).
/// </summary>
internal static class AtomFeeds
{
    public const string ContentType = "application/atom+xml; charset=utf-8";

    private const int Most = 50;

    // Of the ids (RFC 4151): the authority had its name on this day.
    private const string Since = "2026";

    public static void MapAtomFeeds(this WebApplication app)
    {
        app.MapRead("/prisoners.atom", PrisonersAsync).AllowAnonymous().RequireRateLimiting(Limits.Exports);
        app.MapRead("/releases.atom", ReleasesAsync).AllowAnonymous().RequireRateLimiting(Limits.Exports);
    }

    private static async Task<IResult> PrisonersAsync(HttpContext http, RegisterContext register, SiteOptions site, TimeProvider clock, CancellationToken cancellation)
    {
        register.ShowWhatReadersSee();
        var query = PrisonersQuery.From(http.Request.Query, clock.Day());
        if (query.Problems.Count > 0)
            return Feed.Refuse(query.Problems);

        var filter = await query.Filter.SearchedAsync(register, cancellation);
        var found = await filter.Apply(register.Prisoners.AsNoTracking())
            .Where(p => p.Publication == Publication.Published)
            .OrderByDescending(p => p.UpdatedAt).ThenBy(p => p.PrisonerId)
            .Take(Most)
            .Select(p => new { p.PrisonerId, p.Slug, p.DisplayName, p.Standing, p.UpdatedAt, p.IsFictional })
            .ToListAsync(cancellation);
        await query.NameKeysAsync(http, register);
        var chips = string.Join(", ", query.Chips().Select(c => c.Label));
        return Answer(
            http, site, "prisoners", "/prisoners", query.To(""),
            chips.Length == 0 ? T("Prisoner Tracker: changed records") : T("Prisoner Tracker: changed records, {0}", chips),
            found.Select(p => Entry(
                http, site, "person", p.PrisonerId, $"/prisoners/{p.Slug}", p.DisplayName, Words(p.Standing, p.IsFictional), p.UpdatedAt)));
    }

    private static async Task<IResult> ReleasesAsync(HttpContext http, RegisterContext register, SiteOptions site, CancellationToken cancellation)
    {
        register.ShowWhatReadersSee();
        var releases = await register.Prisoners.AsNoTracking()
            .Where(p => p.Publication == Publication.Published)
            .SelectMany(p => p.Imprisonments.SelectMany(i => i.Releases), (p, r) => new { Person = p, Release = r })
            .Where(x => x.Release.UndoneAs == null || x.Release.UndoneAs == UndoKind.ReturnedToCustody)
            .OrderByDescending(x => x.Release.UndoneAt ?? x.Release.RecordedAt).ThenBy(x => x.Release.ReleaseId)
            .Take(Most)
            .Select(x => new
            {
                x.Release.ReleaseId,
                x.Release.ReleasedOn,
                x.Release.Ground,
                x.Release.DestinationCountry,
                x.Release.RecordedAt,
                x.Release.UndoneAt,
                x.Release.UndoneAs,
                x.Person.Slug,
                x.Person.DisplayName,
                x.Person.IsFictional,
                x.Person.Gender,
            })
            .ToListAsync(cancellation);
        var events = await register.ReleaseEvents.AsNoTracking()
            .Where(e => e.Publication == Publication.Published)
            .OrderByDescending(e => e.UpdatedAt).ThenBy(e => e.ReleaseEventId)
            .Take(Most)
            .Select(e => new { e.ReleaseEventId, e.Slug, e.Title, e.Summary, e.HappenedOn, e.UpdatedAt, e.IsFictional })
            .ToListAsync(cancellation);

        var language = InterfaceLanguage.Current.Code;
        var entries = releases
            .Select(r => Entry(
                http, site, "release", r.ReleaseId, $"/prisoners/{r.Slug}",
                r.UndoneAs is null ? T("Released: {0}", r.DisplayName) : T("Returned to custody: {0}", r.DisplayName),
                Sentence(
                    r.IsFictional,
                    r.ReleasedOn is var on ? Dates.When(on).Capitalised() : "",
                    r.Ground == ReleaseGround.NotStated ? "" : Wording.Words.Of(r.Ground),
                    r.DestinationCountry is { } country ? G(r.Gender, "taken to {0}", CountryNames.Of(country)) : ""),
                r.UndoneAt ?? r.RecordedAt))
            .Concat(events.Select(e => Entry(
                http, site, "release-event", e.ReleaseEventId, $"/releases/{e.Slug}", e.Title.In(language)?.Text ?? e.Slug,
                Sentence(e.IsFictional, Dates.When(e.HappenedOn).Capitalised(), e.Summary.In(language)?.Text ?? ""), e.UpdatedAt)))
            .OrderByDescending(e => e.LastUpdatedTime)
            .Take(Most);
        return Answer(http, site, "releases", "/releases", "", T("Prisoner Tracker: releases"), entries);
    }

    private static string Words(Standing standing, bool isFictional) => Sentence(
        isFictional,
        Wording.Words.Of(standing.Custody),
        standing.DetainedOn is { } detained ? T("detained {0}", Dates.When(detained)) : "",
        standing.ReleasedOn is { } released ? T("released {0}", Dates.When(released)) : "");

    private static string Sentence(bool isFictional, params IEnumerable<string> parts) =>
        $"{string.Join("; ", parts.Where(p => p.Length > 0))}.{(isFictional ? " " + T("This person is invented.") : "")}";

    private static SyndicationItem Entry(HttpContext http, SiteOptions site, string kind, Guid id, string path, string title, string text, DateTime changedAt)
    {
        var entry = new SyndicationItem
        {
            Id = $"tag:{Authority(http, site)},{Since}:{kind}/{Feed.StableId(kind, id)}",
            Title = new TextSyndicationContent(Xml(title)),
            Summary = new TextSyndicationContent(Xml(text)),
            LastUpdatedTime = new DateTimeOffset(DateTime.SpecifyKind(changedAt, DateTimeKind.Utc)),
        };
        entry.Links.Add(SyndicationLink.CreateAlternateLink(new Uri(http.Address(site, path)), "text/html"));
        return entry;
    }

    private static IResult Answer(HttpContext http, SiteOptions site, string kind, string list, string query, string title, IEnumerable<SyndicationItem> entries)
    {
        var items = entries.ToList();
        var updated = items.Count == 0 ? DateTimeOffset.UnixEpoch : items.Max(i => i.LastUpdatedTime);
        var feed = new SyndicationFeed(items)
        {
            Id = $"tag:{Authority(http, site)},{Since}:{kind}/{InterfaceLanguage.Current.Code}{query}",
            Title = new TextSyndicationContent(Xml(title)),
            LastUpdatedTime = updated,
            Language = InterfaceLanguage.Current.Code,
        };
        feed.Authors.Add(new SyndicationPerson { Name = "Prisoner Tracker", Uri = http.Address(site, "/") });
        feed.Links.Add(SyndicationLink.CreateSelfLink(new Uri(http.Address(site, $"/{kind}.atom{query}")), "application/atom+xml"));
        feed.Links.Add(SyndicationLink.CreateAlternateLink(new Uri(http.Address(site, list + query)), "text/html"));

        using var content = new MemoryStream();
        using (var xml = XmlWriter.Create(content, new XmlWriterSettings { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) }))
            feed.GetAtom10Formatter().WriteTo(xml);
        return Feed.Answer(http, content.ToArray(), ContentType, updated.UtcDateTime);
    }

    // The address that was configured, so that the ids are the same on an onion host.
    private static string Authority(HttpContext http, SiteOptions site) => (site.Address?.Host ?? http.Request.Host.Host).ToLowerInvariant();

    // What XML 1.0 cannot hold.
    private static string Xml(string text) => string.Concat(text.EnumerateRunes().Where(r => r.Value > char.MaxValue || XmlConvert.IsXmlChar((char)r.Value)));
}
