using PrisonerTracker.Core.Names.Asia;

namespace PrisonerTracker.Core.Names.Comparing;

/// <summary>Compares Chinese, Vietnamese and Burmese names, strictly: there one syllable or one character makes another person.</summary>
internal static class SyllableNames
{
    private const double OtherSyllable = 0.3;
    private const double OtherName = 0.1;

    /// <summary>A middle name left out, or another person: for somebody to decide.</summary>
    private const double SyllableLeftOut = 0.7;

    /// <summary>The comparison, or null when neither name is one of syllables.</summary>
    public static (double Score, Explanation Detail)? Compare(WrittenName a, WrittenName b)
    {
        AsianName x = a.Syllables, y = b.Syllables;
        if ((x.IsBurmese || y.IsBurmese) && a.Words.Concat(b.Words).All(word => word.Script is NameScript.Latin or NameScript.Cyrillic) && BurmeseLikeness.OfTwo(a.Words, b.Words) is >= 0.88 and var alike)
            return (Math.Max(alike, 0.85), Explanation.Of("same syllables"));
        if (x.Burmese.Count > 0 || y.Burmese.Count > 0)
            return Burmese(a, b);
        if (Chinese(x, y) is { } chinese)
            return chinese;
        return x.IsVietnamese || y.IsVietnamese ? OfVietnamese(a, b) : null;
    }

    private static (double, Explanation)? Chinese(AsianName x, AsianName y)
    {
        if (x.Han.Length > 0 && y.Han.Length > 0)
            return x.Han == y.Han ? (1, Explanation.Of("equal characters")) : (SharedEnds(x.Han, y.Han) ? OtherSyllable : OtherName, Explanation.Of("characters differ"));
        var han = x.Han.Length > 0 || y.Han.Length > 0;
        if (x.Pinyin.Count == 0 || y.Pinyin.Count == 0)
            return han ? (OtherName, Explanation.Of("not the syllables of the characters")) : null;
        if (han || (x.IsChinese && y.IsChinese))
            return Pinyin(x, y);
        return (x.IsChinese || y.IsChinese) && x.Pinyin.Overlaps(y.Pinyin) ? Pinyin(x, y) : null;
    }

    private static (double, Explanation) Pinyin(AsianName x, AsianName y) =>
        x.Pinyin.Overlaps(y.Pinyin)
            ? (0.97, Explanation.Of($"same syllables: {x.Pinyin.Intersect(y.Pinyin).Order(StringComparer.Ordinal).First()}"))
            : (OtherSyllable, Explanation.Of("syllables differ"));

    private static bool SharedEnds(string one, string two) => one[0] == two[0] && one.Length == two.Length;

    private static (double, Explanation) Burmese(WrittenName a, WrittenName b)
    {
        var x = a.Syllables.Burmese;
        var y = b.Syllables.Burmese;
        if (x.Count > 0 && y.Count > 0)
        {
            string Joined(IReadOnlyList<NameWord> syllables) => string.Concat(syllables.Select(syllable => syllable.Text));
            return Joined(x) == Joined(y) ? (1, Explanation.Of("equal letters")) : (OtherSyllable, Explanation.Of("syllables differ"));
        }

        var syllables = x.Count > 0 ? x : y;
        var words = (x.Count > 0 ? b : a).Words;
        var score = BurmeseLikeness.Of(syllables, words);
        return (score, Explanation.Of(score >= NameThresholds.Same ? "same syllables" : "syllables differ"));
    }

    private static (double, Explanation)? OfVietnamese(WrittenName a, WrittenName b)
    {
        if (a.Words.Count != b.Words.Count && a.Syllables.IsVietnamese && b.Syllables.IsVietnamese)
        {
            var (shorter, longer) = a.Words.Count < b.Words.Count ? (a.Words, b.Words) : (b.Words, a.Words);
            return shorter.All(word => longer.Any(other => Vietnamese.Likeness(word, other, bothVietnamese: true) > 0.9f))
                ? (SyllableLeftOut, Explanation.Of("one side has a syllable more"))
                : (OtherSyllable, Explanation.Of("syllables differ"));
        }

        if (a.Words.Count != b.Words.Count || a.Words.Concat(b.Words).Any(word => word.Script is not (NameScript.Latin or NameScript.Cyrillic) || word.IsInitial))
            return null;
        var both = a.Syllables.IsVietnamese && b.Syllables.IsVietnamese;
        if (!both && a.Words[0].Script == b.Words[0].Script)
            return null;
        var marked = !a.Words.Concat(b.Words).All(word => word.Script == NameScript.Cyrillic || System.Text.Ascii.IsValid(word.Word));
        var n = a.Words.Count;
        var best = 0.0;
        foreach (var turn in new[] { 0, 1, n - 1 }.Distinct())
        {
            var least = 1.0;
            for (var i = 0; i < n; i++)
                least = Math.Min(least, Vietnamese.Likeness(a.Words[i], b.Words[(i + turn) % n], both, marked));
            best = Math.Max(best, least);
        }

        if (best >= 0.75)
            return (both ? best : Math.Max(best, 0.85), Explanation.Of("same syllables"));
        return (Math.Min(best, OtherSyllable), Explanation.Of("syllables differ"));
    }
}
