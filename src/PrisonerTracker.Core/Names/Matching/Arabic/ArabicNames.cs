namespace PrisonerTracker.Core.Names.Arabic;

/// <summary>Tells Arabic and Persian names in Latin or Cyrillic letters: by a given name of those languages, or by the article.</summary>
internal static class ArabicNames
{
    private const int ShortestWithArticle = 6;

    private static readonly string[] Articles = ["al", "el", "аль", "эль", "ал", "эл"];

    public static bool IsArticle(string word) => Array.IndexOf(Articles, word) >= 0;

    /// <summary>Marks the words of such a name, and reads those written together with an article ("Alkhawaja") without it, too.</summary>
    public static void Mark(List<NameWord> words)
    {
        if (words.Exists(word => word.Part == NamePart.Patronymic) || !words.Exists(word => word.HasArticle || word.Script == NameScript.Arabic || Array.Exists(word.Hits, hit => hit.Name.IsArabic)))
            return;
        foreach (var word in words)
        {
            word.IsArabic = true;
            if (word.Hits.Length == 0 && !word.HasArticle && WithoutArticle(word.Word) is { } rest)
                word.WithoutArticle = new NameWord(word.Text, rest, word.Script, isInitial: false);
        }
    }

    private static string? WithoutArticle(string word)
    {
        if (word.Length < ShortestWithArticle)
            return null;
        var article = Array.Find(Articles, one => word.StartsWith(one, StringComparison.Ordinal));
        return article is null || "aeiouаеиоуэ".Contains(word[article.Length]) ? null : word[article.Length..];
    }
}
