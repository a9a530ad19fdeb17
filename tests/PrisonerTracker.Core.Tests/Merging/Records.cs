using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.History;
using PrisonerTracker.Core.Merging;
using PrisonerTracker.Testing;

namespace PrisonerTracker.Core.Tests.Merging;

/// <summary>What tests of merging ask of a register.</summary>
internal static class Records
{
    // The history grows, a merge leaves its own row; versions and times of change only go on, and a source that was public once
    // stays so. The words of the search document stand in any order.
    private static readonly string[] LeftOut = ["changes", "merges", "migrations"];

    /// <summary>Merges as an editor does who takes what the page proposes.</summary>
    public static async Task<Guid> MergeAsync(this Work work, Guid keptId, Guid absorbedId, IReadOnlySet<string>? taken = null, bool publish = false) =>
        (await work.Merges.MergeAsync(await work.DetailsAsync(keptId, absorbedId, taken, publish), Valid.Submission())).Subjects[2];

    public static async Task<MergeDetails> DetailsAsync(
        this Work work, Guid keptId, Guid absorbedId, IReadOnlySet<string>? taken = null, bool publish = false)
    {
        var preview = await work.Merges.PreviewAsync(keptId, absorbedId, taken);
        return new MergeDetails { KeptId = keptId, AbsorbedId = absorbedId, State = preview.State, Taken = preview.Taken, Publish = publish };
    }

    public static Task<WriteResult> UndoAsync(this Work work, Guid mergeId) => work.Merges.UndoAsync(mergeId, Valid.Submission("They were two people"));

    /// <summary>Every row of every table, as text.</summary>
    public static async Task<SortedSet<string>> DumpAsync(this Work work)
    {
        var tables = work.Context.Model.GetEntityTypes().Select(t => t.GetTableName()!).Distinct().Except(LeftOut);
        var rows = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var table in tables)
        {
            var sql = $"SELECT (to_jsonb(t) - 'version' - 'updated_at' - 'is_public' - 'held_period_id' - 'search_document')::text AS \"Value\" FROM {table} AS t";
            rows.UnionWith((await work.Context.Database.SqlQueryRaw<string>(sql).ToListAsync()).Select(r => $"{table} {r}"));
        }

        return rows;
    }
}
