using System.Globalization;

namespace PrisonerTracker.Core.Names.Text;

/// <summary>Tells the script of a character from its Unicode block (Unicode 15, Blocks.txt).</summary>
internal static class Scripts
{
    public static NameScript Of(char c) => c switch
    {
        >= 'a' and <= 'z' or >= 'A' and <= 'Z' => NameScript.Latin,
        >= '\u00C0' and <= '\u024F' when c is not ('\u00D7' or '\u00F7') => NameScript.Latin,
        >= '\u0250' and <= '\u02AF' or >= '\u1E00' and <= '\u1EFF' => NameScript.Latin,
        >= '\u0370' and <= '\u03FF' or >= '\u1F00' and <= '\u1FFF' => NameScript.Greek,
        >= '\u0400' and <= '\u052F' or >= '\u1C80' and <= '\u1C8F' => NameScript.Cyrillic,
        >= '\u0531' and <= '\u0587' => NameScript.Armenian,
        >= '\u0600' and <= '\u06FF' or >= '\u0750' and <= '\u077F' or >= '\uFB50' and <= '\uFDFF' or >= '\uFE70' and <= '\uFEFC' => NameScript.Arabic,
        >= '\u10A0' and <= '\u10FF' or >= '\u1C90' and <= '\u1CBF' => NameScript.Georgian,
        >= '\u1000' and <= '\u109F' => NameScript.Burmese,
        >= '\u3400' and <= '\u4DBF' or >= '\u4E00' and <= '\u9FFF' or >= '\uF900' and <= '\uFAFF' => NameScript.Han,
        _ => NameScript.Other,
    };

    /// <summary>A letter, a mark on a letter, or a sign that belongs inside a word.</summary>
    public static bool IsWordPart(char c) =>
        char.IsLetter(c) || IsApostrophe(c)
        || char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    public static bool IsApostrophe(char c) =>
        c is '\'' or '\u2019' or '\u2018' or '\u02BC' or '\u02B9' or '\u02BB' or '\u02BE' or '\u02BF' or '`' or '\u00B4' or '\u2032';
}
