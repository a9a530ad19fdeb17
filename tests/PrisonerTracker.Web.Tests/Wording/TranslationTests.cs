using PrisonerTracker.Core.Prisoners;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Web.Wording;
using Xunit;
using static PrisonerTracker.Web.Wording.Translation;

namespace PrisonerTracker.Web.Tests.Wording;

/// <summary>Texts, plurals, dates and numbers as the language of the reader has them.</summary>
public class TranslationTests
{
    [Theory]
    [InlineData("be", 1, "1 чалавек")]
    [InlineData("be", 2, "2 чалавекі")]
    [InlineData("be", 5, "5 чалавек")]
    [InlineData("be", 11, "11 чалавек")]
    [InlineData("be", 14, "14 чалавек")]
    [InlineData("be", 21, "21 чалавек")]
    [InlineData("be", 1103, "1 103 чалавекі")]
    [InlineData("ru", 0, "0 человек")]
    [InlineData("ru", 22, "22 человека")]
    [InlineData("ru", 112, "112 человек")]
    [InlineData("en", 1, "1 person")]
    [InlineData("en", 1613, "1,613 people")]
    public void N_EveryLanguage_HasItsOwnPlural(string language, int number, string expected)
    {
        In(language);

        Assert.Equal(expected, Spans.People(number).Replace('\u00a0', ' '));
    }

    [Theory]
    [InlineData("be", Gender.Female, "Вызвалена")]
    [InlineData("be", Gender.Male, "Вызвалены")]
    [InlineData("ru", Gender.Female, "Освобождена")]
    [InlineData("ru", Gender.Male, "Освобождён ")]
    public void G_Gender_DecidesTheVerb(string language, Gender gender, string expected)
    {
        In(language);

        Assert.StartsWith(expected, G(gender, "Released {0}", ""), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("be", "2025-12-13", "13 снежня 2025", "13 снежня 2025 года")]
    [InlineData("be", "2025-12", "снежань 2025", "у снежні 2025 года")]
    [InlineData("ru", "2021-08", "август 2021", "в августе 2021 года")]
    [InlineData("ru", "2021", "2021", "в 2021 году")]
    [InlineData("en", "2021-09", "September 2021", "in September 2021")]
    public void Dates_EveryPrecision_IsDeclined(string language, string date, string alone, string inSentence)
    {
        In(language);

        Assert.Equal((alone, inSentence), (Dates.Of(PartialDate.Parse(date)), Dates.When(PartialDate.Parse(date))));
    }

    [Theory]
    [InlineData(Gender.Female, "2025-12", "Вызваленая ў снежні 2025 года")]
    [InlineData(Gender.Male, "2025-12-13", "Вызвалены 13 снежня 2025 года")]
    public void G_BelarusianPreposition_IsShortAfterAVowel(Gender gender, string date, string expected)
    {
        In("be");

        Assert.Equal(expected, G(gender, "Released {0}", Dates.When(PartialDate.Parse(date))));
    }

    [Fact]
    public void T_WithoutTranslation_IsEnglishWithoutTheHint()
    {
        In("be");

        Assert.Equal("No such text.", T("No such text.¦only here"));
    }

    [Fact]
    public void T_Rule_IsSaidInTheLanguageWithItsValuesIn()
    {
        In("ru");
        var refusal = new RuleException("Field", $"Born {PartialDate.Parse("1985-03-02")}, {1613} people {{so}}");

        Assert.Equal("Born 2 марта 1985, 1 613 people {so}", T(refusal.Phrase).Replace('\u00a0', ' '));
        Assert.Equal("Born 2 March 1985, 1613 people {so}", refusal.Message);
    }

    [Theory]
    [InlineData("", 2)]
    [InlineData("be", 3)]
    [InlineData("ar", 6)]
    [InlineData("vi", 1)]
    public void PluralRule_AnyNumber_IsOneOfItsForms(string language, int forms)
    {
        var rule = PluralRule.Of(language.Length == 0 ? "en" : language);

        Assert.Equal(forms, rule.Forms);
        Assert.All(Enumerable.Range(0, 1000), n => Assert.InRange(rule.FormOf(n), 0, forms - 1));
    }

    private static void In(string language) => InterfaceLanguage.All.Single(l => l.Code == language).Speak();
}
