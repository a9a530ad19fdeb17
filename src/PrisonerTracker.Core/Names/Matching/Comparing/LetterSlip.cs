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
        bool slip;
        if (a.Length == b.Length)
            slip = same + 1 < a.Length - 1 && a[same] == b[same + 1] && a[same + 1] == b[same] && a.AsSpan(same + 2).SequenceEqual(b.AsSpan(same + 2));
        else
            slip = a.AsSpan(same).SequenceEqual(b.AsSpan(same + 1));
        return slip ? a.Length >= 8 ? 0.88f : 0.84f : 0;
    }
}
