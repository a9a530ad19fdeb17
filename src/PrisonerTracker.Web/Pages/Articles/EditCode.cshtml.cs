using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.Law;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Core.Sources;
using PrisonerTracker.Web.Forms;
using PrisonerTracker.Web.Identity;

namespace PrisonerTracker.Web.Pages.Articles;

/// <summary>Adds a law to the catalogue, or changes one.</summary>
internal sealed class EditCodeModel(RegisterContext register, CurrentActor actor, CatalogueService catalogue) : EntryPage(register, actor)
{
    public sealed class CodeInput
    {
        [Display(Name = "Country")]
        [Required(ErrorMessage = "Choose the country.")]
        public string Country { get; set; } = "BY";

        public TextsInput Title { get; set; } = new();

        [Display(Name = "In force since")]
        public PartialDate? ValidFrom { get; set; }

        [Display(Name = "In force until")]
        public PartialDate? ValidUntil { get; set; }

        public static CodeInput Of(LegalCode code) => new()
        {
            Country = code.Country,
            Title = TextsInput.Of(code.Title),
            ValidFrom = code.ValidFrom,
            ValidUntil = code.ValidUntil,
        };

        public LegalCodeDetails ToDetails(LegalCode? before, IReadOnlyList<CitationDetails> citations) => new()
        {
            Country = before?.Country ?? Country,
            Title = Title.Over(before?.Title),
            ValidFrom = ValidFrom,
            ValidUntil = ValidUntil,
            Citations = citations,
        };

        public IEnumerable<(string Field, string? Value)> Fields() =>
            [("Title", Title.ToString()), ("In force since", ValidFrom?.ToString()), ("In force until", ValidUntil?.ToString())];
    }

    [FromRoute]
    public string? Code { get; set; }

    [BindProperty]
    public CodeInput Input { get; set; } = new();

    private LegalCode? LegalCode { get; set; }

    protected override IQueryable<Citation>? Cited => LegalCode is { LegalCodeId: var id } ? Register.Citations.Where(c => c.LegalCodeId == id) : null;

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await LoadAsync())
            return NotFound();

        if (LegalCode is { } code)
            (Input, Version) = (CodeInput.Of(code), code.Version);
        return await ShowAsync();
    }

    public Task<IActionResult> OnPostAsync() => SaveAsync((citations, submission) => LegalCode is { } code
        ? catalogue.EditCodeAsync(code.LegalCodeId, Version, Input.ToDetails(code, citations), submission)
        : catalogue.AddCodeAsync(Input.ToDetails(null, citations), submission));

    protected override async Task<bool> LoadAsync()
    {
        LegalCode = Code is null ? null : await Register.LegalCodes.AsNoTracking().SingleOrDefaultAsync(c => c.Key == Code);
        return Code is null || LegalCode is not null;
    }

    protected override (int Version, IEnumerable<(string Field, string? Value)> Fields)? Theirs() =>
        LegalCode is { } code ? (code.Version, CodeInput.Of(code).Fields()) : null;

    protected override IEnumerable<(string Field, string? Value)> Yours() => Input.Fields();

    protected override RedirectToPageResult Done() => RedirectToPage("/Articles/Index");
}
