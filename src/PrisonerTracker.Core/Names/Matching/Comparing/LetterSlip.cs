namespace PrisonerTracker.Core.Names.Comparing;

/// <summary>One slip of the finger between two words of one script: a letter left out or doubled, two letters swapped; not in the first letter nor in the ending.</summary>
internal static class LetterSlip
{
    private const int Ending = 2;
    private const int Shortest = 6;

    /// <summary>Likeness of words that are one slip apart, else 0.</summary>
    public static float Likeness(string a, string b)
    {
        if (a.Length > b.Length)
            (a, b) = (b, a);
        if (b.Length - a.Length > 1 || a.Length < Shortest)
            return 0;
        var same = 0;
        while (same < a.Length && a[same] == b[same])
            same++;
        if (same == 0 || same > a.Length - Ending)
            return 0;
        if (a.Length == b.Length)
        {
            // Two surnames that differ by a swap inside are hardly ever two surnames.
            var swapped = same + 1 < a.Length - 1 && a[same] == b[same + 1] && a[same + 1] == b[same] && a.AsSpan(same + 2).SequenceEqual(b.AsSpan(same + 2));
            return swapped ? a.Length >= 7 ? 0.9f : 0.86f : 0;
        }

        var slip = a.AsSpan(same).SequenceEqual(b.AsSpan(same + 1));
        return slip ? a.Length >= 8 ? 0.88f : 0.84f : 0;
    }

    /// <summary>Whether a word is a given name of which all forms are known, with two neighbouring letters swapped or one letter left out or doubled, the ending too.</summary>
    public static bool OfForm(string word, string form)
    {
        var (shorter, longer) = word.Length <= form.Length ? (word, form) : (form, word);
        if (longer.Length - shorter.Length > 1 || shorter.Length < 5)
            return false;
        var same = 0;
        while (same < shorter.Length && shorter[same] == longer[same])
            same++;
        if (same == 0 || same == shorter.Length)
            return false;
        return shorter.Length == longer.Length
            ? same + 1 < shorter.Length && word[same] == form[same + 1] && word[same + 1] == form[same] && word.AsSpan(same + 2).SequenceEqual(form.AsSpan(same + 2))
            : shorter.AsSpan(same).SequenceEqual(longer.AsSpan(same + 1));
    }
}
