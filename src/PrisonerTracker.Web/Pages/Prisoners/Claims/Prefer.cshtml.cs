using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Core.Sources;
using PrisonerTracker.Web.Forms;
using PrisonerTracker.Web.Identity;
using PrisonerTracker.Web.Infrastructure;

namespace PrisonerTracker.Web.Pages.Prisoners.Claims;

/// <summary>Follows another claim than so far, with a reason; what followed from the old one is undone, what follows from this one restored.</summary>
internal sealed class PreferModel(RegisterContext register, CurrentActor actor, ClaimService claims) : SectionPage(register, actor)
{
    public sealed record ClaimView(Guid Id, int Version, ClaimTopic Topic, Guid? ImprisonmentId, string? Value, LocalizedText Statement, bool IsPreferred, LocalizedText PreferredBecause);

    [BindProperty]
    [Display(Name = "Why")]
    [Required(ErrorMessage = "Say why this claim is followed. Readers see it.")]
    [StringLength(1000)]
    public string? Because { get; set; }

    public string Slug { get; private set; } = "";
    public string Name { get; private set; } = "";
    public ClaimView Claim { get; private set; } = null!;

    /// <summary>Every claim about the same fact, with the labels of its sources.</summary>
    public IReadOnlyList<(ClaimView Claim, IReadOnlyList<string> Sources)> All { get; private set; } = [];

    private Guid PrisonerId { get; set; }

    public async Task<IActionResult> OnGetAsync(string slug, Guid id)
    {
        if (!await LoadAsync(slug, id))
            return NotFound();

        Version = Claim.Version;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug, Guid id)
    {
        if (!await LoadAsync(slug, id))
            return NotFound();

        try
        {
            if (!ModelState.IsValid || await TryAsync(
                () => claims.PreferAsync(PrisonerId, id, Version, LocalizedText.English(Because), Submission())) is not { } preferred)
                return Again();

            TempData.Say(Told(preferred, T("The register follows this claim now.")));
            return RedirectToPage("/Prisoners/Edit/Index", new { slug });
        }
        catch (ConflictException)
        {
            if (!await LoadAsync(slug, id))
                return NotFound();
            return Conflicted(
                Claim.Version,
                [(T("Followed"), T("this claim")), (T("Why"), Because)],
                [(T("Followed"), Claim.IsPreferred ? T("this claim") : T("another claim")), (T("Why"), All.FirstOrDefault(c => c.Claim.IsPreferred).Claim?.PreferredBecause.ToString())]);
        }
    }

    private async Task<bool> LoadAsync(string slug, Guid id)
    {
        var person = await Register.Prisoners.AsNoTracking()
            .Where(p => p.Slug == slug)
            .Select(p => new
            {
                p.PrisonerId,
                p.DisplayName,
                Claims = p.Claims.Select(c => new ClaimView(c.ClaimId, c.Version, c.Topic, c.ImprisonmentId, c.Value, c.Statement, c.IsPreferred, c.PreferredBecause)).ToList(),
            })
            .SingleOrDefaultAsync();
        if (person?.Claims.Find(c => c.Id == id) is not { } claim)
            return false;

        (Slug, Name, PrisonerId, Claim) = (slug, person.DisplayName, person.PrisonerId, claim);
        var same = person.Claims.Where(c => c.Topic == claim.Topic && c.ImprisonmentId == claim.ImprisonmentId).ToList();
        var ids = same.ConvertAll(c => (Guid?)c.Id);
        var cited = await Register.Citations.Where(c => ids.Contains(c.ClaimId))
            .Select(c => new { c.ClaimId, c.Source.Publisher, c.Source.Title, c.Source.PublishedOn })
            .ToListAsync();
        All =
        [
            .. same.OrderByDescending(c => c.IsPreferred).ThenBy(c => c.Id).Select(c =>
                (c, (IReadOnlyList<string>)[.. cited.Where(x => x.ClaimId == c.Id).Select(x => SourceRow.LabelOf(x.Publisher, x.Title, x.PublishedOn))])),
        ];
        return true;
    }
}
