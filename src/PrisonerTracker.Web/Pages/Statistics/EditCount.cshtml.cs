using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.Designations;
using PrisonerTracker.Core.Releases;
using PrisonerTracker.Core.Sources;
using PrisonerTracker.Web.Forms;
using PrisonerTracker.Web.Identity;

namespace PrisonerTracker.Web.Pages.Statistics;

/// <summary>Changes a published figure that was recorded wrongly.</summary>
internal sealed class EditCountModel(RegisterContext register, CurrentActor actor, ReleaseEventService events) : EntryPage(register, actor)
{
    [FromRoute]
    public Guid Id { get; set; }

    [BindProperty]
    public CountInput Input { get; set; } = new();

    public CountChoices Lists { get; private set; } = CountChoices.None;

    private ReportedCount Count { get; set; } = null!;

    protected override IQueryable<Citation>? Cited => Register.Citations.Where(c => c.ReportedCountId == Id);

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await LoadAsync())
            return NotFound();

        (Input, Version) = (CountInput.Of(Count), Count.Version);
        return await ShowAsync();
    }

    public Task<IActionResult> OnPostAsync() => SaveAsync((citations, submission) =>
        events.EditCountAsync(Id, Version, Input.ToDetails(Count, citations), submission));

    protected override async Task OfferAsync() => Lists = await CountChoices.OfAsync(Register);

    protected override async Task<bool> LoadAsync()
    {
        Count = (await Register.ReportedCounts.AsNoTracking().Include(c => c.Parts).SingleOrDefaultAsync(c => c.ReportedCountId == Id))!;
        return Count is not null;
    }

    protected override (int Version, IEnumerable<(string Field, string? Value)> Fields)? Theirs() => (Count.Version, CountInput.Of(Count).Fields());

    protected override IEnumerable<(string Field, string? Value)> Yours() => Input.Fields();

    protected override RedirectToPageResult Done() => RedirectToPage("/Statistics/Reported");
}
