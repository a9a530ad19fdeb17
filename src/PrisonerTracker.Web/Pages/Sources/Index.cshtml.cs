using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Core.Sources;

namespace PrisonerTracker.Web.Pages.Sources;

internal sealed class IndexModel(RegisterContext register) : PageModel
{
    private const int PageSize = 100;

    public sealed record Row(string Slug, string Publisher, string? Title, PartialDate? PublishedOn, SourceKind Kind, bool IsConfidential, bool IsFictional);

    public IReadOnlyList<Row> Rows { get; private set; } = [];
    public int Number { get; private set; } = 1;
    public bool HasMore { get; private set; }

    public async Task OnGetAsync(int p = 1)
    {
        Number = Math.Clamp(p, 1, 100);
        var rows = await register.Sources.AsNoTracking()
            .OrderBy(s => s.Publisher).ThenBy(s => s.SourceId)
            .Skip((Number - 1) * PageSize)
            .Take(PageSize + 1)
            .Select(s => new Row(s.Slug, s.Publisher, s.Title, s.PublishedOn, s.Kind, s.IsConfidential, s.IsFictional))
            .ToListAsync();
        (Rows, HasMore) = ([.. rows.Take(PageSize)], rows.Count > PageSize);
    }
}
