using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using PrisonerTracker.Core.Shared;
using Xunit;

namespace PrisonerTracker.Core.Tests.Shared;

public sealed class LocalizedTextProperties
{
    private static readonly Arbitrary<string> Texts = ArbMap.Default.GeneratorFor<UnicodeString>()
        .Select(s => string.Concat((s.Get ?? "").EnumerateRunes())).ToArbitrary(); // what a request can carry: no half of a pair

    private static readonly Arbitrary<LocalizedText> Localized = (
        from pairs in Gen.Elements("en", "be", "ru", "zh-Hant").SelectMany(language => Texts.Generator.Select(text => KeyValuePair.Create(language, text))).ListOf()
        select LocalizedText.Of(pairs)).ToArbitrary();

    [Fact]
    public void With_Text_IsFoundTrimmedAndLeavesTheOthers() =>
        Prop.ForAll(Localized, Texts, (text, added) =>
            text.With("pl", added).Exactly("pl") == Blank.ToNull(added) && text.With("pl", added).With("pl", null).Equals(text)).QuickCheckThrowOnFailure();

    [Fact]
    public void Equals_SameContent_HoldsWhateverTheOrderItWasEnteredIn() =>
        Prop.ForAll(Localized, text =>
        {
            var again = LocalizedText.Of(text.Reverse());
            return again.Equals(text) && again.GetHashCode() == text.GetHashCode();
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Json_ThereAndBack_IsTheSame() =>
        Prop.ForAll(Localized, text => JsonSerializer.Deserialize<LocalizedText>(JsonSerializer.Serialize(text))!.Equals(text)).QuickCheckThrowOnFailure();

    [Fact]
    public void In_AnyLanguage_FallsBackToEnglishAndThenToAny() =>
        Prop.ForAll(Localized, text =>
            text.In("be")?.Text == (text.Exactly("be") ?? text.Exactly("en") ?? text.Select(t => t.Value).FirstOrDefault())
            && text.IsEmpty == (text.In("be") is null)).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("EN")]
    [InlineData("english")]
    [InlineData("")]
    [InlineData("en\n")]
    public void Of_NoLanguageCode_IsRefused(string language) =>
        Assert.Throws<RuleException>(() => LocalizedText.Empty.With(language, "text"));
}
