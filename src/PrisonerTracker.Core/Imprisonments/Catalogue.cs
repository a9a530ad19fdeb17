using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.Law;
using PrisonerTracker.Core.Shared;

namespace PrisonerTracker.Core.Imprisonments;

/// <summary>
/// Finds what a case refers to by the name an editor typed, and adds it to the catalogue when it is new, in the same transaction.
/// </summary>
internal sealed class Catalogue
{
    private readonly RegisterContext _context;
    private readonly string _country;
    private List<Article>? _articles;
    private List<Court>? _courts;
    private List<Judge>? _judges;
    private List<Facility>? _facilities;
    private List<LegalCode>? _codes;

    private Catalogue(RegisterContext context, string country) => (_context, _country) = (context, country);

    /// <summary>For one country at a time, to the end of the transaction: two editors who type the same new name add it once.</summary>
    public static async Task<Catalogue> OpenAsync(RegisterContext context, string country, CancellationToken cancellationToken)
    {
        await context.Database.ExecuteSqlAsync(
            $"SELECT pg_advisory_xact_lock(hashtext('catalogue'), hashtext({country}))", cancellationToken);
        return new Catalogue(context, country);
    }

    public async Task<Article> ArticleAsync(
        string number, string? codeKey, CancellationToken cancellationToken, LocalizedText? title = null)
    {
        var code = await CodeAsync(codeKey, cancellationToken);
        _articles ??= await _context.Articles.Where(a => a.LegalCode.Country == _country).ToListAsync(cancellationToken);
        return Find(
            _articles,
            a => a.LegalCodeId == code.LegalCodeId && Same(a.Number, number),
            () => Article.Create(code.LegalCodeId, number, title ?? LocalizedText.Empty));
    }

    public async Task<Court?> CourtAsync(LocalizedText name, CancellationToken cancellationToken)
    {
        if (name.IsEmpty)
            return null;

        _courts ??= await _context.Set<Court>().Where(c => c.Country == _country).ToListAsync(cancellationToken);
        return Find(_courts, c => Same(c.Name.ToString(), name.ToString()), () => Court.Create(_country, name));
    }

    public async Task<Judge?> JudgeAsync(LocalizedText name, CancellationToken cancellationToken)
    {
        if (name.IsEmpty)
            return null;

        _judges ??= await _context.Set<Judge>().Where(j => j.Country == _country).ToListAsync(cancellationToken);
        return Find(_judges, j => Same(j.Name.ToString(), name.ToString()), () => Judge.Create(_country, name));
    }

    public async Task<Facility?> FacilityAsync(LocalizedText name, FacilityKind kind, CancellationToken cancellationToken)
    {
        if (name.IsEmpty)
            return null;

        _facilities ??= await _context.Facilities.Where(f => f.Country == _country).ToListAsync(cancellationToken);
        return Find(
            _facilities,
            f => Same(f.Name.ToString(), name.ToString()),
            () => Facility.Create(FreeKey(_facilities, name), _country, kind, name));
    }

    // Different names may read alike as a key: "Colony 1" and "Colony №1", or any two in a script that has no ASCII form.
    private string FreeKey(List<Facility> known, LocalizedText name)
    {
        var wanted = $"{_country.ToLowerInvariant()}-{(Slug.Of(name.ToString()) is { Length: > 0 } readable ? readable : "facility")}";
        for (var i = 1; ; i++)
        {
            var key = i == 1 ? wanted : $"{wanted}-{i}";
            if (!known.Exists(f => f.Key == key))
                return key;
        }
    }

    private async Task<LegalCode> CodeAsync(string? key, CancellationToken cancellationToken)
    {
        _codes ??= await _context.LegalCodes.Where(c => c.Country == _country).ToListAsync(cancellationToken);
        var wanted = key ?? $"{_country.ToLowerInvariant()}-criminal-code";
        return Find(
            _codes,
            c => c.Key == wanted,
            () => key is null
                ? LegalCode.Create(wanted, _country, LocalizedText.English($"Criminal Code ({Countries.Name(_country)})"))
                : throw new RuleException("LegalCodeKey", $"There is no legal code '{key}' of {Countries.Name(_country)}. Choose one of the list."));
    }

    private T Find<T>(List<T> known, Predicate<T> wanted, Func<T> create)
        where T : class
    {
        if (known.Find(wanted) is { } found)
            return found;

        var created = create();
        known.Add(created);
        _context.Add(created);
        return created;
    }

    private static bool Same(string a, string b) => string.Equals(a, b.Trim(), StringComparison.OrdinalIgnoreCase);
}
