using FsCheck;
using FsCheck.Fluent;
using PrisonerTracker.Core.Names;
using Xunit;

namespace PrisonerTracker.Core.Tests.Names;

public sealed class SearchTextProperties
{
    private static readonly Arbitrary<string> Texts = Gen.Frequency(
        (2, ArbMap.Default.GeneratorFor<UnicodeString>().Select(s => s.Get ?? "")),
        (3, Gen.Elements("aceiopxyhkmtbzŁłßæŽйЙёўЎіасеоркхАИ\u0306\u0301'’ʼ -1ґї".ToCharArray()).ListOf().Select(letters => string.Concat(letters)))).ToArbitrary();

    [Fact]
    public void SortKey_Folded_StaysAsItIs() =>
        Prop.ForAll(Texts, text => SearchText.SortKey(SearchText.SortKey(text)) == SearchText.SortKey(text)).QuickCheckThrowOnFailure();

    [Fact]
    public void Words_AnyText_HoldNoSpacesAndNoCapitals() =>
        Prop.ForAll(Texts, text => SearchText.Words(text).All(word => word.Length > 0 && !word.Any(c => char.IsWhiteSpace(c) || (char.ToLowerInvariant(c) != c && c < '\u2000'))))
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Of_AnyNames_FindsEachWordOfEachName() =>
        Prop.ForAll(Texts, Texts, (one, other) =>
        {
            var all = SearchText.Of([one, other]);
            return SearchText.Words(one).Concat(SearchText.Words(other)).All(word => all.Contains($" {word} ", StringComparison.Ordinal));
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("Калеснікава", "калеснікава")]
    [InlineData("Žuk-Łukasz", "zuk lukasz")]
    [InlineData("Дар'я", "даря")]
    [InlineData("Фёдор Ўладзік", "федор уладзік")]
    [InlineData("Андрей", "андрей")] // й is a letter, not и with a sign
    [InlineData("Кaлеснікава", "калеснікава")] // with a Latin a
    [InlineData("Strauß", "strauss")]
    [InlineData("吉田 一", "吉田 一")]
    [InlineData("", "")]
    public void SortKey_Name_IsWhatAHurriedReaderTypes(string name, string expected) => Assert.Equal(expected, SearchText.SortKey(name));
}
