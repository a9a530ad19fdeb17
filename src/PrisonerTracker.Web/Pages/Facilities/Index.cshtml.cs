using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.Imprisonments;
using PrisonerTracker.Core.Shared;

namespace PrisonerTracker.Web.Pages.Facilities;

/// <summary>The places people are or were held in, with how many people each.</summary>
internal sealed class IndexModel(RegisterContext register) : PageModel
{
    private const int PageSize = 100;

    public sealed record Row(Guid Id, string Key, string Country, FacilityKind Kind, LocalizedText Name, bool IsVerified);

    public IReadOnlyList<Row> Rows { get; private set; } = [];
    public IReadOnlyDictionary<Guid, int> People { get; private set; } = new Dictionary<Guid, int>();
    public int Number { get; private set; } = 1;
    public bool HasMore { get; private set; }

    public async Task OnGetAsync(int p = 1)
    {
        Number = Math.Clamp(p, 1, 1000);
        var all = User.IsSignedIn();
        var rows = await register.Facilities
            .Where(f => all || f.IsPublic)
            .OrderBy(f => f.Country).ThenBy(f => f.Key)
            .Skip((Number - 1) * PageSize)
            .Take(PageSize + 1)
            .Select(f => new Row(f.FacilityId, f.Key, f.Country, f.Kind, f.Name, f.Citations.Any()))
            .ToListAsync();
        (Rows, HasMore) = ([.. rows.Take(PageSize)], rows.Count > PageSize);
        var shown = Rows.Select(r => r.Id).ToList();
        People = await (
            from s in register.Placements
            where shown.Contains(s.FacilityId!.Value)
            join i in register.Imprisonments on s.ImprisonmentId equals i.ImprisonmentId
            join x in register.Prisoners on i.PrisonerId equals x.PrisonerId
            group x.PrisonerId by s.FacilityId!.Value into held
            select new { held.Key, Count = held.Distinct().Count() }).ToDictionaryAsync(c => c.Key, c => c.Count);
    }
}
