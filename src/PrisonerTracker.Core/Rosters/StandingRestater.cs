using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.Prisoners;

namespace PrisonerTracker.Core.Rosters;

/// <summary>Derives stored standings again after the rules changed. No fact changes, so the history says nothing of it.</summary>
internal static class StandingRestater
{
    private const int BatchSize = 500;

    /// <summary>Restates everybody who was stated under other rules, in batches that are kept one by one; repeating goes on.</summary>
    public static async Task RestateAsync(RegisterContext context, CancellationToken cancellationToken)
    {
        context.ShowUnpublished = true;
        for (List<Guid> stale; (stale = await StaleAsync(context, cancellationToken)).Count > 0;)
        {
            await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
            foreach (var prisoner in await context.WholeAsync(stale, cancellationToken))
                prisoner.Restate();
            await context.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            context.ChangeTracker.Clear();
        }
    }

    private static Task<List<Guid>> StaleAsync(RegisterContext context, CancellationToken cancellationToken) =>
        context.Prisoners.Where(p => p.StandingRules != Standing.Rules).Select(p => p.PrisonerId).Take(BatchSize).ToListAsync(cancellationToken);
}
