using PrisonerTracker.Core.Names.Text;

namespace PrisonerTracker.Core.Names.Asia;

/// <summary>Pinyin readings and simplified forms of Han characters (<c>Data/han-pinyin.tsv</c>).</summary>
internal static class HanReadings
{
    private static readonly Dictionary<char, (string[] Pinyin, char Simplified)> Characters = DataTable.Rows("han-pinyin.tsv")
        .ToDictionary(row => row[0][0], row => (row[1].Split(' '), row.Length > 2 && row[2].Length > 0 ? row[2][0] : row[0][0]));

    public static string Simplify(string text) =>
        new([.. text.Where(c => Scripts.Of(c) == NameScript.Han).Take(12).Select(c => Characters.TryGetValue(c, out var known) ? known.Simplified : c)]);

    public static HashSet<string> Sequences(string han)
    {
        var sequences = new List<string[]> { Array.Empty<string>() };
        foreach (var c in han)
        {
            if (!Characters.TryGetValue(c, out var known))
                return [];
            sequences = [.. sequences.SelectMany(begun => known.Pinyin.Select(reading => (string[])[.. begun, reading])).Take(16)];
        }

        return [.. sequences.Where(sequence => sequence.Length > 0).Select(PinyinSyllables.Canonical)];
    }
}
