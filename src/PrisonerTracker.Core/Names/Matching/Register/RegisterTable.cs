using System.Globalization;

namespace PrisonerTracker.Core.Names;

/// <summary>Reads a register from a tab-separated table with a header: id, birth_year, and any columns that begin with name.</summary>
public static class RegisterTable
{
    /// <summary>Reads entries one by one.</summary>
    /// <exception cref="FormatException">The header has no <c>id</c> or no <c>name…</c> column.</exception>
    public static IEnumerable<RegisterEntry> Read(TextReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        return ReadRows(reader);
    }

    private static IEnumerable<RegisterEntry> ReadRows(TextReader reader)
    {
        var header = (reader.ReadLine() ?? "").TrimStart('\uFEFF').Split('\t');
        var id = Array.IndexOf(header, "id");
        var year = Array.IndexOf(header, "birth_year");
        var names = Enumerable.Range(0, header.Length).Where(i => header[i].StartsWith("name", StringComparison.Ordinal)).ToList();
        if (id < 0 || names.Count == 0)
            throw new FormatException("The registry needs a header row with the columns id and name_…");
        while (reader.ReadLine() is { } line)
        {
            var row = line.Split('\t');
            if (row.Length <= id || row[id].Length == 0)
                continue;
            var birth = year >= 0 && year < row.Length && int.TryParse(row[year], NumberStyles.None, CultureInfo.InvariantCulture, out var born) ? BirthHint.InYear(born) : null;
            yield return new RegisterEntry(row[id], [.. names.Where(i => i < row.Length && row[i].Trim().Length > 0).Select(i => NameParser.Parse(row[i]))], birth);
        }
    }
}
