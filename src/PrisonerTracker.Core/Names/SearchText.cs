using System.Globalization;
using System.Text;

namespace PrisonerTracker.Core.Names;

/// <summary>
/// Folds a name to what a hurried reader types: lower case, no diacritics, ё as е, ў as у, no apostrophes,
/// Latin letters that stray into a Cyrillic word (and the reverse) repaired.
/// </summary>
public static class SearchText
{
    // Letters that look alike in the two scripts; the word's majority decides which was meant.
    private const string LatinLookalikes = "aceiopxyhkmtb";
    private const string CyrillicLookalikes = "асеіорхункмтв";

    /// <summary>The folded words of a text, in order.</summary>
    public static IReadOnlyList<string> Words(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
            return [];

        return
        [
            .. Strip(text)
                .Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Select(RepairLookalikes),
        ];
    }

    /// <summary>All names of one person as one searchable text; each folded word once.</summary>
    public static string Of(IEnumerable<string> names) => OfWords(names.SelectMany(Words));

    /// <summary>Words as one text, with a space before and after each, so that whole words and beginnings can be looked for.</summary>
    internal static string OfWords(IEnumerable<string> words)
    {
        var all = string.Join(' ', words.Distinct(StringComparer.Ordinal));
        return all.Length == 0 ? "" : $" {all} ";
    }

    /// <summary>A key that sorts names as a reader expects, whatever their case and diacritics.</summary>
    public static string SortKey(string name) => string.Join(' ', Words(name));

    private static string Strip(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in WithoutBroken(text).Normalize(NormalizationForm.FormD))
        {
            switch (char.GetUnicodeCategory(c))
            {
                case UnicodeCategory.NonSpacingMark or UnicodeCategory.Format:
                    // й is и with a breve in decomposed form; readers type the letter, so it stays one.
                    if (c == '\u0306' && folded.Length > 0 && folded[^1] == 'и')
                        folded[^1] = 'й';
                    break;
                case UnicodeCategory.LowercaseLetter or UnicodeCategory.UppercaseLetter or UnicodeCategory.OtherLetter
                    or UnicodeCategory.TitlecaseLetter or UnicodeCategory.ModifierLetter when c is not ('ʼ' or 'ʹ'):
                    folded.Append(Plain(char.ToLowerInvariant(c)));
                    break;
                case UnicodeCategory.DecimalDigitNumber or UnicodeCategory.SpacingCombiningMark:
                    folded.Append(c);
                    break;
                default:
                    // Apostrophes join (Дар'я, D'Arc); everything else separates.
                    if (c is not ('\'' or '’' or '‘' or 'ʼ' or 'ʹ' or '`' or '´'))
                        folded.Append(' ');
                    break;
            }
        }

        return folded.ToString();
    }

    // Half a pair, and U+FFFE, cannot be normalised; no whole pair is a letter here either.
    private static string WithoutBroken(string text) =>
        string.Create(text.Length, text, (folded, from) =>
        {
            for (var i = 0; i < folded.Length; i++)
                folded[i] = char.IsSurrogate(from[i]) || from[i] == '\uFFFE' ? ' ' : from[i];
        });

    private static string Plain(char c) => c switch
    {
        'ł' => "l",
        'ø' => "o",
        'đ' => "d",
        'ı' => "i",
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        _ => c.ToString(),
    };

    private static string RepairLookalikes(string word)
    {
        var latin = word.Count(c => c is >= 'a' and <= 'z');
        var cyrillic = word.Count(c => c is >= 'а' and <= 'ԯ');
        if (latin == 0 || cyrillic == 0)
            return word;

        var (from, to) = cyrillic >= latin ? (LatinLookalikes, CyrillicLookalikes) : (CyrillicLookalikes, LatinLookalikes);
        return string.Concat(word.Select(c => from.IndexOf(c, StringComparison.Ordinal) is var i and >= 0 ? to[i] : c));
    }
}
