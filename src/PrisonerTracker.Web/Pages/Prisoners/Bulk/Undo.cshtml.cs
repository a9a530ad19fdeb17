using Microsoft.AspNetCore.Mvc;
using PrisonerTracker.Core.Bulk;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Web.Identity;
using PrisonerTracker.Web.Infrastructure;

namespace PrisonerTracker.Web.Pages.Prisoners.Bulk;

/// <summary>Takes a recorded bulk action back, and says person by person what stands in the way.</summary>
internal sealed class UndoModel(RegisterContext register, CurrentActor actor, TimeProvider clock, BulkRecorder recorder) : BulkPage(register, actor, clock)
{
    /// <summary>People about whom something later depends on it stay.</summary>
    [BindProperty]
    public bool LeaveOthers { get; set; }

    public IReadOnlyList<BulkObstacle> Obstacles { get; private set; } = [];
    public int Recorded => Action.People.Count(p => p.IsApplied);

    public async Task<IActionResult> OnGetAsync(Guid id) => await ShowAsync(id) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (!await LoadAsync(id))
            return NotFound();
        if (!ModelState.IsValid || await TryAsync(() => recorder.UndoAsync(id, LeaveOthers, Submission()), "") is not { } undone)
        {
            await ShowAsync(id);
            return Again();
        }

        TempData.Say(Told(undone, LeaveOthers ? T("Undone, but for those about whom something later depends on it.") : T("Undone. Everybody is as before.")));
        return RedirectToPage("/Prisoners/Bulk/Action", new { id });
    }

    private async Task<bool> ShowAsync(Guid id)
    {
        if (!await LoadAsync(id))
            return false;
        Obstacles = await recorder.ObstaclesAsync(Action);
        return true;
    }
}
