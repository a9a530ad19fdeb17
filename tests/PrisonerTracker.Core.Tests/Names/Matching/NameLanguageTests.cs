using PrisonerTracker.Core.Names;
using Xunit;

namespace PrisonerTracker.Core.Tests.Names.Matching;

/// <summary>One table per language: spellings of one person, and people who are easily taken for one.</summary>
public class NameLanguageTests
{
    [Theory]
    [InlineData("Марыя Калеснікава", "Мария Колесникова")]
    [InlineData("Марыя Калеснiкава", "Maria Kalesnikava")]
    [InlineData("Maryia Kalesnikava", "Maria Kolesnikowa")]
    [InlineData("Алесь Бяляцкі", "Ales Bialiatski")]
    [InlineData("Сьвятлана Ціханоўская", "Светлана Тихановская")]
    [InlineData("Ціханоўскі Сяргей Леанідавіч", "Sergei Tikhanovsky")]
    [InlineData("Мікола Статкевіч", "Николай Статкевич")]
    [InlineData("Зьміцер Дашкевіч", "Дмитрий Дашкевич")]
    public void Compare_Belarusian_IsSame(string a, string b) => AssertDecision(MatchDecision.Same, a, b);

    [Theory]
    [InlineData("Алексей Горинов", "Alexei Gorinow")]
    [InlineData("Григория Журавлёва", "Григорий Журавлев")]
    [InlineData("Горинов А. А.", "Алексей Александрович Горинов")]
    [InlineData("Саша Скочиленко", "Александра Скочиленко")]
    [InlineData("Юрий Дмитриев", "Iouri Dmitriev")]
    [InlineData("Чанышева Лилия", "Liliya Chanysheva")]
    public void Compare_Russian_IsSame(string a, string b) => AssertDecision(MatchDecision.Same, a, b);

    [Theory]
    [InlineData("Олег Сенцов", "Oleh Sentsov")]
    [InlineData("Владислав Єсипенко", "Vladyslav Yesypenko")]
    [InlineData("Ірина Данилович", "Ирина Данилович")]
    [InlineData("Наріман Джелял", "Нариман Джелял")]
    public void Compare_Ukrainian_IsSame(string a, string b) => AssertDecision(MatchDecision.Same, a, b);

    [Theory]
    [InlineData("Νίκος Ρωμανός", "Nikos Romanos")]
    [InlineData("ნიკა მელია", "Nika Melia")]
    [InlineData("მზია ამაღლობელი", "Мзия Амаглобели")]
    [InlineData("Արմեն Գրիգորյան", "Armen Grigoryan")]
    [InlineData("Нұрлан Сәдуақасов", "Нурлан Садуакасов")]
    public void Compare_GreekGeorgianArmenianKazakh_IsSame(string a, string b) => AssertDecision(MatchDecision.Same, a, b);

    [Theory]
    [InlineData("نرگس محمدی", "Narges Mohammadi")]
    [InlineData("محمد البرادعي", "Mohamed ElBaradei")]
    [InlineData("علاء عبد الفتاح", "Alaa Abdel Fattah")]
    [InlineData("Zainab al-Khawaja", "Zaynab Alkhawaja")]
    [InlineData("Faysal Mikdad", "Фейсал Мекдад")]
    public void Compare_ArabicAndPersian_IsSame(string a, string b) => AssertDecision(MatchDecision.Same, a, b);

    [Theory]
    [InlineData("刘晓波", "Liu Xiaobo")]
    [InlineData("劉曉波", "Лю Сяобо")]
    [InlineData("毛泽东", "Mao Tse-tung")]
    [InlineData("吴弘达", "У Хунда")]
    [InlineData("အောင်ဆန်းစုကြည်", "Aung San Suu Kyi")]
    [InlineData("ကျော်မိုးထွန်း", "Чжо Мо Тун")]
    public void Compare_ChineseAndBurmese_IsSame(string a, string b) => AssertDecision(MatchDecision.Same, a, b);

    [Theory]
    [InlineData("Nguyễn Văn Đài", "Nguyen Van Dai")]
    [InlineData("Phạm Đoan Trang", "Фам Доан Чанг")]
    [InlineData("Thich Quang Do", "Тхить Куанг До")]
    [InlineData("José Daniel Ferrer García", "Хосе Даниэль Феррер")]
    [InlineData("Can Dündar", "Джан Дюндар")]
    [InlineData("NAZLI ILICAK", "Nazlı Ilıcak")]
    public void Compare_VietnameseSpanishTurkish_IsSame(string a, string b) => AssertDecision(MatchDecision.Same, a, b);

    [Theory]
    [InlineData("Николай Статкевич", "Николай Станкевич")]
    [InlineData("Валерий Сорокин", "Валерия Сорокина")]
    [InlineData("Иван Петрович Сидоров", "Иван Сергеевич Сидоров")]
    [InlineData("Сидоров И. П.", "Иван Сергеевич Сидоров")]
    [InlineData("Адам Яўгенавіч Краўчанка", "Евгений Адамович Кравченко")]
    [InlineData("حسین سلامی", "Hassan Salami")]
    [InlineData("زينب الخواجة", "Maryam al-Khawaja")]
    [InlineData("شریفه محمدی", "Sharif Mohammadi")]
    [InlineData("胡佳", "胡嘉")]
    [InlineData("Xie Yang", "Xie Yan")]
    [InlineData("ဝင်းတင်", "Win Htein")]
    [InlineData("Nguyễn Văn Lý", "Nguyễn Văn Linh")]
    [InlineData("Raúl Rivero", "Raúl Rivera")]
    [InlineData("Ahmet Şık", "Ahmet Şen")]
    public void Compare_TwoPeople_IsNotSame(string a, string b) => Assert.NotEqual(MatchDecision.Same, NameComparer.Compare(a, b).Decision);

    [Theory]
    [InlineData("Колесникова", "Мария Колесникова")]
    [InlineData("Мария", "Мария Колесникова")]
    public void Compare_OneWordOnly_IsUnsure(string a, string b) => AssertDecision(MatchDecision.Unsure, a, b);

    [Fact]
    public void Compare_OtherPatronymic_SaysSo() =>
        Assert.Contains("patronymics differ", NameComparer.Compare("Иван Петрович Сидоров", "Сидоров Иван Сергеевич").Reasons[0], StringComparison.Ordinal);

    private static void AssertDecision(MatchDecision expected, string a, string b)
    {
        var result = NameComparer.Compare(a, b);
        Assert.True(expected == result.Decision, $"{a} | {b}: {result.Score} {string.Join("; ", result.Reasons)}");
    }
}
