using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.Imprisonments;

namespace PrisonerTracker.Web.Pages.Facilities;

/// <summary>One facility: where it is, how to write there, and who is or was held in it.</summary>
internal sealed class FacilityModel(RegisterContext register) : PageModel
{
    public Facility Facility { get; private set; } = null!;
    public Footnotes Notes { get; private set; } = new([]);
    public CataloguePeople People { get; private set; } = new(0, [], 1);
    public bool IsVerified { get; private set; }

    public async Task<IActionResult> OnGetAsync(string key, int p = 1)
    {
        var all = User.IsSignedIn();
        var facility = await register.Facilities.AsNoTracking().SingleOrDefaultAsync(f => f.Key == key && (all || f.IsPublic));
        if (facility is null)
            return NotFound();

        Facility = facility;
        var citations = await register.CitationsWhere(c => c.FacilityId == facility.FacilityId).ToListAsync();
        (Notes, IsVerified) = (new Footnotes(citations), citations.Count > 0);
        People = await CataloguePeople.OfAsync(
            register.Prisoners.Where(x => x.Imprisonments.Any(i => i.Placements.Any(s => s.FacilityId == facility.FacilityId))), p);
        return Page();
    }
}
