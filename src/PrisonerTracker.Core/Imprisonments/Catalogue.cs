using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.Law;
using PrisonerTracker.Core.Shared;

namespace PrisonerTracker.Core.Imprisonments;

/// <summary>
/// Finds what a case refers to by the name an editor typed, and adds it to the catalogue when it is new, in the same transaction.
/// </summary>
internal sealed class Catalogue(RegisterContext context, string country)
{
    private List<Article>? _articles;
    private List<Court>? _courts;
    private List<Judge>? _judges;
    private List<Facility>? _facilities;
    private List<LegalCode>? _codes;

    public async Task<Article> ArticleAsync(string number, string? codeKey, CancellationToken cancellationToken)
    {
        var code = await CodeAsync(codeKey, cancellationToken);
        _articles ??= await context.Articles.Where(a => a.LegalCode.Country == country).ToListAsync(cancellationToken);
        return Find(
            _articles,
            a => a.LegalCodeId == code.LegalCodeId && Same(a.Number, number),
            () => Article.Create(code.LegalCodeId, number, LocalizedText.Empty));
    }

    public async Task<Court?> CourtAsync(LocalizedText name, CancellationToken cancellationToken)
    {
        if (name.IsEmpty)
            return null;

        _courts ??= await context.Set<Court>().Where(c => c.Country == country).ToListAsync(cancellationToken);
        return Find(_courts, c => Same(c.Name.ToString(), name.ToString()), () => Court.Create(country, name));
    }

    public async Task<Judge?> JudgeAsync(LocalizedText name, CancellationToken cancellationToken)
    {
        if (name.IsEmpty)
            return null;

        _judges ??= await context.Set<Judge>().Where(j => j.Country == country).ToListAsync(cancellationToken);
        return Find(_judges, j => Same(j.Name.ToString(), name.ToString()), () => Judge.Create(country, name));
    }

    public async Task<Facility?> FacilityAsync(LocalizedText name, FacilityKind kind, CancellationToken cancellationToken)
    {
        if (name.IsEmpty)
            return null;

        _facilities ??= await context.Facilities.Where(f => f.Country == country).ToListAsync(cancellationToken);
        return Find(
            _facilities,
            f => Same(f.Name.ToString(), name.ToString()),
            () => Facility.Create(FreeKey(_facilities, name), country, kind, name));
    }

    // Different names may read alike as a key: "Colony 1" and "Colony №1", or any two in a script that has no ASCII form.
    private string FreeKey(List<Facility> known, LocalizedText name)
    {
        var wanted = $"{country.ToLowerInvariant()}-{(Slug.Of(name.ToString()) is { Length: > 0 } readable ? readable : "facility")}";
        for (var i = 1; ; i++)
        {
            var key = i == 1 ? wanted : $"{wanted}-{i}";
            if (!known.Exists(f => f.Key == key))
                return key;
        }
    }

    private async Task<LegalCode> CodeAsync(string? key, CancellationToken cancellationToken)
    {
        _codes ??= await context.LegalCodes.Where(c => c.Country == country).ToListAsync(cancellationToken);
        var wanted = key ?? $"{country.ToLowerInvariant()}-criminal-code";
        return Find(
            _codes,
            c => c.Key == wanted,
            () => key is null
                ? LegalCode.Create(wanted, country, LocalizedText.English($"Criminal Code ({Countries.Name(country)})"))
                : throw new RuleException("LegalCodeKey", $"There is no legal code '{key}' of {Countries.Name(country)}. Choose one of the list."));
    }

    private T Find<T>(List<T> known, Predicate<T> wanted, Func<T> create)
        where T : class
    {
        if (known.Find(wanted) is { } found)
            return found;

        var created = create();
        known.Add(created);
        context.Add(created);
        return created;
    }

    private static bool Same(string a, string b) => string.Equals(a, b.Trim(), StringComparison.OrdinalIgnoreCase);
}
