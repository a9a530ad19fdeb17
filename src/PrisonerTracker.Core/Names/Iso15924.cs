namespace PrisonerTracker.Core.Names;

/// <summary>Which script a name is written in (ISO 15924), by the block its letters stand in.</summary>
public static class Iso15924
{
    private static readonly (char First, char Last, string Script)[] Blocks =
    [
        ('A', 'ɏ', "Latn"), ('Ͱ', 'Ͽ', "Grek"), ('Ѐ', 'ԯ', "Cyrl"), ('\u0530', '֏', "Armn"), ('\u0590', '\u05FF', "Hebr"),
        ('\u0600', 'ݿ', "Arab"), ('က', '႟', "Mymr"), ('Ⴀ', 'ჿ', "Geor"), ('Ḁ', 'ỿ', "Latn"), ('぀', 'ヿ', "Jpan"),
        ('㐀', '鿿', "Hani"), ('가', '힯', "Hang"),
    ];

    /// <summary>The script of most of the letters; <c>Zyyy</c> when there is none.</summary>
    public static string Of(string text) =>
        text.Where(char.IsLetter)
            .Select(c => Array.Find(Blocks, b => c >= b.First && c <= b.Last).Script)
            .Where(s => s is not null)
            .GroupBy(s => s, StringComparer.Ordinal)
            .OrderByDescending(g => g.Count())
            .Select(g => g.Key)
            .FirstOrDefault() ?? "Zyyy";
}
