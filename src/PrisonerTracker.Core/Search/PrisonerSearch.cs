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

    /// <summary>Names by which people are found to be compared one by one.</summary>
    private const int MostCompared = 120;

    /// <summary>People of whom a preferred name is told from an alias.</summary>
    private const int MostLookedAt = 100;

    private const int MostSuggested = 24;

    /// <summary>A single word is never a whole name's likeness; what of it is left is the word's own.</summary>
    private const double LikeWord = 0.78;

    private const double OneWord = 0.66;

    /// <summary>Two spellings of one name fit alike but for this.</summary>
    private const double HardlyLess = 0.05;

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

    private sealed record Fit(SearchTier Tier, bool IsAlias, double Score, string SortName);

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
        private readonly Dictionary<Guid, Fit> _found = [];

        // Namesakes share most spellings; each is compared once.
        private readonly Dictionary<string, double> _scores = new(StringComparer.Ordinal);
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
                    Keep(person.PrisonerId, new Fit(person.Tier, IsAlias: false, Score: 0, person.SortName));
            }
        }

        private void Keep(Guid person, Fit fit)
        {
            if (!_found.TryGetValue(person, out var known) || fit.Tier < known.Tier)
                _found[person] = fit;
        }

        // Names that are found by their keys are compared as the matcher does it; those that were found by letters or sounds are looked at once
        // more, to tell a preferred name from an alias.
        private async Task CompareAsync()
        {
            Guid[] known = [.. _found.Where(f => f.Value.Tier < SearchTier.LookAlike).Select(f => f.Key).Take(MostLookedAt)];
            Guid[] like =
            [
                .. await RegisterCandidates.BearersAsync(context, words.Selective, MostCompared, cancellationToken),
                .. await RegisterCandidates.BearersAsync(context, words.Common, MostCompared, cancellationToken),
            ];
            var looked = people.Where(p => known.Contains(p.PrisonerId) || like.Contains(p.PrisonerId)).Select(p => p.PrisonerId);
            var names = await context.PersonNames
                .Where(n => looked.Contains(n.PrisonerId))
                .Join(context.Prisoners, n => n.PrisonerId, p => p.PrisonerId, (n, p) => new { n.PrisonerId, n.Full, n.Kind, p.SortName })
                .ToListAsync(cancellationToken);

            foreach (var person in names.GroupBy(n => n.PrisonerId, n => (n.Full, IsPreferred: n.Kind == NameKind.Preferred, n.SortName)))
            {
                if (_found.TryGetValue(person.Key, out var fit) && fit.Tier < SearchTier.LookAlike)
                    _found[person.Key] = fit with { IsAlias = !person.Any(n => n.IsPreferred && words.Fit(n.Full, fit.Tier)) };
                else
                    Compare(person.Key, [.. person]);
            }
        }

        private void Compare(Guid person, List<(string Full, bool IsPreferred, string SortName)> names)
        {
            var scores = names.ConvertAll(n => Score(n.Full));
            var best = scores.Max();
            if (words.Name.Words.Count == 1 ? best < LikeWord * OneWord : best < NameThresholds.Unsure)
                return;
            var isAlias = !names.Where((n, i) => n.IsPreferred && scores[i] >= best - HardlyLess).Any();
            Keep(person, new Fit(best >= SearchWords.SameName ? SearchTier.Variant : SearchTier.LookAlike, isAlias, best, names[0].SortName));
        }

        private double Score(string full) =>
            _scores.TryGetValue(full, out var known) ? known : _scores[full] = NameComparer.Score(words.Name, NameParser.Parse(full));

        private SearchResult Ranked() => new(
            [
                .. _found
                    .OrderBy(f => f.Value.Tier).ThenBy(f => f.Value.IsAlias).ThenByDescending(f => f.Value.Score)
                    .ThenBy(f => f.Value.SortName, StringComparer.Ordinal).ThenBy(f => f.Key)
                    .Select(f => new SearchHit(f.Key, f.Value.Tier, f.Value.IsAlias)),
            ],
            _isCutOff);
    }
}
