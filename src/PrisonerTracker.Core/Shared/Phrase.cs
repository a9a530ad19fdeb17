using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json.Serialization;
using PrisonerTracker.Core.Data;

namespace PrisonerTracker.Core.Shared;

/// <summary>
/// A sentence for people that may be shown in another language: its English with numbered gaps, <c>"{0} is not a country code."</c>, and what
/// stands in them. Written as an ordinary string, interpolated or not; read as English by <see cref="ToString"/>.
/// </summary>
[InterpolatedStringHandler]
[JsonConverter(typeof(PhraseJsonConverter))]
public sealed class Phrase
{
    private const string Day = "d MMMM yyyy";

    private readonly StringBuilder _english;
    private readonly List<object?> _values;

    /// <summary>Called by the compiler for an interpolated string.</summary>
    public Phrase(int literalLength, int formattedCount)
    {
        _english = new StringBuilder(literalLength + formattedCount * 3);
        _values = new List<object?>(formattedCount);
    }

    internal Phrase(string english, IEnumerable<object?> values) => (_english, _values) = (new StringBuilder(english), [.. values]);

    /// <summary>The English with gaps, the key of its translations.</summary>
    public string English => _english.ToString();

    /// <summary>What stands in the gaps: texts, numbers, days, times, moments, <see cref="PartialDate"/>s, terms, countries, enumerated words, other phrases.</summary>
    public IReadOnlyList<object?> Values => _values;

    public static implicit operator Phrase(string text)
    {
        var phrase = new Phrase(text.Length, 0);
        phrase.AppendLiteral(text);
        return phrase;
    }

    /// <summary>A value that is a sentence by itself.</summary>
    public static Phrase Of(object? value) => $"{value}";

    /// <summary>A text that is known only when the application runs, and has translations all the same: the name of a field.</summary>
    public static Phrase Translated(string english) => english;

    /// <summary>Phrases in a row, each translated by itself.</summary>
    public static Phrase Joined(string separator, IEnumerable<Phrase> parts)
    {
        var joined = new Phrase(0, 0);
        foreach (var part in parts)
        {
            if (joined._values.Count > 0)
                joined.AppendLiteral(separator);
            joined.AppendFormatted(part);
        }

        return joined;
    }

    public void AppendLiteral(string text) => _english.Append(text.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal));

    public void AppendFormatted<T>(T value)
    {
        _english.Append('{').Append(_values.Count).Append('}');
        _values.Add(value);
    }

    public override string ToString() => string.Format(CultureInfo.InvariantCulture, English, [.. _values.Select(Said)]);

    private static object? Said(object? value) => value switch
    {
        PartialDate date => (date.IsApproximate ? "about " : "") + date.Earliest.ToString(
            date.Precision switch { DatePrecision.Day => Day, DatePrecision.Month => "MMMM yyyy", _ => "yyyy" }, CultureInfo.InvariantCulture),
        DateOnly day => day.ToString(Day, CultureInfo.InvariantCulture),
        DateTime moment => moment.ToString($"{Day} 'at' HH:mm 'UTC'", CultureInfo.InvariantCulture),
        TimeOnly time => time.ToString("H:mm", CultureInfo.InvariantCulture),
        Enum word => SnakeCase.Of(word.ToString()).Replace('_', ' '),
        _ => value,
    };
}
