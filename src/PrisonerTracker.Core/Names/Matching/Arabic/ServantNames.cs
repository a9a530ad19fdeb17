namespace PrisonerTracker.Core.Names.Arabic;

/// <summary>Names with "servant of": Abd El-Fattah, Abdelfattah, Abdol Fattah, عبد الفتاح are written as one word without the article.</summary>
internal static class ServantNames
{
    private static readonly string[] Starts =
    [
        "abdoul", "abdul", "abdel", "abdal", "abdol", "abdil", "abd", "абдуль", "абдель", "абдэль", "абдаль", "абдоль", "абдул", "абдел", "абдол", "абд", "عبدال", "عبد",
    ];

    /// <summary>Whether a word is only the beginning of such a name ("Abd", "Абдель", "عبد").</summary>
    public static bool IsStart(string word) => Array.IndexOf(Starts, word) >= 0;

    /// <summary>The word without the article, its own beginning kept: "abdulhadi" → "abdhadi"; other words unchanged.</summary>
    public static string Plain(string word)
    {
        foreach (var start in Starts)
        {
            if (word.Length < start.Length + 3 || !word.StartsWith(start, StringComparison.Ordinal))
                continue;
            var rest = word[start.Length..];
            if (rest[0] is 'l' or 'л' or 'ل')
                return word;
            return start[0] switch { 'a' => "abd", 'а' => "абд", _ => "عبد" } + rest;
        }

        return word;
    }

    /// <summary>Joins a beginning to the word after it.</summary>
    public static string Join(string start, string next)
    {
        var rest = next.StartsWith("ال", StringComparison.Ordinal) && next.Length > 4 ? next[2..] : next;
        return start[0] switch { 'a' => "abd", 'а' => "абд", _ => "عبد" } + rest;
    }
}
