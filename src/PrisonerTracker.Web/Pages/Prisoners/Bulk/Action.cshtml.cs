using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Bulk;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.Prisoners;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Web.Identity;
using PrisonerTracker.Web.Infrastructure;

namespace PrisonerTracker.Web.Pages.Prisoners.Bulk;

/// <summary>The people of a bulk action, a page of them; whoever is not meant is taken out.</summary>
internal sealed class ActionModel(RegisterContext register, CurrentActor actor, TimeProvider clock, BulkService bulk) : BulkPage(register, actor, clock)
{
    private const int PageSize = 100;

    /// <summary>Somebody chosen, as the register has them now; without an address when the record was merged or is gone.</summary>
    public sealed record PersonRow(BulkPerson Row, string Name, string? Slug, Publication Publication, bool IsFictional, Standing? Standing);

    [BindProperty(SupportsGet = true, Name = "p")]
    public int Number { get; set; } = 1;

    [BindProperty]
    public List<Guid> Marked { get; set; } = [];

    public IReadOnlyList<PersonRow> People { get; private set; } = [];
    public int Pages { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id) => await ShowAsync(id) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (!await LoadAsync(id))
            return NotFound();
        try
        {
            if (!ModelState.IsValid || await TryAsync(() => bulk.TakeOutAsync(id, Version, Marked, Submission()), "") is not { } written)
            {
                await ShowAsync(id);
                return Again();
            }

            TempData.Say(Told(written, T("Taken out.")));
            return RedirectToPage("/Prisoners/Bulk/Action", new { id, p = Number > 1 ? Number : (int?)null });
        }
        catch (ConflictException)
        {
            await ShowAsync(id);
            return Conflicted(Action.Version, [], []);
        }
    }

    private async Task<bool> ShowAsync(Guid id)
    {
        if (!await LoadAsync(id))
            return false;
        Version = Action.Version;
        Pages = Math.Max(1, (Action.People.Count + PageSize - 1) / PageSize);
        Number = Math.Clamp(Number, 1, Pages);
        var shown = Action.People.OrderBy(p => p.Name, StringComparer.Ordinal).ThenBy(p => p.BulkPersonId).Skip((Number - 1) * PageSize).Take(PageSize).ToList();
        var ids = shown.Select(p => p.PrisonerId).ToList();
        var known = await Register.Prisoners.AsNoTracking().Where(p => ids.Contains(p.PrisonerId))
            .Select(p => new { p.PrisonerId, p.DisplayName, p.Slug, p.Publication, p.IsFictional, p.Standing })
            .ToDictionaryAsync(p => p.PrisonerId);
        People =
        [
            .. shown.Select(row => known.TryGetValue(row.PrisonerId, out var p)
                ? new PersonRow(row, p.DisplayName, p.Slug, p.Publication, p.IsFictional, p.Standing)
                : new PersonRow(row, row.Name, null, Publication.Draft, false, null)),
        ];
        return true;
    }
}
