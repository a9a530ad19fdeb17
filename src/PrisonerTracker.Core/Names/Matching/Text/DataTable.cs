using System.Text;

namespace PrisonerTracker.Core.Names.Text;

/// <summary>Reads the tables under <c>Names/Matching/Data</c>: tab-separated, UTF-8, lines beginning with # are comments.</summary>
internal static class DataTable
{
    /// <summary>Rows of a table, each split at tabs; blank lines and comments are left out.</summary>
    public static IEnumerable<string[]> Rows(string file)
    {
        using var stream = typeof(DataTable).Assembly.GetManifestResourceStream("Names/" + file)
            ?? throw new InvalidOperationException($"The table {file} is not embedded in the assembly.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
                yield return line.Split('\t');
        }
    }

    /// <summary>A table of words, lower-case, as a set.</summary>
    public static HashSet<string> Words(string file) =>
        Rows(file).SelectMany(row => row[0].Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToHashSet(StringComparer.Ordinal);
}
