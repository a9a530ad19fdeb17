using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.Law;
using PrisonerTracker.Core.Sources;
using PrisonerTracker.Web.Forms;
using PrisonerTracker.Web.Identity;

namespace PrisonerTracker.Web.Pages.Judges;

/// <summary>Adds a judge to the catalogue, or changes one.</summary>
internal sealed class EditModel(RegisterContext register, CurrentActor actor, CatalogueService catalogue) : EntryPage(register, actor)
{
    public sealed class JudgeInput
    {
        [Display(Name = "Country")]
        [Required(ErrorMessage = "Choose the country.")]
        public string Country { get; set; } = "BY";

        public TextsInput Name { get; set; } = new();

        public static JudgeInput Of(Judge judge) => new() { Country = judge.Country, Name = TextsInput.Of(judge.Name) };

        public JudgeDetails ToDetails(Judge? before, IReadOnlyList<CitationDetails> citations) =>
            new() { Country = Country, Name = Name.Over(before?.Name), Citations = citations };

        public IEnumerable<(string Field, string? Value)> Fields() => [("Country", CountryNames.Of(Country)), ("Name", Name.ToString())];
    }

    [FromRoute]
    public Guid? JudgeId { get; set; }

    [BindProperty]
    public JudgeInput Input { get; set; } = new();

    private Judge? Judge { get; set; }

    protected override IQueryable<Citation>? Cited => JudgeId is null ? null : Register.Citations.Where(c => c.JudgeId == JudgeId);

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await LoadAsync())
            return NotFound();

        if (Judge is { } judge)
            (Input, Version) = (JudgeInput.Of(judge), judge.Version);
        return await ShowAsync();
    }

    public Task<IActionResult> OnPostAsync() => SaveAsync((citations, submission) => Judge is { } judge
        ? catalogue.EditJudgeAsync(judge.JudgeId, Version, Input.ToDetails(judge, citations), submission)
        : catalogue.AddJudgeAsync(Input.ToDetails(null, citations), submission));

    protected override async Task<bool> LoadAsync()
    {
        Judge = JudgeId is null ? null : await Register.Judges.AsNoTracking().SingleOrDefaultAsync(c => c.JudgeId == JudgeId);
        return JudgeId is null || Judge is not null;
    }

    protected override (int Version, IEnumerable<(string Field, string? Value)> Fields)? Theirs() =>
        Judge is { } judge ? (judge.Version, JudgeInput.Of(judge).Fields()) : null;

    protected override IEnumerable<(string Field, string? Value)> Yours() => Input.Fields();

    protected override RedirectToPageResult Done() =>
        JudgeId is null ? RedirectToPage("/Judges/Index") : RedirectToPage("/Judges/Judge", new { judgeId = JudgeId });
}
