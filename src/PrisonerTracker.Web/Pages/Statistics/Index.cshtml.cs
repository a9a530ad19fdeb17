using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.Designations;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Web.Charts;

namespace PrisonerTracker.Web.Pages.Statistics;

/// <summary>Who was held over time, the way to every other chart, to the bridge between two days, and what others published.</summary>
internal sealed class IndexModel(RegisterContext register, TimeProvider clock) : StatisticsPage(register, clock)
{
    private const int FewCounts = 3;

    public sealed record CountRow(Guid Id, PartialDate AsOf, LocalizedText? Organisation, string Country, int Number, CountQualifier Qualifier, LocalizedText Unit);

    public HeldChart? Held { get; private set; }
    public IReadOnlyList<CountRow> Counts { get; private set; } = [];
    public Footnotes Notes { get; private set; } = new([]);

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await ReadAsync())
            return Page();

        Held = await HeldAsync();
        if (!Population.IsEverybody)
            return Page(); // what others published is about everybody

        Counts = await Register.ReportedCounts.AsNoTracking()
            .Where(c => c.ReleaseEventId == null)
            .OrderByDescending(c => c.AsOf.Latest).ThenBy(c => c.ReportedCountId)
            .Take(FewCounts)
            .Select(c => new CountRow(c.ReportedCountId, c.AsOf, c.Organisation!.Name, c.Country, c.Number, c.Qualifier, c.Unit))
            .ToListAsync();
        Notes = new Footnotes(await Register.CitationsOfCounts(Counts.Select(c => c.Id)).ToListAsync());
        return Page();
    }
}
