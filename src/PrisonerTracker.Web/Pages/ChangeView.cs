using System.Text.Json;
using PrisonerTracker.Core.History;
using PrisonerTracker.Web.Wording;

namespace PrisonerTracker.Web.Pages;

/// <summary>One row of history as people read it: each touched fact with its values before and after.</summary>
internal sealed record ChangeView(long Number, DateTime At, string UserName, string Action, string? Reason, IReadOnlyList<ChangeView.FactView> Facts)
{
    public sealed record FactView(string Fact, IReadOnlyList<ValueView> Values);

    public sealed record ValueView(string Name, string? Before, string? After);

    // What only editors may see stays theirs in the history as well.
    private const string WithheldFact = nameof(Core.Prisoners.Facts.RiskFactor);

    public static ChangeView Of(Change change, bool showWithheld)
    {
        var (before, after) = (Read(change.Before), Read(change.After));
        var facts = before.Keys.Union(after.Keys)
            .Where(key => showWithheld || !IsWithheld(key, before, after))
            .Select(key => new FactView(Words.Spaced(key.Fact), Values(before.GetValueOrDefault(key), after.GetValueOrDefault(key))))
            .OrderBy(f => f.Fact, StringComparer.Ordinal)
            .ToList();
        return new ChangeView(change.Number, change.At, change.UserName, Sentence(change.Action), change.Reason, facts);
    }

    private static bool IsWithheld((string Fact, string Id) key, params Dictionary<(string Fact, string Id), Dictionary<string, string>>[] sides) =>
        key.Fact == WithheldFact || Array.Exists(sides, side => side.GetValueOrDefault(key)?.ContainsKey(WithheldFact + "Id") == true);

    private static Dictionary<(string Fact, string Id), Dictionary<string, string>> Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.EnumerateArray().ToDictionary(
            f => (f.GetProperty("fact").GetString()!, f.GetProperty("id").GetString()!),
            f => f.GetProperty("values").EnumerateObject()
                .Where(v => v.Value.ValueKind != JsonValueKind.Null)
                .ToDictionary(v => v.Name, v => Text(v.Value)));
    }

    private static List<ValueView> Values(Dictionary<string, string>? before, Dictionary<string, string>? after) =>
    [
        .. (before?.Keys ?? Enumerable.Empty<string>()).Union(after?.Keys ?? Enumerable.Empty<string>())
            .Where(name => !name.EndsWith("Id", StringComparison.Ordinal) && name is not ("Ordinal" or "RecordedAt"))
            .Select(name => new ValueView(Words.Spaced(name), before?.GetValueOrDefault(name), after?.GetValueOrDefault(name))),
    ];

    private static string Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => string.Join(", ", value.EnumerateArray().Select(Text)),
        JsonValueKind.Object => string.Join("; ", value.EnumerateObject().Select(p => $"{p.Name}: {Text(p.Value)}")),
        JsonValueKind.True => "yes",
        JsonValueKind.False => "no",
        _ => value.ToString(),
    };

    private static string Sentence(string action) => action switch
    {
        "prisoner.added" => "Person added",
        "prisoner.identity_edited" => "Identity and names edited",
        "prisoner.moved" => "Address of the profile changed",
        "prisoner.publication_set" or "release_event.publication_set" => "Publication changed",
        "prisoner.merged" => "Merged with another record",
        "prisoner.merge_undone" => "Merge undone: two records again",
        "prisoner.told_apart" => "Not the same person as a like one",
        "prisoner.told_apart_taken_back" => "May be the same person after all",
        "prisoner.facts_added" => "Facts added",
        "release_event.created" => "Release event added",
        "release_event.edited" => "Release event edited",
        "release_event.releases_attached" => "Releases attached to an event",
        "release_event.claims_added" => "Contradicting claims added",
        "imprisonment.edited" => "Detention changed",
        "placement.added" => "Stay added",
        "placement.edited" => "Stay changed",
        "placement.removed" => "Stay removed",
        "placement.transferred" => "Transferred to another facility",
        "sentence.added" => "Court decision added",
        "sentence.edited" => "Court decision changed",
        "sentence.removed" => "Court decision removed",
        "charge.edited" => "Charge changed",
        "counts.added" => "Published counts added",
        _ => char.ToUpperInvariant(action[0]) + action[1..].Replace('.', ' ').Replace('_', ' '),
    };
}
