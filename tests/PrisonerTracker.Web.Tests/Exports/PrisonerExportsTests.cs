using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using PrisonerTracker.Testing;
using PrisonerTracker.Web.Tests.Pages.Prisoners;
using Xunit;

namespace PrisonerTracker.Web.Tests.Exports;

public sealed class PrisonerExportsTests(People people) : IClassFixture<People>
{
    public static TheoryData<string> Filters =>
        ["", "?q=Жук", "?custody=held", "?sort=detained", "?gender=female&sort=released", "?country=BY&article=357", "?detainedFrom=2021&sort=updated", "?heldOn=2023-05-20", "?q=nobody"];

    [Theory]
    [MemberData(nameof(Filters))]
    public async Task Get_Filter_AllFormatsHoldTheListOnScreen(string query)
    {
        using var browser = people.App.Browser();
        var list = (await browser.PageAsync("/prisoners" + query)).Names();

        var (csvAnswer, csv) = await CsvAsync(browser, "/prisoners.csv" + query);
        using var xlsx = await browser.GetAsync("/prisoners.xlsx" + query);
        using var json = await browser.GetAsync("/prisoners.json" + query);

        var name = Array.IndexOf(csv[0], "name");
        Assert.Equal(list, csv.Skip(1).Select(row => row[name]));
        Assert.Equal(csv, Workbook.Read(await xlsx.Content.ReadAsByteArrayAsync())[0].Rows);
        using var document = JsonDocument.Parse(await json.Content.ReadAsStringAsync());
        Assert.Equal(list, document.RootElement.EnumerateArray().Select(p => p.GetProperty("name").GetString()));
        foreach (var answer in new[] { csvAnswer, xlsx, json })
        {
            Assert.Equal(list.Length.ToString(CultureInfo.InvariantCulture), answer.Header("PrisonerTracker-Row-Count"));
            Assert.Equal(query.Length == 0 ? "none" : query, Uri.UnescapeDataString(answer.Header("PrisonerTracker-Filter")!));
            Assert.Equal(people.App.Clock.GetUtcNow().ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture), answer.Header("PrisonerTracker-As-Of"));
        }
    }

    [Theory]
    [InlineData("csv", "text/csv; charset=utf-8")]
    [InlineData("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")]
    [InlineData("json", "application/json; charset=utf-8")]
    public async Task Head_EachFormat_SaysTheSameAsGetWithoutTheRows(string extension, string type)
    {
        using var browser = people.App.Browser();
        using var get = await browser.GetAsync($"/prisoners.{extension}?q=zuk");

        using var head = await browser.Client.SendAsync(new HttpRequestMessage(HttpMethod.Head, new Uri($"/prisoners.{extension}?q=zuk", UriKind.Relative)));

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (get.StatusCode, head.StatusCode));
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
        Assert.Equal(type, head.Header("Content-Type"));
        Assert.Equal($"attachment; filename=\"prisoners-2026-01-15.{extension}\"", head.Header("Content-Disposition"));
        foreach (var header in new[] { "Content-Type", "Content-Disposition", "PrisonerTracker-Filter", "PrisonerTracker-As-Of", "PrisonerTracker-Row-Count" })
            Assert.Equal(get.Header(header), head.Header(header));
    }

    [Theory]
    [InlineData("/prisoners.csv?custody=xyz", "custody")]
    [InlineData("/prisoners.xlsx?detainedFrom=abc", "detainedFrom")]
    [InlineData("/prisoners.json?country=Belarus", "country")]
    public async Task Get_BadFilter_IsRefusedByName(string address, string field)
    {
        using var browser = people.App.Browser();

        using var answer = await browser.GetAsync(address);

        Assert.Equal((HttpStatusCode.BadRequest, "text/plain"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.StartsWith(field + ": ", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Null(answer.Header("Content-Disposition"));
    }

    [Fact]
    public async Task Get_Roster_SaysForWhichDayAndHowSureItIs()
    {
        using var browser = people.App.Browser();

        var (_, roster) = await CsvAsync(browser, "/prisoners.csv?heldOn=2020-09");
        var (_, possible) = await CsvAsync(browser, "/prisoners.csv?heldOn=2020-09-15");
        var (_, list) = await CsvAsync(browser, "/prisoners.csv");

        Assert.Equal(["held_on", "held"], roster[0][^2..]);
        Assert.Equal(["2020-09", "certain"], roster[1][^2..]);
        Assert.Equal(["2020-09-15", "possible"], possible[1][^2..]);
        Assert.DoesNotContain("held", list[0]);
    }

    [Fact]
    public async Task Get_Csv_SaysInItsFirstBytesThatItIsUtf8AndKeepsEveryScript()
    {
        using var browser = people.App.Browser();

        var (answer, csv) = await CsvAsync(browser, "/prisoners.csv?q=zuk");

        Assert.Equal(Encoding.UTF8.GetPreamble(), (await answer.Content.ReadAsByteArrayAsync())[..3]);
        Assert.Equal(
            ("Ганна Жук", "Анна Жук", "2020-09", "2025-12-13", "pardon", "LT", "at_liberty"),
            (Cell(csv, "name_be"), Cell(csv, "name_ru"), Cell(csv, "detained_on"), Cell(csv, "released_on"), Cell(csv, "release_ground"),
                Cell(csv, "destination"), Cell(csv, "custody")));
    }

    [Fact]
    public async Task Get_Xlsx_SecondSheetSaysFilterMomentAndCount()
    {
        using var browser = people.App.Browser();

        using var answer = await browser.GetAsync("/prisoners.xlsx?q=zuk&sort=detained");

        var sheets = Workbook.Read(await answer.Content.ReadAsByteArrayAsync());
        Assert.Equal(["Prisoners", "About"], sheets.Select(s => s.Name));
        Assert.Equal(
            [
                ["list", "http://localhost/prisoners?q=zuk&sort=detained"],
                ["filter", "?q=zuk&sort=detained"],
                ["as_of", answer.Header("PrisonerTracker-As-Of")!],
                ["row_count", "1"],
            ],
            sheets[1].Rows);
    }

    [Theory]
    [InlineData("=1+1 Formula")]
    [InlineData("+7 Formula")]
    [InlineData("-2 Formula")]
    [InlineData("@SUM Formula")]
    public async Task Get_NameLikeAFormula_IsNoFormula(string name)
    {
        await using var work = people.App.Work();
        await work.Prisoners.AddAsync(Valid.Prisoner(name), Valid.Submission());
        using var browser = await people.App.SignInAsync(Core.Users.Role.Viewer);

        var (_, csv) = await CsvAsync(browser, "/prisoners.csv?q=formula");
        using var xlsx = await browser.GetAsync("/prisoners.xlsx?q=formula");

        var cells = csv.Skip(1).Select(row => row[Array.IndexOf(csv[0], "name")]).ToList();
        Assert.Contains(cells, cell => cell.EndsWith(name, StringComparison.Ordinal));
        Assert.All(cells, cell => Assert.DoesNotContain(cell[0], "=+-@\t\r"));
        Assert.Contains(Workbook.Read(await xlsx.Content.ReadAsByteArrayAsync())[0].Rows, row => row[1] == name);
        using var archive = new System.IO.Compression.ZipArchive(await xlsx.Content.ReadAsStreamAsync());
        using var sheet = new StreamReader(archive.GetEntry("xl/worksheets/sheet1.xml")!.Open());
        Assert.DoesNotContain("<f>", await sheet.ReadToEndAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_QuotesCommasAndLineBreaks_StayInTheirCell()
    {
        await using var work = people.App.Work();
        await work.Prisoners.AddAsync(
            Valid.Prisoner("Quoted \"Q\", Jr.") with { Occupation = Core.Shared.LocalizedText.English("poet,\n\"critic\"; editor") }, Valid.Submission());
        using var browser = await people.App.SignInAsync(Core.Users.Role.Viewer);

        var (_, csv) = await CsvAsync(browser, "/prisoners.csv?q=quoted");

        Assert.Equal(("Quoted \"Q\", Jr.", "poet,\n\"critic\"; editor"), (Cell(csv, "name"), Cell(csv, "occupation").ReplaceLineEndings("\n")));
    }

    [Fact]
    public async Task Get_SiteAddressConfigured_WritesItInEveryRow()
    {
        await using var site = people.App.Another(("Site:Address", "https://register.example"));
        using var browser = site.Browser("https://register.example");

        var (_, csv) = await CsvAsync(browser, "/prisoners.csv?q=zuk");

        Assert.Equal("https://register.example/prisoners/hanna-zuk", Cell(csv, "address"));
    }

    [Fact]
    public async Task Get_Json_LeavesOutWhatIsNotKnown()
    {
        using var browser = people.App.Browser();

        using var answer = await browser.GetAsync("/prisoners.json?q=other");

        using var document = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        var person = Assert.Single(document.RootElement.EnumerateArray());
        Assert.False(person.TryGetProperty("detained_on", out _));
        Assert.Equal("http://localhost/prisoners/other-person", person.GetProperty("address").GetString());
    }

    private static string Cell(List<string[]> csv, string column) => csv[1][Array.IndexOf(csv[0], column)];

    private static async Task<(HttpResponseMessage Answer, List<string[]> Rows)> CsvAsync(Browser browser, string address)
    {
        var answer = await browser.GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return (answer, Rows(await answer.Content.ReadAsStringAsync()));
    }

    // RFC 4180, read without the library that wrote it.
    private static List<string[]> Rows(string text)
    {
        var (rows, row, cell, quoted) = (new List<string[]>(), new List<string>(), new StringBuilder(), false);
        for (var i = text[0] == '\ufeff' ? 1 : 0; i < text.Length; i++)
        {
            var c = text[i];
            if (quoted && c == '"' && i + 1 < text.Length && text[i + 1] == '"')
                cell.Append(text[++i]);
            else if (c == '"')
                quoted = !quoted;
            else if (!quoted && c is ',' or '\n')
            {
                row.Add(cell.ToString());
                cell.Clear();
                if (c == ',')
                    continue;
                rows.Add([.. row]);
                row.Clear();
            }
            else if (quoted || c != '\r')
                cell.Append(c);
        }

        Assert.True(row.Count == 0 && cell.Length == 0 && !quoted, "The last line is not finished.");
        return rows;
    }
}
