using System.Text.Json;
using System.Text.Json.Serialization;
using PrisonerTracker.Core.Imprisonments;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Core.Sources;

namespace PrisonerTracker.Core.Sample;

/// <summary>The ids behind the data file's keys: a source's letter, a person's key, an event's date, <c>person/1</c> for an imprisonment.</summary>
internal sealed class SampleReferences
{
    private readonly Dictionary<string, Guid> _ids = [];

    private readonly JsonSerializerOptions _options;

    public SampleReferences() => _options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        NumberHandling = JsonNumberHandling.Strict,
        Converters = { new JsonStringEnumConverter(), new ReferenceConverter(this), new CitationConverter(this), new TermConverter() },
    };

    public void Set(string key, Guid id) => _ids[key] = id;

    /// <summary>The id behind the key.</summary>
    /// <exception cref="JsonException">The file does not list it.</exception>
    public Guid Of(string key) =>
        _ids.TryGetValue(key, out var id) ? id : throw new JsonException($"The sample data refers to '{key}', which it does not list.");

    /// <summary>Reads one entry of the file into its record.</summary>
    /// <exception cref="JsonException">It does not fit; the message names the entry.</exception>
    public T Read<T>(string key, JsonElement entry)
    {
        try
        {
            return entry.Deserialize<T>(_options) ?? throw new JsonException("It is empty.");
        }
        catch (Exception e) when (e is JsonException or RuleException)
        {
            throw new JsonException($"Sample data, entry '{key}': {e.Message}", e);
        }
    }
}

internal sealed class ReferenceConverter(SampleReferences references) : JsonConverter<Guid>
{
    public override Guid Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => references.Of(reader.GetString() ?? "");

    public override void Write(Utf8JsonWriter writer, Guid value, JsonSerializerOptions options) => throw new NotSupportedException();
}

/// <summary>Reads <c>A</c>, <c>A#BornOn</c>, <c>A/paragraph 3</c> and <c>A/paragraph 3#BornOn</c>: source, place in it, field.</summary>
internal sealed class CitationConverter(SampleReferences references) : JsonConverter<CitationDetails>
{
    public override CitationDetails Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var fieldParts = (reader.GetString() ?? "").Split('#', 2);
        var placeParts = fieldParts[0].Split('/', 2);
        return new CitationDetails(references.Of(placeParts[0]), placeParts.ElementAtOrDefault(1), fieldParts.ElementAtOrDefault(1));
    }

    public override void Write(Utf8JsonWriter writer, CitationDetails value, JsonSerializerOptions options) => throw new NotSupportedException();
}

/// <summary>Reads <c>11 years</c> and <c>4 years 6 months</c>.</summary>
internal sealed class TermConverter : JsonConverter<Term>
{
    public override Term Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var text = reader.GetString() ?? "";
        var words = text.Split(' ');
        var (years, months, days) = (0, 0, 0);
        for (var i = 0; i < words.Length; i += 2)
        {
            if (i + 1 == words.Length || !int.TryParse(words[i], out var number))
                throw new JsonException($"'{text}' is not a term such as '4 years 6 months'.");
            switch (words[i + 1].TrimEnd('s'))
            {
                case "year": years = number; break;
                case "month": months = number; break;
                case "day": days = number; break;
                default: throw new JsonException($"'{text}' is not a term such as '4 years 6 months'.");
            }
        }

        return Term.Of(years, months, days);
    }

    public override void Write(Utf8JsonWriter writer, Term value, JsonSerializerOptions options) => throw new NotSupportedException();
}
