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
    private const int MostCompared = 100;

    /// <summary>People of whom a preferred name is told from an alias.</summary>
    private const int MostLookedAt = 60;

    private const int MostSuggested = 24;

    /// <summary>So many people are a list to choose from.</summary>
    private const int Offered = 8;

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

    /// <summary>Somebody found in a way, readers' or not.</summary>
    private sealed record Asked(Guid PrisonerId, int Way);

    private sealed record Found(Guid PrisonerId, SearchTier Tier, string SortName);

    private sealed class Run(RegisterContext context, IQueryable<Prisoner> people, SearchWords words, int most, CancellationToken cancellationToken)
    {
        private static readonly SearchTier[] OfNames = [SearchTier.Exact, SearchTier.Variant, SearchTier.Beginning, SearchTier.BeginningOfVariant];

        // By person, the best way in which they were found.
        private readonly Dictionary<Guid, Fit> _found = [];

        // Namesakes share most spellings; each is compared once.
        private readonly Dictionary<string, double> _scores = new(StringComparer.Ordinal);
        private bool _isCutOff;

        public async Task<SearchResult> FindAsync()
        {
            if (words.Folded.Count == 0)
                return new SearchResult(everybody => everybody);

            var asked = await AskAsync([SearchTier.Exact, SearchTier.Variant]);
            if (asked.Count(a => a.Way == (int)SearchTier.Exact) > most)
                return new SearchResult(some => some.Where(words.Named(SearchTier.Exact)!)) { StandTogether = words.HasSurname };

            asked.AddRange(await AskAsync([SearchTier.Beginning, SearchTier.BeginningOfVariant, SearchTier.LookAlike, SearchTier.Words]));
            if (asked.Count > most && asked.TrueForAll(a => a.Way == (int)SearchTier.Words))
                return new SearchResult(some => some.Where(words.InDocument));

            // Letters within names are the last resort.
            if (words.AreLongEnoughWithin && asked.TrueForAll(a => !OfNames.Contains((SearchTier)a.Way)))
                asked.AddRange(await AskAsync([SearchTier.Within]));

            await KeepAsync(asked);
            await CompareAsync(asked);
            return Ranked();
        }

        public async Task<SearchResult> SuggestAsync()
        {
            if (words.Folded.Count == 0)
                return new SearchResult([], isCutOff: false);

            // Each further way only where there is room.
            var asked = await AskAsync([SearchTier.Exact, SearchTier.Beginning]);
            if (asked.Count < Offered)
                asked.AddRange(await AskAsync([SearchTier.BeginningOfVariant]));
            if (asked.Count == 0)
                asked = await AskAsync([SearchTier.LookAlike]);
            await KeepAsync(asked);
            await CompareAsync(asked);
            return Ranked();
        }

        // One more than is kept, to know that there are more.
        private Task<List<Asked>> AskAsync(IReadOnlyList<SearchTier> tiers)
        {
            var parameters = new List<object>();
            var parts = tiers.SelectMany(tier => Ways(tier).Select(way =>
            {
                var places = string.Join(", ", way.Parameters.Select((_, i) => $"{{{parameters.Count + i}}}"));
                parameters.AddRange(way.Parameters);
                return $"""SELECT prisoner_id AS "PrisonerId", {tier:D} AS "Way" FROM {way.Function}({places}) AS prisoner_id""";
            })).ToList();
            return parts.Count == 0
                ? Task.FromResult<List<Asked>>([])
                : context.Database.SqlQueryRaw<Asked>(string.Join(" UNION ALL ", parts), [.. parameters]).ToListAsync(cancellationToken);
        }

        private IEnumerable<(string Function, object[] Parameters)> Ways(SearchTier tier)
        {
            switch (tier)
            {
                case SearchTier.LookAlike:
                    return new[] { words.Selective, words.Common }.Where(keys => keys.Length > 0).Select(keys => ("name_bearers", new object[] { keys, MostCompared }));
                case SearchTier.Within:
                    var patterns = words.Folded.OrderByDescending(word => word.Length).Select(word => $"%{word}%").ToArray();
                    return [("people_with_letters", [patterns, most + 1])];
                case SearchTier.Words:
                    return [("people_described", [words.Plain, most + 1])];
                case SearchTier.Beginning when words.ShortBeginning is { } letters:
                    return [("people_beginning", [letters, most + 1])];
                default:
                    return words.Query(tier) is { } query ? [("people_named", [query.ToString(), most + 1])] : [];
            }
        }

        private async Task KeepAsync(List<Asked> asked)
        {
            Guid[] ids = [.. asked.Where(a => a.Way != (int)SearchTier.LookAlike).Select(a => a.PrisonerId).Distinct()];
            if (ids.Length == 0)
                return;

            var visible = await people.Where(p => ids.Contains(p.PrisonerId)).Select(p => new { p.PrisonerId, p.SortName }).ToDictionaryAsync(p => p.PrisonerId, p => p.SortName, cancellationToken);
            foreach (var way in asked.Where(a => a.Way != (int)SearchTier.LookAlike).GroupBy(a => (SearchTier)a.Way, a => a.PrisonerId))
            {
                var found = way.Where(visible.ContainsKey).Take(most).Select(id => new Found(id, way.Key, visible[id])).ToList();
                var isCutOff = way.Count() > most;

                // Whoever else was chosen is rare among those looked at: they are looked for by name and by the rest of the choice at once.
                if (isCutOff && found.Count < most / 2 && words.Named(way.Key) is { } named)
                {
                    found = await people.Where(named).Take(most + 1).Select(p => new Found(p.PrisonerId, way.Key, p.SortName)).ToListAsync(cancellationToken);
                    isCutOff = found.Count > most;
                }

                _isCutOff |= isCutOff;
                foreach (var person in found.Take(most))
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
        private async Task CompareAsync(List<Asked> asked)
        {
            Guid[] known = [.. _found.Where(f => f.Value.Tier < SearchTier.LookAlike).Select(f => f.Key).Take(MostLookedAt)];
            Guid[] like = [.. asked.Where(a => a.Way == (int)SearchTier.LookAlike).Select(a => a.PrisonerId).Distinct().Except(_found.Where(f => f.Value.Tier < SearchTier.LookAlike).Select(f => f.Key))];
            if (known.Length + like.Length == 0)
                return;

            var names = await people
                .Where(p => known.Contains(p.PrisonerId) || like.Contains(p.PrisonerId))
                .SelectMany(p => p.Names, (p, n) => new { p.PrisonerId, n.Full, n.Kind, p.SortName })
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
