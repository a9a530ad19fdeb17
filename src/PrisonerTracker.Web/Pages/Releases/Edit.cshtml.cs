using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.Releases;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Web.Forms;
using PrisonerTracker.Web.Identity;
using PrisonerTracker.Web.Infrastructure;

namespace PrisonerTracker.Web.Pages.Releases;

internal sealed class EditModel(RegisterContext register, CurrentActor actor, ReleaseEventService events) : SectionPage(register, actor)
{
    [BindProperty]
    public EventInput Input { get; set; } = new();

    public ReleaseEvent Event { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string slug)
    {
        if (!await LoadAsync(slug))
            return NotFound();

        Input = EventInput.Of(Event);
        Version = Event.Version;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug)
    {
        if (!await LoadAsync(slug))
            return NotFound();

        var (citations, newSources) = await Source.ReadAsync(Register, ModelState, nameof(Source));
        try
        {
            if (!ModelState.IsValid || await TryAsync(() => events.EditAsync(
                Event.ReleaseEventId, Version, Input.ToDetails(Event, citations), Submission(newSources))) is not { } edited)
                return Again();

            TempData.Say(Told(edited, T("Saved.")));
            return RedirectToPage("/Releases/Event", new { slug });
        }
        catch (ConflictException)
        {
            await LoadAsync(slug);
            return Conflicted(Event.Version, Fields(Input), Fields(EventInput.Of(Event)));
        }
    }

    private static IEnumerable<(string Field, string? Value)> Fields(EventInput input) =>
    [
        (T("When"), input.HappenedOn?.ToString()),
        (T("Country"), CountryNames.Of(input.Country)),
        (T("Kind"), Words.Of(input.Kind)),
        (T("Title"), input.Title),
        (T("Summary"), input.Summary),
        (T("Announced number"), input.AnnouncedCount?.ToString(CultureInfo.InvariantCulture)),
    ];

    private async Task<bool> LoadAsync(string slug)
    {
        var found = await Register.ReleaseEvents.AsNoTracking().SingleOrDefaultAsync(e => e.Slug == slug);
        Event = found!;
        await OfferSourcesAsync();
        return found is not null;
    }
}
