using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.History;

namespace PrisonerTracker.Core.Merging;

/// <summary>Two records with everything beneath them, row by row as the database holds it.</summary>
internal sealed class RecordTree
{
    private readonly Dictionary<Guid, string> _labels = [];
    private readonly SortedSet<string> _rows = new(StringComparer.Ordinal);

    private RecordTree(IReadOnlyList<RecordTable> tables, RecordTable citations) => (Tables, Citations) = (tables, citations);

    public IReadOnlyList<RecordTable> Tables { get; }
    public RecordTable Citations { get; }
    public RecordRow Kept { get; private set; } = null!;
    public RecordRow Absorbed { get; private set; } = null!;

    /// <summary>Records that were taken into the absorbed one earlier.</summary>
    public IReadOnlyList<RecordRow> AbsorbedEarlier { get; private set; } = [];

    /// <summary>A hash of all rows: whoever shows a merge and carries it out later knows by it that nothing changed between.</summary>
    public byte[] State => SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', _rows)));

    /// <summary>What an id leads to, in words; null when it leads to nothing that has a name.</summary>
    public string? Label(string id) => Guid.TryParse(id, out var key) ? _labels.GetValueOrDefault(key) : null;

    public static async Task<RecordTree> LoadAsync(RegisterContext context, Guid keptId, Guid absorbedId, CancellationToken cancellationToken)
    {
        var tables = RecordTable.Of(context.Model);
        var tree = new RecordTree(tables, RecordTable.OfCitations(context.Model));
        var rows = new Dictionary<RecordTable, Dictionary<string, RecordRow>>();
        foreach (var table in tables)
        {
            var owners = table.Owner is { } owner ? rows[owner] : null;
            var ids = owners is null ? [keptId, absorbedId] : owners.Values.Select(r => r.Id).ToArray();
            var found = ids.Length == 0 ? [] : await tree.RowsAsync(context, table, table.OwnerColumn ?? table.Keys[0], ids, cancellationToken);
            rows[table] = found.ToDictionary(r => r.Key);
            foreach (var row in found.Where(_ => owners is not null))
            {
                row.Owner = owners![row.Text(table.OwnerColumn!)];
                row.Owner.Children.Add(row);
            }

            if (table.CitationColumn is not { } column || found.Count == 0)
                continue;
            foreach (var citation in await tree.RowsAsync(context, tree.Citations, column, [.. found.Select(r => r.Id)], cancellationToken))
                rows[table][citation.Text(column)].Citations.Add(citation);
        }

        var people = rows[tables[0]];
        (tree.Kept, tree.Absorbed) = (people[keptId.ToString()], people[absorbedId.ToString()]);
        tree.AbsorbedEarlier = await tree.RowsAsync(context, tables[0], "merged_into_id", [absorbedId], cancellationToken);
        await tree.LabelAsync(context, rows.Values.SelectMany(r => r.Values), cancellationToken);
        return tree;
    }

    private async Task<List<RecordRow>> RowsAsync(
        RegisterContext context, RecordTable table, string column, Guid[] ids, CancellationToken cancellationToken)
    {
        // The names come from the model.
        // Being compared with others changes nothing that was checked.
        var sql = $"SELECT (to_jsonb(t) - 'compared_version')::text AS \"Value\" FROM \"{table.Name}\" AS t WHERE \"{column}\" = ANY({{0}}) ORDER BY \"{table.Keys[0]}\"";
        var found = await context.Database.SqlQueryRaw<string>(sql, ids).ToListAsync(cancellationToken);
        _rows.UnionWith(found);
        return [.. found.Select(json => new RecordRow(table, JsonNode.Parse(json)!.AsObject()))];
    }

    private async Task LabelAsync(RegisterContext context, IEnumerable<RecordRow> rows, CancellationToken cancellationToken)
    {
        foreach (var row in rows)
        {
            foreach (var value in row.Table.Values.Where(v => typeof(ILabelled).IsAssignableFrom(v.LeadsTo?.ClrType)))
            {
                if (Guid.TryParse(row.Text(value.Columns[0]), out var id) && !_labels.ContainsKey(id)
                    && await context.FindAsync(value.LeadsTo!.ClrType, [id], cancellationToken) is ILabelled found)
                    _labels[id] = found.Label;
            }
        }
    }
}
