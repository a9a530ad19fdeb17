using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.History;
using PrisonerTracker.Core.Shared;

namespace PrisonerTracker.Core.Duplicates;

/// <summary>Remembers that two records are of two people, and forgets it again.</summary>
public sealed class DistinctService(RegisterContext context, RegisterWriter writer)
{
    /// <summary>The two are not the same person; holds until a name or the birth of one of them changes.</summary>
    /// <exception cref="RuleException">One of the two is not there any more.</exception>
    public Task<WriteResult> TellApartAsync(Guid oneId, Guid otherId, Submission submission, CancellationToken cancellationToken = default) =>
        writer.WriteAsync(submission.To("prisoner.told_apart"), async (now, token) =>
        {
            var people = await context.Prisoners.AsNoTracking()
                .Where(p => p.PrisonerId == oneId || p.PrisonerId == otherId)
                .OrderBy(p => p.PrisonerId)
                .Select(p => new { p.PrisonerId, p.DisplayName })
                .ToListAsync(token);
            if (people.Count < 2)
                throw new RuleException("", "One of the two records is not in the register any more: it was merged with another.");

            var (first, second) = (people[0], people[1]);
            var basis = (await PairBasis.LoadAsync(context, [oneId, otherId], token)).Of(oneId, otherId);
            var earlier = await FindAsync(first.PrisonerId, second.PrisonerId, token);
            if (earlier is not null && earlier.Basis.AsSpan().SequenceEqual(basis))
                return [first.PrisonerId, second.PrisonerId];

            if (earlier is not null)
                context.Remove(earlier);
            context.Add(DistinctPair.Create((first.PrisonerId, first.DisplayName), (second.PrisonerId, second.DisplayName), basis, submission, now));
            var shown = await context.LookAlikes.SingleOrDefaultAsync(l => l.FirstId == first.PrisonerId && l.SecondId == second.PrisonerId, token);
            shown?.Restate(basis);
            return [first.PrisonerId, second.PrisonerId];
        }, cancellationToken);

    /// <summary>The two may be the same person after all; unchanged when nothing was decided.</summary>
    public Task<WriteResult> TakeBackAsync(Guid oneId, Guid otherId, Submission submission, CancellationToken cancellationToken = default) =>
        writer.WriteAsync(submission.To("prisoner.told_apart_taken_back"), async (_, token) =>
        {
            var (first, second) = oneId < otherId ? (oneId, otherId) : (otherId, oneId);
            if (await FindAsync(first, second, token) is { } pair)
                context.Remove(pair);
            return [first, second];
        }, cancellationToken);

    private Task<DistinctPair?> FindAsync(Guid firstId, Guid secondId, CancellationToken cancellationToken) =>
        context.DistinctPairs.SingleOrDefaultAsync(d => d.FirstId == firstId && d.SecondId == secondId, cancellationToken);
}
