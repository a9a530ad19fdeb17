using System.Linq.Expressions;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using NpgsqlTypes;
using PrisonerTracker.Core.Names;
using PrisonerTracker.Core.Prisoners;

namespace PrisonerTracker.Core.Search;

/// <summary>What somebody typed into a search box, in the ways the register can be asked for it.</summary>
internal sealed partial class SearchWords
{
    /// <summary>From here a name is the same one in another spelling.</summary>
    public const double SameName = 0.93;

    private const int MostWords = 8;

    /// <summary>Shorter ones are within half of all names.</summary>
    private const int ShortestWithin = 3;

    public SearchWords(string text)
    {
        Folded = [.. SearchText.Words(text).Distinct(StringComparer.Ordinal).Take(MostWords)];
        Name = NameParser.Parse(text);
        Sounds = [.. NameSounds.Asked(Name).Take(MostWords)];
        var keys = NameKeys.Asked(Name);
        (Selective, Common) = (Numbers(keys.Selective), Numbers([.. keys.Wide, .. keys.Common]));
        Plain = ArticleWord().Replace(text, "").Trim();
    }

    /// <summary>Folded as names are stored.</summary>
    public IReadOnlyList<string> Folded { get; }

    public WrittenName Name { get; }

    /// <summary>For each word, the ways it may sound.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Sounds { get; }

    public int[] Selective { get; }

    public int[] Common { get; }

    /// <summary>For the full-text search: "Art. 361-1" without the word for an article.</summary>
    public string Plain { get; }

    public bool AreLongEnoughWithin => Folded.Count > 0 && Folded.All(w => w.Length >= ShortestWithin);

    /// <summary>Every word that the name has can be read aloud.</summary>
    public bool CanBeSaid => Sounds.Count > 0 && Sounds.Count == Name.Words.Count;

    /// <summary>Some word is no given name.</summary>
    public bool HasSurname => Name.Words.Any(word => !word.IsFullGiven);

    /// <summary>One short beginning of a word, which very many names may have; else null.</summary>
    public string? ShortBeginning => Folded is [{ Length: <= NameLexemes.LongestShort } letters] ? letters : null;

    /// <summary>What the index of names is asked for in a tier; null where the tier is not asked of it.</summary>
    public NpgsqlTsQuery? Query(SearchTier tier) => tier switch
    {
        SearchTier.Exact => All(Folded.Select(word => NameLexemes.Word(word))),
        SearchTier.Beginning => All(Folded.Select(word => IsWhole(word) ? NameLexemes.Word(word) : NameLexemes.WordBeginning(word))),
        SearchTier.Variant when CanBeSaid => All(Sounds.Select(ways => Any(ways.Select(NameLexemes.Sound)))),
        SearchTier.BeginningOfVariant when CanBeSaid =>
            All(Sounds.Zip(Name.Words, (ways, word) => Any(IsWhole(word) ? ways.Select(NameLexemes.Sound) : ways.Select(NameLexemes.SoundBeginning)))),
        _ => null,
    };

    /// <summary>Whoever a tier of the index of names fits.</summary>
    public Expression<Func<Prisoner, bool>>? Named(SearchTier tier) => Query(tier) is { } query
        ? p => EF.Property<NpgsqlTsVector>(p, PrisonerMapping.NameLexemes).Matches(query)
        : null;

    public Expression<Func<Prisoner, bool>> InDocument => p =>
        EF.Property<NpgsqlTsVector>(p, PrisonerMapping.SearchDocument).Matches(
            EF.Functions.WebSearchToTsQuery("simple", Plain)
                .Or(EF.Functions.WebSearchToTsQuery("english", Plain))
                .Or(EF.Functions.WebSearchToTsQuery("russian", Plain)));

    /// <summary>Every word stands in this one name, letter for letter.</summary>
    public bool StandIn(string name)
    {
        var its = SearchText.Words(name);
        return Folded.All(its.Contains);
    }

    /// <summary>Every word is the beginning of a word of this one name.</summary>
    public bool BeginIn(string name)
    {
        var its = SearchText.Words(name);
        return Folded.All(word => its.Any(other => other.StartsWith(word, StringComparison.Ordinal)));
    }

    /// <summary>Whether this one name is what a search of the tier found.</summary>
    public bool Fit(string name, SearchTier tier) => tier switch
    {
        SearchTier.Exact => StandIn(name),
        SearchTier.Beginning => BeginIn(name),
        SearchTier.Variant or SearchTier.BeginningOfVariant when CanBeSaid =>
            NameSounds.Of(NameParser.Parse(name)).ToList() is var its && Sounds.All(ways => ways.Any(sound => its.Exists(other =>
                tier == SearchTier.Variant ? other == sound : other.StartsWith(sound, StringComparison.Ordinal)))),
        _ => true,
    };

    // Beside another word a whole given name stands for itself: to read everybody whose name begins so takes longer than all the rest.
    private bool IsWhole(NameWord word) => Name.Words.Count > 1 && word.IsFullGiven;

    private bool IsWhole(string folded) => Folded.Count > 1 && Name.Words.Any(word => IsWhole(word) && SearchText.Words(word.Text).Contains(folded));

    private static NpgsqlTsQuery All(IEnumerable<NpgsqlTsQuery> parts) => parts.Aggregate((one, other) => new NpgsqlTsQueryAnd(one, other));

    private static NpgsqlTsQuery Any(IEnumerable<NpgsqlTsQuery> parts) => parts.Aggregate((one, other) => new NpgsqlTsQueryOr(one, other));

    private static int[] Numbers(IReadOnlyList<string> keys) => [.. keys.Select(NameKeys.Number)];

    [GeneratedRegex(@"^\s*(art(icle)?|ст(атья)?|арт(ыкул)?)\.?\s+(?=\d)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex ArticleWord();
}
