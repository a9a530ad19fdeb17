using PrisonerTracker.Core.Names.Sounds;

namespace PrisonerTracker.Core.Names.Arabic;

/// <summary>
/// Likeness of two romanisations of one Arabic or Persian word: English, French and Russian habits differ in vowels (Mikdad, Mekdad; Odah,
/// Ouda) and in the letters for ذ ث ق غ خ ج. Only for names that are known to be Arabic or Persian.
/// </summary>
internal static class RomanizedArabic
{
    private const float Different = 1.2f;
    private const int MaxSounds = 30;

    private static readonly Dictionary<(char, char), float> Near = Build(
        "ae.15 ei.15 ou.1 ao.45 ai.6 au.7 eo.7 eu.7 iu.8 io.8 gZ.4 gk.2 xh.1 xk.25 gh.3 gx.25 dz.25 ts.3 tf.5 sz.35 SC.25 vf.6 vu.15 bp.25 td.45 iZ.4 sc.3 Sx.3");

    public static float Likeness(SoundReading[] a, SoundReading[] b)
    {
        var best = 0f;
        foreach (var x in a.Take(4))
        {
            foreach (var y in b.Take(4))
            {
                var perUnit = Math.Min(x.Sounds.Length, y.Sounds.Length) switch { <= 3 => 0.4f, 4 => 0.32f, 5 => 0.27f, _ => 0.22f };
                best = Math.Max(best, 1 - (perUnit * (Distance(Plain(x.Sounds), Plain(y.Sounds)) + x.Cost + y.Cost)));
            }
        }

        return best < 0.4f ? 0 : best;
    }

    // Diphthongs are written as one vowel by some (Foz, Fawz; Faysal, Fesal), and a final h is not heard.
    private static string Plain(string sounds)
    {
        var plain = new System.Text.StringBuilder(sounds.Length);
        for (var i = 0; i < sounds.Length && i < MaxSounds; i++)
        {
            var next = i + 1 < sounds.Length ? sounds[i + 1] : '\0';
            var afterNext = i + 2 < sounds.Length ? sounds[i + 2] : '\0';
            var closed = afterNext == '\0' || !SoundAlphabet.IsVowel(afterNext);
            if (sounds[i] is 'a' or 'e' && next == 'i' && closed && afterNext != '\0')
                (_, i) = (plain.Append('e'), i + 1);
            else if (sounds[i] is 'a' or 'o' && next is 'v' or 'u' && closed)
                (_, i) = (plain.Append('o'), i + 1);
            else if (sounds[i] is not ('h' or 'x') || next != '\0')
                plain.Append(sounds[i] switch { 'A' => 'a', 'O' => 'o', 'U' => 'u', 'D' => 'd', var other => other });
        }

        return plain.ToString();
    }

    private static float Distance(string a, string b)
    {
        Span<float> above = stackalloc float[b.Length + 1];
        Span<float> row = stackalloc float[b.Length + 1];
        above[0] = 0;
        for (var j = 1; j <= b.Length; j++)
            above[j] = above[j - 1] + Omit(b, j - 1);
        for (var i = 1; i <= a.Length; i++)
        {
            row[0] = above[0] + Omit(a, i - 1);
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = above[j - 1] + Replace(a[i - 1], b[j - 1]);
                row[j] = Math.Min(cost, Math.Min(above[j] + Omit(a, i - 1), row[j - 1] + Omit(b, j - 1)));
            }

            row.CopyTo(above);
        }

        return above[b.Length];
    }

    private static float Replace(char x, char y) => x == y ? 0 : Near.TryGetValue((x, y), out var cost) ? cost : Different;

    private static float Omit(string word, int at)
    {
        var edge = at == 0 || at == word.Length - 1;
        var besideVowel = (at > 0 && SoundAlphabet.IsVowel(word[at - 1])) || (at + 1 < word.Length && SoundAlphabet.IsVowel(word[at + 1]));
        return word[at] switch
        {
            'h' => 0.15f,
            'i' when besideVowel => 0.2f,
            'a' or 'e' or 'i' or 'o' or 'u' => edge ? 0.8f : 0.4f,
            _ => Different,
        };
    }

    private static Dictionary<(char, char), float> Build(string rules)
    {
        var costs = new Dictionary<(char, char), float>();
        foreach (var rule in rules.Split(' '))
            costs[(rule[0], rule[1])] = costs[(rule[1], rule[0])] = float.Parse("0" + rule[2..], System.Globalization.CultureInfo.InvariantCulture);
        return costs;
    }
}
