namespace PrisonerTracker.Web.Charts;

/// <summary>The charts of <c>/statistics</c>, each with a page and a file of its own.</summary>
internal enum StatisticsChart
{
    Held,
    DetainedAndReleased,
    Articles,
    Facilities,
    Penalties,
    Terms,
    TimeHeld,
    Ages,
    Genders,
    Citizenships,
    Occupations,
}

internal static class StatisticsCharts
{
    public static readonly IReadOnlyList<StatisticsChart> All = Enum.GetValues<StatisticsChart>();

    /// <summary>As it stands in an address: "detained-and-released".</summary>
    public static string Key(this StatisticsChart chart) =>
        string.Concat(chart.ToString().Select((c, i) => char.IsUpper(c) ? (i > 0 ? "-" : "") + char.ToLowerInvariant(c) : c.ToString()));

    public static StatisticsChart? Of(string key) => All.Where(c => c.Key() == key).Select(c => (StatisticsChart?)c).FirstOrDefault();

    /// <summary>Whether it has days across, of which the last years can be shown alone.</summary>
    public static bool IsOverTime(this StatisticsChart chart) => chart is StatisticsChart.Held or StatisticsChart.DetainedAndReleased;
}
