using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.Imprisonments;
using PrisonerTracker.Web.Forms;
using PrisonerTracker.Web.Identity;

namespace PrisonerTracker.Web.Pages.Prisoners.Imprisonments;

/// <summary>A page that adds or changes one fact of one imprisonment, and goes back to the overview of the record.</summary>
internal abstract class CasePage(RegisterContext register, CurrentActor actor) : EntryPage(register, actor)
{
    [FromRoute]
    public string Slug { get; set; } = "";

    [FromRoute]
    public Guid ImprisonmentId { get; set; }

    public string Name { get; private set; } = "";
    public Imprisonment Imprisonment { get; private set; } = null!;

    /// <summary>The imprisonment with what the page needs of it.</summary>
    protected virtual IQueryable<Imprisonment> With(IQueryable<Imprisonment> imprisonments) => imprisonments;

    protected override async Task<bool> LoadAsync()
    {
        var found = await With(Register.Imprisonments.AsNoTracking())
            .Where(i => i.ImprisonmentId == ImprisonmentId && Register.Prisoners.Any(p => p.PrisonerId == i.PrisonerId && p.Slug == Slug))
            .SingleOrDefaultAsync();
        if (found is null)
            return false;

        Imprisonment = found;
        Name = await Register.Prisoners.Where(p => p.PrisonerId == found.PrisonerId).Select(p => p.DisplayName).SingleAsync();
        return true;
    }

    protected override RedirectToPageResult Done() => RedirectToPage("/Prisoners/Edit/Index", new { slug = Slug });
}
