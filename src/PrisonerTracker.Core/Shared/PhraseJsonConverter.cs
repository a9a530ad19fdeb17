using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace PrisonerTracker.Core.Shared;

/// <summary>
/// Keeps a phrase so that it can be said in any language later: <c>{"english": "Released on {0} by {1}", "values": [{"date": "2025-12"}, "Ada"]}</c>.
/// A value of a kind that has no form here is kept as its English.
/// </summary>
public sealed class PhraseJsonConverter : JsonConverter<Phrase>
{
    public override Phrase Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Read(JsonNode.Parse(ref reader)!);

    public override void Write(Utf8JsonWriter writer, Phrase value, JsonSerializerOptions options) => Write(value).WriteTo(writer, options);

    private static Phrase Read(JsonNode node) =>
        new(node["english"]!.GetValue<string>(), node["values"]!.AsArray().Select(v => v is JsonObject { Count: 1 } typed ? Typed(typed.Single()) : v?.AsValue() is { } plain ? Plain(plain) : null));

    private static object Plain(JsonValue value) => value.TryGetValue<long>(out var number) ? number : value.ToString();

    private static object Typed(KeyValuePair<string, JsonNode?> value) => (value.Key, value.Value!.ToString()) switch
    {
        ("date", var text) => PartialDate.Parse(text),
        ("day", var text) => DateOnly.ParseExact(text, "O", CultureInfo.InvariantCulture),
        ("moment", var text) => DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind),
        ("phrase", _) => Read(value.Value),
        (_, var text) => text,
    };

    private static JsonObject Write(Phrase phrase) =>
        new() { ["english"] = phrase.English, ["values"] = new JsonArray([.. phrase.Values.Select(Value)]) };

    private static JsonNode? Value(object? value) => value switch
    {
        null => null,
        int or long => Convert.ToInt64(value, CultureInfo.InvariantCulture),
        PartialDate date => new JsonObject { ["date"] = date.ToString() },
        DateOnly day => new JsonObject { ["day"] = day.ToString("O", CultureInfo.InvariantCulture) },
        DateTime moment => new JsonObject { ["moment"] = moment.ToString("O", CultureInfo.InvariantCulture) },
        Phrase phrase => new JsonObject { ["phrase"] = Write(phrase) },
        _ => Phrase.Of(value).ToString(),
    };
}
