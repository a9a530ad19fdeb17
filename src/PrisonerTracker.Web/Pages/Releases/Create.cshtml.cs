using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.Releases;
using PrisonerTracker.Web.Forms;
using PrisonerTracker.Web.Identity;
using PrisonerTracker.Web.Infrastructure;

namespace PrisonerTracker.Web.Pages.Releases;

internal sealed class CreateModel(RegisterContext register, CurrentActor actor, ReleaseEventService events) : FormPage(register, actor)
{
    [BindProperty]
    public EventInput Input { get; set; } = new();

    public Task OnGetAsync() => OfferSourcesAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        var (citations, newSources) = await Source.ReadAsync(Register, ModelState, nameof(Source));
        if (!ModelState.IsValid
            || await TryAsync(() => events.CreateAsync(Input.ToDetails(null, citations), Submission(newSources))) is not { } created)
        {
            await OfferSourcesAsync();
            return Again();
        }

        var slug = await Register.ReleaseEvents.Where(e => e.ReleaseEventId == created.Subjects[0]).Select(e => e.Slug).SingleAsync();
        TempData.Say(Told(created, T("Added as a draft. Nobody but signed-in people sees it until it is published.")));
        return RedirectToPage("/Releases/Event", new { slug });
    }
}
