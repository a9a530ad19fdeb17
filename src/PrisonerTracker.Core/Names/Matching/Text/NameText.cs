using System.Globalization;
using System.Text;

namespace PrisonerTracker.Core.Names.Text;

/// <summary>Normal forms of written words.</summary>
internal static class NameText
{
    /// <summary>Longest text looked at; the rest of a longer one is ignored, so that no input is slow.</summary>
    public const int MaxLength = 160;

    /// <summary>Composed (NFC), compatibility forms of Arabic and full-width letters undone, cut to <see cref="MaxLength"/>; never throws.</summary>
    public static string Clean(string? text)
    {
        if (string.IsNullOrEmpty(text))
            return "";
        if (text.Length > MaxLength)
            text = text[..MaxLength];
        if (Ascii.IsValid(text))
            return text;
        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (char.IsSurrogate(c) || char.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse or UnicodeCategory.Format && c != '\u200C' && c != '\u200D')
                clean.Append(' ');
            else
                clean.Append(c);
        }

        text = clean.ToString();
        var presentation = text.AsSpan().IndexOfAnyInRange('\uFB00', '\uFFEF') >= 0;
        return text.Normalize(presentation ? NormalizationForm.FormKC : NormalizationForm.FormC);
    }

    /// <summary>The word without marks on its letters, ł and đ and ø among them.</summary>
    public static string WithoutMarks(string word)
    {
        if (Ascii.IsValid(word))
            return word;
        var plain = new StringBuilder(word.Length);
        foreach (var c in word.Normalize(NormalizationForm.FormD))
        {
            if (char.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark)
                continue;
            plain.Append(c switch { 'ł' => 'l', 'đ' => 'd', 'ø' => 'o', 'ı' => 'i', 'ə' => 'e', 'ð' => 'd', _ => c });
        }

        return plain.ToString();
    }

    /// <summary>Lower-case by the invariant culture, the Turkish dotted capital as i.</summary>
    public static string Lower(string word) => word.Replace('İ', 'i').ToLowerInvariant();
}
