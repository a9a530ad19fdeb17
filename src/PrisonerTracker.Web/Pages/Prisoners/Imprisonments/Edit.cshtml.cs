using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.Imprisonments;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Core.Sources;
using PrisonerTracker.Web.Identity;

namespace PrisonerTracker.Web.Pages.Prisoners.Imprisonments;

/// <summary>Changes the detention an imprisonment began with.</summary>
internal sealed class EditModel(RegisterContext register, CurrentActor actor, ImprisonmentService imprisonments) : CasePage(register, actor)
{
    public sealed class DetentionInput
    {
        [Display(Name = "Country")]
        [Required(ErrorMessage = "Choose the country.")]
        public string Country { get; set; } = "";

        [Display(Name = "Kind")]
        public ImprisonmentKind Kind { get; set; }

        [Display(Name = "Detained on")]
        public PartialDate? DetainedOn { get; set; }

        [Display(Name = "Place of detention")]
        [StringLength(300)]
        public string? DetentionPlace { get; set; }

        [Display(Name = "Detained by")]
        [StringLength(Imprisonment.DetainedByLength)]
        public string? DetainedBy { get; set; }

        [Display(Name = "Circumstances")]
        [StringLength(2000)]
        public string? Circumstances { get; set; }

        [Display(Name = "Last seen held on")]
        public PartialDate? ConfirmedOn { get; set; }

        public static DetentionInput Of(Imprisonment imprisonment) => new()
        {
            Country = imprisonment.Country,
            Kind = imprisonment.Kind,
            DetainedOn = imprisonment.DetainedOn,
            DetentionPlace = imprisonment.DetentionPlace.Exactly(Languages.English),
            DetainedBy = imprisonment.DetainedBy,
            Circumstances = imprisonment.Circumstances.Exactly(Languages.English),
            ConfirmedOn = imprisonment.ConfirmedOn,
        };

        public ImprisonmentDetails ToDetails(Imprisonment before, IReadOnlyList<CitationDetails> citations) => new()
        {
            Country = Country,
            Kind = Kind,
            DetainedOn = DetainedOn,
            DetentionPlace = before.DetentionPlace.With(Languages.English, DetentionPlace),
            DetainedBy = DetainedBy,
            Circumstances = before.Circumstances.With(Languages.English, Circumstances),
            ConfirmedOn = ConfirmedOn,
            Citations = citations,
        };

        public IEnumerable<(string Field, string? Value)> Fields() =>
        [
            (T("Country"), CountryNames.Of(Country)),
            (T("Kind"), Words.Of(Kind)),
            (T("Detained on"), DetainedOn?.ToString()),
            (T("Place of detention"), DetentionPlace),
            (T("Detained by"), DetainedBy),
            (T("Circumstances"), Circumstances),
            (T("Last seen held on"), ConfirmedOn?.ToString()),
        ];
    }

    [BindProperty]
    public DetentionInput Input { get; set; } = new();

    protected override IQueryable<Citation> Cited => Register.Citations.Where(c => c.ImprisonmentId == ImprisonmentId);

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await LoadAsync())
            return NotFound();

        (Input, Version) = (DetentionInput.Of(Imprisonment), Imprisonment.DetentionVersion);
        return await ShowAsync();
    }

    public Task<IActionResult> OnPostAsync() => SaveAsync((citations, submission) =>
        imprisonments.EditAsync(ImprisonmentId, Version, Input.ToDetails(Imprisonment, citations), submission));

    protected override (int Version, IEnumerable<(string Field, string? Value)> Fields)? Theirs() =>
        (Imprisonment.DetentionVersion, DetentionInput.Of(Imprisonment).Fields());

    protected override IEnumerable<(string Field, string? Value)> Yours() => Input.Fields();
}
