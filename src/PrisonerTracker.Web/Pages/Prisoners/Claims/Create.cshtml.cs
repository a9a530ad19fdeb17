using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.Imprisonments;
using PrisonerTracker.Core.Prisoners;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Core.Sources;
using PrisonerTracker.Web.Forms;
using PrisonerTracker.Web.Identity;
using PrisonerTracker.Web.Infrastructure;

namespace PrisonerTracker.Web.Pages.Prisoners.Claims;

/// <summary>Records that a source gives another value of a fact than the register, and which of the two is followed.</summary>
internal sealed class CreateModel(RegisterContext register, CurrentActor actor, ClaimService claims) : FormPage(register, actor)
{
    public enum Follow
    {
        Recorded,
        This,
    }

    [BindProperty]
    public ClaimInput Input { get; set; } = new() { Topic = ClaimTopic.Release };

    [BindProperty]
    [Display(Name = "Which value does the register follow?")]
    public Follow Followed { get; set; }

    [BindProperty]
    [Display(Name = "Why")]
    [Required(ErrorMessage = "Say why this value is followed. Readers see it.")]
    [StringLength(1000)]
    public string? Because { get; set; }

    public Prisoner Person { get; private set; } = null!;

    public IEnumerable<SelectListItem> Imprisonments => Person.Imprisonments
        .OrderByDescending(i => i.DetainedOn)
        .Select(i => new SelectListItem(
            i.Kind == ImprisonmentKind.InAbsentia ? T("Case in absentia") : i.DetainedOn is { } on ? T("Detained {0}¦of an imprisonment", Dates.When(on)) : T("Detained on an unknown date"), i.ImprisonmentId.ToString()));

    public async Task<IActionResult> OnGetAsync(string slug, ClaimTopic? topic)
    {
        if (!await LoadAsync(slug))
            return NotFound();

        Input.Topic = topic ?? Input.Topic;
        Input.ImprisonmentId = Person.Imprisonments.OrderByDescending(i => i.IsOpen).ThenByDescending(i => i.DetainedOn).FirstOrDefault()?.ImprisonmentId;
        await OfferSourcesAsync();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug)
    {
        if (!await LoadAsync(slug))
            return NotFound();

        if (ClaimInput.IsAboutThePerson(Input.Topic))
            Input.ImprisonmentId = null;
        var value = Input.ReadValue(ModelState);
        var (citations, newSources) = await Source.ReadAsync(Register, ModelState, nameof(Source));
        var details = await DetailsAsync(Input.ToDetails(value, null, citations));
        if (!ModelState.IsValid || await TryAsync(() => claims.AddAsync(Person.PrisonerId, details, Submission(newSources))) is not { } added)
        {
            await OfferSourcesAsync();
            return Again();
        }

        TempData.Say(Told(added, T("Both values stand side by side now.")));
        return RedirectToPage("/Prisoners/Edit/Index", new { slug });
    }

    // The recorded value becomes a claim with the first other one; after that there are claims to choose from.
    private async Task<IReadOnlyList<ClaimDetails>> DetailsAsync(ClaimDetails claimed)
    {
        var because = LocalizedText.English(Because);
        var others = Person.Claims.Where(c => c.Topic == claimed.Topic && c.ImprisonmentId == claimed.ImprisonmentId).ToList();
        var recorded = others.Count > 0 ? null : await RecordedClaim.OfAsync(Register, Person, claimed.Topic, claimed.ImprisonmentId);
        if (claimed.Value is not null && (recorded?.Value == claimed.Value || others.Exists(c => c.Value == claimed.Value)))
            ModelState.AddModelError("Input.Value", T("This value is recorded already. Add the source to it instead."));
        var follows = Followed == Follow.This;
        claimed = claimed with { IsPreferred = follows, PreferredBecause = follows ? because : LocalizedText.Empty };
        return recorded is null
            ? [claimed]
            : [recorded with { IsPreferred = !follows, PreferredBecause = follows ? LocalizedText.Empty : because }, claimed];
    }

    private async Task<bool> LoadAsync(string slug)
    {
        var person = await Register.Prisoners.AsNoTracking()
            .Include(p => p.Claims)
            .Include(p => p.Imprisonments).ThenInclude(i => i.Releases)
            .SingleOrDefaultAsync(p => p.Slug == slug);
        Person = person!;
        return person is not null;
    }
}
