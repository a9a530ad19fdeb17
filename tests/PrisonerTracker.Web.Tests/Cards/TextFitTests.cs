using FsCheck;
using FsCheck.Fluent;
using PrisonerTracker.Web.Cards;
using Xunit;

namespace PrisonerTracker.Web.Tests.Cards;

public sealed class TextFitTests
{
    [Theory]
    [InlineData("Maria Kalesnikava", 1056, 84, 1)]
    [InlineData("Валянцін Стэфановіч", 1056, 84, 1)]
    [InlineData("Somebody with a Name of very many Words", 800, 60, 2)]
    [InlineData("Anna Przybylska-Kowalczykowska-Nowakowska", 1056, 52, 2)]
    public void Of_Name_TakesTheLargestSizeThatFits(string text, double width, double size, int lines)
    {
        var fit = TextFit.Of(text, width, 2, 84, 72, 60, 52);

        Assert.Equal((size, lines), (fit.Size, fit.Lines.Count));
    }

    [Fact]
    public void Of_TextThatFitsAtNoSize_IsCutWithDots()
    {
        var fit = TextFit.Of(string.Join(' ', Enumerable.Repeat("word", 200)), 400, 2, 40, 30);

        Assert.Equal((30, 2), (fit.Size, fit.Lines.Count));
        Assert.EndsWith("…", fit.Lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void Of_OneEndlessWord_IsBrokenBetweenLetters()
    {
        var word = new string('м', 24);

        var fit = TextFit.Of(word, 400, 4, 40);

        Assert.Equal((word, 3), (string.Concat(fit.Lines), fit.Lines.Count));
    }

    [Fact]
    public void Of_AnyText_LosesNoLetterBeforeItIsCut() => Prop.ForAll(
        Gen.Elements("Alena", "з", "Przybylska-Kowalczyk", "и", "محمد", "王", "длинное-слово").ListOf().Where(words => words.Count > 0).ToArbitrary(),
        words =>
        {
            var text = string.Join(' ', words);
            var fit = TextFit.Of(text, 500, 3, 60, 20);
            return fit.Lines.Count <= 3 && (fit.Lines[^1].EndsWith('…') || string.Concat(fit.Lines).Replace(" ", "", StringComparison.Ordinal) == string.Concat(words));
        }).QuickCheckThrowOnFailure();
}
