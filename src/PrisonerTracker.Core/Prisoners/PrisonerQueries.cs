using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.Shared;

namespace PrisonerTracker.Core.Prisoners;

internal static class PrisonerQueries
{
    /// <summary>
    /// Loads people with everything their standing follows from, and holds their rows until the transaction ends, so that two
    /// writers of one person take turns. Rows are taken in key order: two of these cannot wait for each other.
    /// </summary>
    /// <remarks>NO KEY UPDATE lets others go on citing and naming the person meanwhile.</remarks>
    public static async Task<List<Prisoner>> WholeAsync(
        this RegisterContext context, IReadOnlyCollection<Guid> prisonerIds, CancellationToken cancellationToken)
    {
        Guid[] ids = [.. prisonerIds];
        await context.Database.ExecuteSqlAsync(
            $"SELECT 1 FROM prisoners WHERE prisoner_id = ANY({ids}) ORDER BY prisoner_id FOR NO KEY UPDATE", cancellationToken);
        return await context.Prisoners.Whole(ids).ToListAsync(cancellationToken);
    }

    /// <summary>The same to look at, without holding anything.</summary>
    public static async Task<Dictionary<Guid, Prisoner>> WholeToLookAtAsync(
        this RegisterContext context, IReadOnlyCollection<Guid> prisonerIds, CancellationToken cancellationToken) =>
        await context.Prisoners.AsNoTrackingWithIdentityResolution().Whole([.. prisonerIds]).ToDictionaryAsync(p => p.PrisonerId, cancellationToken);

    public static async Task<Prisoner> WholeAsync(this RegisterContext context, Guid prisonerId, CancellationToken cancellationToken) =>
        (await context.WholeAsync([prisonerId], cancellationToken)).SingleOrDefault()
        ?? throw new RuleException("", "This person is not in the register.");

    private static IQueryable<Prisoner> Whole(this IQueryable<Prisoner> people, Guid[] ids) =>
        people
            .AsSplitQuery()
            .Include(p => p.Citations)
            .Include(p => p.Names.OrderBy(n => n.Ordinal)).ThenInclude(n => n.Citations)
            .Include(p => p.Designations)
            .Include(p => p.HeldPeriods)
            .Include(p => p.Imprisonments).ThenInclude(i => i.Charges)
            .Include(p => p.Imprisonments).ThenInclude(i => i.Sentences)
            .Include(p => p.Imprisonments).ThenInclude(i => i.Placements)
            .Include(p => p.Imprisonments).ThenInclude(i => i.Releases)
            .Where(p => ids.Contains(p.PrisonerId));
}
