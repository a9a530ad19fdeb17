using System.Collections;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace PrisonerTracker.Core.Shared;

/// <summary>A text that readers see, in one or several languages, keyed by BCP 47 code. Immutable; equal by content.</summary>
[JsonConverter(typeof(LocalizedTextJsonConverter))]
public sealed class LocalizedText : IEquatable<LocalizedText>, IEnumerable<KeyValuePair<string, string>>
{
    public static readonly LocalizedText Empty = new(new SortedDictionary<string, string>(StringComparer.Ordinal));

    private readonly SortedDictionary<string, string> _texts;

    private LocalizedText(SortedDictionary<string, string> texts) => _texts = texts;

    public static LocalizedText Of(IEnumerable<KeyValuePair<string, string>> texts)
    {
        var kept = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (language, text) in texts)
        {
            if (!string.IsNullOrWhiteSpace(text))
                kept[Languages.Require(language)] = text.Trim();
        }

        return kept.Count == 0 ? Empty : new LocalizedText(kept);
    }

    public static LocalizedText English(string? text) => Empty.With(Languages.English, text);

    public bool IsEmpty => _texts.Count == 0;

    /// <summary>The text with one language set, or taken out when the new text is blank.</summary>
    public LocalizedText With(string language, string? text) =>
        Of(_texts.Where(t => t.Key != language).Append(new(language, text ?? "")));

    /// <summary>The text in exactly this language, or null.</summary>
    public string? Exactly(string language) => _texts.GetValueOrDefault(language);

    /// <summary>The text in the wanted language, else English, else any, with the language it is in; null when there is none.</summary>
    public (string Text, string Language)? In(string language)
    {
        foreach (var candidate in new[] { language, Languages.English })
        {
            if (_texts.TryGetValue(candidate, out var text))
                return (text, candidate);
        }

        return _texts.Count == 0 ? null : (_texts.First().Value, _texts.First().Key);
    }

    public bool Equals(LocalizedText? other) => other is not null && _texts.SequenceEqual(other._texts);

    public override bool Equals(object? obj) => Equals(obj as LocalizedText);

    public override int GetHashCode() =>
        _texts.Aggregate(0, (hash, t) => HashCode.Combine(hash, t.Key, t.Value));

    /// <summary>The English text, or any; empty when there is none.</summary>
    public override string ToString() => In(Languages.English)?.Text ?? "";

    public IEnumerator<KeyValuePair<string, string>> GetEnumerator() => _texts.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

/// <summary>Written as an object, <c>{"be": "…", "en": "…"}</c>; a plain string is read as English.</summary>
public sealed class LocalizedTextJsonConverter : JsonConverter<LocalizedText>
{
    public override LocalizedText Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String
            ? LocalizedText.English(reader.GetString())
            : LocalizedText.Of(JsonSerializer.Deserialize<Dictionary<string, string>>(ref reader, options) ?? []);

    public override void Write(Utf8JsonWriter writer, LocalizedText value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach (var (language, text) in value)
            writer.WriteString(language, text);
        writer.WriteEndObject();
    }
}
