using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Bulk;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.Desk;
using PrisonerTracker.Core.History;
using PrisonerTracker.Core.Imprisonments;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Web.Forms;
using PrisonerTracker.Web.Identity;
using PrisonerTracker.Web.Infrastructure;

namespace PrisonerTracker.Web.Pages.Prisoners.Bulk;

/// <summary>What will be recorded of whom, and of whom not and why; then recorded in one go, or sent to a second person.</summary>
internal sealed class CheckModel(
    RegisterContext register, CurrentActor actor, TimeProvider clock, BulkService bulk, BulkRecorder recorder, ApprovalRule approval) : BulkPage(register, actor, clock)
{
    private readonly CurrentActor _actor = actor;
    private Dictionary<Guid, LocalizedText> _facilities = [];

    public int ApprovalAbove => approval.Above;
    public bool NeedsSecond => Plan.Recorded > approval.Above;
    public bool IsSent => Action.Status == ListStatus.AwaitingApproval;
    public bool PreparedHere => IsSent && Action.SentBy == _actor.Actor.Name;

    /// <summary>The sources that every fact will cite.</summary>
    public IReadOnlyList<string> Sources { get; private set; } = [];

    public string FacilityOf(Placement stay) => stay.FacilityId is { } id && _facilities.TryGetValue(id, out var name) ? name.ToString() : T("facility not known");

    public async Task<IActionResult> OnGetAsync(Guid id) => await ShowAsync(id) ? Page() : NotFound();

    public Task<IActionResult> OnPostAsync(Guid id) => SendAsync(
        id, () => recorder.ApplyAsync(id, Version, Submission()),
        () => Action.People.Any(p => p.RefusedBecause is not null) ? T("Recorded. Some were refused; each stands below with the reason.") : T("Recorded. It can be undone whole."));

    public Task<IActionResult> OnPostSendAsync(Guid id) => SendAsync(
        id, () => bulk.SendForApprovalAsync(id, Version, Submission()), () => T("Sent. Another editor checks and records it; it stands under “Bulk actions”."));

    public Task<IActionResult> OnPostTakeBackAsync(Guid id) => SendAsync(
        id, () => bulk.TakeBackAsync(id, Version, Submission()), () => T("Taken back. It can be changed again."));

    public Task<IActionResult> OnPostReopenAsync(Guid id) => SendAsync(
        id, () => bulk.ReopenAsync(id, Version, Submission()), () => T("Opened again. It can be prepared anew."));

    private async Task<IActionResult> SendAsync(Guid id, Func<Task<WriteResult>> write, Func<string> words)
    {
        if (!await LoadAsync(id))
            return NotFound();
        try
        {
            if (!ModelState.IsValid || await TryAsync(write, "") is not { } written)
            {
                await ShowAsync(id);
                return Again();
            }

            await LoadAsync(id);
            TempData.Say(Told(written, words()));
            return RedirectToPage("/Prisoners/Bulk/Action", new { id });
        }
        catch (ConflictException)
        {
            await ShowAsync(id);
            ModelState.AddModelError("", T("Somebody else changed this, or recorded it, after you opened this page. Nothing of it was recorded by you. Below it stands as it is now: check it again."));
            return Conflicted(Action.Version, [], []);
        }
    }

    private async Task<bool> ShowAsync(Guid id)
    {
        if (!await LoadAsync(id))
            return false;
        await PlanAsync();
        Version = Action.Version;
        ModelState.Remove(nameof(Version));
        var ended = Plan.Written.Select(p => p.Ends?.FacilityId).OfType<Guid>().Distinct().ToList();
        _facilities = ended.Count == 0 ? [] : await Register.Facilities.Where(f => ended.Contains(f.FacilityId)).ToDictionaryAsync(f => f.FacilityId, f => f.Name);
        var cited = await (
            from c in Register.Citations
            where c.BulkActionId == id
            join s in Register.Sources on c.SourceId equals s.SourceId
            orderby c.CitationId
            select new { s.Publisher, s.Title, s.PublishedOn, c.Locator }).ToListAsync();
        Sources = [.. cited.Select(c => SourceRow.LabelOf(c.Publisher, c.Title, c.PublishedOn) + (c.Locator is null ? "" : $", {c.Locator}"))];
        return true;
    }
}
