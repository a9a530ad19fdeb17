using PrisonerTracker.Web.Forms;
using Xunit;

namespace PrisonerTracker.Web.Tests.Forms;

public sealed class WrittenNumberTests
{
    [Theory]
    [InlineData("1135", 1135)]
    [InlineData("1,135", 1135)]
    [InlineData("1.135", 1135)]
    [InlineData("1 135", 1135)]
    [InlineData("1\u00A0135", 1135)]
    [InlineData("1\u202F135", 1135)]
    [InlineData("1’135", 1135)]
    [InlineData("1,135,000", 1135000)]
    [InlineData(" 968 ", 968)]
    [InlineData("0", 0)]
    public void TryRead_AsPrinted_IsTheNumber(string text, int expected)
    {
        Assert.True(WrittenNumber.TryRead(text, out var number));
        Assert.Equal(expected, number);
    }

    [Theory]
    [InlineData("1.13")]
    [InlineData("1,1350")]
    [InlineData("1,135.000")]
    [InlineData("1135,000")]
    [InlineData("-1")]
    [InlineData("1e3")]
    [InlineData("about 1135")]
    [InlineData("99999999999")]
    [InlineData("")]
    [InlineData(null)]
    public void TryRead_AnythingElse_IsRefused(string? text) => Assert.False(WrittenNumber.TryRead(text, out _));

    [Theory]
    [InlineData("women 168", "women", 168)]
    [InlineData("women: 1,168", "women", 1168)]
    [InlineData("group 3 12", "group 3", 12)]
    public void TryReadPart_WordsAndANumber_AreBoth(string line, string label, int number)
    {
        Assert.True(WrittenNumber.TryReadPart(line, out var words, out var read));
        Assert.Equal((label, number), (words, read));
    }

    [Theory]
    [InlineData("women 1 168")]
    [InlineData("168 women")]
    [InlineData("168")]
    public void TryReadPart_AGuess_IsRefused(string line) => Assert.False(WrittenNumber.TryReadPart(line, out _, out _));
}
