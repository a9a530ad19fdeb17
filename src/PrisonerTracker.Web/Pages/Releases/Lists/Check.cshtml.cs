using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.Desk;
using PrisonerTracker.Core.History;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Web.Identity;
using PrisonerTracker.Web.Infrastructure;

namespace PrisonerTracker.Web.Pages.Releases.Lists;

/// <summary>What will be recorded of a list, and what not and why; then recorded in one go, or sent to a second person.</summary>
internal sealed class CheckModel(
    RegisterContext register, CurrentActor actor, TimeProvider clock, ReleaseListService lists, ListRecorder recorder, ApprovalRule approval) : ListPage(register, actor, clock)
{
    private readonly CurrentActor _actor = actor;

    /// <summary>The lines as they were shown here.</summary>
    [BindProperty]
    public string State { get; set; } = "";

    public Tally Tally { get; private set; } = new(null, 0, 0, 0);
    public int ApprovalAbove => approval.Above;
    public bool NeedsSecond => Plan.People > approval.Above;
    public bool IsSent => List.Status == ListStatus.AwaitingApproval;
    public bool PreparedHere => IsSent && List.SentBy == _actor.Actor.Name;

    public async Task<IActionResult> OnGetAsync(Guid id) => await ShowAsync(id) ? Page() : NotFound();

    public Task<IActionResult> OnPostAsync(Guid id) => SendAsync(
        id, () => recorder.ApplyAsync(id, State, Submission()), () => Plan.Refused.Any() ? T("Recorded. Lines that were refused wait, each with its reason.") : T("Recorded. It can be undone whole, and each line corrected."));

    public Task<IActionResult> OnPostSendAsync(Guid id) => SendAsync(
        id, () => lists.SendForApprovalAsync(id, Version, Submission()), () => T("Sent. Another editor checks and records it; it stands under “Published lists”."));

    public Task<IActionResult> OnPostTakeBackAsync(Guid id) => SendAsync(
        id, () => lists.TakeBackAsync(id, Version, Submission()), () => T("Taken back. Its lines can be decided again."));

    public Task<IActionResult> OnPostReopenAsync(Guid id) => SendAsync(
        id, () => lists.ReopenAsync(id, Version, Submission()), () => T("Opened again. Its lines can be decided anew."));

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
            return RedirectToPage("/Releases/Lists/Desk", new { id, show = Plan.Refused.Any() ? Tab.Refused : Tab.All });
        }
        catch (ConflictException)
        {
            await ShowAsync(id);
            ModelState.AddModelError("", T("Somebody else changed the list, or recorded it, after you opened this page. Nothing of it was recorded by you. Below it stands as it is now: check it again."));
            return Conflicted(List.Version, [], []);
        }
    }

    private async Task<bool> ShowAsync(Guid id)
    {
        if (!await LoadAsync(id))
            return false;
        (State, Version) = (ListQueries.StateOf(List), List.Version);
        ModelState.Remove(nameof(State));
        ModelState.Remove(nameof(Version));
        var named = await Register.NamedPeople.AsNoTracking()
            .Where(n => n.ReleaseEventId == List.ReleaseEventId)
            .Select(n => new { n.PrisonerId, n.WrittenName, IsDesignated = n.Prisoner != null && n.Prisoner.Standing.IsDesignated, n.NotDesignated })
            .ToListAsync();
        var known = named.Where(n => n.PrisonerId is not null).ToDictionary(n => n.PrisonerId!.Value, n => n.IsDesignated && !n.NotDesignated);
        var unknown = named.Where(n => n.PrisonerId is null).Select(n => n.WrittenName).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var line in Plan.Written)
        {
            if (line.Step == LineStep.Add)
                known[line.Line.ListLineId] = false;
            else if (line.Person is { } person)
                known[person.PrisonerId] = person.IsDesignated && !line.Line.NotDesignated;
            else
                unknown.Add(line.Line.WrittenName!);
        }

        Tally = new Tally(List.ReleaseEvent.AnnouncedCount, known.Count + unknown.Count, known.Count, known.Values.Count(designated => !designated));
        return true;
    }
}
