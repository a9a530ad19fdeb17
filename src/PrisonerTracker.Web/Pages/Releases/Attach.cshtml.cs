using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.Releases;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Web.Forms;
using PrisonerTracker.Web.Identity;
using PrisonerTracker.Web.Infrastructure;

namespace PrisonerTracker.Web.Pages.Releases;

/// <summary>Attaches releases that belong to no event yet, and may have happened on its day, to a release event.</summary>
internal sealed class AttachModel(RegisterContext register, CurrentActor actor, ReleaseEventService events) : FormPage(register, actor)
{
    private const int MostReleases = 500;

    public sealed record EventView(Guid ReleaseEventId, string Slug, LocalizedText Title, PartialDate HappenedOn, string Country);

    public sealed record ReleaseView(Guid ReleaseId, string Name, PartialDate ReleasedOn, ReleaseGround Ground);

    [BindProperty]
    public List<Guid> Chosen { get; set; } = [];

    public EventView Event { get; private set; } = null!;
    public IReadOnlyList<ReleaseView> Releases { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string slug) => await LoadAsync(slug) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string slug)
    {
        if (!await LoadAsync(slug))
            return NotFound();
        if (!ModelState.IsValid
            || await TryAsync(() => events.AttachAsync(Event.ReleaseEventId, Chosen, Submission())) is not { } attached)
            return Again();

        TempData.Say(Told(attached, N(Chosen.Count, "{0} release was attached.", "{0} releases were attached.")));
        return RedirectToPage("/Releases/Event", new { slug });
    }

    private async Task<bool> LoadAsync(string slug)
    {
        var found = await Register.ReleaseEvents
            .Where(e => e.Slug == slug)
            .Select(e => new EventView(e.ReleaseEventId, e.Slug, e.Title, e.HappenedOn, e.Country))
            .SingleOrDefaultAsync();
        if (found is null)
            return false;

        Event = found;
        Releases = await Register.Releases.AsNoTracking()
            .Where(r => r.UndoneAt == null && r.ReleaseEventId == null && r.Imprisonment.Country == found.Country
                && r.ReleasedOn.Latest >= found.HappenedOn.Earliest && r.ReleasedOn.Earliest <= found.HappenedOn.Latest)
            .Join(Register.Prisoners, r => r.Imprisonment.PrisonerId, p => p.PrisonerId, (r, p) => new { r, p })
            .OrderBy(x => x.p.SortName)
            .Take(MostReleases)
            .Select(x => new ReleaseView(x.r.ReleaseId, x.p.DisplayName, x.r.ReleasedOn, x.r.Ground))
            .ToListAsync();
        return true;
    }
}
