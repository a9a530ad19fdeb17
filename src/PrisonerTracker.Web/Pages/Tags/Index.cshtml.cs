using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.Shared;

namespace PrisonerTracker.Web.Pages.Tags;

/// <summary>The tags somebody may see, with how many people carry each.</summary>
internal sealed class IndexModel(RegisterContext register) : PageModel
{
    private const int PageSize = 100;

    public sealed record Row(Guid Id, string Slug, LocalizedText Name, bool ShownToReaders);

    public IReadOnlyList<Row> Rows { get; private set; } = [];
    public IReadOnlyDictionary<Guid, int> People { get; private set; } = new Dictionary<Guid, int>();
    public int Number { get; private set; } = 1;
    public bool HasMore { get; private set; }

    public async Task OnGetAsync(int p = 1)
    {
        Number = Math.Clamp(p, 1, 1000);
        var rows = await register.Tags.AsNoTracking()
            .OrderBy(t => t.Slug)
            .Skip((Number - 1) * PageSize)
            .Take(PageSize + 1)
            .Select(t => new Row(t.TagId, t.Slug, t.Name, t.ShownToReaders))
            .ToListAsync();
        (Rows, HasMore) = ([.. rows.Take(PageSize)], rows.Count > PageSize);
        var shown = Rows.Select(r => r.Id).ToList();
        People = await (
            from t in register.PersonTags
            where shown.Contains(t.TagId)
            join x in register.Prisoners on t.PrisonerId equals x.PrisonerId
            group x.PrisonerId by t.TagId into carried
            select new { carried.Key, Count = carried.Count() }).ToDictionaryAsync(c => c.Key, c => c.Count);
    }
}
