using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.Law;
using PrisonerTracker.Core.Sources;
using PrisonerTracker.Web.Forms;
using PrisonerTracker.Web.Identity;

namespace PrisonerTracker.Web.Pages.Courts;

/// <summary>Adds a court to the catalogue, or changes one.</summary>
internal sealed class EditModel(RegisterContext register, CurrentActor actor, CatalogueService catalogue) : EntryPage(register, actor)
{
    public sealed class CourtInput
    {
        [Display(Name = "Country")]
        [Required(ErrorMessage = "Choose the country.")]
        public string Country { get; set; } = "BY";

        public TextsInput Name { get; set; } = new();

        public static CourtInput Of(Court court) => new() { Country = court.Country, Name = TextsInput.Of(court.Name) };

        public CourtDetails ToDetails(Court? before, IReadOnlyList<CitationDetails> citations) =>
            new() { Country = Country, Name = Name.Over(before?.Name), Citations = citations };

        public IEnumerable<(string Field, string? Value)> Fields() => [("Country", CountryNames.Of(Country)), ("Name¦of a thing", Name.ToString())];
    }

    [FromRoute]
    public Guid? CourtId { get; set; }

    [BindProperty]
    public CourtInput Input { get; set; } = new();

    private Court? Court { get; set; }

    protected override IQueryable<Citation>? Cited => CourtId is null ? null : Register.Citations.Where(c => c.CourtId == CourtId);

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await LoadAsync())
            return NotFound();

        if (Court is { } court)
            (Input, Version) = (CourtInput.Of(court), court.Version);
        return await ShowAsync();
    }

    public Task<IActionResult> OnPostAsync() => SaveAsync((citations, submission) => Court is { } court
        ? catalogue.EditCourtAsync(court.CourtId, Version, Input.ToDetails(court, citations), submission)
        : catalogue.AddCourtAsync(Input.ToDetails(null, citations), submission));

    protected override async Task<bool> LoadAsync()
    {
        Court = CourtId is null ? null : await Register.Courts.AsNoTracking().SingleOrDefaultAsync(c => c.CourtId == CourtId);
        return CourtId is null || Court is not null;
    }

    protected override (int Version, IEnumerable<(string Field, string? Value)> Fields)? Theirs() =>
        Court is { } court ? (court.Version, CourtInput.Of(court).Fields()) : null;

    protected override IEnumerable<(string Field, string? Value)> Yours() => Input.Fields();

    protected override RedirectToPageResult Done() =>
        CourtId is null ? RedirectToPage("/Courts/Index") : RedirectToPage("/Courts/Court", new { courtId = CourtId });
}
