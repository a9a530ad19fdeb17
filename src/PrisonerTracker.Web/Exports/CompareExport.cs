using System.Globalization;
using System.Text;
using CsvHelper;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.Rosters;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Web.Infrastructure;
using PrisonerTracker.Web.Pages.Statistics;

namespace PrisonerTracker.Web.Exports;

/// <summary><c>/prisoners/compare.csv</c>: everybody for whom two days differ, with how sure it is and why; nobody left out.</summary>
internal static class CompareExport
{
    private static readonly CsvWriterOptions Options = CsvWriterOptions.Default with { Injection = CsvInjection.Escape };

    private static readonly string[] Columns =
        ["address", "name", "change", "held_first", "held_second", "designated_first", "designated_second", "why", "detained_on", "released_on", "first_day", "second_day"];

    public static void MapCompareExport(this WebApplication app) =>
        app.MapRead("/prisoners/compare.csv", WriteAsync).AllowAnonymous().RequireRateLimiting(Limits.Exports);

    private static async Task WriteAsync(HttpContext http, RegisterContext register, SiteOptions site, TimeProvider clock)
    {
        var (today, problems) = (clock.Day(), new ModelStateDictionary());
        if (new TwoDaysQuery(http.Request.Query["from"], http.Request.Query["to"], today).Read(problems) is not { } days)
        {
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
            http.Response.ContentType = "text/plain; charset=utf-8";
            await http.Response.WriteAsync(string.Join('\n', problems.Select(p => $"{p.Key}: {p.Value!.Errors[0].ErrorMessage}")), http.RequestAborted);
            return;
        }

        var differences = (await register.DifferencesAsync(days.Before, days.After, today, http.RequestAborted)).Where(d => !d.IsWithheld && d.Sure.HeldBefore != d.Sure.HeldAfter);
        var root = site.Address ?? new Uri($"{http.Request.Scheme}://{http.Request.Host}");
        http.Response.ContentType = "text/csv; charset=utf-8";
        http.Response.Headers.ContentDisposition = $"attachment; filename=\"compare-{days.Before:yyyy-MM-dd}-{days.After:yyyy-MM-dd}.csv\"";
        if (HttpMethods.IsHead(http.Request.Method))
            return;

        await http.Response.Body.WriteAsync(Encoding.UTF8.Preamble.ToArray(), http.RequestAborted);
        await using var csv = CsvWriter.Create(http.Response.Body, Options, leaveOpen: true);
        await csv.WriteRecordAsync(Columns, http.RequestAborted);
        foreach (var person in differences)
            await csv.WriteRecordAsync([new Uri(root, $"/prisoners/{person.Slug}").ToString(), person.Name, .. Values(person, days.Before), Iso(days.Before), Iso(days.After)], http.RequestAborted);
    }

    private static string[] Values(Difference person, DateOnly before) =>
    [
        person.Sure switch { { HeldBefore: Certainty.No } => "came", { HeldAfter: Certainty.No } => "went", _ => "surer" },
        ExportRow.Code(person.Sure.HeldBefore),
        ExportRow.Code(person.Sure.HeldAfter),
        ExportRow.Code(person.Sure.DesignatedBefore),
        ExportRow.Code(person.Sure.DesignatedAfter),
        person.Sure switch
        {
            { HeldAfter: Certainty.No } => ExportRow.Code(Bridge.Departure(person, Certainty.Possible)),
            { HeldBefore: Certainty.No } when person.DetainedOn?.Latest <= before => "taken_back_or_penalty_replaced",
            { HeldBefore: Certainty.No } => person.HadBeenHeld ? "detained_again" : "newly_detained",
            _ => "dates_leave_it_open",
        },
        $"{person.DetainedOn}",
        $"{person.ReleasedOn}",
    ];

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
