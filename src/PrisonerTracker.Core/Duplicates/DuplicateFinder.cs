using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.Names;
using PrisonerTracker.Core.Names.Comparing;

namespace PrisonerTracker.Core.Duplicates;

/// <summary>Compares people of the register with each other and keeps the pairs that may be one person. Shows itself drafts.</summary>
public sealed class DuplicateFinder(RegisterContext context, TimeProvider clock)
{
    /// <summary>More pairs of one person than this help nobody to decide.</summary>
    public const int MostPerPerson = 5;

    /// <summary>Locks are 64-bit numbers in PostgreSQL; this one orders those who store pairs.</summary>
    private const long PairsLock = 0x4C4F_4F4B_414C_494B;

    /// <summary>Some of those to be compared, in the order of their ids.</summary>
    /// <param name="most">How many.</param>
    /// <param name="after">Only people with a greater id.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async Task<IReadOnlyList<Guid>> WaitingAsync(int most, Guid after = default, CancellationToken cancellationToken = default)
    {
        context.ShowUnpublished = true;
        return await context.Uncompared()
            .Where(p => p.PrisonerId > after)
            .OrderBy(p => p.PrisonerId)
            .Select(p => p.PrisonerId)
            .Take(most)
            .ToListAsync(cancellationToken);
    }

    /// <summary>Compares one person with all others and replaces the person's pairs; a person who is changed meanwhile stays to be compared.</summary>
    public async Task CompareAsync(Guid prisonerId, CancellationToken cancellationToken = default)
    {
        context.ShowUnpublished = true;
        var found = await context.Prisoners.AsNoTracking()
            .Where(p => p.PrisonerId == prisonerId)
            .Select(p => new { p.Version, p.IsFictional, p.BornOn, Names = p.Names.OrderBy(n => n.Ordinal).Select(n => n.Full).ToList() })
            .SingleOrDefaultAsync(cancellationToken);
        if (found is null)
            return;

        var person = new RegisterEntry(prisonerId.ToString(), [.. found.Names.Select(NameParser.Parse)], RegisterCandidates.BirthHintOf(found.BornOn));
        var alike = (await CandidatesAsync(person, found.IsFictional, cancellationToken))
            .Select(other => Compare(person, other))
            .OfType<Likeness>()
            .OrderByDescending(l => l.Score).ThenBy(l => l.Id)
            .ToList();
        await StoreAsync(prisonerId, found.Version, alike, cancellationToken);
    }

    // Rare keys and common ones apart: otherwise those who share a word would crowd out those who share the name.
    private async Task<IEnumerable<RegisterEntry>> CandidatesAsync(RegisterEntry person, bool isFictional, CancellationToken cancellationToken)
    {
        var id = Guid.Parse(person.Id);
        var source = new RegisterCandidates(context, context.Prisoners.Where(p => p.PrisonerId != id && p.IsFictional == isFictional));
        var asked = person.Names.Select(NameKeys.Asked).ToList();
        var selective = await source.FindAsync([.. asked.SelectMany(a => a.Selective).Distinct()], someOfTooMany: true, cancellationToken);
        var wide = await source.FindAsync([.. asked.SelectMany(a => a.Wide).Distinct()], someOfTooMany: true, cancellationToken);
        var common = await source.FindAsync([.. asked.SelectMany(a => a.Common).Distinct()], someOfTooMany: true, cancellationToken);
        return selective.Entries.UnionBy(wide.Entries, e => e.Id).UnionBy(common.Entries, e => e.Id);
    }

    private static Likeness? Compare(RegisterEntry person, RegisterEntry other)
    {
        if (person.Birth is { } birth && other.Birth is { } otherBirth && birth.Contradicts(otherBirth))
            return null;
        if (person.Names.Any(a => other.Names.Any(b => PatronymicRule.Contradiction(a, b) is not null)))
            return null;

        var best = person.Names
            .SelectMany(a => other.Names, (a, b) => new Likeness(Guid.Parse(other.Id), a, b, NameComparer.Score(a, b)))
            .MaxBy(l => l.Score);
        return best is { Score: >= NameThresholds.Same } or { Score: >= NameThresholds.Unsure, IsOneWord: false } ? best : null;
    }

    private async Task StoreAsync(Guid prisonerId, int version, List<Likeness> alike, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        context.ChangeTracker.Clear();
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await context.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({PairsLock})", cancellationToken);
        await context.LookAlikes.Where(l => l.FirstId == prisonerId || l.SecondId == prisonerId).ExecuteDeleteAsync(cancellationToken);

        // What was decided takes no place from what is open, and is kept for when the decision is taken back.
        var decided = await context.DistinctPairs.AsNoTracking()
            .Where(d => d.FirstId == prisonerId || d.SecondId == prisonerId)
            .ToDictionaryAsync(d => d.FirstId == prisonerId ? d.SecondId : d.FirstId, d => d.Basis, cancellationToken);
        var bases = await PairBasis.LoadAsync(context, [prisonerId, .. alike.Select(l => l.Id)], cancellationToken);
        var open = 0;
        foreach (var likeness in alike.Where(l => bases.Has(l.Id) && bases.Has(prisonerId)))
        {
            var basis = bases.Of(prisonerId, likeness.Id);
            var isDecided = decided.TryGetValue(likeness.Id, out var known) && known.AsSpan().SequenceEqual(basis);
            if (!isDecided && open++ >= MostPerPerson)
                continue;
            var comparison = NameComparer.Compare(likeness.Own, likeness.Other);
            context.Add(LookAlikePair.Create((prisonerId, likeness.Own.Text), (likeness.Id, likeness.Other.Text), comparison, basis, now));
        }

        await context.SaveChangesAsync(cancellationToken);
        await context.Prisoners.IgnoreQueryFilters()
            .Where(p => p.PrisonerId == prisonerId && p.Version == version)
            .ExecuteUpdateAsync(set => set.SetProperty(p => p.ComparedVersion, version), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        context.ChangeTracker.Clear();
    }

    private sealed record Likeness(Guid Id, WrittenName Own, WrittenName Other, double Score)
    {
        public bool IsOneWord => Own.Words.Count < 2 || Other.Words.Count < 2;
    }
}
