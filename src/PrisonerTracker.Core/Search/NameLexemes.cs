using NpgsqlTypes;

namespace PrisonerTracker.Core.Search;

/// <summary>What stands in the index of names for a word, its sound, and their beginnings; the database's function <c>name_lexemes</c> makes the same.</summary>
/// <remarks>
/// Short beginnings are lexemes of their own: hundreds of words begin so, and to unite their lists of people takes longer than to read one list.
/// </remarks>
internal static class NameLexemes
{
    /// <summary>Letters of the longest beginning that is kept by itself.</summary>
    public const int LongestShort = 4;

    public static NpgsqlTsQuery Word(string word) => new NpgsqlTsQueryLexeme($"t{word}");

    public static NpgsqlTsQuery WordBeginning(string word) => Beginning('t', 'b', word);

    public static NpgsqlTsQuery Sound(string sound) => new NpgsqlTsQueryLexeme($"s{sound}");

    public static NpgsqlTsQuery SoundBeginning(string sound) => Beginning('s', 'c', sound);

    private static NpgsqlTsQueryLexeme Beginning(char whole, char beginning, string text) =>
        text.Length <= LongestShort
            ? new NpgsqlTsQueryLexeme($"{beginning}{text}")
            : new NpgsqlTsQueryLexeme($"{whole}{text}", NpgsqlTsQueryLexeme.Weight.None, isPrefixSearch: true);
}
