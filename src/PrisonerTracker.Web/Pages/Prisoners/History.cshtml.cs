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

    public sealed record MergeView(Guid MergeId, Guid AbsorbedId, string Name, DateTime MergedAt, string MergedBy);

    /// <summary>Records that were taken into this one; their history is part of its.</summary>
    public IReadOnlyList<MergeView> Merges { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string slug, long? before)
    {
        var person = await register.Prisoners.Where(p => p.Slug == slug).Select(p => new { p.PrisonerId, p.DisplayName }).SingleOrDefaultAsync();
        if (person is null)
            return await register.CurrentSlugAsync(slug) is { } now ? RedirectToPagePermanent("/Prisoners/History", new { slug = now }) : NotFound();

        (Slug, Name) = (slug, person.DisplayName);
        Merges = await register.Merges
            .Where(m => m.KeptId == person.PrisonerId && m.UndoneAt == null)
            .OrderByDescending(m => m.MergeId)
            .Select(m => new MergeView(m.MergeId, m.AbsorbedId, m.AbsorbedName, m.MergedAt, m.MergedBy))
            .ToListAsync();
        var merged = await register.Prisoners.IgnoreQueryFilters()
            .Where(p => p.MergedIntoId == person.PrisonerId)
            .Select(p => p.PrisonerId)
            .ToListAsync();
        (Changes, Older) = await register.ChangesOfAsync([person.PrisonerId, .. merged], before);
        return Page();
    }
}
