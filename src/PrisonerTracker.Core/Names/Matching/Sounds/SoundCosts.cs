namespace PrisonerTracker.Core.Names.Sounds;

/// <summary>
/// What it costs to take one sound for another. Below 0.15: two orthographies of one name (а/о, я/е, г/h). To 0.5: seen between careless
/// transcriptions. About 0.6: a typing error. Above 1: another name.
/// </summary>
internal static class SoundCosts
{
    public const float TypingError = 0.62f;
    public const float Different = 1.3f;

    // ЙЦУКЕН and QWERTY rows as sounds; neighbours in a row are the likely slips of a finger. Spaces part keys that have no sound.
    private static readonly string[] CyrillicRows = ["icukengS zx", "fivaproldZe", "ACsmit bU"];
    private static readonly string[] LatinRows = ["kvertiuiop", "asdfghiklZ", "zkcvbnm", "asdfgxik"];

    private static readonly float[] Substitution = BuildSubstitution();
    private static readonly bool[] CyrillicNeighbours = BuildNeighbours(CyrillicRows);
    private static readonly bool[] LatinNeighbours = BuildNeighbours(LatinRows);
    private static readonly int Count = SoundAlphabet.Letters.Length;

    /// <summary>Cost of x for y between two neighbours; <paramref name="before"/> is the sound before either ('\0' at the beginning), <paramref name="after"/> the one after.</summary>
    public static float Replace(char x, char y, char before, char after, bool cyrillic, bool latin)
    {
        int i = SoundAlphabet.IndexOf(x), j = SoundAlphabet.IndexOf(y);
        if (i < 0 || j < 0)
            return x == y ? 0 : Different;
        var at = (i * Count) + j;
        var cost = Substitution[at];
        if (cost <= 0.12f)
            return cost;
        if (Hardens(before) && Pair(x, y, "ae"))
            cost = 0.12f;
        else if (Hardens(before) && (Pair(x, y, "oe") || Pair(x, y, "ai")))
            cost = Pair(x, y, "oe") ? 0.1f : 0.3f;
        else if (Pair(x, y, "ct") && (after is '\0' or 'v' or 'm' or 'l' or 'n' || "ieAOU".Contains(after)))
            cost = 0.1f;
        else if (Pair(x, y, "vl") && before is 'o' or 'a' && after != '\0' && !SoundAlphabet.IsVowel(after))
            cost = 0.25f; // ў from л: Воўк, Волк
        if (cost > TypingError && ((cyrillic && CyrillicNeighbours[at]) || (latin && LatinNeighbours[at])))
            cost = TypingError;
        return cost;
    }

    /// <summary>Cost of a sound that one side has and the other has not, standing between two others ('\0' at an edge).</summary>
    public static float Omit(char x, char before, char after)
    {
        if (SoundAlphabet.IsVowel(x))
        {
            var besideVowel = SoundAlphabet.IsVowel(before) || SoundAlphabet.IsVowel(after);
            if (x == 'i')
                return besideVowel ? 0.2f : after == '\0' ? 0.55f : 0.6f;
            return besideVowel ? 0.4f : before == '\0' ? 0.9f : after == '\0' ? 0.9f : 0.6f;
        }

        if (x == 'h')
            return 0.3f;
        if (x == 'v' && (before is 'u' or 'o' || after is 'u' or 'o'))
            return before == '\0' ? 0.5f : after == 'u' ? 0.3f : 0.6f;
        return before == '\0' || after == '\0' ? Different : 0.7f;
    }

    private static bool Hardens(char sound) => "SZCcr".Contains(sound) && sound != '\0';

    private static bool Pair(char x, char y, string pair) => (x == pair[0] && y == pair[1]) || (x == pair[1] && y == pair[0]);

    private static float[] BuildSubstitution()
    {
        var n = SoundAlphabet.Letters.Length;
        var costs = new float[n * n];
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++)
            {
                bool vowelI = SoundAlphabet.IsVowel(SoundAlphabet.Letters[i]), vowelJ = SoundAlphabet.IsVowel(SoundAlphabet.Letters[j]);
                costs[(i * n) + j] = i == j ? 0 : vowelI != vowelJ ? 1.4f : vowelI ? 1 : Different;
            }
        }

        const string near = "ao.08 aA.1 ae1.1 aO.35 oO.1 oe.35 ou.6 oA.35 eA.1 eO.08 ei.3 iA.35 iO.45 iU.45 uU.08 AO.3 ii0 "
            + "gh.05 xh.05 gx.5 gk.5 kx.5 ct.3 cC.45 cs.5 Dd.1 Dz.3 DZ.4 dt.5 bp.6 vf.35 vb.6 vu.3 zs.45 ZS.45 Ss.35 Zz.35 CS.5 CZ.6 xf.5 sD.6 kh.5";
        foreach (var rule in near.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            int i = SoundAlphabet.IndexOf(rule[0]), j = SoundAlphabet.IndexOf(rule[1]);
            var cost = float.Parse(rule[2] == '.' ? "0" + rule[2..] : rule[2..], System.Globalization.CultureInfo.InvariantCulture);
            costs[(i * n) + j] = costs[(j * n) + i] = cost;
        }

        return costs;
    }

    // The slip is made in one orthography and compared with another: Федлрова (л for о) stands against Фёдарава.
    private static string Variants(char sound) => sound switch { 'o' or 'a' => "ao", 'e' or 'O' or 'A' => "eOA", _ => sound.ToString() };

    private static bool[] BuildNeighbours(string[] rows)
    {
        var n = SoundAlphabet.Letters.Length;
        var neighbours = new bool[n * n];
        foreach (var row in rows)
        {
            for (var k = 1; k < row.Length; k++)
            {
                int i = SoundAlphabet.IndexOf(row[k - 1]), j = SoundAlphabet.IndexOf(row[k]);
                if (i < 0 || j < 0)
                    continue;
                foreach (var x in Variants(row[k - 1]))
                {
                    foreach (var y in Variants(row[k]))
                    {
                        int p = SoundAlphabet.IndexOf(x), q = SoundAlphabet.IndexOf(y);
                        neighbours[(p * n) + q] = neighbours[(q * n) + p] = x != y && !(SoundAlphabet.IsVowel(x) && SoundAlphabet.IsVowel(y));
                    }
                }
            }
        }

        return neighbours;
    }
}
