using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.Designations;
using PrisonerTracker.Core.Sources;
using PrisonerTracker.Web.Forms;
using PrisonerTracker.Web.Identity;

namespace PrisonerTracker.Web.Pages.Organisations;

/// <summary>Adds an organisation to the catalogue, or changes one.</summary>
internal sealed class EditModel(RegisterContext register, CurrentActor actor, OrganisationService organisations) : EntryPage(register, actor)
{
    public sealed class OrganisationInput
    {
        [Display(Name = "Country")]
        public string? Country { get; set; }

        public TextsInput Name { get; set; } = new();

        public static OrganisationInput Of(Organisation organisation) => new() { Country = organisation.Country, Name = TextsInput.Of(organisation.Name) };

        public OrganisationDetails ToDetails(Organisation? before, IReadOnlyList<CitationDetails> citations) =>
            new() { Country = Country, Name = Name.Over(before?.Name), Citations = citations };

        public IEnumerable<(string Field, string? Value)> Fields() => [("Country", Country is { } country ? CountryNames.Of(country) : null), ("Name¦of a thing", Name.ToString())];
    }

    [FromRoute]
    public string? Key { get; set; }

    [BindProperty]
    public OrganisationInput Input { get; set; } = new();

    private Organisation? Organisation { get; set; }

    protected override IQueryable<Citation>? Cited => Organisation is { OrganisationId: var id } ? Register.Citations.Where(c => c.OrganisationId == id) : null;

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await LoadAsync())
            return NotFound();

        if (Organisation is { } organisation)
            (Input, Version) = (OrganisationInput.Of(organisation), organisation.Version);
        return await ShowAsync();
    }

    public Task<IActionResult> OnPostAsync() => SaveAsync((citations, submission) => Organisation is { } organisation
        ? organisations.EditAsync(organisation.OrganisationId, Version, Input.ToDetails(organisation, citations), submission)
        : organisations.AddAsync(Input.ToDetails(null, citations), submission));

    protected override async Task<bool> LoadAsync()
    {
        Organisation = Key is null ? null : await Register.Organisations.AsNoTracking().SingleOrDefaultAsync(o => o.Key == Key);
        return Key is null || Organisation is not null;
    }

    protected override (int Version, IEnumerable<(string Field, string? Value)> Fields)? Theirs() =>
        Organisation is { } organisation ? (organisation.Version, OrganisationInput.Of(organisation).Fields()) : null;

    protected override IEnumerable<(string Field, string? Value)> Yours() => Input.Fields();

    protected override RedirectToPageResult Done() =>
        Key is null ? RedirectToPage("/Organisations/Index") : RedirectToPage("/Organisations/Organisation", new { key = Key });
}
