using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.Prisoners;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Core.Sources;

namespace PrisonerTracker.Core.Imprisonments;

internal static class CaseQueries
{
    /// <summary>Loads a person whole, for the sake of one imprisonment, with the articles it is about.</summary>
    public static async Task<(Prisoner Prisoner, Imprisonment Imprisonment)> CaseAsync(
        this RegisterContext context, Guid imprisonmentId, CancellationToken cancellationToken)
    {
        var prisonerId = await context.Imprisonments
            .Where(i => i.ImprisonmentId == imprisonmentId)
            .Select(i => i.PrisonerId)
            .SingleOrDefaultAsync(cancellationToken);
        var prisoner = await context.WholeAsync(prisonerId, cancellationToken);
        await context.Charges.Where(c => c.ImprisonmentId == imprisonmentId).Include(c => c.Article).LoadAsync(cancellationToken);
        await context.Placements.Where(p => p.ImprisonmentId == imprisonmentId).Include(p => p.Facility).LoadAsync(cancellationToken);
        return (prisoner, prisoner.Imprisonments.Single(i => i.ImprisonmentId == imprisonmentId));
    }

    /// <summary>The fact with the id, with its citations, so that they are not doubled and history tells what went with it.</summary>
    /// <exception cref="RuleException">It is not there any more; <paramref name="gone"/> says so.</exception>
    public static async Task<T> FactAsync<T>(
        this RegisterContext context, IEnumerable<T> facts, Func<T, bool> wanted, Phrase gone, CancellationToken cancellationToken)
        where T : Fact
    {
        var fact = facts.FirstOrDefault(wanted)
            ?? throw new RuleException("", gone);
        await context.Entry(fact).Collection(f => f.Citations).Query().Include(c => c.Source).LoadAsync(cancellationToken);
        return fact;
    }
}
