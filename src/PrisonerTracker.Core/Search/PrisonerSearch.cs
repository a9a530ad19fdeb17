using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.Names;
using PrisonerTracker.Core.Prisoners;

namespace PrisonerTracker.Core.Search;

/// <summary>
/// Finds people by what a reader types: any spelling of the name, part of it, initials, typing errors, and words that are not names.
/// Each way of asking looks at a bounded number of people, so that the time does not grow with the register.
/// </summary>
public static class PrisonerSearch
{
    /// <summary>People found in one way that are ranked; whoever fits letter for letter is listed however many they are.</summary>
    private const int Most = 200;

    /// <summary>People whose names are compared one by one.</summary>
    private const int MostCompared = 60;

    private const int MostSuggested = 24;

    /// <summary>A single word is never a whole name's likeness; what of it is left is the word's own.</summary>
    private const double LikeWord = 0.78;

    private const double OneWord = 0.66;

    /// <summary>Looks among the given people.</summary>
    /// <param name="context">The register; whoever it hides is not found.</param>
    /// <param name="people">Narrowed by what else the reader chose.</param>
    /// <param name="text">As typed.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    public static Task<SearchResult> FindAsync(
        RegisterContext context, IQueryable<Prisoner> people, string text, CancellationToken cancellationToken = default) =>
        new Run(context, people.AsNoTracking(), new SearchWords(text), Most, cancellationToken).FindAsync();

    /// <summary>A few people, for offering them while the reader still types.</summary>
    public static Task<SearchResult> SuggestAsync(
        RegisterContext context, IQueryable<Prisoner> people, string text, CancellationToken cancellationToken = default) =>
        new Run(context, people.AsNoTracking(), new SearchWords(text), MostSuggested, cancellationToken).SuggestAsync();

    // Members instead of a constructor: EF Core unites only what it need not construct.
    private sealed record Found
    {
        public required Guid PrisonerId { get; init; }
        public required int Way { get; init; }
        public required string SortName { get; init; }
        public SearchTier Tier => (SearchTier)Way;
    }

    private sealed class Run(RegisterContext context, IQueryable<Prisoner> people, SearchWords words, int most, CancellationToken cancellationToken)
    {
        // By person, the best way in which they were found.
        private readonly Dictionary<Guid, (SearchTier Tier, double Score, string SortName)> _found = [];
        private bool _isCutOff;

        public async Task<SearchResult> FindAsync()
        {
            if (words.Folded.Count == 0)
                return new SearchResult(everybody => everybody);

            var found = await AskAsync(Enum.GetValues<SearchTier>().Select(Way));
            if (found.Count(f => f.Tier == SearchTier.Exact) > most)
                return new SearchResult(some => some.Where(words.Exact));
            if (found.Count(f => f.Tier == SearchTier.Words) > most && found.TrueForAll(f => f.Tier == SearchTier.Words))
                return new SearchResult(some => some.Where(words.InDocument));

            Keep(found);
            await CompareAsync();
            return Ranked();
        }

        public async Task<SearchResult> SuggestAsync()
        {
            if (words.Folded.Count == 0)
                return new SearchResult([], isCutOff: false);

            Keep(await AskAsync([Way(SearchTier.Exact), Way(SearchTier.Beginning), Way(SearchTier.BeginningOfVariant)]));
            if (_found.Count == 0)
                await CompareAsync();
            return Ranked();
        }

        private IQueryable<Found>? Way(SearchTier tier) => tier switch
        {
            SearchTier.Exact => Some(people.Where(words.Exact), tier),
            SearchTier.Beginning => Some(people.Where(words.Beginning), tier),
            SearchTier.Variant when words.CanBeSaid => Some(people.Where(words.Variant), tier),
            SearchTier.BeginningOfVariant when words.CanBeSaid => Some(people.Where(words.BeginningOfVariant), tier),
            SearchTier.Within when words.AreLongEnoughWithin => Some(people.Where(words.Within), tier),
            SearchTier.Words => Some(people.Where(words.InDocument), tier),
            _ => null,
        };

        // One more than is kept, to know that there are more.
        private IQueryable<Found> Some(IQueryable<Prisoner> fitting, SearchTier tier) =>
            fitting.Take(most + 1).Select(p => new Found { PrisonerId = p.PrisonerId, Way = (int)tier, SortName = p.SortName });

        private Task<List<Found>> AskAsync(IEnumerable<IQueryable<Found>?> ways) =>
            ways.OfType<IQueryable<Found>>().Aggregate((one, other) => one.Concat(other)).ToListAsync(cancellationToken);

        private void Keep(List<Found> found)
        {
            foreach (var way in found.GroupBy(f => f.Tier))
            {
                _isCutOff |= way.Count() > most;
                foreach (var person in way.Take(most))
                    Keep(person.PrisonerId, person.Tier, 0, person.SortName);
            }
        }

        private void Keep(Guid person, SearchTier tier, double score, string sortName)
        {
            if (!_found.TryGetValue(person, out var known) || tier < known.Tier)
                _found[person] = (tier, score, sortName);
        }

        // Names that are found by their keys are compared as the matcher does it; names that fit letter for letter are looked at once more,
        // to tell a preferred name from an alias.
        private async Task CompareAsync()
        {
            Guid[] exact = [.. _found.Where(f => f.Value.Tier == SearchTier.Exact).Select(f => f.Key)];
            var (selective, common) = (words.Selective, words.Common);
            var others = people.Where(SearchWords.Not(words.Exact));
            var looked = people.Where(p => exact.Contains(p.PrisonerId)).Select(p => p.PrisonerId)
                .Concat(others.Where(p => p.Names.Any(n => n.MatchKeys.Any(k => selective.Contains(k)))).Take(MostCompared).Select(p => p.PrisonerId))
                .Concat(others.Where(p => p.Names.Any(n => n.MatchKeys.Any(k => common.Contains(k)))).Take(MostCompared).Select(p => p.PrisonerId));
            var names = await context.PersonNames
                .Where(n => looked.Contains(n.PrisonerId))
                .Join(context.Prisoners, n => n.PrisonerId, p => p.PrisonerId, (n, p) => new { n.PrisonerId, n.Full, n.Kind, p.SortName })
                .ToListAsync(cancellationToken);

            foreach (var person in names.GroupBy(n => (n.PrisonerId, n.SortName)))
            {
                var (id, sortName) = person.Key;
                if (_found.TryGetValue(id, out var known) && known.Tier == SearchTier.Exact)
                {
                    if (!person.Any(n => n.Kind == NameKind.Preferred && words.StandIn(n.Full)))
                        _found[id] = known with { Tier = SearchTier.ExactAlias };
                    continue;
                }

                var score = person.Max(n => NameComparer.Score(words.Name, NameParser.Parse(n.Full)));
                var isLike = words.Name.Words.Count == 1 ? score >= LikeWord * OneWord : score >= NameThresholds.Unsure;
                if (isLike)
                    Keep(id, score >= SearchWords.SameName ? SearchTier.Variant : SearchTier.LookAlike, score, sortName);
            }
        }

        private SearchResult Ranked() => new(
            [
                .. _found
                    .OrderBy(f => f.Value.Tier).ThenByDescending(f => f.Value.Score)
                    .ThenBy(f => f.Value.SortName, StringComparer.Ordinal).ThenBy(f => f.Key)
                    .Select(f => new SearchHit(f.Key, f.Value.Tier)),
            ],
            _isCutOff);
    }
}
