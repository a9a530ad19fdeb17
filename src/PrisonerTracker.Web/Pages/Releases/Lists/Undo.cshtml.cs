using Microsoft.AspNetCore.Mvc;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.Desk;
using PrisonerTracker.Web.Identity;
using PrisonerTracker.Web.Infrastructure;

namespace PrisonerTracker.Web.Pages.Releases.Lists;

/// <summary>Takes a recorded list back, and says line by line what stands in the way.</summary>
internal sealed class UndoModel(RegisterContext register, CurrentActor actor, TimeProvider clock, ListRecorder recorder) : ListPage(register, actor, clock)
{
    /// <summary>Lines on which something later depends stay.</summary>
    [BindProperty]
    public bool LeaveOthers { get; set; }

    public IReadOnlyList<ListObstacle> Obstacles { get; private set; } = [];
    public int Recorded => List.Lines.Count(l => l.IsApplied);

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

        TempData.Say(Told(undone, LeaveOthers ? T("Undone, but for the lines on which something later depends.") : T("The list was undone. Everybody is where they were.")));
        return RedirectToPage("/Releases/Lists/Desk", new { id });
    }

    private async Task<bool> ShowAsync(Guid id)
    {
        if (!await LoadAsync(id))
            return false;
        Obstacles = await recorder.ObstaclesAsync(id);
        return true;
    }
}
