namespace PrisonerTracker.Core.Names.Sounds;

/// <summary>Weighted edit distance (with swaps of neighbours) between two words of sounds. Symmetric; stops at a ceiling.</summary>
internal static class SoundDistance
{
    /// <summary>The likeness at which a word counts as quite another one.</summary>
    private const int MaxSounds = 40;

    /// <summary>Likeness of two words, 1 for equal, by the cheapest pair of their readings; 0 when they are further apart than any variant or typing error.</summary>
    public static float Likeness(SoundReading[] a, SoundReading[] b, bool cyrillic, bool latin)
    {
        var best = 0f;
        foreach (var x in a)
        {
            foreach (var y in b)
            {
                var toll = x.Cost + y.Cost;
                if (x.Sounds == y.Sounds)
                {
                    best = Math.Max(best, 1 - (0.25f * toll));
                    continue;
                }

                var perUnit = PerUnit(Math.Min(x.Sounds.Length, y.Sounds.Length));
                var ceiling = ((1 - Math.Max(best, 0.4f)) / perUnit) - toll;
                if (ceiling <= 0 || Math.Abs(x.Sounds.Length - y.Sounds.Length) > 4)
                    continue;
                var distance = Between(x.Sounds, y.Sounds, ceiling, cyrillic, latin) + toll;
                best = Math.Max(best, 1 - (perUnit * distance));
            }
        }

        return best <= 0.4f ? 0 : best;
    }

    /// <summary>How much of the likeness one unit of distance takes: the shorter the word, the more.</summary>
    private static float PerUnit(int length) => length switch { <= 3 => 0.45f, 4 => 0.34f, 5 => 0.27f, 6 => 0.23f, 7 => 0.205f, _ => 0.19f };

    public static float Between(ReadOnlySpan<char> a, ReadOnlySpan<char> b, float ceiling, bool cyrillic, bool latin)
    {
        if (a.Length > MaxSounds)
            a = a[..MaxSounds];
        if (b.Length > MaxSounds)
            b = b[..MaxSounds];
        var width = b.Length + 1;
        Span<float> rows = stackalloc float[width * 3];
        var older = rows[..width];
        var above = rows[width..(2 * width)];
        var row = rows[(2 * width)..];
        above[0] = 0;
        for (var j = 1; j < width; j++)
            above[j] = above[j - 1] + SoundCosts.Omit(b[j - 1], j > 1 ? b[j - 2] : '\0', j < b.Length ? b[j] : '\0');
        for (var i = 1; i <= a.Length; i++)
        {
            var x = a[i - 1];
            char beforeX = i > 1 ? a[i - 2] : '\0', afterX = i < a.Length ? a[i] : '\0';
            var omitX = SoundCosts.Omit(x, beforeX, afterX);
            row[0] = above[0] + omitX;
            var least = row[0];
            for (var j = 1; j < width; j++)
            {
                var y = b[j - 1];
                char beforeY = j > 1 ? b[j - 2] : '\0', afterY = j < b.Length ? b[j] : '\0';
                var cost = above[j] + omitX;
                cost = Math.Min(cost, row[j - 1] + SoundCosts.Omit(y, beforeY, afterY));
                cost = Math.Min(cost, above[j - 1] + (x == y ? 0 : Replace(x, y, beforeX, beforeY, afterX, afterY, cyrillic, latin, i >= a.Length - 1 || j >= b.Length - 1)));
                if (i > 1 && j > 1 && x == b[j - 2] && a[i - 2] == y && x != y)
                    cost = Math.Min(cost, older[j - 2] + (afterX == '\0' || afterY == '\0' ? 1.1f : SoundCosts.TypingError));
                row[j] = cost;
                least = Math.Min(least, cost);
            }

            if (least > ceiling)
                return least;
            var spare = older;
            older = above;
            above = row;
            row = spare;
        }

        return above[b.Length];
    }

    private static float Replace(char x, char y, char beforeX, char beforeY, char afterX, char afterY, bool cyrillic, bool latin, bool ending)
    {
        var before = beforeX == beforeY || ("ao".Contains(beforeX) && "ao".Contains(beforeY)) ? beforeX : 'c';
        if (before != beforeX && !("SZCcr".Contains(beforeX) && "SZCcr".Contains(beforeY)))
            before = 'i';
        if (beforeX == '\0' || beforeY == '\0')
            before = '\0';
        var cost = SoundCosts.Replace(x, y, before, afterX == afterY || (Consonant(afterX) && Consonant(afterY)) ? afterX : 'a', cyrillic, latin);
        if (afterX != afterY && cost >= 0.3f && ((x == 'c' && y == 't') || (x == 't' && y == 'c')) && "ieAOU".Contains(afterX) && "ieAOU".Contains(afterY))
            cost = 0.1f;

        // A changed ending makes another surname of the same root (-ов, -ович, -енко); a slip there is rarer than that.
        return ending && cost >= 0.5f ? Math.Max(cost * 1.3f, 0.8f) : cost;
    }

    private static bool Consonant(char sound) => sound != '\0' && !SoundAlphabet.IsVowel(sound);
}
