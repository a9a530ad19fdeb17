using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.Prisoners;
using PrisonerTracker.Core.Releases;
using PrisonerTracker.Core.Shared;

namespace PrisonerTracker.Web.Pages.Releases;

internal sealed class IndexModel(RegisterContext register) : PageModel
{
    private const int MostEvents = 100;
    private const int MostReleases = 30;

    public sealed record EventRow(
        string Slug, LocalizedText Title, PartialDate HappenedOn, ReleaseEventKind Kind, string Country, Publication Publication, bool IsFictional, Tally Tally);

    public sealed record ReleaseRow(string Slug, LocalizedText Name, Standing Standing, Publication Publication, bool IsFictional);

    public IReadOnlyList<EventRow> Events { get; private set; } = [];
    public IReadOnlyList<ReleaseRow> Latest { get; private set; } = [];

    public async Task OnGetAsync()
    {
        Events = await register.ReleaseEvents.AsNoTracking()
            .OrderByDescending(e => e.HappenedOn.Earliest)
            .Take(MostEvents)
            .Select(e => new EventRow(
                e.Slug, e.Title, e.HappenedOn, e.Kind, e.Country, e.Publication, e.IsFictional,
                new Tally(
                    e.AnnouncedCount,
                    e.Named.Count(n => n.PrisonerId == null || n.Prisoner != null),
                    e.Named.Count(n => n.Prisoner != null),
                    e.Named.Count(n => n.Prisoner != null && !n.Prisoner.Standing.IsDesignated))))
            .ToListAsync();
        Latest = await new PrisonerFilter { Sort = PrisonerSort.Released }
            .Order(register.Prisoners.AsNoTracking().Where(p => p.Standing.ReleasedOn != null))
            .Take(MostReleases)
            .Select(p => new ReleaseRow(p.Slug, p.PreferredNames, p.Standing, p.Publication, p.IsFictional))
            .ToListAsync();
    }
}
