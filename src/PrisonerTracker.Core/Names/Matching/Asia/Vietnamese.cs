using PrisonerTracker.Core.Names.Sounds;
using PrisonerTracker.Core.Names.Text;

namespace PrisonerTracker.Core.Names.Asia;

/// <summary>Vietnamese names in quốc ngữ, and their Russian transcription.</summary>
internal static class Vietnamese
{
    private const string Onsets = " b c ch d g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x ";
    private const string Codas = " c ch m n ng nh p t ";

    private static readonly (string Plain, string Marked)[] Marks = [("uye", "uyê"), ("uo", "ươ"), ("uo", "uô"), ("ua", "ưa"), ("ua", "uâ"), ("uu", "ưu"), ("ui", "ưi"), ("u", "ư"), ("a", "â"), ("e", "ê"), ("o", "ơ")];

    private static readonly HashSet<string> Surnames = DataTable.Words("vietnamese-surnames.txt");
    private static readonly SoundTable Sounds = SoundTable.Load("sounds-vietnamese.tsv");

    /// <summary>Whether Latin words are a Vietnamese name: a listed surname at an end, every word one syllable.</summary>
    public static bool IsName(IReadOnlyList<NameWord> words)
    {
        if (words.Count < 2 || words.Any(word => word.Script != NameScript.Latin))
            return false;
        var plain = words.Select(word => NameText.WithoutMarks(word.Word)).ToList();
        var marked = words.Any(word => word.Word.AsSpan().IndexOfAnyInRange('\u1EA0', '\u1EF9') >= 0 || word.Word.AsSpan().IndexOfAny('đ', 'ơ', 'ư') >= 0);
        return (marked || words.Count > 2 || plain.Exists(word => word is "le" or "do" or "bui" or "vo" or "ngo" or "phan" or "tran" or "nguyen" or "pham" or "dang")) && AreSyllables(plain);
    }

    /// <summary>Whether words without marks are syllables, with a surname at an end.</summary>
    public static bool AreSyllables(IReadOnlyList<string> plain) => plain.All(IsSyllable) && (Surnames.Contains(plain[0]) || Surnames.Contains(plain[^1]));

    /// <summary>A syllable in the sounds of its Russian transcription.</summary>
    public static SoundReading[] Read(string syllable) => Sounds.Read(syllable);

    /// <summary>Likeness of a Vietnamese syllable and another word: another Vietnamese syllable, or its Cyrillic transcription.</summary>
    public static float Likeness(NameWord a, NameWord b, bool bothVietnamese, bool marked = true)
    {
        if (a.Word == b.Word)
            return 1;
        if (bothVietnamese)
        {
            string plainA = NameText.WithoutMarks(a.Word), plainB = NameText.WithoutMarks(b.Word);
            if (plainA != plainB)
                return 0.2f;
            return plainA == a.Word || plainB == b.Word ? 0.99f : 0.75f;
        }

        var (vietnamese, other) = a.Script == NameScript.Latin ? (a, b) : (b, a);
        var readings = marked ? Sounds.Read(vietnamese.Word) : [.. Remarked(vietnamese.Word).SelectMany(Sounds.Read).DistinctBy(reading => reading.Sounds)];
        return SoundDistance.Likeness(readings, other.Readings, cyrillic: false, latin: false);
    }

    // What a syllable may have been before its marks were left out.
    private static IEnumerable<string> Remarked(string word)
    {
        yield return word;
        if (word[0] == 'd')
            word = "đ" + word[1..];
        yield return word;
        foreach (var (plain, marked) in Marks)
        {
            if (word.Contains(plain, StringComparison.Ordinal))
                yield return word.Replace(plain, marked, StringComparison.Ordinal);
        }
    }

    private static bool IsSyllable(string word)
    {
        if (word.Length > 6)
            return false;
        var start = 0;
        while (start < word.Length && !"aeiouy".Contains(word[start]))
            start++;
        var end = word.Length;
        while (end > start && !"aeiouy".Contains(word[end - 1]))
            end--;
        return end > start && end - start <= 3 && word[start..end].All(c => "aeiouy".Contains(c))
            && (start == 0 || Onsets.Contains($" {word[..start]} ") || word[..start] == "q")
            && (end == word.Length || Codas.Contains($" {word[end..]} "));
    }
}
