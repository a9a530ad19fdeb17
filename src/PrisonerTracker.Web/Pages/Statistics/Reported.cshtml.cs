using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.Designations;
using PrisonerTracker.Core.Prisoners;
using PrisonerTracker.Core.Shared;

namespace PrisonerTracker.Web.Pages.Statistics;

/// <summary>Published figures as they were published, beside what the register itself knows of that day.</summary>
internal sealed class ReportedModel(RegisterContext register) : PageModel
{
    private const int Most = 500;

    public sealed record CountRow(
        Guid Id, LocalizedText? Organisation, string Country, PartialDate AsOf, int Number, CountQualifier Qualifier, LocalizedText Unit,
        bool PartsAreExhaustive, IReadOnlyList<CountPart> Parts, string? EventSlug, LocalizedText? EventTitle, bool AnyDesignated, int Certain, int Possible)
    {
        public int Flaw => ReportedCount.Flaw(Number, PartsAreExhaustive, Parts.Select(p => p.Number));
    }

    public sealed record CountPart(LocalizedText Label, int Number);

    public IReadOnlyList<CountRow> Counts { get; private set; } = [];
    public Footnotes Notes { get; private set; } = new([]);

    public async Task OnGetAsync()
    {
        // The public numbers, whoever looks: drafts count for nobody, withheld people count without being named.
        var events = register.ReleaseEvents.Where(e => e.Publication == Publication.Published);
        var people = register.Prisoners.IgnoreQueryFilters().Where(p => p.Publication == Publication.Published || p.Publication == Publication.Withheld);
        Counts = await register.ReportedCounts.AsNoTracking()
            .Where(c => c.ReleaseEventId == null || events.Any(e => e.ReleaseEventId == c.ReleaseEventId))
            .OrderByDescending(c => c.AsOf.Latest).ThenBy(c => c.ReportedCountId)
            .Take(Most)
            .Select(c => new CountRow(
                c.ReportedCountId, c.Organisation!.Name, c.Country, c.AsOf, c.Number, c.Qualifier, c.Unit, c.PartsAreExhaustive,
                c.Parts.OrderBy(p => p.Ordinal).Select(p => new CountPart(p.Label, p.Number)).ToList(),
                events.Where(e => e.ReleaseEventId == c.ReleaseEventId).Select(e => e.Slug).FirstOrDefault(),
                events.Where(e => e.ReleaseEventId == c.ReleaseEventId).Select(e => e.Title).FirstOrDefault(),
                people.Any(p => p.Standing.Country == c.Country && p.Designations.Any()),
                people.Count(p => p.Standing.Country == c.Country
                    && p.Designations.Any(d => d.DesignatedOn!.Latest <= c.AsOf.Earliest && (d.WithdrawnOn == null || d.WithdrawnOn.Earliest > c.AsOf.Latest))
                    && p.HeldPeriods.Any(h => h.IsCertain
                        && (h.Days.LowerBoundInfinite || h.Days.LowerBound <= c.AsOf.Latest) && (h.Days.UpperBoundInfinite || h.Days.UpperBound > c.AsOf.Earliest))),
                people.Count(p => p.Standing.Country == c.Country
                    && p.Designations.Any(d =>
                        (d.DesignatedOn == null || d.DesignatedOn.Earliest <= c.AsOf.Latest) && (d.WithdrawnOn == null || d.WithdrawnOn.Latest > c.AsOf.Earliest))
                    && p.HeldPeriods.Any(h =>
                        (h.Days.LowerBoundInfinite || h.Days.LowerBound <= c.AsOf.Latest) && (h.Days.UpperBoundInfinite || h.Days.UpperBound > c.AsOf.Earliest)))))
            .ToListAsync();
        Notes = new Footnotes(await register.CitationsOfCounts(Counts.Select(c => c.Id)).ToListAsync());
    }
}
