using PrisonerTracker.Core.Names;
using Xunit;

namespace PrisonerTracker.Core.Tests.Names.Matching;

/// <summary>The parts of written names.</summary>
public class NameParserTests
{
    [Theory]
    [InlineData("Мария Александровна Колесникова")]
    [InlineData("Колесникова Мария Александровна")]
    public void Parse_FullName_KnowsThePartsInAnyOrder(string text)
    {
        var name = NameParser.Parse(text);

        Assert.Equal(["Мария"], name.Given);
        Assert.Equal("Александровна", name.Patronymic);
        Assert.Equal(["Колесникова"], name.Family);
        Assert.Equal(NameGender.Female, name.Gender);
    }

    [Fact]
    public void Parse_SurnameWithInitials_KeepsThemApart()
    {
        var name = NameParser.Parse("Калеснікава М. А.");

        Assert.Equal(["Калеснікава"], name.Family);
        Assert.Equal(["М", "А"], name.Initials);
    }

    [Theory]
    [InlineData("Алла Коляго (Василенко)")]
    [InlineData("Алла Коляго, урожд. Василенко")]
    public void Parse_FormerSurname_IsTakenOut(string text) => Assert.Equal("Василенко", NameParser.Parse(text).Maiden);

    [Fact]
    public void Parse_Title_IsTakenOff()
    {
        var name = NameParser.Parse("Dr. Jane Smith");

        Assert.Equal("Dr", name.Title);
        Assert.Equal(2, name.Words.Count);
    }

    [Fact]
    public void Parse_LatinLetterInACyrillicWord_IsRepaired() => Assert.Equal("Калеснікава", NameParser.Parse("Марыя Калеснiкава").Words[1].Text);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("123 …")]
    public void Parse_NoLetters_HasNoWords(string? text) => Assert.Empty(NameParser.Parse(text).Words);

    [Theory]
    [InlineData("5. STEPANOVA, Yana (born 1966)", "STEPANOVA Yana", 1966)]
    [InlineData("Захарова Д.В., 44 года, блогер", "Захарова Д.В.", 1981)]
    [InlineData("Вячеслав Захаров, 03.11.1965;", "Вячеслав Захаров", 1965)]
    public void ReadLine_PublishedLine_FindsNameAndBirth(string text, string name, int year)
    {
        var line = PublishedListReader.ReadLine(text, 1, 2025);

        Assert.Equal(MatchDecision.Same, NameComparer.Compare(line.Name!, NameParser.Parse(name)).Decision);
        Assert.InRange(year, line.Birth!.FromYear, line.Birth.ToYear);
    }
}
