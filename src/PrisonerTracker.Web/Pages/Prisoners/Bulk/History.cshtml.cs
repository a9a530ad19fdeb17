using Microsoft.AspNetCore.Mvc;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Web.Identity;

namespace PrisonerTracker.Web.Pages.Prisoners.Bulk;

internal sealed class HistoryModel(RegisterContext register, CurrentActor actor, TimeProvider clock) : BulkPage(register, actor, clock)
{
    public IReadOnlyList<ChangeView> Changes { get; private set; } = [];
    public long? Older { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, long? before)
    {
        if (!await LoadAsync(id))
            return NotFound();
        (Changes, Older) = await Register.ChangesOfAsync(id, before);
        return Page();
    }
}
