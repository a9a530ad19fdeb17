using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.Merging;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Web.Forms;
using PrisonerTracker.Web.Identity;
using PrisonerTracker.Web.Infrastructure;

namespace PrisonerTracker.Web.Pages.Prisoners.Merges;

/// <summary>Makes two records of one again, as long as nothing that came later depends on the merge.</summary>
internal sealed class UndoModel(RegisterContext register, CurrentActor actor, MergeService merges) : FormPage(register, actor)
{
    public sealed record MergeView(Guid MergeId, string Slug, string Name, string AbsorbedName, DateTime MergedAt, string MergedBy);

    public MergeView Merge { get; private set; } = null!;

    /// <summary>What came later and depends on the merge.</summary>
    public IReadOnlyList<Phrase> Obstacles { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string slug, Guid mergeId) => await LoadAsync(slug, mergeId) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string slug, Guid mergeId)
    {
        if (!await LoadAsync(slug, mergeId))
            return NotFound();
        if (!ModelState.IsValid || await TryAsync(() => merges.UndoAsync(mergeId, Submission()), "") is not { } undone)
            return Again();

        TempData.Say(Told(undone, T("The merge was undone. {0} has a record of their own again.", Merge.AbsorbedName)));
        return RedirectToPage("/Prisoners/Profile", new { slug });
    }

    private async Task<bool> LoadAsync(string slug, Guid mergeId)
    {
        var found = await Register.Merges.AsNoTracking()
            .Where(m => m.MergeId == mergeId)
            .Join(Register.Prisoners.Where(p => p.Slug == slug), m => m.KeptId, p => p.PrisonerId, (m, p) => new MergeView(
                m.MergeId, p.Slug, p.DisplayName, m.AbsorbedName, m.MergedAt, m.MergedBy))
            .SingleOrDefaultAsync();
        if (found is null)
            return false;

        Merge = found;
        Obstacles = await merges.ObstaclesAsync(mergeId);
        return true;
    }
}
