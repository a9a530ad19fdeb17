using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.Desk;
using PrisonerTracker.Core.Prisoners;
using PrisonerTracker.Core.Shared;

namespace PrisonerTracker.Core.Bulk;

/// <summary>Reads bulk actions and what decides about their people, in a number of statements that does not grow with them.</summary>
public static class BulkQueries
{
    /// <summary>A bulk action with its people, to look at.</summary>
    public static Task<BulkAction?> BulkAsync(this RegisterContext context, Guid bulkActionId, CancellationToken cancellationToken = default) =>
        context.BulkActions.AsNoTracking()
            .Include(a => a.Facility).Include(a => a.Organisation).Include(a => a.Tag)
            .Include(a => a.People)
            .SingleOrDefaultAsync(a => a.BulkActionId == bulkActionId, cancellationToken);

    /// <summary>What recording it would do now.</summary>
    public static async Task<BulkPlan> PlanAsync(this RegisterContext context, BulkAction action, DateOnly today, CancellationToken cancellationToken = default)
    {
        Guid[] chosen = [.. action.People.Select(p => p.PrisonerId).Distinct()];
        var people = await context.WholeToLookAtAsync(chosen, cancellationToken);
        var merged = people.Count == chosen.Length ? [] : await context.MergedAsync([.. chosen.Where(id => !people.ContainsKey(id))], cancellationToken);
        if (merged.Count > 0)
        {
            var others = await context.WholeToLookAtAsync([.. merged.Values.Distinct().Where(id => !people.ContainsKey(id))], cancellationToken);
            foreach (var (id, to) in merged.Where(m => others.ContainsKey(m.Value) || people.ContainsKey(m.Value)).ToList())
                people[id] = others.TryGetValue(to, out var other) ? other : people[to];
        }

        return BulkPlan.Of(action, people, await context.TaggedAsync(action, cancellationToken), today);
    }

    /// <summary>Loads a bulk action for a change of all of it, and holds it until the transaction ends.</summary>
    internal static async Task<BulkAction> WholeBulkAsync(this RegisterContext context, Guid bulkActionId, CancellationToken cancellationToken)
    {
        await context.Database.ExecuteSqlAsync($"SELECT 1 FROM bulk_actions WHERE bulk_action_id = {bulkActionId} FOR NO KEY UPDATE", cancellationToken);
        return await context.BulkActions.AsSplitQuery()
            .Include(a => a.Facility).Include(a => a.Organisation).Include(a => a.Tag)
            .Include(a => a.People)
            .Include(a => a.Citations)
            .SingleOrDefaultAsync(a => a.BulkActionId == bulkActionId, cancellationToken)
            ?? throw new RuleException("", "This bulk action is not in the register.");
    }

    /// <summary>The people whole, by the ids they were chosen by, and held until the transaction ends.</summary>
    internal static async Task<Dictionary<Guid, Prisoner>> ChosenAsync(this RegisterContext context, IEnumerable<BulkPerson> rows, CancellationToken cancellationToken)
    {
        Guid[] chosen = [.. rows.Select(p => p.PrisonerId).Distinct()];
        var merged = await context.MergedAsync(chosen, cancellationToken);
        var whole = (await context.WholeAsync([.. chosen.Select(id => merged.GetValueOrDefault(id, id)).Distinct()], cancellationToken)).ToDictionary(p => p.PrisonerId);
        return chosen.Where(id => whole.ContainsKey(merged.GetValueOrDefault(id, id))).ToDictionary(id => id, id => whole[merged.GetValueOrDefault(id, id)]);
    }

    /// <summary>Who carries the tag that is set.</summary>
    internal static async Task<HashSet<Guid>> TaggedAsync(this RegisterContext context, BulkAction action, CancellationToken cancellationToken) =>
        action.TagId is { } tag ? [.. await context.PersonTags.Where(t => t.TagId == tag).Select(t => t.PrisonerId).ToListAsync(cancellationToken)] : [];

    /// <summary>Loads the facilities of stays, so that they can be named.</summary>
    internal static Task NameStaysAsync(this RegisterContext context, IEnumerable<Prisoner> people, CancellationToken cancellationToken)
    {
        Guid[] facilities = [.. people.SelectMany(p => p.Imprisonments).SelectMany(i => i.Placements).Select(p => p.FacilityId).OfType<Guid>().Distinct()];
        return context.Facilities.Where(f => facilities.Contains(f.FacilityId)).LoadAsync(cancellationToken);
    }
}
