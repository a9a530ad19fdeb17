using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.History;
using PrisonerTracker.Core.Sample.Synthetic;

namespace PrisonerTracker.Core.Sample;

/// <summary>
/// Fills a register with invented people, marked as fictional, for trying it out and measuring it at size. May stand beside real data.
/// </summary>
public sealed class SyntheticRegister(RegisterContext context, RegisterWriter writer)
{
    private const int BatchSize = 1000;

    private static readonly Actor Generator = new(null, "Synthetic data");

    /// <summary>
    /// Adds the people numbered 1 to <paramref name="people"/> of a seed, as far as they are not there yet: the same number and seed are
    /// the same person in every register, and repeating changes nothing. Broken off, it is finished by repeating.
    /// </summary>
    /// <param name="people">How many people the seed shall have.</param>
    /// <param name="seed">0 or more; another seed gives other people.</param>
    /// <param name="withCases">With imprisonments and designations; otherwise people and their names only.</param>
    /// <param name="progress">Told, after each batch, how many people of the seed are there.</param>
    /// <param name="cancellationToken">Stops after the last whole batch.</param>
    /// <returns>How many people were added.</returns>
    public async Task<int> GenerateAsync(
        int people, int seed, bool withCases = true, IProgress<int>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(people);
        ArgumentOutOfRangeException.ThrowIfNegative(seed);
        if (people == 0)
            return 0;

        var catalogue = await SyntheticCatalogue.EnsureAsync(context, writer, Form, seed, people, cancellationToken);
        var added = 0;
        for (var first = 1; first <= people; first += BatchSize)
        {
            var last = Math.Min(first + BatchSize - 1, people);
            var result = await writer.WriteBulkAsync(
                Form($"{first} to {last}").To("synthetic.generated"), (now, token) => AddAsync(catalogue, seed, withCases, first, last, now, token), cancellationToken);
            if (result.Outcome == WriteOutcome.Written)
                added += result.Subjects.Count;
            progress?.Report(last);
        }

        return added;

        Submission Form(string what) => new(Generator, StableKey.Of($"synthetic data/{seed}/{what}"), $"Synthetic data, seed {seed}");
    }

    private async Task<BulkBatch> AddAsync(
        SyntheticCatalogue catalogue, int seed, bool withCases, int first, int last, DateTime now, CancellationToken cancellationToken)
    {
        var slugs = Enumerable.Range(first, last - first + 1).Select(n => (Number: n, Slug: SyntheticPerson.SlugOf(seed, n))).ToList();
        string[] wanted = [.. slugs.Select(s => s.Slug)];
        var known = await context.Prisoners.Where(p => wanted.Contains(p.Slug)).Select(p => p.Slug).ToHashSetAsync(cancellationToken);
        var missing = slugs.Where(s => !known.Contains(s.Slug)).ToList();

        var subjects = new List<Guid>(missing.Count);
        foreach (var (number, _) in missing)
        {
            var person = SyntheticPerson.Create(catalogue, seed, number, withCases, now);
            context.Add(person.Prisoner);
            if (person is { Named: { } named, ReleaseEventId: { } eventId })
                context.Add(named).Property(n => n.ReleaseEventId).CurrentValue = eventId;
            subjects.Add(person.Prisoner.PrisonerId);
        }

        return new BulkBatch(subjects, "Prisoner", new Dictionary<string, object>
        {
            ["People"] = missing.Count,
            ["Seed"] = seed,
            ["FirstSlug"] = missing.Count == 0 ? "" : missing[0].Slug,
            ["LastSlug"] = missing.Count == 0 ? "" : missing[^1].Slug,
        });
    }
}
