using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.Imprisonments;
using PrisonerTracker.Core.Releases;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Web.Forms;
using PrisonerTracker.Web.Identity;
using PrisonerTracker.Web.Infrastructure;

namespace PrisonerTracker.Web.Pages.Prisoners.Releases;

/// <summary>Undoes the latest release with a reason. It stays on record.</summary>
internal sealed class UndoModel(RegisterContext register, CurrentActor actor, ReleaseService releases) : FormPage(register, actor)
{
    public sealed class UndoInput
    {
        public Guid ImprisonmentId { get; set; }
        public int Version { get; set; }

        [Display(Name = "What happened")]
        [Required(ErrorMessage = "Say what happened.")]
        public UndoKind? Kind { get; set; }

        [Display(Name = "Back in custody on")]
        public PartialDate? UndoneOn { get; set; }

        [Display(Name = "Reason")]
        [Required(ErrorMessage = "Say why the release is undone.")]
        [StringLength(Release.ReasonLength)]
        public string? Reason { get; set; }
    }

    [BindProperty]
    public UndoInput Input { get; set; } = new();

    public string Slug { get; private set; } = "";
    public string Name { get; private set; } = "";
    public Imprisonment? Imprisonment { get; private set; }

    public async Task<IActionResult> OnGetAsync(string slug)
    {
        if (!await LoadAsync(slug))
            return NotFound();

        (Input.ImprisonmentId, Input.Version) = (Imprisonment?.ImprisonmentId ?? default, Imprisonment?.Version ?? 0);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug)
    {
        if (!await LoadAsync(slug))
            return NotFound();

        var (citations, newSources) = await Source.ReadAsync(Register, ModelState, nameof(Source));
        try
        {
            if (!ModelState.IsValid || await TryAsync(() => releases.UndoAsync(
                Input.ImprisonmentId,
                Input.Version,
                new UndoDetails { Kind = Input.Kind!.Value, Reason = Input.Reason!, UndoneOn = Input.UndoneOn, Citations = citations },
                Submission(newSources))) is not { } undone)
                return Again();

            TempData.Say(Told(undone, T("The release was undone. It stays in the history.")));
        }
        catch (ConflictException)
        {
            await LoadAsync(slug);
            Renew();
            ModelState.AddModelError("", T("Somebody else changed this imprisonment while you had the form open. Nothing of yours is saved yet. Look at what is recorded now, then send the form again."));
            ModelState.Remove("Input.Version");
            Input.Version = Imprisonment?.Version ?? 0;
            Response.StatusCode = StatusCodes.Status409Conflict;
            return Page();
        }

        return RedirectToPage("/Prisoners/Profile", new { slug });
    }

    private async Task<bool> LoadAsync(string slug)
    {
        var person = await Register.Prisoners.AsNoTracking()
            .Include(p => p.Imprisonments).ThenInclude(i => i.Releases)
            .SingleOrDefaultAsync(p => p.Slug == slug);
        if (person is null || (Input.ImprisonmentId != Guid.Empty && person.Imprisonments.All(i => i.ImprisonmentId != Input.ImprisonmentId)))
            return false;

        (Slug, Name) = (slug, person.DisplayName);
        Imprisonment = person.Imprisonments
            .Where(i => i.CurrentRelease is not null || i.ImprisonmentId == Input.ImprisonmentId)
            .OrderByDescending(i => i.ImprisonmentId == Input.ImprisonmentId)
            .ThenByDescending(i => i.CurrentRelease?.ReleasedOn)
            .FirstOrDefault();
        await OfferSourcesAsync();
        return true;
    }
}
