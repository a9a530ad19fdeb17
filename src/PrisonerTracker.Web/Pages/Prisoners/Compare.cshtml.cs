using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.Rosters;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Web.Pages.Statistics;

namespace PrisonerTracker.Web.Pages.Prisoners;

/// <summary>Who was held on one of two days and not on the other, and why.</summary>
internal sealed class CompareModel(RegisterContext register, TimeProvider clock) : PageModel
{
    /// <summary>How many people a group names; beyond that it only counts.</summary>
    public const int MostNamed = 300;

    [BindProperty(SupportsGet = true)]
    public string? From { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? To { get; set; }

    public (DateOnly Before, DateOnly After)? Days { get; private set; }
    public IReadOnlyList<(Sureness Sure, int People)> Totals { get; private set; } = [];

    /// <summary>How many more the days differ for, who are named nowhere.</summary>
    public int WithheldCount { get; private set; }

    /// <summary>Held, certainly or possibly, on the second day only; on the first only; on both and not equally sure.</summary>
    public IReadOnlyList<(string Title, string Id, IReadOnlyList<Difference> People)> Groups { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        var today = clock.Day();
        Days = new TwoDaysQuery(From, To, today).Read(ModelState);
        if (Days is not { } days)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        Totals = await register.TotalsAsync(days.Before, days.After, today);
        var all = (await register.DifferencesAsync(days.Before, days.After, today)).Where(d => d.Sure.HeldBefore != d.Sure.HeldAfter).ToLookup(d => d.IsWithheld);
        (WithheldCount, var differences) = (all[true].Count(), all[false].ToList());
        Groups =
        [
            (T("Came in"), "came", [.. differences.Where(d => d.Sure.HeldBefore == Certainty.No)]),
            (T("Went out"), "went", [.. differences.Where(d => d.Sure.HeldAfter == Certainty.No)]),
            (T("Became more or less certain"), "surer", [.. differences.Where(d => d.Sure.HeldBefore != Certainty.No && d.Sure.HeldAfter != Certainty.No)]),
        ];
        return Page();
    }

    /// <summary>How many were held on a day, certainly and possibly.</summary>
    public (int Certain, int Possible) Held(Func<Sureness, Certainty> on) =>
        (Totals.Where(t => on(t.Sure) == Certainty.Certain).Sum(t => t.People), Totals.Where(t => on(t.Sure) == Certainty.Possible).Sum(t => t.People));
}
