using Microsoft.AspNetCore.Mvc;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.Statistics;
using PrisonerTracker.Web.Charts;

namespace PrisonerTracker.Web.Pages.Statistics;

/// <summary>One chart with its table, its file, its unit and what to know before quoting it.</summary>
internal sealed class ChartModel(RegisterContext register, TimeProvider clock) : StatisticsPage(register, clock)
{
    public StatisticsChart Shown { get; private set; }

    /// <summary>The rows of the table; null while the filter cannot be read.</summary>
    public Figures? Figures { get; private set; }

    /// <summary>The table has the last day of each month only.</summary>
    public bool IsMonthly { get; private set; }

    public HeldChart? Held { get; private set; }
    public MonthChart? Months { get; private set; }

    public async Task<IActionResult> OnGetAsync(string chart)
    {
        if (StatisticsCharts.Of(chart) is not { } shown)
            return NotFound();

        Shown = shown;
        if (!await ReadAsync())
            return Page();

        switch (shown)
        {
            case StatisticsChart.Held:
                Held = await HeldAsync();
                (Figures, IsMonthly) = Held.Table;
                break;
            case StatisticsChart.DetainedAndReleased:
                Months = MonthChart.Of(await Population.DetainedAndReleasedAsync(HttpContext.RequestAborted), Today, Years);
                Figures = Figures.Of(Months.Months);
                break;
            default:
                Figures = await Figures.ReadAsync(shown, Population, Published, Withheld, HttpContext.RequestAborted);
                break;
        }

        return Page();
    }
}
