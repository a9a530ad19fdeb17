using System.Text;
using CsvHelper;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Core.Statistics;
using PrisonerTracker.Web.Charts;
using PrisonerTracker.Web.Infrastructure;
using PrisonerTracker.Web.Pages.Prisoners;

namespace PrisonerTracker.Web.Exports;

/// <summary><c>/statistics/held.csv</c> and the like: the numbers of a chart, all of them, under the filter of the list.</summary>
internal static class StatisticsExport
{
    private static readonly CsvWriterOptions Options = CsvWriterOptions.Default with { Injection = CsvInjection.Escape };

    public static void MapStatisticsExport(this WebApplication app)
    {
        foreach (var chart in StatisticsCharts.All)
        {
            app.MapRead($"/statistics/{chart.Key()}.csv", (HttpContext http, RegisterContext register, TimeProvider clock) => WriteAsync(http, register, clock, chart))
                .AllowAnonymous()
                .RequireRateLimiting(Limits.Exports);
        }
    }

    private static async Task WriteAsync(HttpContext http, RegisterContext register, TimeProvider clock, StatisticsChart chart)
    {
        var (today, cancellation) = (clock.Day(), http.RequestAborted);
        var query = PrisonersQuery.From(http.Request.Query, today);
        if (query.Problems.Count > 0)
        {
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
            http.Response.ContentType = "text/plain; charset=utf-8";
            await http.Response.WriteAsync(string.Join('\n', query.Problems.Select(p => $"{p.Name}: {p.Problem}")), cancellation);
            return;
        }

        http.Response.ContentType = "text/csv; charset=utf-8";
        http.Response.Headers.ContentDisposition = $"attachment; filename=\"{chart.Key()}-{today:yyyy-MM-dd}.csv\"";
        http.Response.Headers["PrisonerTracker-Filter"] = query.To("") is { Length: > 0 } filter ? filter : "none";
        if (HttpMethods.IsHead(http.Request.Method))
            return;

        var population = new Population(register, await query.Filter.SearchedAsync(register, cancellation), today);
        var figures = await FiguresAsync(chart, population, cancellation);
        await http.Response.Body.WriteAsync(Encoding.UTF8.Preamble.ToArray(), cancellation);
        await using var csv = CsvWriter.Create(http.Response.Body, Options, leaveOpen: true);
        await csv.WriteRecordAsync([figures.KeyColumn, .. chart.IsOverTime() ? Array.Empty<string>() : ["label"], .. figures.Columns.Select(c => c.Code)], cancellation);
        foreach (var row in figures.Rows)
            await csv.WriteRecordAsync([row.Code, .. chart.IsOverTime() ? Array.Empty<string>() : [row.Label], .. row.Numbers.Select(n => Numbers.Plain(n))], cancellation);
    }

    private static async Task<Figures> FiguresAsync(StatisticsChart chart, Population population, CancellationToken cancellation)
    {
        switch (chart)
        {
            case StatisticsChart.Held:
                return Figures.Of(EveryDay(await population.HeldOverTimeAsync(cancellation)));
            case StatisticsChart.DetainedAndReleased:
                return Figures.Of(await population.DetainedAndReleasedAsync(cancellation));
            default:
                var (published, withheld) = await population.TotalsAsync(cancellation);
                return await Figures.ReadAsync(chart, population, published, withheld, cancellation);
        }
    }

    private static List<HeldDay> EveryDay(IReadOnlyList<HeldDay> changes)
    {
        var shown = HeldChart.Of(changes, []).Days;
        var all = new List<HeldDay>();
        for (var (day, at) = (shown[0].Day, 0); day <= shown[^1].Day; day = day.AddDays(1))
        {
            while (at + 1 < shown.Count && shown[at + 1].Day <= day)
                at++;
            all.Add(shown[at] with { Day = day });
        }

        return all;
    }
}
