using PrisonerTracker.Core.Names.Sounds;

namespace PrisonerTracker.Core.Names.Arabic;

/// <summary>
/// Likeness of a word in Arabic letters and a word of sounds: consonants must agree (each letter with what Arabic, Persian and Uyghur
/// speakers and their transcribers make of it), short vowels are free, long ones nearly.
/// </summary>
internal static class ArabicLikeness
{
    private const float Mismatch = 1.2f;

    public static float Of(string arabic, SoundReading[] readings)
    {
        var best = 0f;
        foreach (var reading in readings)
        {
            var distance = Distance(arabic, reading.Sounds) + reading.Cost;
            best = Math.Max(best, 1 - (distance * (arabic.Length switch { <= 3 => 0.3f, 4 => 0.25f, 5 => 0.2f, <= 8 => 0.17f, _ => 0.13f })));
        }

        return best < 0.4f ? 0 : best;
    }

    /// <summary>Likeness of two words in Arabic letters, both normal.</summary>
    public static float OfTwo(string a, string b)
    {
        if (a == b)
            return 1;
        if (Math.Abs(a.Length - b.Length) > 2 || a.Length > 30 || b.Length > 30)
            return 0;
        var above = new float[b.Length + 1];
        for (var j = 1; j <= b.Length; j++)
            above[j] = above[j - 1] + Skip(b[j - 1]);
        for (var i = 1; i <= a.Length; i++)
        {
            var row = new float[b.Length + 1];
            row[0] = above[0] + Skip(a[i - 1]);
            for (var j = 1; j <= b.Length; j++)
            {
                row[j] = Math.Min(above[j - 1] + (a[i - 1] == b[j - 1] ? 0 : Mismatch),
                    Math.Min(above[j] + Skip(a[i - 1]), row[j - 1] + Skip(b[j - 1])));
            }

            above = row;
        }

        var likeness = 1 - (above[b.Length] * 0.25f);
        return likeness < 0.4f ? 0 : likeness;
    }

    private static float Skip(char letter) => letter is 'ا' or 'و' or 'ی' or 'ه' ? 0.7f : 1;

    private static float Distance(string arabic, string sounds)
    {
        int n = Math.Min(arabic.Length, 30), m = Math.Min(sounds.Length, 40);
        Span<float> table = stackalloc float[(n + 1) * (m + 1)];
        for (var i = 0; i <= n; i++)
        {
            for (var j = 0; j <= m; j++)
            {
                if (i == 0 && j == 0)
                    continue;
                var best = float.MaxValue;
                if (i > 0)
                    best = table[((i - 1) * (m + 1)) + j] + Silent(arabic[i - 1], i == 1, i == n && j > 0 && SoundAlphabet.IsVowel(sounds[j - 1]));
                if (j > 0)
                    best = Math.Min(best, table[(i * (m + 1)) + j - 1] + Unwritten(sounds[j - 1], j > 1 ? sounds[j - 2] : '\0', j == m));
                if (i > 0 && j > 0)
                    best = Math.Min(best, table[((i - 1) * (m + 1)) + j - 1] + Spoken(arabic[i - 1], sounds[j - 1], i == n, i < n && arabic[i] == 'ل'));
                if (i > 1 && j > 0 && arabic[i - 2] == 'ی')
                    best = Math.Min(best, table[((i - 2) * (m + 1)) + j - 1] + Softened(arabic[i - 1], sounds[j - 1]));
                if (i > 0 && j > 1 && arabic[i - 1] == 'و' && sounds[j - 2] is 'a' or 'o' && sounds[j - 1] is 'v' or 'u')
                    best = Math.Min(best, table[((i - 1) * (m + 1)) + j - 2] + 0.05f);
                table[(i * (m + 1)) + j] = best;
            }
        }

        return table[(n * (m + 1)) + m];
    }

    private static float Softened(char letter, char sound) => (letter, sound) switch
    {
        ('ا', 'A') or ('و', 'U' or 'O') or ('ه' or 'ە', 'A' or 'e') => 0,
        _ => Mismatch,
    };

    private static float Spoken(char letter, char sound, bool last, bool article)
    {
        // The article inside a joined name is heard in the vowel of the case: Abdul-, Abdel-, -ollah.
        if (letter == 'ا' && article && sound is 'u' or 'o' or 'e')
            return 0.05f;
        var (exact, near) = letter switch
        {
            'ا' => ("aA", "eoO"),
            'ب' => ("b", "p"),
            'پ' => ("p", "b"),
            'ت' => ("t", "d"),
            'ث' => ("st", ""),
            'ج' => ("Z", "gizC"),
            'چ' => ("C", "S"),
            'ح' => ("hx", "g"),
            'خ' => ("xh", "kg"),
            'د' => ("d", "t"),
            'ذ' => ("zdtD", ""),
            'ر' => ("r", ""),
            'ز' => ("z", "s"),
            'ژ' => ("Z", "z"),
            'س' => ("s", "cz"),
            'ش' => ("S", "s"),
            'ص' => ("s", ""),
            'ض' => ("dz", ""),
            'ط' => ("t", ""),
            'ظ' => ("zd", ""),
            'ع' => ("aeioAuh", "UO"),
            'غ' => ("g", "kxh"),
            'ف' => ("f", "v"),
            'ق' => ("kg", "xh"),
            'ک' => ("k", "g"),
            'گ' => ("g", "k"),
            'ل' => ("l", ""),
            'م' => ("m", ""),
            'ن' => ("n", ""),
            'ه' => last ? ("hxaeA", "g") : ("hx", "g"),
            'ە' => ("eaA", "i"),
            'و' => ("vuoUO", "fb"),
            'ی' => last ? ("ieAa", "") : ("ieA", "aUO"),
            _ => ("", ""),
        };
        return exact.Contains(sound) ? 0 : near.Contains(sound) ? 0.25f : Mismatch;
    }

    /// <summary>Cost of a letter that the sounds do not show.</summary>
    private static float Silent(char letter, bool first, bool last) => letter switch
    {
        'ع' => 0.1f,
        'ه' => last ? 0.15f : 1.1f,
        'ا' => first ? 0.3f : 1,
        'و' or 'ی' => 1.1f,
        _ => 1,
    };

    /// <summary>Cost of a sound that the letters do not show: short vowels are not written, diphthongs are.</summary>
    private static float Unwritten(char sound, char before, bool last) => sound switch
    {
        'a' or 'e' or 'o' => before == '\0' ? 0.35f : last ? 0.4f : 0.08f,
        'A' or 'O' or 'U' => 0.35f,
        'u' => before == '\0' ? 0.4f : 0.15f,
        'i' => before == '\0' || last ? 0.45f : before is 'a' or 'e' ? 0.8f : 0.18f,
        'h' => 0.35f,
        _ => 1,
    };
}
