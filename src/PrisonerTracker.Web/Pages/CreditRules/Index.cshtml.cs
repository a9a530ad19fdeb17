using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.Terms;

namespace PrisonerTracker.Web.Pages.CreditRules;

internal sealed class IndexModel(RegisterContext register) : PageModel
{
    public IReadOnlyList<CreditRule> Rules { get; private set; } = [];

    public async Task OnGetAsync() =>
        Rules = await register.CreditRules.AsNoTracking()
            .OrderBy(r => r.Country).ThenBy(r => r.Penalty).ThenBy(r => r.Regime).ThenBy(r => r.Custody).ThenBy(r => r.ValidFrom != null).ThenBy(r => r.ValidFrom)
            .ToListAsync();
}
