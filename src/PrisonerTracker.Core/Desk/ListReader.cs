using System.Globalization;
using System.Text.RegularExpressions;
using PrisonerTracker.Core.Names;
using PrisonerTracker.Core.Shared;

namespace PrisonerTracker.Core.Desk;

/// <summary>One person, or one heading, as it was read in a pasted text.</summary>
/// <param name="Number">The line in the text, from 1.</param>
/// <param name="Original">That line, whole.</param>
/// <param name="Name">The name in it, or in the part of it that this is about; null where there is none.</param>
/// <param name="Birth">What is said of the birth.</param>
/// <param name="Place">A place.</param>
/// <param name="Notes">The rest.</param>
public sealed record ReadLine(int Number, string Original, string? Name, BirthHint? Birth, string? Place, string? Notes);

/// <summary>
/// Reads a list as it was pasted: lines as <see cref="PublishedListReader"/> reads them, several names in one line, and tables whose cells
/// are separated by tabs, with or without headings.
/// </summary>
public static partial class ListReader
{
    /// <summary>Reads a whole text; blank lines are left out.</summary>
    /// <exception cref="RuleException">It is empty, or longer than a list may be.</exception>
    public static IReadOnlyList<ReadLine> Read(string? text, int year)
    {
        if (Blank.ToNull(text) is null)
            throw new RuleException(nameof(PastedList.Text), "Paste the list as it was published, or choose a file.");
        if (text!.Length > ReleaseList.TextLength)
            throw new RuleException(nameof(PastedList.Text), $"The text is longer than {ReleaseList.TextLength} characters. Split it into several lists of the same event.");

        var lines = text.ReplaceLineEndings("\n").Split('\n');
        if (lines.Count(line => line.Trim().Length > 0) > ReleaseList.MostLines)
            throw new RuleException(nameof(PastedList.Text), $"The list has more than {ReleaseList.MostLines} lines. Split it into several lists of the same event.");

        var read = (lines.Any(line => line.Trim().Contains('\t', StringComparison.Ordinal)) ? ListTable.Read(lines, year) : ReadLines(lines, year)).ToList();
        if (read.Count > ReleaseList.MostLines)
            throw new RuleException(nameof(PastedList.Text), $"The list names more than {ReleaseList.MostLines} people. Split it into several lists of the same event.");
        return read.Exists(line => line.Name is not null)
            ? read
            : throw new RuleException(nameof(PastedList.Text), "No name was found in the text. Paste the list with one person per line, or names separated by commas.");
    }

    /// <summary>Reads one line that names one person or none.</summary>
    internal static ReadLine One(string line, int number, int year, string original)
    {
        var read = PublishedListReader.ReadLine(line, number, year);
        return Of(read, original);
    }

    internal static ReadLine Of(PublishedLine read, string original) => new(
        read.Number,
        Cut(original, ListLine.OriginalLength)!,
        Blank.ToNull(Cut(Tidy(read.Name?.Text), PersonName.FullLength)),
        read.Birth,
        Blank.ToNull(Cut(read.Place, ListLine.OriginalLength)),
        Blank.ToNull(Cut(read.Notes, ListLine.OriginalLength)));

    private static IEnumerable<ReadLine> ReadLines(string[] lines, int year)
    {
        var read = PublishedListReader.Read(lines, year);
        var stated = read.Where(line => line.Name is null).Select(line => YearOf(line.Text)).FirstOrDefault(found => found is not null) ?? year;
        foreach (var line in read.Where(line => line.Text.Trim().Length > 0))
        {
            var several = NamesInLine.Split(line.Text);
            if (several.Count < 2)
            {
                yield return Of(line, line.Text.Trim());
                continue;
            }

            foreach (var part in several)
                yield return One(part, line.Number, stated, line.Text.Trim());
        }
    }

    // The full stop of the line is no part of the name, that of an initial is.
    private static string? Tidy(string? name)
    {
        if (name is null)
            return null;
        var words = name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (words.Length > 0 && words[^1].TrimEnd('.') is { Length: > 2 } last && !last.Contains('.', StringComparison.Ordinal))
            words[^1] = last;
        return string.Join(' ', words);
    }

    private static string? Cut(string? text, int length) => text is null || text.Length <= length ? text : text[..length];

    private static int? YearOf(string line) =>
        Year().Matches(line).LastOrDefault() is { } year ? int.Parse(year.Value, CultureInfo.InvariantCulture) : null;

    [GeneratedRegex("(?<![0-9])(?:19|20)[0-9][0-9](?![0-9])", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Year();
}
