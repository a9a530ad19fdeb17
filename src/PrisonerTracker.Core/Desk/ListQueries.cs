using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.Imprisonments;
using PrisonerTracker.Core.Shared;

namespace PrisonerTracker.Core.Desk;

/// <summary>Reads lists and what decides about their lines, in a number of statements that does not grow with them.</summary>
public static class ListQueries
{
    /// <summary>What recording the list would do now.</summary>
    public static async Task<ListPlan> PlanAsync(this RegisterContext context, ReleaseList list, DateOnly today, CancellationToken cancellationToken = default)
    {
        var about = new EventSoFar(list.ReleaseEventId, list.ReleaseEvent.HappenedOn, list.ReleaseEvent.IsFictional);
        var lines = list.Lines.OrderBy(l => l.Ordinal).ToList();
        return ListPlan.Of(lines, await context.PeopleAsync(lines, cancellationToken), about, today);
    }

    /// <summary>A list with its lines, to look at.</summary>
    public static Task<ReleaseList?> ListAsync(this RegisterContext context, Guid releaseListId, CancellationToken cancellationToken = default) =>
        context.ReleaseLists.AsNoTracking().AsSplitQuery()
            .Include(l => l.ReleaseEvent)
            .Include(l => l.Lines.OrderBy(x => x.Ordinal))
            .SingleOrDefaultAsync(l => l.ReleaseListId == releaseListId, cancellationToken);

    /// <summary>A hash of the lines as they are: whoever checks a list and applies it later knows by it that nobody changed it between.</summary>
    public static string StateOf(ReleaseList list) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Join('\n', list.Lines.OrderBy(l => l.Ordinal).Select(l => $"{l.ListLineId} {l.Version}").Prepend($"{list.Version}")))));

    /// <summary>Where the ids of records lead that were taken into others since.</summary>
    internal static async Task<Dictionary<Guid, Guid>> MergedAsync(this RegisterContext context, IReadOnlyCollection<Guid> prisonerIds, CancellationToken cancellationToken)
    {
        var leads = new Dictionary<Guid, Guid>();
        for (Guid[] open = [.. prisonerIds]; open.Length > 0;)
        {
            var next = await context.Prisoners.IgnoreQueryFilters()
                .Where(p => open.Contains(p.PrisonerId) && p.MergedIntoId != null)
                .Select(p => new { p.PrisonerId, To = p.MergedIntoId!.Value })
                .ToListAsync(cancellationToken);
            foreach (var step in next)
                leads[step.PrisonerId] = step.To;
            open = [.. next.Select(n => n.To)];
        }

        return prisonerIds.Where(leads.ContainsKey).ToDictionary(id => id, id =>
        {
            while (leads.TryGetValue(id, out var to))
                id = to;
            return id;
        });
    }

    private static async Task<Dictionary<Guid, PersonSoFar>> PeopleAsync(this RegisterContext context, IReadOnlyList<ListLine> lines, CancellationToken cancellationToken)
    {
        Guid[] meant = [.. lines.Where(l => l.PrisonerId is not null).Select(l => l.PrisonerId!.Value).Distinct()];
        if (meant.Length == 0)
            return [];
        var people = await context.SoFarAsync(meant, cancellationToken);
        var merged = people.Count == meant.Length ? [] : await context.MergedAsync([.. meant.Where(id => !people.ContainsKey(id))], cancellationToken);
        if (merged.Count > 0)
        {
            var others = await context.SoFarAsync([.. merged.Values], cancellationToken);
            foreach (var (id, to) in merged.Where(m => others.ContainsKey(m.Value)))
                people[id] = others[to];
        }

        return people;
    }

    private static async Task<Dictionary<Guid, PersonSoFar>> SoFarAsync(this RegisterContext context, Guid[] ids, CancellationToken cancellationToken)
    {
        var people = await context.Prisoners.AsNoTracking()
            .Where(p => ids.Contains(p.PrisonerId))
            .Select(p => new
            {
                p.PrisonerId,
                p.Slug,
                p.DisplayName,
                p.Publication,
                p.IsFictional,
                p.Standing.IsDesignated,
                p.DiedOn,
                Stays = p.Imprisonments.Where(i => i.Kind != ImprisonmentKind.InAbsentia).Select(i => new
                {
                    i.ImprisonmentId,
                    i.DetainedOn,
                    Releases = i.Releases.Where(r => r.UndoneAt == null).Select(r => new { r.ReleasedOn, r.ReleaseEventId }).ToList(),
                }).ToList(),
            })
            .ToListAsync(cancellationToken);
        return people.ToDictionary(p => p.PrisonerId, p => new PersonSoFar(
            p.PrisonerId, p.Slug, p.DisplayName, p.Publication, p.IsFictional, p.IsDesignated, p.DiedOn,
            [.. p.Stays.Select(s => new StaySoFar(s.ImprisonmentId, s.DetainedOn, s.Releases.FirstOrDefault()?.ReleasedOn, s.Releases.FirstOrDefault()?.ReleaseEventId))]));
    }

    /// <summary>Loads a list whole for a change of all of it, and holds it until the transaction ends: nobody decides a line meanwhile.</summary>
    internal static async Task<ReleaseList> WholeListAsync(this RegisterContext context, Guid releaseListId, CancellationToken cancellationToken)
    {
        await context.Database.ExecuteSqlAsync($"SELECT 1 FROM release_lists WHERE release_list_id = {releaseListId} FOR NO KEY UPDATE", cancellationToken);
        return await context.ReleaseLists.AsSplitQuery()
            .Include(l => l.Lines.OrderBy(x => x.Ordinal))
            .Include(l => l.Citations)
            .SingleOrDefaultAsync(l => l.ReleaseListId == releaseListId, cancellationToken)
            ?? throw new RuleException("", "This list is not in the register.");
    }
}
