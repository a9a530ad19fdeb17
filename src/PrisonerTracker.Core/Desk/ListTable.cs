using System.Globalization;
using PrisonerTracker.Core.Names.Text;

namespace PrisonerTracker.Core.Desk;

/// <summary>Reads a table pasted from a web page or a workbook: cells separated by tabs, columns told by their headings where there are any.</summary>
internal static class ListTable
{
    private enum Column
    {
        Number,
        Name,
        Family,
        Given,
        Patronymic,
        Birth,
        Age,
        Place,
    }

    private static readonly Dictionary<string, Column> Headings = new(
        new (Column Column, string Words)[]
        {
            (Column.Number, "№|#|no|no.|n|nr|номер|нумар|п/п|№ п/п"),
            (Column.Name, "name|names|full name|person|prisoner|фио|ф.и.о.|ф. и. о.|имя и фамилия|фамилия и имя|фамилия, имя|имя, фамилия|фамилия имя отчество|піб|імя|імя і прозвішча|прозвішча і імя|прозвішча, імя|імя, прозвішча|імя па бацьку і прозвішча|імя|nazwisko i imię|imię i nazwisko"),
            (Column.Family, "surname|last name|family name|фамилия|прозвішча|прізвище|nazwisko"),
            (Column.Given, "given name|given names|first name|имя|ім'я|імя'|imię"),
            (Column.Patronymic, "patronymic|middle name|отчество|імя па бацьку|по батькові"),
            (Column.Birth, "born|birth|birth date|date of birth|birthday|year of birth|birth year|dob|год|год рождения|год нараджэння|дата рождения|дата нараджэння|рік народження|дата народження|г.р.|data urodzenia|rok urodzenia"),
            (Column.Age, "age|возраст|узрост|вік|wiek"),
            (Column.Place, "place|city|town|region|город|горад|место|месца|регион|рэгіён|область|вобласць|місто|miasto"),
        }.SelectMany(row => row.Words.Split('|').Distinct().Select(word => KeyValuePair.Create(word, row.Column))).DistinctBy(row => row.Key),
        StringComparer.Ordinal);

    public static IEnumerable<ReadLine> Read(string[] lines, int year)
    {
        Dictionary<Column, int>? columns = null;
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].Trim().Length == 0)
                continue;
            var cells = lines[i].Split('\t').Select(cell => cell.Trim().Trim('"').Trim()).ToArray();
            if (columns is null && ColumnsOf(cells) is { } found)
            {
                columns = found;
                yield return new ReadLine(i + 1, lines[i].Trim(), null, null, null, null);
            }
            else
            {
                yield return columns is null ? WithoutHeadings(cells, i + 1, year, lines[i]) : WithHeadings(cells, columns, i + 1, year, lines[i]);
            }
        }
    }

    private static Dictionary<Column, int>? ColumnsOf(string[] cells)
    {
        var columns = new Dictionary<Column, int>();
        for (var i = 0; i < cells.Length; i++)
        {
            if (Headings.TryGetValue(NameText.Lower(cells[i]).TrimEnd(':'), out var column))
                columns.TryAdd(column, i);
        }

        // In a table with surnames apart, "Имя" is the given name; alone it is the whole.
        if (!columns.ContainsKey(Column.Name) && !columns.ContainsKey(Column.Family) && columns.Remove(Column.Given, out var only))
            columns[Column.Name] = only;
        if (columns.ContainsKey(Column.Family) && !columns.ContainsKey(Column.Given) && columns.Remove(Column.Name, out var given))
            columns[Column.Given] = given;
        return columns.ContainsKey(Column.Name) || columns.ContainsKey(Column.Family) ? columns : null;
    }

    private static ReadLine WithHeadings(string[] cells, Dictionary<Column, int> columns, int number, int year, string line)
    {
        string Cell(Column column) => columns.TryGetValue(column, out var i) && i < cells.Length ? cells[i] : "";
        var name = Cell(Column.Name) is { Length: > 0 } whole
            ? whole
            : string.Join(' ', new[] { Cell(Column.Family), Cell(Column.Given), Cell(Column.Patronymic) }.Where(part => part.Length > 0));
        var birth = Cell(Column.Birth) is { Length: > 0 } born ? Day(born) : int.TryParse(Cell(Column.Age), NumberStyles.None, CultureInfo.InvariantCulture, out var age) ? $"{age} years" : "";
        var read = ListReader.One(birth.Length > 0 ? $"{name}, {birth}" : name, number, year, line.Trim());
        var told = columns.Values.ToHashSet();
        var rest = string.Join("; ", cells.Where((cell, i) => cell.Length > 0 && !told.Contains(i)));
        return read with
        {
            Place = Cell(Column.Place) is { Length: > 0 } place ? place : read.Place,
            Notes = rest.Length > 0 ? rest : birth.Length > 0 ? null : read.Notes,
        };
    }

    private static ReadLine WithoutHeadings(string[] cells, int number, int year, string line)
    {
        var filled = cells.Where(cell => cell.Length > 0).ToList();
        if (filled.Count > 1 && filled[0].TrimEnd('.', ')').All(char.IsAsciiDigit) && filled[0].Length <= 5)
            filled.RemoveAt(0);

        // A name spread over cells: words alone, written with a capital, at most three.
        var parts = filled.TakeWhile(cell => char.IsUpper(cell[0]) && !cell.Contains(' ', StringComparison.Ordinal) && cell.All(c => char.IsLetter(c) || c is '-' or '\'' or '’' or 'ʼ')).Take(3).Count();
        var text = parts >= 2
            ? string.Join(", ", filled.Skip(parts).Prepend(string.Join(' ', filled.Take(parts))))
            : string.Join(", ", filled);
        return ListReader.One(text, number, year, line.Trim());
    }

    // A workbook counts days from 1900.
    private static string Day(string cell) =>
        double.TryParse(cell, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var days) && days is > 3000 and < 60000
            ? DateTime.FromOADate(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : cell;
}
