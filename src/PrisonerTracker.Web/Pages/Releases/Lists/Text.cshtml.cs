using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Web.Forms;
using PrisonerTracker.Web.Identity;

namespace PrisonerTracker.Web.Pages.Releases.Lists;

/// <summary>The list as it was published, to the letter, with its sources.</summary>
internal sealed class TextModel(RegisterContext register, CurrentActor actor, TimeProvider clock) : ListPage(register, actor, clock)
{
    public sealed record SourceView(string Slug, string Label, string? Locator);

    public IReadOnlyList<SourceView> Sources { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (!await LoadAsync(id))
            return NotFound();
        Sources = await Register.Citations.Where(c => c.ReleaseListId == id)
            .Join(Register.Sources, c => c.SourceId, s => s.SourceId, (c, s) => new SourceView(s.Slug, SourceRow.LabelOf(s.Publisher, s.Title, s.PublishedOn), c.Locator))
            .ToListAsync();
        return Page();
    }
}
