using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.Prisoners;
using PrisonerTracker.Web.Forms;
using PrisonerTracker.Web.Identity;
using PrisonerTracker.Web.Infrastructure;

namespace PrisonerTracker.Web.Pages.Prisoners;

internal sealed class PublicationModel(RegisterContext register, CurrentActor actor, PrisonerService prisoners) : FormPage(register, actor)
{
    public sealed record PersonView(Guid PrisonerId, string Slug, string Name, Publication Publication);

    public PersonView Person { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string slug) => await LoadAsync(slug) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(string slug, Publication publication)
    {
        if (!await LoadAsync(slug))
            return NotFound();
        if (!ModelState.IsValid
            || await TryAsync(() => prisoners.SetPublicationAsync(Person.PrisonerId, publication, Submission())) is null)
            return Again();

        TempData.Say(publication == Publication.Published ? T("Published. Everybody can see it now.") : T("Unpublished. Only signed-in people see it now."));
        return RedirectToPage("/Prisoners/Profile", new { slug });
    }

    private async Task<bool> LoadAsync(string slug)
    {
        var person = await Register.Prisoners
            .Where(p => p.Slug == slug)
            .Select(p => new PersonView(p.PrisonerId, p.Slug, p.DisplayName, p.Publication))
            .SingleOrDefaultAsync();
        Person = person!;
        return person is not null;
    }
}
