using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Data;

namespace PrisonerTracker.Web.Pages.Prisoners;

internal sealed class HistoryModel(RegisterContext register) : PageModel
{
    public string Slug { get; private set; } = "";
    public string Name { get; private set; } = "";
    public IReadOnlyList<ChangeView> Changes { get; private set; } = [];

    /// <summary>The number to go on from for older changes; null at the beginning of the record.</summary>
    public long? Older { get; private set; }

    public async Task<IActionResult> OnGetAsync(string slug, long? before)
    {
        var person = await register.Prisoners.Where(p => p.Slug == slug).Select(p => new { p.PrisonerId, p.DisplayName }).SingleOrDefaultAsync();
        if (person is null)
            return NotFound();

        (Slug, Name) = (slug, person.DisplayName);
        (Changes, Older) = await register.ChangesOfAsync(person.PrisonerId, before);
        return Page();
    }
}
