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
        var about = await context.ReleaseEvents.Where(e => e.ReleaseEventId == list.ReleaseEventId)
            .Select(e => new EventSoFar(e.ReleaseEventId, e.HappenedOn, e.IsFictional)).SingleAsync(cancellationToken);
        var lines = list.Lines.OrderBy(l => l.Ordinal).ToList();
        return ListPlan.Of(lines, await context.PeopleAsync(lines, cancellationToken), about, today);
    }

    /// <summary>A list with its lines, to look at.</summary>
    public static Task<ReleaseList?> ListAsync(this RegisterContext context, Guid releaseListId, CancellationToken cancellationToken = default) =>
        context.ReleaseLists.AsNoTracking().AsSplitQuery()
            .Include(l => l.Lines.OrderBy(x => x.Ordinal))
            .Include(l => l.Citations)
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
        var merged = await context.MergedAsync(meant, cancellationToken);
        Guid[] ids = [.. meant.Select(id => merged.GetValueOrDefault(id, id)).Distinct()];
        var stays = await context.Imprisonments.AsNoTracking()
            .Where(i => ids.Contains(i.PrisonerId) && i.Kind != ImprisonmentKind.InAbsentia)
            .Select(i => new { i.PrisonerId, i.ImprisonmentId, i.DetainedOn })
            .ToListAsync(cancellationToken);
        var releases = await context.Releases.AsNoTracking()
            .Where(r => r.UndoneAt == null && ids.Contains(r.Imprisonment.PrisonerId))
            .Select(r => new { r.ImprisonmentId, r.ReleasedOn, r.ReleaseEventId })
            .ToDictionaryAsync(r => r.ImprisonmentId, cancellationToken);
        var people = await context.Prisoners.AsNoTracking()
            .Where(p => ids.Contains(p.PrisonerId))
            .Select(p => new { p.PrisonerId, p.Slug, p.DisplayName, p.Publication, p.IsFictional, p.Standing, p.DiedOn })
            .ToDictionaryAsync(p => p.PrisonerId, cancellationToken);
        var byPerson = stays.ToLookup(s => s.PrisonerId, s =>
        {
            var release = releases.GetValueOrDefault(s.ImprisonmentId);
            return new StaySoFar(s.ImprisonmentId, s.DetainedOn, release?.ReleasedOn, release?.ReleaseEventId);
        });
        return meant
            .Select(id => (Id: id, Person: people.GetValueOrDefault(merged.GetValueOrDefault(id, id))))
            .Where(x => x.Person is not null)
            .ToDictionary(x => x.Id, x => new PersonSoFar(
                x.Person!.PrisonerId, x.Person.Slug, x.Person.DisplayName, x.Person.Publication, x.Person.IsFictional, x.Person.Standing.IsDesignated, x.Person.DiedOn,
                [.. byPerson[x.Person.PrisonerId]]));
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
