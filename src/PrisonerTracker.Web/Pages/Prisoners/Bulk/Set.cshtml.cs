using Microsoft.AspNetCore.Mvc;
using PrisonerTracker.Core.Bulk;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Web.Identity;
using PrisonerTracker.Web.Infrastructure;

namespace PrisonerTracker.Web.Pages.Prisoners.Bulk;

/// <summary>What a bulk action sets for each of its people.</summary>
internal sealed class SetModel(RegisterContext register, CurrentActor actor, TimeProvider clock, BulkService bulk) : BulkPage(register, actor, clock)
{
    [BindProperty(SupportsGet = true)]
    public BulkKind? Kind { get; set; }

    [BindProperty]
    public BulkInput Input { get; set; } = new();

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (!await LoadAsync(id))
            return NotFound();
        Version = Action.Version;
        if (Action.Kind is not null && (Kind ?? Action.Kind) == Action.Kind)
            Input = BulkInput.Of(Action);
        Kind ??= Action.Kind ?? BulkKind.Placement;
        await ShowAsync();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (!await LoadAsync(id))
            return NotFound();
        var kind = Kind ?? BulkKind.Placement;
        await Input.OfferAsync(Register, kind);
        var (citations, newSources) = await Source.ReadAsync(Register, ModelState, nameof(Source));
        var details = Input.ToDetails(kind, ModelState, citations);
        try
        {
            if (!ModelState.IsValid || await TryAsync(() => bulk.SetAsync(id, Version, details, Submission(newSources))) is not { } set)
            {
                await ShowAsync();
                return Again();
            }

            TempData.Say(Told(set, T("Kept. Nothing is recorded before you have checked it.")));
            return RedirectToPage("/Prisoners/Bulk/Check", new { id });
        }
        catch (ConflictException)
        {
            await LoadAsync(id);
            await ShowAsync();
            return Conflicted(Action.Version, [(T("What to set"), BulkWords.Of(kind))], [(T("What to set"), Action.Kind is null ? null : BulkWords.Title(Action))]);
        }
    }

    private async Task ShowAsync()
    {
        await Input.OfferAsync(Register, Kind ?? BulkKind.Placement);
        await Source.ShowCitedAsync(Register, Register.Citations.Where(c => c.BulkActionId == Action.BulkActionId));
        await OfferSourcesAsync();
    }
}
