using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Data;

namespace PrisonerTracker.Core.Merging;

/// <summary>One row that a merge changed or added.</summary>
/// <param name="Table">Its table.</param>
/// <param name="Key">The columns of its key, with their values.</param>
/// <param name="Before">The changed columns as they were; null when the merge added the row.</param>
/// <param name="After">The changed columns as they became; the whole row when the merge added it.</param>
internal sealed record RowChange(string Table, JsonObject Key, JsonObject? Before, JsonObject After)
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(IReadOnlyList<RowChange> changes) => JsonSerializer.Serialize(changes, Readable);

    public static IReadOnlyList<RowChange> Read(string rows) => JsonSerializer.Deserialize<List<RowChange>>(rows, Readable)!;

    public string KeyText => Key.First().Value!.ToString();

    public Task ApplyAsync(RegisterContext context, CancellationToken cancellationToken) =>
        Before is null ? InsertAsync(context, cancellationToken) : UpdateAsync(context, After, cancellationToken);

    /// <summary>Puts the row back as it was.</summary>
    public Task RevertAsync(RegisterContext context, Guid mergeId, CancellationToken cancellationToken) =>
        Before is null ? RemoveAsync(context, mergeId, cancellationToken) : UpdateAsync(context, Before, cancellationToken);

    /// <summary>The row's changed columns as they are now; null when the row is gone.</summary>
    public async Task<JsonObject?> CurrentAsync(RegisterContext context, CancellationToken cancellationToken)
    {
        var sql = $"SELECT to_jsonb(t)::text AS \"Value\" FROM {Quoted(Table)} AS t WHERE {IsKey}";
        var row = await context.Database.SqlQueryRaw<string>(sql, Key.ToJsonString()).ToListAsync(cancellationToken);
        return row.Count == 0 ? null : JsonNode.Parse(row[0])!.AsObject();
    }

    private string IsKey => $"({Columns(Key)}) = (SELECT {Columns(Key)} FROM jsonb_populate_record(NULL::{Quoted(Table)}, {{0}}::jsonb))";

    private Task<int> InsertAsync(RegisterContext context, CancellationToken cancellationToken)
    {
        var sql = $"INSERT INTO {Quoted(Table)} ({Columns(After)}) SELECT {Columns(After)} FROM jsonb_populate_record(NULL::{Quoted(Table)}, {{0}}::jsonb)";
        return context.Database.ExecuteSqlRawAsync(sql, [After.ToJsonString()], cancellationToken);
    }

    private Task<int> UpdateAsync(RegisterContext context, JsonObject to, CancellationToken cancellationToken)
    {
        var sql = $"UPDATE {Quoted(Table)} SET ({Columns(to)}) = (SELECT {Columns(to)} FROM jsonb_populate_record(NULL::{Quoted(Table)}, {{1}}::jsonb)) WHERE {IsKey}";
        return context.Database.ExecuteSqlRawAsync(sql, [Key.ToJsonString(), to.ToJsonString()], cancellationToken);
    }

    // The application may not delete facts; the function removes what the merge added and nothing else.
    private Task<int> RemoveAsync(RegisterContext context, Guid mergeId, CancellationToken cancellationToken) =>
        context.Database.ExecuteSqlAsync($"SELECT remove_added_by_merge({mergeId}, {Table}, {Key.ToJsonString()}::jsonb)", cancellationToken);

    private static string Columns(JsonObject row) => string.Join(", ", row.Select(c => Quoted(c.Key)));

    // Names of tables and columns come from the model, never from a person.
    private static string Quoted(string name) => $"\"{name}\"";
}
