using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.Tags;

namespace PrisonerTracker.Web.Pages.Tags;

/// <summary>One tag, and who carries it.</summary>
internal sealed class TagModel(RegisterContext register) : PageModel
{
    public Tag Tag { get; private set; } = null!;
    public Footnotes Notes { get; private set; } = new([]);
    public CataloguePeople People { get; private set; } = new(0, [], 1);

    public async Task<IActionResult> OnGetAsync(string slug, int p = 1)
    {
        if (await register.Tags.AsNoTracking().SingleOrDefaultAsync(t => t.Slug == slug) is not { } tag)
            return NotFound();

        Tag = tag;
        People = await CataloguePeople.OfAsync(register.Prisoners.Where(x => x.Tags.Any(t => t.TagId == tag.TagId)), p);
        Notes = new Footnotes(await register.CitationsWhere(c => c.TagId == tag.TagId).ToListAsync());
        return Page();
    }
}
