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

    public Expression<Func<Prisoner, bool>> Exact => All(Folded, word => p => p.SearchText.Contains($" {word} "));

    public Expression<Func<Prisoner, bool>> Beginning => All(Folded, word => p => p.SearchText.Contains($" {word}"));

    public Expression<Func<Prisoner, bool>> Within => All(Folded, word => p => p.SearchText.Contains(word));

    public Expression<Func<Prisoner, bool>> Variant =>
        All(Sounds, ways => Any(ways, sound => p => p.SearchSounds.Contains($" {sound} ")));

    public Expression<Func<Prisoner, bool>> BeginningOfVariant =>
        All(Sounds, ways => Any(ways, sound => p => p.SearchSounds.Contains($" {sound}")));

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

    public static Expression<Func<Prisoner, bool>> Not(Expression<Func<Prisoner, bool>> condition) =>
        Expression.Lambda<Func<Prisoner, bool>>(Expression.Not(condition.Body), condition.Parameters);

    private static Expression<Func<Prisoner, bool>> All<T>(IEnumerable<T> parts, Func<T, Expression<Func<Prisoner, bool>>> condition) =>
        Join(parts.Select(condition), Expression.AndAlso);

    // One OR for each way: an index cannot be asked for LIKE ANY.
    private static Expression<Func<Prisoner, bool>> Any<T>(IEnumerable<T> parts, Func<T, Expression<Func<Prisoner, bool>>> condition) =>
        Join(parts.Select(condition), Expression.OrElse);

    private static Expression<Func<Prisoner, bool>> Join(
        IEnumerable<Expression<Func<Prisoner, bool>>> conditions, Func<Expression, Expression, BinaryExpression> by)
    {
        var person = Expression.Parameter(typeof(Prisoner), "p");
        return Expression.Lambda<Func<Prisoner, bool>>(conditions.Select(c => new Swap(c.Parameters[0], person).Visit(c.Body)).Aggregate(by), person);
    }

    private sealed class Swap(ParameterExpression from, ParameterExpression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : node;
    }

    private static int[] Numbers(IReadOnlyList<string> keys) => [.. keys.Select(NameKeys.Number)];

    [GeneratedRegex(@"^\s*(art(icle)?|ст(атья)?|арт(ыкул)?)\.?\s+(?=\d)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex ArticleWord();
}
