using System.Data;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.Rosters;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Web.Infrastructure;
using PrisonerTracker.Web.Pages.Prisoners;

namespace PrisonerTracker.Web.Exports;

/// <summary>
/// <c>/prisoners.csv</c>, <c>.xlsx</c> and <c>.json</c>: exactly the list on screen, without its pages. Counted and read in one
/// snapshot, streamed row by row.
/// </summary>
internal static class PrisonerExports
{
    public static void AddPrisonerExports(this IServiceCollection services, Database database) =>
        services.AddKeyedSingleton(nameof(PrisonerExports), (_, _) => NpgsqlDataSource.Create(RegisterDatabase.ForLongReads(database.ConnectionString)));

    public static void MapPrisonerExports(this WebApplication app)
    {
        foreach (var file in new ExportFile[] { new CsvExport(), new XlsxExport(), new JsonExport() })
        {
            app.MapRead($"/prisoners.{file.Extension}", (HttpContext http, RegisterContext register, SiteOptions site, TimeProvider clock) =>
                    ExportAsync(http, register, site, clock, file))
                .AllowAnonymous()
                .RequireRateLimiting(Limits.Exports);
        }
    }

    private static async Task ExportAsync(HttpContext http, RegisterContext request, SiteOptions site, TimeProvider clock, ExportFile file)
    {
        var query = PrisonersQuery.From(http.Request.Query, clock.Day());
        if (query.Problems.Count > 0)
        {
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
            http.Response.ContentType = "text/plain; charset=utf-8";
            await http.Response.WriteAsync(string.Join('\n', query.Problems.Select(p => $"{p.Name}: {p.Problem}")));
            return;
        }

        var source = http.RequestServices.GetRequiredKeyedService<NpgsqlDataSource>(nameof(PrisonerExports));
        await using var register = new RegisterContext(new DbContextOptionsBuilder<RegisterContext>().UseRegister(source).Options)
        {
            ShowUnpublished = request.ShowUnpublished,
        };
        var cancellation = http.RequestAborted;
        await using var snapshot = await register.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation);
        var filter = await query.Filter.SearchedAsync(register, cancellation);
        var people = filter.Apply(register.Prisoners);
        var about = new ExportAbout(
            query.To(""),
            clock.GetUtcNow().UtcDateTime,
            await people.CountAsync(cancellation),
            path => new Uri(site.Address ?? new Uri($"{http.Request.Scheme}://{http.Request.Host}"), path).ToString(),
            query.Filter.HeldOn);

        http.Response.ContentType = file.ContentType;
        http.Response.Headers.ContentDisposition = $"attachment; filename=\"prisoners-{about.AsOf:yyyy-MM-dd}.{file.Extension}\"";
        http.Response.Headers["PrisonerTracker-Filter"] = about.Filter.Length == 0 ? "none" : about.Filter;
        http.Response.Headers["PrisonerTracker-As-Of"] = about.Moment;
        http.Response.Headers["PrisonerTracker-Row-Count"] = $"{about.Count}";
        if (HttpMethods.IsHead(http.Request.Method))
            return;

        var (days, isNow) = Roster.Of(filter.HeldOn, filter.Today);
        await file.WriteAsync(http.Response.Body, about, ExportRow.Of(filter.Order(people), days, isNow).AsAsyncEnumerable(), cancellation);
    }
}
