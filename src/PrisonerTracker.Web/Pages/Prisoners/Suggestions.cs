using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.Prisoners;
using PrisonerTracker.Core.Search;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Web.Infrastructure;

namespace PrisonerTracker.Web.Pages.Prisoners;

/// <summary><c>/prisoners/suggest.json?q=</c>: a few people to offer while somebody still types a name, in any spelling.</summary>
internal static class Suggestions
{
    private const int Most = 8;
    private const int LongestText = 100;

    /// <summary>A person, with what tells namesakes apart.</summary>
    /// <param name="Name">As lists show it.</param>
    /// <param name="Also">The spelling that fits what was typed, when it is another.</param>
    /// <param name="AlsoLanguage">BCP 47.</param>
    /// <param name="Custody">In words.</param>
    /// <param name="BornOn">A partial date.</param>
    /// <param name="Address">Of the profile.</param>
    private sealed record Suggestion(string Name, string? Also, string? AlsoLanguage, string Custody, string? BornOn, string Address);

    public static void MapSuggestions(this WebApplication app) =>
        app.MapRead("/prisoners/suggest.json", SuggestAsync).AllowAnonymous();

    private static async Task<IResult> SuggestAsync(string? q, HttpRequest request, RegisterContext register, CancellationToken cancellation)
    {
        if (Blank.ToNull(q) is not { } text || text.Length > LongestText)
            return Results.Json(Array.Empty<Suggestion>());

        var found = await PrisonerSearch.SuggestAsync(register, register.Prisoners, text, cancellation);
        Guid[] ids = [.. found.Hits.Take(Most).Select(h => h.PrisonerId)];
        var people = await register.Prisoners.AsNoTracking()
            .Where(p => ids.Contains(p.PrisonerId))
            .Select(p => new
            {
                p.PrisonerId,
                p.Slug,
                p.DisplayName,
                p.Standing.Custody,
                p.BornOn,
                HidesBirth = !register.ShowWithheld && p.WithheldParts.Any(w => w.Part == PersonPart.BirthDate),
                Names = p.Names.OrderBy(n => n.Ordinal).Select(n => new { n.Full, n.Language }).ToList(),
            })
            .ToListAsync(cancellation);

        var spelling = new SearchSpelling(text);
        return Results.Json(people.OrderBy(p => Array.IndexOf(ids, p.PrisonerId)).Select(p =>
        {
            var fits = spelling.Of([p.DisplayName, .. p.Names.Select(n => n.Full)]);
            var also = fits == p.DisplayName ? null : p.Names.Find(n => n.Full == fits);
            return new Suggestion(p.DisplayName, also?.Full, also?.Language, Words.Of(p.Custody), p.HidesBirth ? null : p.BornOn?.ToString(), $"{request.PathBase}/prisoners/{p.Slug}");
        }));
    }
}
