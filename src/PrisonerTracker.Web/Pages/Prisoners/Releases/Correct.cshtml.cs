using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.Imprisonments;
using PrisonerTracker.Core.Releases;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Core.Sources;
using PrisonerTracker.Web.Identity;
using PrisonerTracker.Web.Pages.Prisoners.Imprisonments;

namespace PrisonerTracker.Web.Pages.Prisoners.Releases;

/// <summary>Corrects the details of a recorded release, with a reason.</summary>
internal sealed class CorrectModel(RegisterContext register, CurrentActor actor, ReleaseService releases) : CasePage(register, actor)
{
    public sealed class CorrectionInput
    {
        [Display(Name = "Released on")]
        [Required(ErrorMessage = "Say when the person was released, as far as it is known.")]
        public PartialDate? ReleasedOn { get; set; }

        [Display(Name = "Ground")]
        public ReleaseGround Ground { get; set; }

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

        public static CorrectionInput Of(Release release) => new()
        {
            ReleasedOn = release.ReleasedOn,
            Ground = release.Ground,
            DestinationCountry = release.DestinationCountry,
            ForcedOut = release.ForcedOut,
            Conditions = release.Conditions.Exactly(Languages.English),
            DocumentsKept = release.DocumentsKept.Exactly(Languages.English),
            Note = release.Note.Exactly(Languages.English),
        };

        public ReleaseDetails ToDetails(Release? before, IReadOnlyList<CitationDetails> citations) => new()
        {
            ReleasedOn = ReleasedOn!,
            Ground = Ground,
            DestinationCountry = Blank.ToNull(DestinationCountry),
            ForcedOut = ForcedOut,
            Conditions = (before?.Conditions ?? LocalizedText.Empty).With(Languages.English, Conditions),
            DocumentsKept = (before?.DocumentsKept ?? LocalizedText.Empty).With(Languages.English, DocumentsKept),
            Note = (before?.Note ?? LocalizedText.Empty).With(Languages.English, Note),
            Citations = citations,
        };

        public IEnumerable<(string Field, string? Value)> Fields() =>
        [
            (T("Released on"), ReleasedOn?.ToString()),
            (T("Ground"), Words.Of(Ground)),
            (T("Taken to"), DestinationCountry is { Length: > 0 } country ? CountryNames.Of(country) : null),
            (T("Forced out of the country"), ForcedOut switch { true => T("yes"), false => T("no"), _ => null }),
            (T("Conditions"), Conditions),
            (T("Documents kept by the authorities"), DocumentsKept),
            (T("Note"), Note),
        ];
    }

    [BindProperty]
    public CorrectionInput Input { get; set; } = new();

    public Release? Release => Imprisonment.CurrentRelease;

    protected override IQueryable<Citation> Cited => Register.Citations.Where(c => Release != null && c.ReleaseId == Release.ReleaseId);

    protected override IQueryable<Imprisonment> With(IQueryable<Imprisonment> imprisonments) =>
        imprisonments.Include(i => i.Releases).ThenInclude(r => r.ReleaseEvent);

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await LoadAsync() || Release is not { } release)
            return NotFound();

        (Input, Version) = (CorrectionInput.Of(release), release.Version);
        return await ShowAsync();
    }

    public Task<IActionResult> OnPostAsync()
    {
        if (Blank.ToNull(Reason) is null)
            ModelState.AddModelError(nameof(Reason), T("Say why the release is corrected."));
        return SaveAsync((citations, submission) => releases.CorrectAsync(
            ImprisonmentId, Release?.ReleaseId ?? default, Version, Input.ToDetails(Release, citations), submission));
    }

    protected override (int Version, IEnumerable<(string Field, string? Value)> Fields)? Theirs() =>
        Release is { } release ? (release.Version, CorrectionInput.Of(release).Fields()) : null;

    protected override IEnumerable<(string Field, string? Value)> Yours() => Input.Fields();
}
