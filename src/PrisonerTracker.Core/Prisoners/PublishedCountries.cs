using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Data;

namespace PrisonerTracker.Core.Prisoners;

public static class PublishedCountries
{
    /// <summary>
    /// The countries in which published people were last imprisoned: one look into the index per country, where a DISTINCT would
    /// read the whole of it.
    /// </summary>
    public static IQueryable<string> CountriesOfPublished(this RegisterContext register) =>
        register.Database.SqlQueryRaw<string>("""
            WITH RECURSIVE found (country) AS (
                SELECT min(standing_country) FROM prisoners WHERE publication = 'published'
                UNION ALL
                SELECT (SELECT min(standing_country) FROM prisoners WHERE publication = 'published' AND standing_country > found.country)
                FROM found WHERE found.country IS NOT NULL)
            SELECT country AS "Value" FROM found WHERE country IS NOT NULL
            """);
}
