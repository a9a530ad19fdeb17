using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.Shared;

namespace PrisonerTracker.Web.Pages.Releases;

internal sealed class HistoryModel(RegisterContext register) : PageModel
{
    public string Slug { get; private set; } = "";
    public LocalizedText Title { get; private set; } = LocalizedText.Empty;
    public IReadOnlyList<ChangeView> Changes { get; private set; } = [];
    public long? Older { get; private set; }

    public async Task<IActionResult> OnGetAsync(string slug, long? before)
    {
        var found = await register.ReleaseEvents.Where(e => e.Slug == slug).Select(e => new { e.ReleaseEventId, e.Title }).SingleOrDefaultAsync();
        if (found is null)
            return NotFound();

        (Slug, Title) = (slug, found.Title);
        (Changes, Older) = await register.ChangesOfAsync(found.ReleaseEventId, before);
        return Page();
    }
}
