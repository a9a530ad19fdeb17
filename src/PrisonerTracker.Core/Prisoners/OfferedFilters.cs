using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.Shared;

namespace PrisonerTracker.Core.Prisoners;

/// <summary>Something the list can be filtered by, as the address has it, with its name where it has one.</summary>
/// <param name="Value">A code, a number or a key.</param>
/// <param name="Name">Empty for codes and numbers.</param>
/// <param name="Country">Of a facility.</param>
public sealed record OfferedFilter(string Value, LocalizedText Name, string? Country);

/// <summary>What readers can filter the list by and find somebody, the same for whoever looks; read in one statement.</summary>
public sealed class OfferedFilters
{
    private const int MostArticles = 200;
    private const int MostTags = 200;

    // Countries and citizenships by one look into an index for each there is, where a DISTINCT would read the whole of it.
    private const string Sql = """
        WITH RECURSIVE countries (code) AS (
            SELECT min(standing_country) FROM prisoners WHERE publication = 'published'
            UNION ALL
            SELECT (SELECT min(standing_country) FROM prisoners WHERE publication = 'published' AND standing_country > countries.code)
            FROM countries WHERE countries.code IS NOT NULL),
        citizenships (codes) AS (
            SELECT min(citizenships) FROM prisoners WHERE publication = 'published'
            UNION ALL
            SELECT (SELECT min(p.citizenships) FROM prisoners AS p WHERE p.publication = 'published' AND p.citizenships > citizenships.codes)
            FROM citizenships WHERE citizenships.codes IS NOT NULL),
        public_citizenships AS (
            SELECT codes FROM citizenships
            WHERE EXISTS (
                SELECT FROM prisoners AS p
                WHERE p.publication = 'published' AND p.citizenships = codes
                    AND NOT EXISTS (SELECT FROM withheld_parts AS w WHERE w.prisoner_id = p.prisoner_id AND w.part = 'citizenship')))
        SELECT 'country' AS "Kind", code::text AS "Value", NULL AS "Name", NULL AS "Country" FROM countries WHERE code IS NOT NULL
        UNION ALL
        SELECT DISTINCT 'citizenship', unnest(codes)::text, NULL, NULL FROM public_citizenships
        UNION ALL
        SELECT 'article', number, NULL, NULL FROM (SELECT DISTINCT number FROM articles WHERE is_public ORDER BY number LIMIT {0}) AS charged
        UNION ALL
        SELECT 'designatedBy', key, name::text, NULL FROM organisations AS o
        WHERE EXISTS (
            SELECT FROM designations AS d JOIN prisoners AS p USING (prisoner_id)
            WHERE d.organisation_id = o.organisation_id AND d.withdrawn_on_earliest IS NULL AND p.publication = 'published')
        UNION ALL
        SELECT 'facility', key, name::text, country::text FROM facilities AS f
        WHERE EXISTS (
            SELECT FROM placements AS s JOIN imprisonments AS i USING (imprisonment_id) JOIN prisoners AS p USING (prisoner_id)
            WHERE s.facility_id = f.facility_id AND p.publication = 'published'
                AND NOT EXISTS (SELECT FROM withheld_parts AS w WHERE w.prisoner_id = p.prisoner_id AND w.part = 'placements'))
        UNION ALL
        SELECT 'tag', slug, name::text, NULL FROM (SELECT slug, name FROM tags WHERE shown_to_readers ORDER BY slug LIMIT {1}) AS shown
        """;

    private readonly ILookup<string, OfferedFilter> _byParameter;

    private OfferedFilters(ILookup<string, OfferedFilter> byParameter) => _byParameter = byParameter;

    private sealed record Row(string Kind, string Value, string? Name, string? Country);

    public static async Task<OfferedFilters> ReadAsync(RegisterContext register, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(register);
        var rows = await register.Database.SqlQueryRaw<Row>(Sql, MostArticles, MostTags).ToListAsync(cancellationToken);
        return new OfferedFilters(rows.ToLookup(
            r => r.Kind,
            r => new OfferedFilter(r.Value, r.Name is null ? LocalizedText.Empty : JsonSerializer.Deserialize<LocalizedText>(r.Name)!, r.Country),
            StringComparer.Ordinal));
    }

    /// <summary>What is offered for a parameter of the list's address, such as <c>facility</c>; by value.</summary>
    public IEnumerable<OfferedFilter> For(string parameter) => _byParameter[parameter].OrderBy(f => f.Value, StringComparer.Ordinal);

    /// <summary>The name of a value; null when it is not offered or has none.</summary>
    public LocalizedText? NameOf(string parameter, string value) =>
        _byParameter[parameter].FirstOrDefault(f => f.Value == value)?.Name is { IsEmpty: false } name ? name : null;
}
