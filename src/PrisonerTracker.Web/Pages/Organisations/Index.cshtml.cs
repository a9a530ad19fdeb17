using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.Designations;
using PrisonerTracker.Core.Shared;

namespace PrisonerTracker.Web.Pages.Organisations;

/// <summary>Who designates people as political prisoners or publishes counts, with how many each.</summary>
internal sealed class IndexModel(RegisterContext register) : PageModel
{
    private const int PageSize = 100;

    public sealed record Row(Guid Id, string Key, LocalizedText Name, string? Country, bool IsVerified, int Counts);

    public IReadOnlyList<Row> Rows { get; private set; } = [];
    public IReadOnlyDictionary<Guid, int> People { get; private set; } = new Dictionary<Guid, int>();
    public int Number { get; private set; } = 1;
    public bool HasMore { get; private set; }

    public async Task OnGetAsync(int p = 1)
    {
        Number = Math.Clamp(p, 1, 1000);
        var rows = await register.SeenOrganisations(User.IsSignedIn())
            .OrderBy(o => o.Key)
            .Skip((Number - 1) * PageSize)
            .Take(PageSize + 1)
            .Select(o => new Row(
                o.OrganisationId, o.Key, o.Name, o.Country, o.Citations.Any(), register.SeenCounts().Count(c => c.OrganisationId == o.OrganisationId)))
            .ToListAsync();
        (Rows, HasMore) = ([.. rows.Take(PageSize)], rows.Count > PageSize);
        var shown = Rows.Select(r => r.Id).ToList();
        People = await (
            from d in register.Designations
            where shown.Contains(d.OrganisationId)
            join x in register.Prisoners on d.PrisonerId equals x.PrisonerId
            group x.PrisonerId by d.OrganisationId into designated
            select new { designated.Key, Count = designated.Distinct().Count() }).ToDictionaryAsync(c => c.Key, c => c.Count);
    }
}

internal static class OrganisationQueries
{
    /// <summary>Those somebody published is designated by, or whose figures are public; to signed-in people all.</summary>
    public static IQueryable<Organisation> SeenOrganisations(this RegisterContext register, bool all) =>
        register.Organisations.AsNoTracking().Where(o => all
            || register.Prisoners.Any(p => p.Designations.Any(d => d.OrganisationId == o.OrganisationId))
            || register.SeenCounts().Any(c => c.OrganisationId == o.OrganisationId));

    /// <summary>Published figures about countries, and about the events the reader may see.</summary>
    public static IQueryable<ReportedCount> SeenCounts(this RegisterContext register) =>
        register.ReportedCounts.Where(c => c.ReleaseEventId == null || register.ReleaseEvents.Any(e => e.ReleaseEventId == c.ReleaseEventId));
}
