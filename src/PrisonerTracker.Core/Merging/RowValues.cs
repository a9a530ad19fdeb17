using System.Globalization;
using System.Text.Json.Nodes;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.Shared;

namespace PrisonerTracker.Core.Merging;

/// <summary>Values of rows: whether there is one, whether two are the same, which of two says more.</summary>
internal static class RowValues
{
    private const string Earliest = "_earliest";

    /// <summary>Nothing is said: no value, an empty text or list, a no, an enum's "unknown" or "not stated".</summary>
    public static bool IsBlank(RecordRow row, RecordValue value) => value.Columns.All(c => row.Values[c] switch
    {
        null => true,
        JsonObject text => text.Count == 0,
        JsonArray list => list.Count == 0,
        var node => node.ToString() is "" or "false" || (value.Type.IsEnum && IsUnstated(value.Type, node.ToString())),
    });

    public static bool AreEqual(RecordRow a, RecordRow b, RecordValue value) =>
        value.Columns.All(c => JsonNode.DeepEquals(a.Values[c], b.Values[c]));

    /// <summary>Equal in everything somebody entered, whatever belongs to them.</summary>
    public static bool AreEqual(RecordRow a, RecordRow b) => a.Table.Values.All(v => AreEqual(a, b, v));

    public static PartialDate? Date(RecordRow row, RecordValue value) => Date(row, Column(value)[..^Earliest.Length]);

    /// <summary>The partial date in the columns that begin so.</summary>
    public static PartialDate? Date(RecordRow row, string column) =>
        row.Values[column + Earliest] is null ? null
        : PartialDate.OfInterval(Day(row, column + Earliest), Day(row, column + "_latest"), row.Text(column + "_is_approximate") == "true");

    public static SortedDictionary<string, string> Texts(RecordRow row, RecordValue value) => new(
        (row.Values[value.Columns[0]] as JsonObject ?? []).ToDictionary(t => t.Key, t => t.Value!.ToString()), StringComparer.Ordinal);

    public static void Copy(RecordRow from, RecordRow to, RecordValue value)
    {
        foreach (var column in value.Columns)
            to.Set(column, from.Values[column]);
    }

    /// <summary>Makes one value of two where both can be true; false when they contradict each other.</summary>
    public static bool TryCombine(RecordRow kept, RecordRow absorbed, RecordValue value)
    {
        if (AreEqual(kept, absorbed, value) || IsBlank(absorbed, value))
            return true;
        if (IsBlank(kept, value))
        {
            Copy(absorbed, kept, value);
            return true;
        }

        return value.IsDate ? TryCombineDates(kept, absorbed, value)
            : value.IsText ? TryCombineTexts(kept, absorbed, value)
            : kept.Values[value.Columns[0]] is JsonArray && Unite(kept, absorbed, value.Columns[0]);
    }

    /// <summary>Both may be the same day, or one of them is not known.</summary>
    public static bool AreCompatible(PartialDate? a, PartialDate? b) => a is null || b is null || a.Overlaps(b.Earliest, b.Latest);

    private static bool TryCombineDates(RecordRow kept, RecordRow absorbed, RecordValue value)
    {
        var (ours, theirs) = (Date(kept, value)!, Date(absorbed, value)!);
        if (value.Name == "ConfirmedOn") // the latest sighting, not one of two
        {
            if (theirs.Latest > ours.Latest)
                Copy(absorbed, kept, value);
            return true;
        }

        if (!AreCompatible(ours, theirs))
            return false;
        if (theirs.Precision > ours.Precision || (theirs.Precision == ours.Precision && ours.IsApproximate))
            Copy(absorbed, kept, value);
        return true;
    }

    private static bool TryCombineTexts(RecordRow kept, RecordRow absorbed, RecordValue value)
    {
        var (ours, theirs) = (Texts(kept, value), Texts(absorbed, value));
        if (theirs.Any(t => ours.TryGetValue(t.Key, out var text) && !string.Equals(text, t.Value, StringComparison.OrdinalIgnoreCase)))
            return false;
        foreach (var (language, text) in theirs)
            ours.TryAdd(language, text);
        kept.Set(value.Columns[0], new JsonObject(ours.Select(t => KeyValuePair.Create(t.Key, (JsonNode?)JsonValue.Create(t.Value)))));
        return true;
    }

    private static bool Unite(RecordRow kept, RecordRow absorbed, string column)
    {
        var all = new[] { kept, absorbed }.SelectMany(r => r.Values[column]!.AsArray()).Select(n => n!.ToString()).Distinct().Order(StringComparer.Ordinal);
        kept.Set(column, new JsonArray([.. all.Select(n => (JsonNode?)JsonValue.Create(n))]));
        return true;
    }

    // What was announced gives way to what became of it.
    private static bool IsUnstated(Type type, string text) =>
        Enum.GetName(type, 0) is "Unknown" or "NotStated" or nameof(Imprisonments.HearingStatus.Scheduled) && text == SnakeCase.Of(Enum.GetName(type, 0)!);

    private static string Column(RecordValue value) => value.Columns.Single(c => c.EndsWith(Earliest, StringComparison.Ordinal));

    private static DateOnly Day(RecordRow row, string column) => DateOnly.ParseExact(row.Text(column), "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
