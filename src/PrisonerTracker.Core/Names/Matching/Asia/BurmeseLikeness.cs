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

        // Cut the syllables into as many runs as there are words, in order; the words may also come surname-less titles first.
        var best = Runs(syllables, 0, words, 0);
        if (syllables.Count > words.Count && syllables[0].Word is "u" or "daw" or "ko" or "ma" or "maun" or "maung")
            best = Math.Max(best, Runs(syllables, 1, words, 0));
        return best >= SameSyllable ? Math.Max(best, 0.85) : Math.Min(best, 0.5);
    }

    /// <summary>Likeness of two names in Latin or Cyrillic letters, one of which is Burmese: word by word, in order.</summary>
    public static double OfTwo(IReadOnlyList<NameWord> a, IReadOnlyList<NameWord> b)
    {
        if (a.Count != b.Count)
            return 0;
        var least = 1f;
        for (var i = 0; i < a.Count; i++)
            least = Math.Min(least, SoundDistance.Likeness(Soften(a[i].Readings), Soften(b[i].Readings), cyrillic: false, latin: false));
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

    private static float Likeness(string syllables, NameWord word) =>
        SoundDistance.Likeness(Soften(SoundReader.Read(syllables, NameScript.Latin)), Soften(word.Readings), cyrillic: false, latin: false);

    // Aspiration is written before or after the consonant or not at all, a lengthening r too; [ei] is another vowel than [i], not a spelling of it.
    private static SoundReading[] Soften(SoundReading[] readings) => Array.ConvertAll(readings, reading => reading with { Sounds = Soft(reading.Sounds) });

    private static string Soft(string sounds)
    {
        var soft = new System.Text.StringBuilder(sounds.Length);
        for (var i = 0; i < sounds.Length; i++)
        {
            var next = i + 1 < sounds.Length ? sounds[i + 1] : '\0';
            var before = i > 0 ? sounds[i - 1] : '\0';
            if (sounds[i] is 'h' or 'x' && ("tpksmnl".Contains(next) || "tpks".Contains(before)) && next != '\0')
                continue;
            if (sounds[i] == 'r' && before is 'a' && !SoundAlphabet.IsVowel(next))
                continue;
            if (next == '\0' && ((sounds[i] is 't' or 'g' && before == 'n') || (sounds[i] == 'e' && i > 1 && before == 'n' && sounds[i - 2] == 'o')))
                continue;
            if (sounds[i] == 'e' && before == 'o')
                continue;
            soft.Append(sounds[i] == 'e' && next == 'i' ? 'O' : sounds[i] == 'x' ? 'k' : sounds[i]);
        }

        return soft.ToString();
    }
}
