using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.Prisoners;
using PrisonerTracker.Core.Releases;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Web.Forms;
using PrisonerTracker.Web.Identity;
using PrisonerTracker.Web.Infrastructure;

namespace PrisonerTracker.Web.Pages.Releases;

internal sealed class PublicationModel(RegisterContext register, CurrentActor actor, ReleaseEventService events) : FormPage(register, actor)
{
    public sealed record EventView(Guid ReleaseEventId, string Slug, LocalizedText Title, Publication Publication);

    public EventView Event { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string slug) => await LoadAsync(slug) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string slug, Publication publication)
    {
        if (!await LoadAsync(slug))
            return NotFound();
        if (!ModelState.IsValid
            || await TryAsync(() => events.SetPublicationAsync(Event.ReleaseEventId, publication, Submission())) is null)
            return Again();

        TempData.Say(publication == Publication.Published ? T("Published. Everybody can see it now.") : T("Unpublished. Only signed-in people see it now."));
        return RedirectToPage("/Releases/Event", new { slug });
    }

    private async Task<bool> LoadAsync(string slug)
    {
        var found = await Register.ReleaseEvents
            .Where(e => e.Slug == slug)
            .Select(e => new EventView(e.ReleaseEventId, e.Slug, e.Title, e.Publication))
            .SingleOrDefaultAsync();
        Event = found!;
        return found is not null;
    }
}
