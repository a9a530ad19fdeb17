using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.Prisoners;
using PrisonerTracker.Core.Search;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Web.Infrastructure;

namespace PrisonerTracker.Web.Reconciliation;

/// <summary>
/// The Reconciliation Service API 0.2 (https://www.w3.org/community/reports/reconciliation/CG-FINAL-specs-0.2-20230410/): OpenRefine and other
/// tools match lists of names with the register. It reads public data only, whoever asks, and keeps nothing (docs/reconcile.md).
/// </summary>
internal static class ReconciliationService
{
    private const int Suggested = 8;

    public static void AddReconciliation(this IServiceCollection services) => services.AddScoped<Reconciler>();

    public static void MapReconciliation(this WebApplication app)
    {
        var group = app.MapGroup(ReconciliationManifest.Path).AllowAnonymous().WithMetadata(new OpenToOtherSitesAttribute());
        group.MapMethods("", [HttpMethods.Get, HttpMethods.Head, HttpMethods.Post], AnswerAsync).RequireRateLimiting(Limits.Reconciliation);
        group.MapRead("/suggest/entity", SuggestPeopleAsync).RequireRateLimiting(Limits.Reconciliation);
        group.MapRead("/suggest/property", (string? prefix) => Suggest(ReconciliationManifest.Properties, prefix));
        group.MapRead("/suggest/type", (string? prefix) => Suggest(ReconciliationManifest.Types, prefix));
    }

    private static async Task<IResult> AnswerAsync(HttpContext http, RegisterContext register, Reconciler reconciler, SiteOptions site, CancellationToken cancellation)
    {
        register.ShowUnpublished = register.ShowWithheld = false;
        var sent = http.Request.HasFormContentType ? await http.Request.ReadFormAsync(cancellation) : null;
        if (Sent("extend") is not null)
            return Refuse("Data extension is not offered. The exports carry every public fact.");
        if (Sent("queries") is not { } queries)
            return HttpMethods.IsPost(http.Request.Method) ? Refuse("Send the batch as the form field \"queries\".") : Results.Json(ReconciliationManifest.Of(AddressOf(http, site)));

        try
        {
            var results = new Dictionary<string, object>();
            foreach (var (key, query) in ReconciliationQuery.ReadBatch(queries))
                results[key] = new { result = await reconciler.FindAsync(query, cancellation) };
            return Results.Json(results);
        }
        catch (FormatException wrong)
        {
            return Refuse(wrong.Message);
        }

        string? Sent(string name) => Blank.ToNull(sent?[name].ToString()) ?? Blank.ToNull(http.Request.Query[name].ToString());
    }

    private static async Task<IResult> SuggestPeopleAsync(string? prefix, RegisterContext register, CancellationToken cancellation)
    {
        register.ShowUnpublished = register.ShowWithheld = false;
        if (Blank.ToNull(prefix) is not { Length: <= ReconciliationQuery.LongestName } text)
            return Results.Json(new { result = Array.Empty<object>() });

        var found = await PrisonerSearch.SuggestAsync(register, register.Prisoners, text, cancellation);
        Guid[] ids = [.. found.Hits.Take(Suggested).Select(h => h.PrisonerId)];
        var people = await register.Prisoners.AsNoTracking()
            .Where(p => ids.Contains(p.PrisonerId))
            .Select(p => new { p.PrisonerId, p.Slug, p.DisplayName, p.BornOn, HidesBirth = p.WithheldParts.Any(w => w.Part == PersonPart.BirthDate), p.Standing.Custody, p.Standing.Country, p.IsFictional })
            .ToListAsync(cancellation);
        return Results.Json(new
        {
            result = people.OrderBy(p => Array.IndexOf(ids, p.PrisonerId)).Select(p => new ReconciliationManifest.Suggested(
                p.Slug, p.DisplayName, Reconciler.Describe(p.HidesBirth ? null : p.BornOn, p.Custody, p.Country, p.IsFictional, []))),
        });
    }

    private static IResult Suggest(IEnumerable<ReconciliationManifest.Suggested> all, string? prefix) =>
        Results.Json(new { result = all.Where(one => prefix is null || one.Name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) || one.Id.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)) });

    private static IResult Refuse(string why) => Results.Json(new { status = "error", message = why }, statusCode: StatusCodes.Status400BadRequest);

    private static string AddressOf(HttpContext http, SiteOptions site) =>
        (site.Address?.ToString() ?? $"{http.Request.Scheme}://{http.Request.Host}").TrimEnd('/');
}
