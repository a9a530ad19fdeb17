using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.Prisoners;
using PrisonerTracker.Web.Forms;
using PrisonerTracker.Web.Identity;
using PrisonerTracker.Web.Infrastructure;

namespace PrisonerTracker.Web.Pages.Prisoners;

internal sealed class CreateModel(RegisterContext register, CurrentActor actor, PrisonerService prisoners) : FormPage(register, actor)
{
    [BindProperty]
    public IdentityInput Input { get; set; } = IdentityInput.Empty();

    public async Task OnGetAsync() => await ShowAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        var (citations, newSources) = await Source.ReadAsync(Register, ModelState, nameof(Source));
        if (!ModelState.IsValid
            || await TryAsync(() => prisoners.AddAsync(Input.ToDetails(null, citations), Submission(newSources))) is not { } added)
        {
            await ShowAsync();
            return Again();
        }

        var slug = await Register.Prisoners.Where(p => p.PrisonerId == added.Subjects[0]).Select(p => p.Slug).SingleAsync();
        TempData.Say(Told(added, "Added as a draft. Nobody but signed-in people sees it until it is published."));
        return RedirectToPage("/Prisoners/Profile", new { slug });
    }

    private async Task ShowAsync()
    {
        Input.AddSpareRows();
        await OfferSourcesAsync();
    }
}
