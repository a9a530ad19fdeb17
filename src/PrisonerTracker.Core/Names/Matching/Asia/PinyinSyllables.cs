using PrisonerTracker.Core.Names.Text;

namespace PrisonerTracker.Core.Names.Asia;

/// <summary>Cuts Latin (pinyin, Wade-Giles) and Cyrillic (Palladius) words into Chinese syllables (<c>Data/pinyin-syllables.tsv</c>).</summary>
internal static class PinyinSyllables
{
    private const int MaxSequences = 24;
    private const int MaxSyllableLetters = 6;

    private static readonly Dictionary<string, string[]> Latin = new(StringComparer.Ordinal);
    private static readonly Dictionary<string, string[]> Cyrillic = new(StringComparer.Ordinal);
    private static readonly HashSet<string> Surnames = DataTable.Words("chinese-surnames.txt");

    static PinyinSyllables()
    {
        var rows = DataTable.Rows("pinyin-syllables.tsv").ToList();
        foreach (var group in rows.SelectMany(row => row[1].Split(' ').Append(row[0]).Distinct().Select(spelling => (spelling, row[0]))).GroupBy(pair => pair.spelling))
            Latin[group.Key] = [.. group.Select(pair => pair.Item2).OrderBy(syllable => syllable == group.Key ? 0 : 1)];
        foreach (var group in rows.SelectMany(row => row[2].Split(' ').Select(spelling => (spelling: CyrillicKey(spelling), row[0]))).GroupBy(pair => pair.spelling))
            Cyrillic[group.Key] = [.. group.Select(pair => pair.Item2)];
    }

    /// <summary>The rotation of the syllables that sorts first.</summary>
    public static string Canonical(string[] syllables)
    {
        var best = string.Join(' ', syllables);
        for (var turn = 1; turn < syllables.Length; turn++)
        {
            var turned = string.Join(' ', syllables[turn..].Concat(syllables[..turn]));
            if (string.CompareOrdinal(turned, best) < 0)
                best = turned;
        }

        return best;
    }

    public static bool IsSurname(NameWord word) => Cut(word).Exists(syllables => syllables.Length <= 2 && Surnames.Contains(string.Concat(syllables)));

    /// <summary>A given name of another people that happens to consist of several Chinese syllables: Анна, Иван, Lina.</summary>
    public static bool IsOtherGivenName(NameWord word) => word.Hits.Length > 0 && !Cut(word).Exists(syllables => syllables.Length == 1);

    /// <summary>Every way to read the whole name as two to four syllables; empty when some word is not Chinese syllables.</summary>
    public static HashSet<string> Sequences(IReadOnlyList<NameWord> words)
    {
        var sequences = new List<string[]> { Array.Empty<string>() };
        foreach (var word in words)
        {
            var cuts = Cut(word);
            if (cuts.Count == 0)
                return [];
            sequences = [.. sequences.SelectMany(begun => cuts.Select(cut => (string[])[.. begun, .. cut])).Take(MaxSequences)];
        }

        return [.. sequences.Where(sequence => sequence.Length is >= 2 and <= 4).Select(Canonical)];
    }

    private static List<string[]> Cut(NameWord word)
    {
        var cyrillic = word.Script == NameScript.Cyrillic;
        var text = cyrillic ? CyrillicKey(word.Word) : LatinKey(word.Word);
        var cuts = new List<string[]>();
        if (text.Length is > 0 and <= 18)
            Cut(text, cyrillic ? Cyrillic : Latin, [], cuts);
        return cuts;
    }

    private static void Cut(string rest, Dictionary<string, string[]> syllables, List<string> begun, List<string[]> cuts)
    {
        if (cuts.Count >= MaxSequences)
            return;
        if (rest.Length == 0)
        {
            cuts.Add([.. begun]);
            return;
        }

        if (begun.Count == 3)
            return;
        for (var length = Math.Min(MaxSyllableLetters, rest.Length); length > 0; length--)
        {
            if (!syllables.TryGetValue(rest[..length], out var readings))
                continue;
            foreach (var reading in readings)
            {
                begun.Add(reading);
                Cut(rest[length..], syllables, begun, cuts);
                begun.RemoveAt(begun.Count - 1);
            }
        }
    }

    private static string LatinKey(string word) => NameText.WithoutMarks(word.Replace('ü', 'v'));

    private static string CyrillicKey(string word) =>
        word.Replace('э', 'е').Replace('ё', 'е').Replace('і', 'и').Replace('ы', 'и').Replace('ў', 'у').Replace("дз", "цз", StringComparison.Ordinal);
}
