using PrisonerTracker.Core.Shared;
using PrisonerTracker.Core.Statistics;

namespace PrisonerTracker.Web.Charts;

/// <summary>Detentions above the line and releases below it, a bar a month.</summary>
internal sealed record MonthChart
{
    private MonthChart()
    {
    }

    public required MonthPlot Plot { get; init; }
    public required DateOnly From { get; init; }
    public required DateOnly To { get; init; }

    /// <summary>Within the months shown, those known to the year only included.</summary>
    public required IReadOnlyList<MonthCount> Months { get; init; }

    public required IReadOnlyList<int> Numbers { get; init; }
    public IReadOnlyList<PartialDate> Dates => Ticks.Dates(From, To);
    public string Detained => Plot.Bars(Dated.Select(m => (Index(m), m.Detained)), up: true);
    public string Released => Plot.Bars(Dated.Select(m => (Index(m), m.Released)), up: false);
    public string Along(PartialDate date) => Plot.Along(Index(date.Earliest.Year, date.Earliest.Month));

    public string Description => Dated.Any()
        ? T("From {0} to {1}. Most detentions in a month: {2}, most releases: {3}.",
            PartialDate.OfMonth(From.Year, From.Month), PartialDate.OfMonth(To.Year, To.Month), Dated.Max(m => m.Detained), Dated.Max(m => m.Released))
        : T("No detention and no release is known to the month.");

    private IEnumerable<MonthCount> Dated => Months.Where(m => m.Month is not null);

    public static MonthChart Of(IReadOnlyList<MonthCount> months, DateOnly today, int? years = null)
    {
        var first = months.FirstOrDefault(m => m.Month is not null) is { } earliest ? new DateOnly(earliest.Year!.Value, earliest.Month!.Value, 1) : new DateOnly(today.Year, 1, 1);
        var since = new DateOnly(today.Year, today.Month, 1).AddYears(-(years ?? 0)).AddMonths(1);
        var from = years is not null && since > first ? since : first;
        var shown = months.Where(m => m.Year is null ? from == first : (m.Month is { } month ? new DateOnly(m.Year.Value, month, 1) >= from : m.Year >= from.Year)).ToList();
        var numbers = Ticks.Numbers(shown.Where(m => m.Month is not null).Select(m => Math.Max(m.Detained, m.Released)).DefaultIfEmpty(0).Max(), 3);
        return new MonthChart
        {
            Plot = new MonthPlot((today.Year - from.Year) * 12 + today.Month - from.Month + 1, numbers[^1]),
            From = from,
            To = today,
            Months = shown,
            Numbers = numbers,
        };
    }

    private int Index(MonthCount month) => Index(month.Year!.Value, month.Month!.Value);

    private int Index(int year, int month) => (year - From.Year) * 12 + month - From.Month;
}
