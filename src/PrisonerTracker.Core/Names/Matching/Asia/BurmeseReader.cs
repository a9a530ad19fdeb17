using System.Globalization;
using PrisonerTracker.Core.Names.Text;

namespace PrisonerTracker.Core.Names.Asia;

/// <summary>
/// Reads Burmese letters into syllables of the common romanisation (BGN/PCGN 1970 and press): initial (<c>Data/burmese-initials.tsv</c>) and
/// rhyme (<c>Data/burmese-rhymes.tsv</c>).
/// </summary>
internal static class BurmeseReader
{
    private const int MaxSyllables = 8;
    private static readonly Dictionary<string, string> Initials = Table("burmese-initials.tsv");
    private static readonly Dictionary<string, string> Rhymes = Table("burmese-rhymes.tsv");

    public static List<NameWord> Words(string text)
    {
        // A stacked consonant closes its syllable, and what stands below it begins the next.
        text = text.Replace('\u1039', '\u103A');
        var words = new List<NameWord>();
        var at = 0;
        while (at < text.Length && words.Count < MaxSyllables)
        {
            var start = at++;
            if (!IsConsonant(text[start]))
                continue;
            while (at < text.Length && !StartsSyllable(text, at))
                at++;
            if (Syllable(text[start..at]) is { } latin)
                words.Add(new NameWord(text[start..at], latin, NameScript.Latin, isInitial: false));
        }

        return words;
    }

    private static bool IsConsonant(char c) => c is >= '\u1000' and <= '\u102A' or '\u103F' or '\u104F';

    // A consonant begins a syllable unless a killer (asat) or a stacker follows, which closes the one before.
    private static bool StartsSyllable(string text, int at) =>
        IsConsonant(text[at]) && !(at + 1 < text.Length && text[at + 1] is '\u103A' or '\u1039') && text[at - 1] != '\u1039'
        && !(at + 2 < text.Length && text[at + 1] is '\u1037' && text[at + 2] == '\u103A');

    private static string? Syllable(string text)
    {
        var split = 1;
        while (split < text.Length && text[split] is >= '\u103B' and <= '\u103E')
            split++;
        var initial = Find(Initials, text[..split]) ?? Find(Initials, text[..1]);
        var rhyme = new string([.. text[split..].Where(c => c is not ('\u1037' or '\u1038'))]);
        if (text[0] is >= '\u1023' and <= '\u102A')
            return initial + (Find(Rhymes, rhyme) is { } closed && rhyme.Length > 0 ? closed : "");
        var vowel = Find(Rhymes, rhyme) ?? (rhyme.Length > 1 ? Find(Rhymes, rhyme[..1]) : null) ?? "a";
        if (text[split - 1] == '\u103D' && Find(Rhymes, "\u103D" + rhyme) is { } rounded)
            return (Find(Initials, text[..(split - 1)]) ?? initial ?? "") + rounded;
        return initial is null ? null : initial + vowel;
    }

    private static string? Find(Dictionary<string, string> table, string key) => table.TryGetValue(key, out var value) ? value : null;

    private static Dictionary<string, string> Table(string file) =>
        DataTable.Rows(file).ToDictionary(row => row[0] == "-" ? "" : NameText.Clean(row[0]), row => row[1].ToLower(CultureInfo.InvariantCulture), StringComparer.Ordinal);
}
