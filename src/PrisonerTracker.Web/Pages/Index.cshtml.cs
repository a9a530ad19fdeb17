using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.Designations;
using PrisonerTracker.Core.Prisoners;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Web.Charts;
using PrisonerTracker.Web.Pages.Solidarity;

namespace PrisonerTracker.Web.Pages;

/// <summary>Answers in five seconds: how many are held, who was released last, what was published, and a search for anybody.</summary>
internal sealed class IndexModel(RegisterContext register, HomeChart chart, TimeProvider clock) : PageModel
{
    public sealed record PersonRow(string Slug, LocalizedText Name, Standing Standing, bool IsFictional);

    public sealed record EventRow(string Slug, LocalizedText Title, PartialDate HappenedOn, int? AnnouncedCount, int Named, bool IsFictional);

    public sealed record CountRow(
        Guid Id, LocalizedText? Organisation, string Country, PartialDate AsOf, int Number, CountQualifier Qualifier, LocalizedText Unit,
        bool PartsAreExhaustive, IReadOnlyList<CountPart> Parts)
    {
        public int Flaw => ReportedCount.Flaw(Number, PartsAreExhaustive, Parts.Select(p => p.Number));
    }

    public sealed record CountPart(LocalizedText Label, int Number);

    public DateOnly Today { get; } = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
    public int Held { get; private set; }
    public int HeldAndDesignated { get; private set; }
    public HeldChart HeldOverTime { get; private set; } = null!;
    public IReadOnlyList<PersonRow> ReleasedLast { get; private set; } = [];
    public IReadOnlyList<EventRow> Events { get; private set; } = [];
    public IReadOnlyList<CountRow> Counts { get; private set; } = [];
    public HomeLists Occasions { get; private set; } = HomeLists.None;
    public Footnotes Notes { get; private set; } = new([]);

    public async Task OnGetAsync()
    {
        // The public number, whoever looks: drafts count for nobody.
        var published = register.Prisoners.AsNoTracking().Where(p => p.Publication == Publication.Published);
        var held = await published
            .Where(p => Standing.Held.Contains(p.Standing.Custody))
            .GroupBy(p => p.Standing.IsDesignated)
            .Select(g => new { IsDesignated = g.Key, Count = g.Count() })
            .ToListAsync();
        (Held, HeldAndDesignated) = (held.Sum(h => h.Count), held.Where(h => h.IsDesignated).Sum(h => h.Count));

        HeldOverTime = await chart.ReadAsync(register, HttpContext.RequestAborted);
        ReleasedLast = await new PrisonerFilter { Sort = PrisonerSort.Released }
            .Order(published.Where(p => p.Standing.ReleasedOn != null))
            .Take(8)
            .Select(p => new PersonRow(p.Slug, p.PreferredNames, p.Standing, p.IsFictional))
            .ToListAsync();
        Events = await register.ReleaseEvents.AsNoTracking()
            .Where(e => e.Publication == Publication.Published)
            .OrderByDescending(e => e.HappenedOn.Earliest)
            .Take(4)
            .Select(e => new EventRow(
                e.Slug, e.Title, e.HappenedOn, e.AnnouncedCount, e.Named.Count(n => n.PrisonerId == null || n.Prisoner != null), e.IsFictional))
            .ToListAsync();
        Occasions = await HomeLists.OfAsync(register, Today, HttpContext.RequestAborted);
        Counts = await register.ReportedCounts.AsNoTracking()
            .Where(c => c.ReleaseEventId == null)
            .OrderByDescending(c => c.AsOf.Latest)
            .Take(12)
            .Select(c => new CountRow(
                c.ReportedCountId, c.Organisation!.Name, c.Country, c.AsOf, c.Number, c.Qualifier, c.Unit, c.PartsAreExhaustive,
                c.Parts.OrderBy(p => p.Ordinal).Select(p => new CountPart(p.Label, p.Number)).ToList()))
            .ToListAsync();
        Notes = new Footnotes(await register.CitationsOfCounts(Counts.Select(c => c.Id)).ToListAsync());
    }
}
