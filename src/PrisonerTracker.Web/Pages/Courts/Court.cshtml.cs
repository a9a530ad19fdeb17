using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.Law;

namespace PrisonerTracker.Web.Pages.Courts;

/// <summary>One court and the people it decided about or hears.</summary>
internal sealed class CourtModel(RegisterContext register) : PageModel
{
    public Court Court { get; private set; } = null!;
    public Footnotes Notes { get; private set; } = new([]);
    public CataloguePeople People { get; private set; } = new(0, [], 1);
    public bool IsVerified { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid courtId, int p = 1)
    {
        var all = User.IsSignedIn();
        var court = await register.Courts.AsNoTracking().SingleOrDefaultAsync(c => c.CourtId == courtId && (all || c.IsPublic));
        if (court is null)
            return NotFound();

        Court = court;
        var citations = await register.CitationsWhere(c => c.CourtId == courtId).ToListAsync();
        (Notes, IsVerified) = (new Footnotes(citations), citations.Count > 0);
        People = await CataloguePeople.OfAsync(
            register.Prisoners.Where(x => x.Imprisonments.Any(i => i.Sentences.Any(s => s.CourtId == courtId) || i.Hearings.Any(h => h.CourtId == courtId))), p);
        return Page();
    }
}
