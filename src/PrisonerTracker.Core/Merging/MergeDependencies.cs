using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.History;
using PrisonerTracker.Core.Shared;

namespace PrisonerTracker.Core.Merging;

/// <summary>Finds what came after a merge and would be left hanging if it were undone.</summary>
internal sealed class MergeDependencies(RegisterContext context)
{
    /// <summary>A sentence for each, naming the fact, the time and the person.</summary>
    public async Task<IReadOnlyList<Phrase>> FindAsync(Merge merge, CancellationToken cancellationToken)
    {
        if (merge.UndoneAt is not null)
            return ["This merge was already undone."];
        var later = await context.Merges.AsNoTracking()
            .Where(m => m.UndoneAt == null && m.MergeId > merge.MergeId && (m.KeptId == merge.KeptId || m.AbsorbedId == merge.KeptId))
            .OrderByDescending(m => m.MergeId)
            .ToListAsync(cancellationToken);
        if (later.Count > 0)
            return [.. later.Select(m => (Phrase)$"The record was merged again on {m.MergedAt} by {m.MergedBy}, with that of {m.AbsorbedName}. Undo that merge first.")];

        var rows = RowChange.Read(merge.Rows);
        var found = await ChangedSinceAsync(merge, rows, cancellationToken);
        if (found.Count > 0)
            return found;

        // Changed past the history, if at all: named by its table.
        foreach (var row in rows)
        {
            var now = await row.CurrentAsync(context, cancellationToken);
            if (now is null || row.After.Any(c => IsOther(now[c.Key], c.Value, row.Before?[c.Key])))
                found.Add($"A fact of the merge was changed since ({Kind(row.Table.Replace('_', ' '))}). Change it back first.");
        }

        return found;
    }

    private async Task<List<Phrase>> ChangedSinceAsync(Merge merge, IReadOnlyList<RowChange> rows, CancellationToken cancellationToken)
    {
        var number = await context.Changes.Where(c => c.RequestKey == merge.RequestKey).Select(c => c.Number).SingleAsync(cancellationToken);
        Guid[] people = [merge.KeptId, merge.AbsorbedId];
        var changes = await context.Changes.AsNoTracking()
            .Where(c => c.Number > number && c.SubjectIds.Any(s => people.Contains(s)))
            .OrderByDescending(c => c.Number)
            .ToListAsync(cancellationToken);
        if (changes.Count == 0)
            return [];

        var touched = rows.ToDictionary(r => r.KeyText);
        var current = new Dictionary<string, JsonObject?>();
        foreach (var row in rows)
            current[row.KeyText] = await row.CurrentAsync(context, cancellationToken);
        var problems = new List<Phrase>();
        foreach (var change in changes)
        {
            foreach (var (fact, id, values, isNew) in Facts(change))
            {
                var isChanged = touched.TryGetValue(id, out var row)
                    && (current[id] is not { } now || row.After.Any(c => IsOther(now[c.Key], c.Value, row.Before?[c.Key])));
                var hangsOn = isNew && !touched.ContainsKey(id) && values.Any(v => v.Name != "PrisonerId" && IsMoved(touched.GetValueOrDefault(v.Value), merge));
                if (isChanged)
                    problems.Add($"{Kind(fact)} was changed on {change.At} by {change.UserName}. Change it back first.");
                else if (hangsOn && await ExistsAsync(fact, id, cancellationToken))
                    problems.Add($"{Kind(fact)} was added on {change.At} by {change.UserName} to a fact that came with the merge. Remove it first.");
            }
        }

        return [.. problems.DistinctBy(p => p.ToString())];
    }

    // Already back as it was before the merge: then nothing is in the way.
    private static bool IsOther(JsonNode? now, JsonNode? after, JsonNode? before) =>
        !JsonNode.DeepEquals(now, after) && !JsonNode.DeepEquals(now, before);

    private static bool IsMoved(RowChange? row, Merge merge) =>
        row is not null && row.KeyText != merge.KeptId.ToString()
        && (row.Before is null || row.After.Any(c => c.Value?.ToString() == merge.KeptId.ToString() || c.Key.EndsWith("_id", StringComparison.Ordinal)));

    private async Task<bool> ExistsAsync(string fact, string id, CancellationToken cancellationToken)
    {
        var type = context.Model.GetEntityTypes().FirstOrDefault(t => t.ClrType.Name == fact);
        return type is not null && Guid.TryParse(id, out var key) && await context.FindAsync(type.ClrType, [key], cancellationToken) is not null;
    }

    private static IEnumerable<(string Fact, string Id, IReadOnlyList<(string Name, string Value)> Values, bool IsNew)> Facts(Change change)
    {
        using var before = JsonDocument.Parse(change.Before);
        using var after = JsonDocument.Parse(change.After);
        var known = before.RootElement.EnumerateArray().Select(f => f.GetProperty("id").GetString()!).ToHashSet();
        return
        [
            .. before.RootElement.EnumerateArray().Concat(after.RootElement.EnumerateArray()).Select(f => (
                f.GetProperty("fact").GetString()!,
                f.GetProperty("id").GetString()!,
                (IReadOnlyList<(string, string)>)[.. f.GetProperty("values").EnumerateObject().Select(v => (v.Name, v.Value.ToString()))],
                !known.Contains(f.GetProperty("id").GetString()!))),
        ];
    }

    private static Phrase Kind(string fact) => MergeWords.Spaced(fact);
}
