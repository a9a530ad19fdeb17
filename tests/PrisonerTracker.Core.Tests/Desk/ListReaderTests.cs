using PrisonerTracker.Core.Desk;
using PrisonerTracker.Core.Names;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Core.Tests.Names.Matching;
using Xunit;

namespace PrisonerTracker.Core.Tests.Desk;

/// <summary>All people here are invented.</summary>
public sealed class ListReaderTests
{
    [Theory]
    [InlineData("Анна Прыдуманая, Пётр Выдуманы и Мария Небывалая", "Анна Прыдуманая|Пётр Выдуманы|Мария Небывалая")]
    [InlineData("Освобождены: А. Придуманный, Б. Выдуманный и В. Небывалый.", "А. Придуманный|Б. Выдуманный|В. Небывалый")]
    [InlineData("Among the freed are Anna Prydumanaja, Piotr Vydumany and Maryja Niebyvalaja.", "Anna Prydumanaja|Piotr Vydumany|Maryja Niebyvalaja")]
    [InlineData("Prydumanaja, Anna, Vydumany, Piotr", "Prydumanaja Anna|Vydumany Piotr")]
    [InlineData("Анна Прыдуманая (1985); Пётр Выдуманы, 44 года; Мария Небывалая, журналистка", "Анна Прыдуманая|Пётр Выдуманы|Мария Небывалая")]
    [InlineData("Придуманная Анна, учительница, Минск", "Придуманная Анна")]
    [InlineData("VYDUMANAJA, Anna", "VYDUMANAJA Anna")]
    [InlineData("Выдуманны Пётр Иванович, Белорусская Ассоциация Журналистов", "Выдуманны Пётр Иванович")]
    public void Read_NamesInOneLine_AreOnePersonEach(string line, string names)
    {
        var read = ListReader.Read(line, 2025);

        Assert.Equal(names.Split('|'), read.Select(r => r.Name));
        Assert.All(read, r => Assert.Equal((1, line), (r.Number, r.Original)));
    }

    [Fact]
    public void Read_SeveralWithBirths_KeepsEachBirth()
    {
        var read = ListReader.Read("Анна Прыдуманая (1985), Пётр Выдуманы, 44 года и Мария Небывалая", 2025);

        Assert.Equal(new[] { BirthHint.InYear(1985), BirthHint.Aged(44, 2025), null }, read.Select(r => r.Birth));
    }

    [Fact]
    public void Read_TableWithHeadings_TakesTheColumnsByTheirNames()
    {
        const string table = "№\tФамилия\tИмя\tОтчество\tГод рождения\tГород\tСтатья\n1\tПридуманный\tИван\tПетрович\t1985\tГродно\t342\n2\tВыдуманная\tАнна\t\t31250\tМинск\t\n";

        var read = ListReader.Read(table, 2025);

        Assert.Equal(new[] { null, "Придуманный Иван Петрович", "Выдуманная Анна" }, read.Select(r => r.Name));
        Assert.Equal((BirthHint.InYear(1985), "Гродно", "342"), (read[1].Birth, read[1].Place, read[1].Notes));
        Assert.Equal(BirthHint.On(new DateOnly(1985, 7, 22)), read[2].Birth);
        Assert.Equal("1\tПридуманный\tИван\tПетрович\t1985\tГродно\t342", read[1].Original);
    }

    [Theory]
    [InlineData("1\tПридуманный Иван Иванович\t1985\tМинск", "Придуманный Иван Иванович", 1985)]
    [InlineData("12.\tПридуманный\tИван\tИванович\t12.03.1985", "Придуманный Иван Иванович", 1985)]
    [InlineData("Name\tBorn\nVydumany Piotr\t1970", "Vydumany Piotr", 1970)]
    [InlineData("ФИО\tВозраст\nВыдуманный Пётр\t44", "Выдуманный Пётр", 1980)]
    public void Read_OtherTables_FindsNameAndBirth(string table, string name, int bornFrom)
    {
        var read = ListReader.Read(table, 2025).Single(r => r.Name is not null);

        Assert.Equal((name, bornFrom), (read.Name, read.Birth?.FromYear));
    }

    [Theory]
    [InlineData("", "Paste the list")]
    [InlineData("  \n \t ", "Paste the list")]
    [InlineData("Список освобождённых:", "No name was found")]
    public void Read_Nothing_SaysWhatToDo(string text, string says) =>
        Assert.Contains(says, Assert.Throws<RuleException>(() => ListReader.Read(text, 2025)).Message, StringComparison.Ordinal);

    [Fact]
    public void Read_TooLong_IsRefused()
    {
        Assert.Contains("lines", Assert.Throws<RuleException>(() => ListReader.Read(string.Join('\n', Enumerable.Repeat("Anna Prydumanaja", ReleaseList.MostLines + 1)), 2025)).Message, StringComparison.Ordinal);
        Assert.Contains("characters", Assert.Throws<RuleException>(() => ListReader.Read(new string('a', ReleaseList.TextLength + 1), 2025)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_TheDevelopmentList_IsReadAsLineByLine()
    {
        var lines = File.ReadAllLines(DevelopmentTables.PathOf("dev_release_list.txt"));

        var read = ListReader.Read(string.Join('\n', lines), 2025);

        var single = PublishedListReader.Read(lines, 2025).Where(line => line.Text.Trim().Length > 0);
        Assert.Equal(
            single.Select(line => (line.Number, line.Name is null ? (int?)null : NameKeys.For(line.Name).Count, line.Birth)),
            read.Select(line => (line.Number, line.Name is null ? (int?)null : NameKeys.For(line.Name).Count, line.Birth)));
    }
}
