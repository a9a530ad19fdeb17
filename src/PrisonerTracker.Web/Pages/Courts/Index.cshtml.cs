using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.Shared;

namespace PrisonerTracker.Web.Pages.Courts;

/// <summary>The courts that sentenced or hear people in the register, with how many people each.</summary>
internal sealed class IndexModel(RegisterContext register) : PageModel
{
    private const int PageSize = 100;

    public sealed record Row(Guid Id, string Country, LocalizedText Name, bool IsVerified);

    public IReadOnlyList<Row> Rows { get; private set; } = [];
    public IReadOnlyDictionary<Guid, int> People { get; private set; } = new Dictionary<Guid, int>();
    public int Number { get; private set; } = 1;
    public bool HasMore { get; private set; }

    public async Task OnGetAsync(int p = 1)
    {
        Number = Math.Clamp(p, 1, 1000);
        var all = User.IsSignedIn();
        var rows = await register.Courts
            .Where(c => all || c.IsPublic)
            .OrderBy(c => c.Country).ThenBy(c => c.CourtId)
            .Skip((Number - 1) * PageSize)
            .Take(PageSize + 1)
            .Select(c => new Row(c.CourtId, c.Country, c.Name, c.Citations.Any()))
            .ToListAsync();
        (Rows, HasMore) = ([.. rows.Take(PageSize)], rows.Count > PageSize);
        var shown = Rows.Select(r => r.Id).ToList();
        People = await (
            from c in register.Sentences.Select(s => new { s.CourtId, s.ImprisonmentId }).Concat(register.Hearings.Select(h => new { h.CourtId, h.ImprisonmentId }))
            where shown.Contains(c.CourtId!.Value)
            join i in register.Imprisonments on c.ImprisonmentId equals i.ImprisonmentId
            join x in register.Prisoners on i.PrisonerId equals x.PrisonerId
            group x.PrisonerId by c.CourtId!.Value into people
            select new { people.Key, Count = people.Distinct().Count() }).ToDictionaryAsync(c => c.Key, c => c.Count);
    }
}
