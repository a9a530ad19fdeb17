using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.Imprisonments;
using PrisonerTracker.Core.Releases;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Core.Sources;
using PrisonerTracker.Web.Forms;
using PrisonerTracker.Web.Identity;
using PrisonerTracker.Web.Infrastructure;

namespace PrisonerTracker.Web.Pages.Prisoners.Releases;

/// <summary>Records the release of one person: fill in, check the answers, record.</summary>
internal sealed class RecordModel(RegisterContext register, CurrentActor actor, ReleaseService releases, TimeProvider clock) : FormPage(register, actor)
{
    private const int MostEvents = 200;

    public sealed class ReleaseInput
    {
        /// <summary>Which imprisonment ends, when the page was opened for one in particular; else the open one.</summary>
        public Guid? ImprisonmentId { get; set; }

        /// <summary>The version of it that the form was filled from.</summary>
        public int Version { get; set; }

        [Display(Name = "Released on")]
        [Required(ErrorMessage = "Say when the person was released, as far as it is known.")]
        public PartialDate? ReleasedOn { get; set; }

        [Display(Name = "Ground")]
        public ReleaseGround Ground { get; set; }

        [Display(Name = "Release event")]
        public Guid? ReleaseEventId { get; set; }

        [Display(Name = "Taken to")]
        [StringLength(Countries.CodeLength)]
        public string? DestinationCountry { get; set; }

        [Display(Name = "Forced out of the country")]
        public bool? ForcedOut { get; set; }

        [Display(Name = "Conditions")]
        [StringLength(1000)]
        public string? Conditions { get; set; }

        [Display(Name = "Documents kept by the authorities")]
        [StringLength(1000)]
        public string? DocumentsKept { get; set; }

        [Display(Name = "Note")]
        [StringLength(1000)]
        public string? Note { get; set; }

        public ReleaseDetails ToDetails(IReadOnlyList<CitationDetails> citations) => new()
        {
            ReleasedOn = ReleasedOn!,
            Ground = Ground,
            ReleaseEventId = ReleaseEventId,
            DestinationCountry = DestinationCountry,
            ForcedOut = ForcedOut,
            Conditions = LocalizedText.English(Conditions),
            DocumentsKept = LocalizedText.English(DocumentsKept),
            Note = LocalizedText.English(Note),
            Citations = citations,
        };
    }

    [BindProperty]
    public ReleaseInput Input { get; set; } = new();

    public string Slug { get; private set; } = "";
    public string Name { get; private set; } = "";
    public Imprisonment? Imprisonment { get; private set; }
    public IReadOnlyList<SelectListItem> Events { get; private set; } = [];

    /// <summary>The answers are complete and allowed; they are shown for a last look before anything is written.</summary>
    public bool IsChecking { get; private set; }

    public string? EventTitle => Events.FirstOrDefault(e => e.Value == Input.ReleaseEventId?.ToString())?.Text;

    public async Task<IActionResult> OnGetAsync(string slug, Guid? imprisonment)
    {
        if (!await LoadAsync(slug, imprisonment))
            return NotFound();

        Input.ImprisonmentId = Imprisonment?.ImprisonmentId;
        Input.Version = Imprisonment?.Version ?? 0;
        return Page();
    }

    /// <summary>From the form: checks everything that would be checked when recording.</summary>
    public async Task<IActionResult> OnPostCheckAsync(string slug)
    {
        if (!await LoadAsync(slug, Input.ImprisonmentId))
            return NotFound();

        await Source.ReadAsync(Register, ModelState, nameof(Source));
        if (!ModelState.IsValid || !IsAllowed())
            return Again();

        IsChecking = true;
        return Page();
    }

    /// <summary>From the check page: back to the form, with everything as it was.</summary>
    public async Task<IActionResult> OnPostChangeAsync(string slug)
    {
        ModelState.Clear();
        return await LoadAsync(slug, Input.ImprisonmentId) ? Page() : NotFound();
    }

    /// <summary>From the check page: records.</summary>
    public async Task<IActionResult> OnPostRecordAsync(string slug)
    {
        if (!await LoadAsync(slug, Input.ImprisonmentId))
            return NotFound();

        var (citations, newSources) = await Source.ReadAsync(Register, ModelState, nameof(Source));
        try
        {
            if (!ModelState.IsValid || Input.ImprisonmentId is not { } imprisonmentId
                || await TryAsync(() => releases.RecordAsync(
                    imprisonmentId, Input.Version, Input.ToDetails(citations), Submission(newSources))) is not { } recorded)
                return Again();

            TempData.Say(Told(recorded, T("The release was recorded.")));
        }
        catch (ConflictException)
        {
            return await ConflictedAsync(slug);
        }

        return RedirectToPage("/Prisoners/Profile", new { slug });
    }

    // The form stays, and stands on the record as it is now; the message says what happened.
    private async Task<PageResult> ConflictedAsync(string slug)
    {
        await LoadAsync(slug, Input.ImprisonmentId);
        Renew();
        ModelState.AddModelError("", T("Somebody else changed this imprisonment while you had the form open. Nothing of yours is saved yet. What is recorded now stands above the form; check it, then continue."));
        ModelState.Remove("Input.Version");
        Input.Version = Imprisonment?.Version ?? 0;
        Response.StatusCode = StatusCodes.Status409Conflict;
        return Page();
    }

    private bool IsAllowed()
    {
        if (Imprisonment is null)
            return false;

        try
        {
            ReleaseRules.Check(Imprisonment, Input.ToDetails([]), Today.Latest(clock.GetUtcNow().UtcDateTime));
            return true;
        }
        catch (RuleException refusal)
        {
            Refuse(refusal);
            return false;
        }
    }

    private async Task<bool> LoadAsync(string slug, Guid? imprisonmentId)
    {
        var person = await Register.Prisoners.AsNoTracking()
            .Include(p => p.Imprisonments).ThenInclude(i => i.Releases)
            .SingleOrDefaultAsync(p => p.Slug == slug);
        if (person is null)
            return false;

        (Slug, Name, Source.Handler) = (slug, person.DisplayName, "Check");
        Imprisonment = person.Imprisonments.FirstOrDefault(i => i.ImprisonmentId == imprisonmentId)
            ?? person.Imprisonments.FirstOrDefault(i => i.IsOpen)
            ?? person.Imprisonments.OrderByDescending(i => i.DetainedOn).FirstOrDefault(i => i.Kind != ImprisonmentKind.InAbsentia);
        if (imprisonmentId is not null && Imprisonment?.ImprisonmentId != imprisonmentId)
            return false;

        var events = await Register.ReleaseEvents
            .OrderByDescending(e => e.HappenedOn.Earliest)
            .Take(MostEvents)
            .Select(e => new { e.ReleaseEventId, e.HappenedOn, e.Title })
            .ToListAsync();
        Events = [.. events.Select(e => new SelectListItem($"{e.HappenedOn.ToIso8601()} {e.Title}", e.ReleaseEventId.ToString()))];
        await OfferSourcesAsync();
        return true;
    }
}
