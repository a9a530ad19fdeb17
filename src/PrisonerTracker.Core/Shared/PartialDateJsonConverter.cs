using System.Text.Json;
using System.Text.Json.Serialization;

namespace PrisonerTracker.Core.Shared;

/// <summary>Writes a partial date as its one-string form, <c>"2021-09"</c>.</summary>
public sealed class PartialDateJsonConverter : JsonConverter<PartialDate>
{
    public override PartialDate? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var text = reader.GetString();
        return PartialDate.TryParse(text, out var date)
            ? date
            : throw new JsonException($"'{text}' is not a partial date (2021, 2021-09 or 2021-09-06, with ~ when approximate).");
    }

    public override void Write(Utf8JsonWriter writer, PartialDate value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
