namespace PrisonerTracker.Core.Names.Text;

/// <summary>
/// Repairs words that mix Latin and Cyrillic letters of the same look ("Вoльгa"): the script of the majority of letters that
/// exist in one script only wins; where every letter exists in both, the caller says which script the rest of the name has.
/// Pairs are from the Unicode confusables (UTS #39, version 15), letters of Slavic names only.
/// </summary>
internal static class Homoglyphs
{
    private const string LatinTwins = "aceiopxykmthbsjABCEHIKMOPTXYSJéëï";
    private const string CyrillicTwins = "асеіорхукмтһьѕјАВСЕНІКМОРТХУЅЈеёї";

    /// <summary>The word in one script; unchanged when it is not a mixture of Latin and Cyrillic.</summary>
    public static string Repair(string word, NameScript rest = NameScript.Other)
    {
        int latin = 0, cyrillic = 0, onlyLatin = 0, onlyCyrillic = 0;
        foreach (var c in word)
        {
            switch (Scripts.Of(c))
            {
                case NameScript.Latin:
                    latin++;
                    if (!LatinTwins.Contains(c))
                        onlyLatin++;
                    break;
                case NameScript.Cyrillic:
                    cyrillic++;
                    if (!CyrillicTwins.Contains(c))
                        onlyCyrillic++;
                    break;
            }
        }

        if (latin == 0 || cyrillic == 0)
            return rest switch
            {
                NameScript.Cyrillic when latin > 0 && onlyLatin == 0 && latin > 1 => Map(word, LatinTwins, CyrillicTwins),
                NameScript.Latin when cyrillic > 0 && onlyCyrillic == 0 && cyrillic > 1 => Map(word, CyrillicTwins, LatinTwins),
                _ => word,
            };

        var toCyrillic = onlyCyrillic != onlyLatin ? onlyCyrillic > onlyLatin : cyrillic != latin ? cyrillic > latin : rest != NameScript.Latin;
        return toCyrillic ? Map(word, LatinTwins, CyrillicTwins) : Map(word, CyrillicTwins, LatinTwins);
    }

    private static string Map(string word, string from, string to) =>
        string.Create(word.Length, (word, from, to), static (span, state) =>
        {
            for (var i = 0; i < span.Length; i++)
            {
                var at = state.from.IndexOf(state.word[i], StringComparison.Ordinal);
                span[i] = at < 0 ? state.word[i] : state.to[at];
            }
        });
}
