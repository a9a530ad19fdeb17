using PrisonerTracker.Core.Names.Sounds;

namespace PrisonerTracker.Core.Names.Asia;

/// <summary>Compares Burmese syllables with the words of a Latin or Cyrillic spelling, which may join syllables ("Zarganar").</summary>
internal static class BurmeseLikeness
{
    private const float SameSyllable = 0.9f;

    public static double Of(IReadOnlyList<NameWord> syllables, IReadOnlyList<NameWord> words)
    {
        if (words.Count == 0 || syllables.Count == 0 || words.Any(word => word.Script is not (NameScript.Latin or NameScript.Cyrillic)))
            return 0;

        // Cut the syllables into as many runs as there are words, in order; a title before them may be missing on the other side.
        var best = Runs(syllables, 0, words, 0);
        if (syllables.Count > words.Count && syllables[0].Word is "u" or "daw" or "ko" or "ma" or "maun" or "maung")
            best = Math.Max(best, Runs(syllables, 1, words, 0));
        return best >= SameSyllable ? Math.Max(best, 0.85) : Math.Min(best, 0.5);
    }

    /// <summary>Likeness of a Burmese name in Latin letters and its transcription in Cyrillic: word by word, in order.</summary>
    public static double OfTwo(IReadOnlyList<NameWord> a, IReadOnlyList<NameWord> b)
    {
        if (a.Count != b.Count || a[0].Script == b[0].Script)
            return 0;
        var (latin, cyrillic) = a[0].Script == NameScript.Latin ? (a, b) : (b, a);
        var least = 1f;
        for (var i = 0; i < a.Count; i++)
            least = Math.Min(least, Likeness(latin[i].Word, cyrillic[i]));
        return least;
    }

    private static float Runs(IReadOnlyList<NameWord> syllables, int at, IReadOnlyList<NameWord> words, int word)
    {
        if (word == words.Count)
            return at == syllables.Count ? 1 : 0;
        var best = 0f;
        var joined = "";
        for (var end = at; end < syllables.Count && end < at + 4; end++)
        {
            joined += syllables[end].Word;
            var here = Likeness(joined, words[word]);
            if (here > 0.5f)
                best = Math.Max(best, Math.Min(here, Runs(syllables, end + 1, words, word + 1)));
        }

        return best;
    }

    private static float Likeness(string syllables, NameWord word)
    {
        if (syllables == word.Word)
            return 1;
        var latin = word.Script == NameScript.Latin;
        return SoundDistance.Likeness(
            BurmeseSounds.OfLatin(syllables, exact: latin), latin ? BurmeseSounds.OfLatin(word.Word, exact: true) : BurmeseSounds.OfCyrillic(word), cyrillic: false, latin: false);
    }
}
