using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.Rosters;
using PrisonerTracker.Core.Shared;
using BridgeFigures = PrisonerTracker.Core.Rosters.Bridge;

namespace PrisonerTracker.Web.Pages.Statistics;

/// <summary>From the headline of one day to that of another: who came and who went, so that the numbers add up.</summary>
internal sealed class BridgeModel(RegisterContext register, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? From { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? To { get; set; }

    public (DateOnly Before, DateOnly After)? Days { get; private set; }
    public BridgeFigures Certain { get; private set; } = null!;
    public BridgeFigures Possible { get; private set; } = null!;

    /// <summary>The reasons that occur, in one order for both measures.</summary>
    public IEnumerable<Movement> Came => Certain.Came.Keys.Union(Possible.Came.Keys).Union([Movement.NewlyDesignated, Movement.DetainedAgain]).Order();

    public IEnumerable<Movement> Went =>
        Certain.Went.Keys.Union(Possible.Went.Keys).Union([Movement.Pardoned, Movement.Exchanged, Movement.TermServed, Movement.Died]).Order();

    public async Task<IActionResult> OnGetAsync()
    {
        var today = clock.Day();
        Days = new TwoDaysQuery(From, To, today).Read(ModelState);
        if (Days is not { } days)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        var totals = await register.TotalsAsync(days.Before, days.After, today);
        var differences = await register.DifferencesAsync(days.Before, days.After, today);
        var (certainly, possibly, freed) = await register.LearnedLaterAsync(days.Before, today);
        Certain = BridgeFigures.Of(totals, differences, Certainty.Certain, certainly, freed);
        Possible = BridgeFigures.Of(totals, differences, Certainty.Possible, possibly, freed);
        return Page();
    }
}
