using FsCheck;
using FsCheck.Fluent;
using PrisonerTracker.Core.Shared;
using Xunit;

namespace PrisonerTracker.Core.Tests.Shared;

public sealed class SlugProperties
{
    [Fact]
    public void Of_AnyText_IsAnAddressPartOrEmptyAndStaysAsItIs() =>
        Prop.ForAll(ArbMap.Default.GeneratorFor<UnicodeString>().Select(s => s.Get ?? "").ToArbitrary(), text =>
        {
            var slug = Slug.Of(text);
            return slug.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-')
                && !slug.StartsWith('-') && !slug.EndsWith('-') && !slug.Contains("--", StringComparison.Ordinal)
                && slug.Length <= 80 && Slug.Of(slug) == slug;
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("Maria Kalesnikava", "maria-kalesnikava")]
    [InlineData("Марыя Калеснікава", "maryia-kalesnikava")]
    [InlineData("Дар'я Ўладзіміраўна", "daria-uladzimirauna")]
    [InlineData("Łukasz Żuk", "lukasz-zuk")]
    [InlineData("  D’Arc -- (II) ", "darc-ii")]
    [InlineData("İbrahim Yılmaz", "ibrahim-yilmaz")]
    [InlineData("吉田", "")]
    [InlineData("😀", "")]
    [InlineData("\ud800x", "x")]
    public void Of_Name_ReadsAsInLatinPapers(string name, string expected) => Assert.Equal(expected, Slug.Of(name));
}
