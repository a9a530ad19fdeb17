using System.Text.Json.Nodes;

namespace PrisonerTracker.Core.Merging;

/// <summary>A row of a record as the database holds it, with what a plan makes of it.</summary>
internal sealed class RecordRow(RecordTable table, JsonObject values, bool isNew = false)
{
    private readonly JsonObject _before = [];

    public RecordTable Table => table;
    public JsonObject Values => values;

    /// <summary>The merge adds it.</summary>
    public bool IsNew => isNew;

    /// <summary>It changes hands: from the absorbed record to the kept one.</summary>
    public bool IsMoved { get; set; }

    public RecordRow? Owner { get; set; }
    public List<RecordRow> Children { get; } = [];
    public List<RecordRow> Citations { get; } = [];
    public string Key => Text(table.Keys[0]);
    public Guid Id => Guid.Parse(Key);
    public bool IsChanged => isNew || _before.Count > 0;

    public string Text(string column) => values[column]?.ToString() ?? "";

    public void Set(string column, JsonNode? value)
    {
        if (JsonNode.DeepEquals(values[column], value))
            return;
        if (!isNew && !_before.ContainsKey(column))
            _before[column] = values[column]?.DeepClone();
        values[column] = value?.DeepClone();
    }

    /// <summary>What derives from other rows: the plan reckons with it, and a trigger writes it.</summary>
    public void Suppose(string column, JsonNode? value) => values[column] = value?.DeepClone();

    public RowChange ToChange() => new(
        table.Name,
        new JsonObject(table.Keys.Select(k => KeyValuePair.Create(k, values[k]?.DeepClone()))),
        isNew ? null : _before,
        isNew ? values.DeepClone().AsObject() : new JsonObject(_before.Select(c => KeyValuePair.Create(c.Key, values[c.Key]?.DeepClone()))));
}
