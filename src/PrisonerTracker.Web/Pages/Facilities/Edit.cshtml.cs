using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.Imprisonments;
using PrisonerTracker.Core.Law;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Core.Sources;
using PrisonerTracker.Web.Forms;
using PrisonerTracker.Web.Identity;

namespace PrisonerTracker.Web.Pages.Facilities;

/// <summary>Adds a facility to the catalogue, or changes one.</summary>
internal sealed class EditModel(RegisterContext register, CurrentActor actor, CatalogueService catalogue) : EntryPage(register, actor)
{
    public sealed class FacilityInput
    {
        [Display(Name = "Country")]
        [Required(ErrorMessage = "Choose the country.")]
        public string Country { get; set; } = "BY";

        [Display(Name = "Kind")]
        [Required(ErrorMessage = "Choose the kind of facility.")]
        public FacilityKind? Kind { get; set; }

        public TextsInput Name { get; set; } = new();
        public TextsInput PostalAddress { get; set; } = new();

        [Display(Name = "Rules for letters")]
        [StringLength(2000)]
        public string? LetterRules { get; set; }

        [Display(Name = "Latitude")]
        [Range(-90, 90, ErrorMessage = "A latitude lies between {1} and {2} degrees.")]
        public decimal? Latitude { get; set; }

        [Display(Name = "Longitude")]
        [Range(-180, 180, ErrorMessage = "A longitude lies between {1} and {2} degrees.")]
        public decimal? Longitude { get; set; }

        public static FacilityInput Of(Facility facility) => new()
        {
            Country = facility.Country,
            Kind = facility.Kind,
            Name = TextsInput.Of(facility.Name),
            PostalAddress = TextsInput.Of(facility.PostalAddress),
            LetterRules = facility.LetterRules.Exactly(Languages.English),
            Latitude = facility.Latitude,
            Longitude = facility.Longitude,
        };

        public FacilityDetails ToDetails(Facility? before, IReadOnlyList<CitationDetails> citations) => new()
        {
            Country = Country,
            Kind = Kind!.Value,
            Name = Name.Over(before?.Name),
            PostalAddress = PostalAddress.Over(before?.PostalAddress),
            LetterRules = (before?.LetterRules ?? LocalizedText.Empty).With(Languages.English, LetterRules),
            Latitude = Latitude,
            Longitude = Longitude,
            Citations = citations,
        };

        public IEnumerable<(string Field, string? Value)> Fields() =>
        [
            ("Country", CountryNames.Of(Country)),
            ("Kind", Kind is { } kind ? Words.Of(kind) : null),
            ("Name¦of a thing", Name.ToString()),
            ("Address", PostalAddress.ToString()),
            ("Rules for letters", LetterRules),
            ("Latitude", Latitude?.ToString("0.#####", CultureInfo.InvariantCulture)),
            ("Longitude", Longitude?.ToString("0.#####", CultureInfo.InvariantCulture)),
        ];
    }

    [FromRoute]
    public string? Key { get; set; }

    [BindProperty]
    public FacilityInput Input { get; set; } = new();

    private Facility? Facility { get; set; }

    protected override IQueryable<Citation>? Cited => Facility is { FacilityId: var id } ? Register.Citations.Where(c => c.FacilityId == id) : null;

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await LoadAsync())
            return NotFound();

        if (Facility is { } facility)
            (Input, Version) = (FacilityInput.Of(facility), facility.Version);
        return await ShowAsync();
    }

    public Task<IActionResult> OnPostAsync() => SaveAsync((citations, submission) => Facility is { } facility
        ? catalogue.EditFacilityAsync(facility.FacilityId, Version, Input.ToDetails(facility, citations), submission)
        : catalogue.AddFacilityAsync(Input.ToDetails(null, citations), submission));

    protected override async Task<bool> LoadAsync()
    {
        Facility = Key is null ? null : await Register.Facilities.AsNoTracking().SingleOrDefaultAsync(f => f.Key == Key);
        return Key is null || Facility is not null;
    }

    protected override (int Version, IEnumerable<(string Field, string? Value)> Fields)? Theirs() =>
        Facility is { } facility ? (facility.Version, FacilityInput.Of(facility).Fields()) : null;

    protected override IEnumerable<(string Field, string? Value)> Yours() => Input.Fields();

    protected override RedirectToPageResult Done() =>
        Key is null ? RedirectToPage("/Facilities/Index") : RedirectToPage("/Facilities/Facility", new { key = Key });
}
