using PrisonerTracker.Core.Prisoners;

namespace PrisonerTracker.Core.Search;

/// <summary>How a person fits what was looked for, best first.</summary>
public enum SearchTier
{
    /// <summary>Every word stands in a name, letter for letter but for case, diacritics and look-alike letters.</summary>
    Exact,

    /// <summary>Another spelling of the same name.</summary>
    Variant,

    /// <summary>Every word is the beginning of a word of the name.</summary>
    Beginning,

    /// <summary>The same in another spelling.</summary>
    BeginningOfVariant,

    /// <summary>A name that may be meant: a typing error, a careless transcription.</summary>
    LookAlike,

    /// <summary>Every word stands somewhere within the name.</summary>
    Within,

    /// <summary>Not the name: the summary, the occupation, an article or a facility.</summary>
    Words,
}

/// <summary>A person who was found.</summary>
/// <param name="PrisonerId">Who.</param>
/// <param name="Tier">How well the text fits.</param>
/// <param name="IsAlias">It fits an alias, a transliteration or a former name, and no preferred one: within a tier these come after the others.</param>
public sealed record SearchHit(Guid PrisonerId, SearchTier Tier, bool IsAlias);

/// <summary>
/// Whom a search found: either some people in order, best first, or, when the words fit too many to tell apart, everybody whom they fit.
/// </summary>
public sealed class SearchResult
{
    private readonly Func<IQueryable<Prisoner>, IQueryable<Prisoner>>? _everybody;

    internal SearchResult(IReadOnlyList<SearchHit> hits, bool isCutOff) => (Hits, IsCutOff) = (hits, isCutOff);

    internal SearchResult(Func<IQueryable<Prisoner>, IQueryable<Prisoner>> everybody) => (Hits, _everybody) = ([], everybody);

    /// <summary>The people found, best first; empty when <see cref="IsBroad"/>.</summary>
    public IReadOnlyList<SearchHit> Hits { get; }

    /// <summary>So many fit that they are filtered, not ranked.</summary>
    public bool IsBroad => _everybody is not null;

    /// <summary>Everybody whom the words fit stands together in the order of names: they share a surname.</summary>
    public bool StandTogether { get; init; }

    /// <summary>More people fit some part of the text than are among the hits.</summary>
    public bool IsCutOff { get; }

    internal IQueryable<Prisoner> Apply(IQueryable<Prisoner> people)
    {
        if (_everybody is not null)
            return _everybody(people);
        Guid[] ids = [.. Hits.Select(h => h.PrisonerId)];
        return people.Where(p => ids.Contains(p.PrisonerId));
    }
}
