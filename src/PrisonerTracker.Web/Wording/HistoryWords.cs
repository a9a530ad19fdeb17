using System.Globalization;
using System.Reflection;
using System.Text.Json;
using PrisonerTracker.Core.Imprisonments;
using PrisonerTracker.Core.Prisoners;
using PrisonerTracker.Core.Shared;

namespace PrisonerTracker.Web.Wording;

/// <summary>
/// The recorded values of a change as people read them. The type of a property says how; what is in another form, such as the words a
/// merge wrote, stays as it is.
/// </summary>
internal static class HistoryWords
{
    // Keys, and what keeps the books: no value that somebody entered.
    private static readonly HashSet<string> Hidden = ["Ordinal", "RecordedAt", "Key", "IsPublic", "Label"];

    private static readonly Dictionary<string, Type> Types = typeof(Prisoner).Assembly.GetExportedTypes()
        .Where(t => t is { IsClass: true, IsAbstract: false })
        .GroupBy(t => t.Name).ToDictionary(t => t.Key, t => t.First());

    private static readonly Dictionary<Type, MethodInfo> Enums = typeof(Words).GetMethods(BindingFlags.Public | BindingFlags.Static)
        .Where(m => m.Name == nameof(Words.Of) && m.GetParameters() is [{ ParameterType.IsEnum: true }])
        .ToDictionary(m => m.GetParameters()[0].ParameterType);

    /// <summary>The kind of fact, "Court decision".</summary>
    public static string Fact(string fact) => fact switch
    {
        "Prisoner" => T("Person"),
        "PersonName" => T("Name"),
        "Sentence" => T("Court decision"),
        "Placement" => T("Stay in a facility"),
        "Hearing" => T("Hearing"),
        "ChargeStep" => T("Step of a charge"),
        "NamedPerson" => T("Named person"),
        "ReportedCount" => T("Published figure"),
        "ReportedCountPart" => T("Part of a published figure"),
        "LegalCode" => T("Law"),
        "ReleaseList" => T("List of names"),
        "ListLine" => T("Line of a list"),
        "BulkAction" => T("Bulk action"),
        "BulkPerson" => T("Person of a bulk action"),
        "PersonTag" => T("Tag of the person"),
        "WithheldPart" => T("Withheld from readers"),
        "FormerSlug" => T("Former address"),
        _ => Words.Spaced(fact),
    };

    /// <summary>Whether a person who reads the history wants to see the property.</summary>
    public static bool IsShown(string fact, string property) =>
        !property.EndsWith("Id", StringComparison.Ordinal) && !Hidden.Contains(property) && (property != "Slug" || fact is nameof(Prisoner) or "FormerSlug");

    public static string Name(string fact, string property) => (fact, property) switch
    {
        (_, "Slug") => T("Address"),
        (_, "BornOn") => T("Born"),
        (_, "DiedOn") => T("Died"),
        (_, "Full") => T("Full name"),
        (_, "ConsentBy") => T("Said by"),
        (_, "ConsentOn") => T("Said on"),
        ("Hearing", "HeardOn") => T("Day"),
        ("Hearing", "HeardAt") => T("Time¦of day"),
        ("Hearing", "IsClosed") => T("Closed to the public"),
        ("Claim", "IsPreferred") => T("Followed"),
        ("Claim", "PreferredBecause") => T("Why it is followed"),
        ("Citation", "Field") => T("For"),
        _ => Words.Spaced(property),
    };

    public static string Value(string fact, string property, JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Array)
            return string.Join(", ", value.EnumerateArray().Select(v => Value(fact, property, v)));

        var declared = Types.GetValueOrDefault(fact)?.GetProperty(property)?.PropertyType;
        var type = declared is null ? null : Nullable.GetUnderlyingType(declared) ?? declared;
        return value.ValueKind switch
        {
            JsonValueKind.True => T("yes"),
            JsonValueKind.False => T("no"),
            JsonValueKind.Number => Numbers.Of(value.GetDecimal(), 2),
            JsonValueKind.Object when type == typeof(Phrase) => T(value.Deserialize<Phrase>()!),
            JsonValueKind.Object when type == typeof(Term) => Spans.Of(Term.Of(Part("Years"), Part("Months"), Part("Days"))),
            JsonValueKind.Object => string.Join("; ", value.EnumerateObject().Select(p =>
                p.Name == Languages.English ? p.Value.ToString() : T("in {0}: {1}¦a language, a text", LanguageName(p.Name), p.Value))),
            _ => Text(fact, property, type, value.ToString()),
        };

        int Part(string name) => value.TryGetProperty(name, out var part) ? part.GetInt32() : 0;
    }

    /// <summary>A term of any kind; its name where the field has no words for it.</summary>
    public static string Of(Enum word) =>
        Enums.TryGetValue(word.GetType(), out var words) && (string)words.Invoke(null, [word])! is { Length: > 0 } said ? said : Words.Spaced(word.ToString());

    private static string Text(string fact, string property, Type? type, string text)
    {
        if (type is { IsEnum: true } && Enum.TryParse(type, text, out var code))
            return Of((Enum)code);
        if (type == typeof(DateTime) && DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal, out var moment))
            return Dates.Of(moment);
        if (type == typeof(TimeOnly) && TimeOnly.TryParse(text, CultureInfo.InvariantCulture, out var time))
            return Dates.Of(time);
        var mayBeDate = type == typeof(PartialDate) || type == typeof(DateOnly) || (fact, property) == ("Claim", "Value");
        if (mayBeDate && PartialDate.TryParse(text, out var date))
            return Dates.Of(date);
        if ((property.EndsWith("Country", StringComparison.Ordinal) || property is "Citizenships" || (fact, property) == ("Claim", "Value")) && Countries.IsValid(text))
            return CountryNames.Of(text);
        return (fact, property) switch
        {
            (_, "Language") => LanguageName(text),
            (_, "Slug") => $"/prisoners/{text}",
            ("Citation", "Field") => Words.Spaced(text).ToLowerInvariant(),
            _ => text,
        };
    }

    private static string LanguageName(string code) => Languages.Offered.FirstOrDefault(l => l.Code == code).Name is { } name ? T(name) : code;
}
