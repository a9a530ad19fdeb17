using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.Prisoners;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Web.Infrastructure;

namespace PrisonerTracker.Web.Pages.Reconciliation;

/// <summary>A person in a few lines, to be shown within another tool while its user decides who is meant.</summary>
[OpenToOtherSites(MayFrame = true)]
[EnableRateLimiting(Limits.Reconciliation)]
internal sealed class PreviewModel(RegisterContext register) : PageModel
{
    private const int MostNames = 6;

    public sealed record Spelling(string Full, string Language);

    public sealed record Shown(string DisplayName, Standing Standing, PartialDate? BornOn, bool IsFictional, IReadOnlyList<Spelling> Names);

    public Shown Person { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string? id)
    {
        register.ShowUnpublished = register.ShowWithheld = false;
        var person = await register.Prisoners.AsNoTracking()
            .Where(p => p.Slug == id)
            .Select(p => new
            {
                p.DisplayName,
                p.Standing,
                p.BornOn,
                HidesBirth = p.WithheldParts.Any(w => w.Part == PersonPart.BirthDate),
                p.IsFictional,
                Names = p.Names.Where(n => n.Full != p.DisplayName).OrderBy(n => n.Ordinal).Take(MostNames).Select(n => new Spelling(n.Full, n.Language)).ToList(),
            })
            .SingleOrDefaultAsync(HttpContext.RequestAborted);
        if (person is null)
            return NotFound();

        Person = new Shown(person.DisplayName, person.Standing, person.HidesBirth ? null : person.BornOn, person.IsFictional, person.Names);
        return Page();
    }
}
