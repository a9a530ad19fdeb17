using Microsoft.AspNetCore.Mvc;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.Releases;
using PrisonerTracker.Web.Forms;
using PrisonerTracker.Web.Identity;
using PrisonerTracker.Web.Infrastructure;

namespace PrisonerTracker.Web.Pages.Statistics;

/// <summary>Records a published figure as it was published.</summary>
internal sealed class RecordModel(RegisterContext register, CurrentActor actor, ReleaseEventService events) : FormPage(register, actor)
{
    [BindProperty]
    public CountInput Input { get; set; } = new();

    public CountChoices Lists { get; private set; } = CountChoices.None;

    public Task OnGetAsync() => OfferAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        var (citations, newSources) = await Source.ReadAsync(Register, ModelState, nameof(Source));
        if (!ModelState.IsValid
            || await TryAsync(() => events.AddCountsAsync([Input.ToDetails(null, citations)], Submission(newSources))) is not { } added)
        {
            await OfferAsync();
            return Again();
        }

        TempData.Say(Told(added, T("The figure was recorded.")));
        return RedirectToPage("/Statistics/Reported");
    }

    private async Task OfferAsync()
    {
        await OfferSourcesAsync();
        Lists = await CountChoices.OfAsync(Register);
    }
}
