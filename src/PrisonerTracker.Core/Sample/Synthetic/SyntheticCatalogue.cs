using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.Designations;
using PrisonerTracker.Core.History;
using PrisonerTracker.Core.Imprisonments;
using PrisonerTracker.Core.Law;
using PrisonerTracker.Core.Prisoners;
using PrisonerTracker.Core.Releases;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Core.Sources;

namespace PrisonerTracker.Core.Sample.Synthetic;

/// <summary>A country's laws, courts and places that generated cases refer to.</summary>
internal sealed record SyntheticJustice(string Country, Article[] Articles, Court[] Courts, Facility[] RemandPrisons, Facility[] Colonies);

internal sealed record SyntheticEvent(Guid ReleaseEventId, PartialDate HappenedOn, ReleaseGround Ground);

/// <summary>What generated people share: fictional sources, an organisation, places, events. Everything is named as fictional.</summary>
internal sealed record SyntheticCatalogue(
    Guid OrganisationId, Guid[] Sources, SyntheticJustice Belarus, SyntheticJustice Russia, SyntheticEvent[] Events)
{
    /// <summary>One person in so many is freed in an event.</summary>
    public const int PeoplePerEventRelease = 50;

    private const int SourceCount = 200;
    private const int FacilityCount = 10; // per country
    private const int CourtCount = 6;

    private static readonly string[] BelarusianArticles =
    [
        "130", "188", "289", "290", "293", "339", "342", "342", "342", "356", "357", "358", "361", "361-1", "361-1", "361-2", "361-4",
        "363", "364", "366", "368", "368", "369", "370", "411",
    ];

    private static readonly string[] RussianArticles = ["205.2 part 2", "207.3 part 2", "275", "280 part 2", "280.3", "318 part 1"];

    // The share is how many are announced for every hundred people freed in events; about seven in ten of the announced will have names.
    private static readonly (string On, ReleaseEventKind Kind, ReleaseGround Ground, int Share)[] Happened =
    [
        ("2008-08-20", ReleaseEventKind.Amnesty, ReleaseGround.Amnesty, 1),
        ("2015-08-22", ReleaseEventKind.Pardon, ReleaseGround.Pardon, 5),
        ("2021-09-16", ReleaseEventKind.Pardon, ReleaseGround.Pardon, 16),
        ("2023-07-04", ReleaseEventKind.Amnesty, ReleaseGround.Amnesty, 24),
        ("2024-08-03", ReleaseEventKind.Exchange, ReleaseGround.Exchange, 36),
        ("2025-10-10", ReleaseEventKind.Negotiated, ReleaseGround.NegotiatedRelease, 55),
    ];

    /// <summary>Finds what is there and adds what is missing, in one write.</summary>
    public static async Task<SyntheticCatalogue> EnsureAsync(
        RegisterContext context, RegisterWriter writer, Func<string, Submission> form, int seed, int people, CancellationToken cancellationToken)
    {
        SyntheticCatalogue? catalogue = null;
        await writer.WriteAsync(form($"catalogue {people}").To("synthetic.prepared"), Work, cancellationToken);
        if (catalogue is null) // written in an earlier run
            await Work(default, cancellationToken);
        context.ChangeTracker.Clear();
        return catalogue!;

        async Task<IReadOnlyList<Guid>> Work(DateTime now, CancellationToken token)
        {
            var organisation = await context.Organisations.SingleOrDefaultAsync(o => o.Key == "fictional-watch", token)
                ?? Add(context, Organisation.Create("fictional-watch", LocalizedText.English("Fictional Watch"), null));
            catalogue = new SyntheticCatalogue(
                organisation.OrganisationId,
                [.. (await SourcesAsync(context, now, token)).Select(s => s.SourceId)],
                await JusticeAsync(context, "BY", BelarusianArticles, token),
                await JusticeAsync(context, "RU", RussianArticles, token),
                await EventsAsync(context, seed, people, now, token));
            return [organisation.OrganisationId, .. catalogue.Events.Select(e => e.ReleaseEventId)];
        }
    }

    private static async Task<List<Source>> SourcesAsync(RegisterContext context, DateTime now, CancellationToken cancellationToken)
    {
        var known = await context.Sources.Where(s => s.IsFictional).ToDictionaryAsync(s => s.Slug, cancellationToken);
        return
        [
            .. Enumerable.Range(1, SourceCount).Select(n => (Number: n, Slug: $"fictional-source-{n}")).Select(s =>
                known.GetValueOrDefault(s.Slug) ?? Add(context, Source.Create(Guid.CreateVersion7(),
                    new SourceDetails
                    {
                        Publisher = $"Fictional Gazette {s.Number}",
                        Kind = s.Number % 4 == 0 ? SourceKind.Report : SourceKind.NewsArticle,
                        PublishedOn = PartialDate.OfYear(2006 + (s.Number % 20)),
                        IsFictional = true,
                    },
                    s.Slug,
                    now))),
        ];
    }

    private static async Task<SyntheticJustice> JusticeAsync(
        RegisterContext context, string country, string[] numbers, CancellationToken cancellationToken)
    {
        var catalogue = new Catalogue(context, country);
        var (articles, courts, facilities) = (new List<Article>(), new List<Court>(), new List<Facility>());
        foreach (var number in numbers)
            articles.Add(await catalogue.ArticleAsync(number, null, cancellationToken));
        for (var n = 1; n <= CourtCount; n++)
            courts.Add((await catalogue.CourtAsync(LocalizedText.English($"Fictional District Court {n}"), cancellationToken))!);
        for (var n = 1; n <= FacilityCount; n++)
        {
            var (name, kind) = n % 3 == 0 ? ("Remand Prison", FacilityKind.RemandPrison) : ("Colony", FacilityKind.Colony);
            facilities.Add((await catalogue.FacilityAsync(LocalizedText.English($"Fictional {name} {n}"), kind, cancellationToken))!);
        }

        return new SyntheticJustice(
            country,
            [.. articles],
            [.. courts],
            [.. facilities.Where(f => f.Kind == FacilityKind.RemandPrison)],
            [.. facilities.Where(f => f.Kind == FacilityKind.Colony)]);
    }

    private static async Task<SyntheticEvent[]> EventsAsync(
        RegisterContext context, int seed, int people, DateTime now, CancellationToken cancellationToken)
    {
        var known = await context.ReleaseEvents.Where(e => e.IsFictional).ToDictionaryAsync(e => e.Slug, e => e.ReleaseEventId, cancellationToken);
        return [.. Happened.Select(h => new SyntheticEvent(EventId(h.On, h.Kind, h.Share), PartialDate.Parse(h.On), h.Ground))];

        Guid EventId(string on, ReleaseEventKind kind, int share)
        {
            var slug = $"fictional-{on}-{seed}";
            if (known.TryGetValue(slug, out var id))
                return id;

            var created = ReleaseEvent.Create(
                new ReleaseEventDetails
                {
                    HappenedOn = PartialDate.Parse(on),
                    Country = "BY",
                    Kind = kind,
                    Title = LocalizedText.English($"Fictional {kind.ToString().ToLowerInvariant()} release of {on}"),
                    AnnouncedCount = Math.Max(5, people / PeoplePerEventRelease * share / 100),
                    IsFictional = true,
                },
                slug,
                now);
            created.SetPublication(Publication.Published, now);
            return Add(context, created).ReleaseEventId;
        }
    }

    private static T Add<T>(RegisterContext context, T entity)
        where T : class
    {
        context.Add(entity);
        return entity;
    }
}
