using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Data;

namespace PrisonerTracker.Core.Names;

/// <summary>Makes anew what names are found by, for names stored before <see cref="NameKeys.Version"/>.</summary>
internal static class NameIndex
{
    private const int BatchSize = 500;

    /// <summary>Safe to repeat and to break off: each batch of people is a transaction of its own.</summary>
    /// <returns>How many people's names were indexed.</returns>
    public static async Task<int> RestateAsync(RegisterContext context, CancellationToken cancellationToken)
    {
        context.ShowUnpublished = true;
        for (var restated = 0; ;)
        {
            var ids = await context.PersonNames
                .Where(n => n.KeysVersion != NameKeys.Version)
                .Select(n => n.PrisonerId).Distinct().Take(BatchSize)
                .ToListAsync(cancellationToken);
            if (ids.Count == 0)
                return restated;

            foreach (var prisoner in await context.Prisoners.IgnoreQueryFilters().Include(p => p.Names.OrderBy(n => n.Ordinal)).Where(p => ids.Contains(p.PrisonerId)).ToListAsync(cancellationToken))
            {
                prisoner.IndexNames();
                prisoner.CompareAnew();
            }

            await context.SaveChangesAsync(cancellationToken);
            context.ChangeTracker.Clear();
            restated += ids.Count;
        }
    }
}
