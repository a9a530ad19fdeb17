using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.Shared;

namespace PrisonerTracker.Web.Pages.Releases;

internal sealed class HistoryModel(RegisterContext register) : PageModel
{
    private const int MostChanges = 200;

    public string Slug { get; private set; } = "";
    public LocalizedText Title { get; private set; } = LocalizedText.Empty;
    public IReadOnlyList<ChangeView> Changes { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string slug)
    {
        var found = await register.ReleaseEvents.Where(e => e.Slug == slug).Select(e => new { e.ReleaseEventId, e.Title }).SingleOrDefaultAsync();
        if (found is null)
            return NotFound();

        (Slug, Title) = (slug, found.Title);
        var changes = await register.Changes.AsNoTracking()
            .Where(c => c.SubjectIds.Contains(found.ReleaseEventId))
            .OrderByDescending(c => c.Number)
            .Take(MostChanges)
            .ToListAsync();
        Changes = [.. changes.Select(ChangeView.Of)];
        return Page();
    }
}
