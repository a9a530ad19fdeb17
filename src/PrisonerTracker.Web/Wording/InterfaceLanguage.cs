using System.Collections.Frozen;
using System.Globalization;
using System.Reflection;
using System.Text.Json;

namespace PrisonerTracker.Web.Wording;

/// <summary>
/// A language the interface speaks. English stands where it is used; every other language is one file, <c>Wording/Languages/xx.json</c>,
/// which carries its own name, direction and plural rule besides the texts.
/// </summary>
public sealed class InterfaceLanguage
{
    private const string Folder = "Languages/";

    private static readonly JsonSerializerOptions Lenient = new() { AllowTrailingCommas = true, ReadCommentHandling = JsonCommentHandling.Skip };

    private readonly FrozenDictionary<string, JsonElement> _texts;
    private readonly Func<string, string>? _disguise;

    private InterfaceLanguage(string code, string name, FrozenDictionary<string, JsonElement> texts, Func<string, string>? disguise = null)
    {
        (Code, Name, _texts, _disguise) = (code, name, texts, disguise);
        Culture = CultureInfo.GetCultureInfo(code == Core.Shared.Languages.English || disguise is not null ? "en-GB" : code);
        IsRightToLeft = disguise is not null || Header("@direction") == "rtl";
        Plural = PluralRule.Of(disguise is not null ? Core.Shared.Languages.English : Header("@plural") ?? code);
    }

    public static InterfaceLanguage English { get; } = new(Core.Shared.Languages.English, "English", FrozenDictionary<string, JsonElement>.Empty);

    /// <summary>
    /// English written from right to left, a third longer and in brackets: who tries the pages in it (<c>Site:MirrorLanguage</c>) sees what a
    /// layout does not bear and which text nobody can translate.
    /// </summary>
    public static InterfaceLanguage Mirror { get; } = new("qps-plocm", "Mirror", FrozenDictionary<string, JsonElement>.Empty, Disguise);

    /// <summary>English first, then the others by code.</summary>
    public static IReadOnlyList<InterfaceLanguage> All { get; } = [English, .. Load().OrderBy(l => l.Code, StringComparer.Ordinal)];

    /// <summary>The language of the request that is being answered.</summary>
    public static InterfaceLanguage Current => OfRequest.Value ?? English;

    /// <summary>The first part of its addresses, and of its content; BCP 47 but for the mirror.</summary>
    public string Code { get; }

    /// <summary>BCP 47, for <c>lang</c>: the mirror is English to whoever reads it aloud.</summary>
    public string Spoken => _disguise is null ? Code : Core.Shared.Languages.English;

    /// <summary>In the language itself.</summary>
    public string Name { get; }

    public CultureInfo Culture { get; }

    public bool IsRightToLeft { get; }

    /// <summary>What stands before every address in this language: nothing for English, <c>/be</c> for Belarusian.</summary>
    public string Prefix => Code == Core.Shared.Languages.English ? "" : "/" + Code;

    public IEnumerable<string> Keys => _texts.Keys.Where(k => !k.StartsWith('@'));

    internal PluralRule Plural { get; }

    private static AsyncLocal<InterfaceLanguage?> OfRequest { get; } = new();

    /// <summary>Everything that this request writes from now on is in the language.</summary>
    public void Speak() => OfRequest.Value = this;

    /// <summary>What is said in this language, whatever the request speaks.</summary>
    public T Say<T>(Func<T> words)
    {
        var spoken = OfRequest.Value;
        Speak();
        try
        {
            return words();
        }
        finally
        {
            OfRequest.Value = spoken;
        }
    }

    /// <summary>The translation of an English text in its one form; null when there is none.</summary>
    public string? Of(string english) => _disguise is not null ? _disguise(english) : _texts.TryGetValue(english, out var found) && found.ValueKind == JsonValueKind.String ? found.GetString() : null;

    /// <summary>The form of the translation for the number, or for the gender; null when there is none.</summary>
    public string? Form(string english, int form) => _disguise is not null ? _disguise(english.Split('|') is { Length: 2 } forms ? forms[form] : english)
        : !_texts.TryGetValue(english, out var found) ? null
        : found.ValueKind == JsonValueKind.String ? found.GetString()
        : form < found.GetArrayLength() ? found[form].GetString() : null;

    /// <summary>How many forms the file gives; 0 for no translation.</summary>
    public int FormsOf(string english) => !_texts.TryGetValue(english, out var found) ? 0 : found.ValueKind == JsonValueKind.Array ? found.GetArrayLength() : 1;

    private static IEnumerable<InterfaceLanguage> Load()
    {
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var file in assembly.GetManifestResourceNames().Where(n => n.StartsWith(Folder, StringComparison.Ordinal)))
        {
            using var stream = assembly.GetManifestResourceStream(file)!;
            var texts = JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(stream, Lenient)!.ToFrozenDictionary(StringComparer.Ordinal);
            yield return new InterfaceLanguage(Path.GetFileNameWithoutExtension(file[Folder.Length..]), texts["@name"].GetString()!, texts);
        }
    }

    private static string Disguise(string english) => english.StartsWith("country ", StringComparison.Ordinal) ? $"⟦{Core.Shared.Countries.Name(english[8..])}⟧"
        : $"⟦{english.Split('¦')[0]}{new string('·', english.Length / 3)}⟧";

    private string? Header(string name) => _texts.TryGetValue(name, out var value) ? value.GetString() : null;
}
