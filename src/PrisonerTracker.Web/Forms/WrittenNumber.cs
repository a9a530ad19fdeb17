using System.Globalization;
using System.Text.RegularExpressions;
using PrisonerTracker.Core.Shared;

namespace PrisonerTracker.Web.Forms;

/// <summary>
/// A whole number as sources print it: <c>1135</c>, <c>1,135</c>, <c>1.135</c>, <c>1 135</c>, <c>1’135</c>. A separator stands before
/// three digits each time and is the same throughout, so that 1.13 and 1,13,5 are not numbers.
/// </summary>
internal static partial class WrittenNumber
{
    private const int Most = 10_000_000;

    public static Phrase Problem => "This is not a whole number. Write 1135, 1,135, 1.135 or 1 135.";

    public static bool TryRead(string? text, out int number)
    {
        number = 0;
        var written = (text ?? "").Trim();
        return written.Length <= 15 && Pattern().IsMatch(written)
            && int.TryParse(string.Concat(written.Where(char.IsAsciiDigit)), NumberStyles.None, CultureInfo.InvariantCulture, out number) && number <= Most;
    }

    /// <summary>Words and then a number, as a part of a count is written; with a space as separator it would be a guess where the words end.</summary>
    public static bool TryReadPart(string line, out string label, out int number)
    {
        var space = line.LastIndexOf(' ');
        label = space < 0 ? "" : line[..space].TrimEnd(':', ' ');
        return TryRead(line[(space + 1)..], out number) && label.Length > 0 && !IsSplit(label, line.Length - space - 1);
    }

    // "women 1 135" may be 135 women of a group 1.
    private static bool IsSplit(string label, int digits) => digits == 3 && char.IsAsciiDigit(label[^1]);

    [GeneratedRegex(@"^([0-9]+|[0-9]{1,3}(?<by>[,. \u00A0\u202F\u2009'’])[0-9]{3}(\k<by>[0-9]{3})*)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Pattern();
}
