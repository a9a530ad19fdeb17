using System.Globalization;

namespace PrisonerTracker.Web.Cards;

/// <summary>Lines of text that fit a width: drawings have no layout of their own. Widths are estimated from above, so that nothing runs out of its box.</summary>
internal static class TextFit
{
    private const string Narrow = "fijlrtI.,:;!|'’()[] -іїґг";
    private const string Broad = "mwMWшщжюыфмдШЩЖЮЫФМД@%—";

    /// <summary>
    /// The text in lines at the largest of the sizes at which it fits without breaking a word; at the smallest, words are broken and what
    /// does not fit is cut off.
    /// </summary>
    public static (double Size, IReadOnlyList<string> Lines) Of(string text, double width, int mostLines, params ReadOnlySpan<double> sizes)
    {
        foreach (var size in sizes)
        {
            var lines = Lines(text, width / size);
            if (lines.Count <= mostLines && (size == sizes[^1] || text.Split(' ').All(word => Width(word) <= width / size)))
                return (size, lines);
        }

        var cut = Lines(text, width / sizes[^1]).Take(mostLines).ToList();
        cut[^1] = $"{Cut(cut[^1], width / sizes[^1] - 1)}…";
        return (sizes[^1], cut);
    }

    private static List<string> Lines(string text, double ems)
    {
        var lines = new List<string> { "" };
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var rest = word;
            var longer = lines[^1].Length == 0 ? rest : $"{lines[^1]} {rest}";
            if (Width(longer) <= ems)
            {
                lines[^1] = longer;
                continue;
            }

            if (lines[^1].Length > 0)
                lines.Add("");
            for (; Width(rest) > ems; rest = rest[Cut(rest, ems).Length..])
            {
                lines[^1] = Cut(rest, ems);
                lines.Add("");
            }

            lines[^1] = rest;
        }

        return lines;
    }

    /// <summary>The longest beginning that fits, at least one letter.</summary>
    private static string Cut(string text, double ems)
    {
        var fits = "";
        var letters = StringInfo.GetTextElementEnumerator(text);
        while (letters.MoveNext() && (fits.Length == 0 || Width(fits + letters.GetTextElement()) <= ems))
            fits += letters.GetTextElement();
        return fits.TrimEnd();
    }

    private static double Width(string text) => text.Sum(Width);

    private static double Width(char c) =>
        Narrow.Contains(c, StringComparison.Ordinal) ? 0.36
        : Broad.Contains(c, StringComparison.Ordinal) ? 0.92
        : CharUnicodeInfo.GetUnicodeCategory(c) switch
        {
            UnicodeCategory.NonSpacingMark => 0,
            UnicodeCategory.UppercaseLetter => 0.72,
            UnicodeCategory.LowercaseLetter or UnicodeCategory.DecimalDigitNumber => 0.57,
            UnicodeCategory.OtherLetter => 1,
            _ => 0.6,
        };
}
