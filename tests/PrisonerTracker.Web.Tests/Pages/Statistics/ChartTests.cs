using System.Net;
using AngleSharp.Html.Dom;
using PrisonerTracker.Core.Users;
using PrisonerTracker.Testing;
using PrisonerTracker.Web.Charts;
using Xunit;

namespace PrisonerTracker.Web.Tests.Pages.Statistics;

/// <summary>The charts of <see cref="CountedPeople"/>; that the numbers are right is shown where they are counted.</summary>
public sealed class ChartTests(ChartTests.Counted counted) : IClassFixture<ChartTests.Counted>
{
    public sealed class Counted(RegisterDatabases databases) : IAsyncLifetime
    {
        public RegisterApp App { get; } = new(databases);

        public async ValueTask InitializeAsync()
        {
            await App.InitializeAsync();
            await using var work = App.Work();
            await CountedPeople.AddAsync(work);
            var title = Valid.ReleaseEvent("The March exchange") with { HappenedOn = Core.Shared.PartialDate.Parse("2023-03-01"), AnnouncedCount = 1 };
            var shown = (await work.ReleaseEvents.CreateAsync(title, Valid.Submission())).Subjects[0];
            await work.ReleaseEvents.SetPublicationAsync(shown, Core.Prisoners.Publication.Published, Valid.Submission());
            await work.ReleaseEvents.CreateAsync(Valid.ReleaseEvent("Secret exchange"), Valid.Submission());
        }

        public ValueTask DisposeAsync() => App.DisposeAsync();
    }

    public static TheoryData<string> Keys => [.. StatisticsCharts.All.Select(c => c.Key())];

    [Theory]
    [MemberData(nameof(Keys))]
    public async Task Get_Chart_HasDrawingTableFileUnitAndSource(string key)
    {
        using var browser = counted.App.Browser();

        var page = await browser.PageAsync($"/statistics/{key}");

        var drawing = page.QuerySelector("main figure svg[role=img]")!;
        Assert.All(drawing.GetAttribute("aria-labelledby")!.Split(' '), id => Assert.False(string.IsNullOrWhiteSpace(page.GetElementById(id)?.Words())));
        Assert.Equal(["title", "desc"], drawing.Children.Take(2).Select(c => c.LocalName));
        Assert.True(page.QuerySelectorAll("main details table tbody tr").Length > 0);
        Assert.Contains("Unit: ", page.MainText(), StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("main a[href='/method']"));
        Assert.NotNull(page.QuerySelector($"main a[href='/statistics/{key}.csv'][download]"));
        Assert.Empty(page.DeadLinks());
        Assert.Empty(page.QuerySelectorAll("[style]"));
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public async Task Get_File_IsTheTable(string key)
    {
        using var browser = counted.App.Browser();
        foreach (var filter in new[] { "", "?custody=held&gender=male" })
        {
            var table = Table(await browser.PageAsync($"/statistics/{key}{filter}"));
            using var answer = await browser.GetAsync($"/statistics/{key}.csv{filter}");
            Assert.Equal(filter.Length == 0 ? "none" : filter, answer.Header("PrisonerTracker-Filter"));
            var lines = (await answer.Content.ReadAsStringAsync()).TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);

            var numbers = lines.Skip(1).Select(l => string.Join(' ', l.Split(',')[^(table[0].Split(' ').Length)..])).ToList();
            if (key == "held")
            {
                // The file has every day, the table the days on which the number changed.
                Assert.Equal(table, numbers.Where((n, i) => i == 0 || i == numbers.Count - 1 || n != numbers[i - 1]));
                Assert.EndsWith("2026-01-15", lines[^1].Split(',')[0], StringComparison.Ordinal);
            }
            else
            {
                Assert.Equal(table, numbers);
            }
        }
    }

    [Fact]
    public async Task Get_HeldOverTime_MarksThePublishedEventsAndCountsTheWithheld()
    {
        using var browser = counted.App.Browser();

        var page = await browser.PageAsync("/statistics/held");

        Assert.Contains("7 people counted, 4 held today", page.MainText(), StringComparison.Ordinal);
        Assert.Contains("1 more person counts without a name, 1 of them held today", page.MainText(), StringComparison.Ordinal);
        Assert.Contains("At most 5 people were certainly held, on 1 December 2025; 5 are held today.", page.MainText(), StringComparison.Ordinal);
        Assert.Contains("The March exchange", page.MainText(), StringComparison.Ordinal);
        Assert.Equal(1, page.QuerySelector("figure .chart-marks")!.GetAttribute("d")!.Count(c => c == 'M'));
    }

    [Fact]
    public async Task Get_LastYears_ShowsTheseOnly()
    {
        using var browser = counted.App.Browser();

        var page = await browser.PageAsync("/statistics/held?gender=male&years=1");

        Assert.Equal(["2 2", "3 3"], Table(page).Distinct());
        Assert.Equal("/statistics/held?gender=male&years=5", page.QuerySelector("main .chart-years a:not([aria-current])")!.GetAttribute("href"));
        Assert.Equal("/statistics/held?gender=male", page.QuerySelectorAll("main .chart-years a")[^1].GetAttribute("href"));
    }

    [Fact]
    public async Task Get_Filtered_SaysSoAndEachChipCanBeTakenOut()
    {
        using var browser = counted.App.Browser();
        var list = await browser.PageAsync("/prisoners?gender=male&custody=held");
        var link = list.QuerySelectorAll("main a").Single(a => a.Words() == "Statistics of these 3");

        var overview = await browser.PageAsync(link.GetAttribute("href")!);
        var page = await browser.PageAsync(overview.QuerySelector("main .chart-list a[href^='/statistics/genders']")!.GetAttribute("href")!);

        Assert.Contains("3 people counted, 3 held today", overview.MainText(), StringComparison.Ordinal);
        Assert.Equal(["3 3"], Table(page));
        Assert.Equal(
            ["/statistics/genders?gender=male", "/statistics/genders?custody=held", "/statistics/genders"],
            page.QuerySelectorAll("main .chips a").Select(a => a.GetAttribute("href")!));
        Assert.Contains("The filter chooses people", page.MainText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_EveryChart_SaysNothingOfWhatIsWithheldToAnybody()
    {
        using var reader = counted.App.Browser();
        using var editor = await counted.App.SignInAsync(Role.Editor);
        foreach (var key in StatisticsCharts.All.Select(c => c.Key()).SelectMany(k => new[] { k, k + ".csv" }))
        {
            var texts = new List<string>();
            foreach (var browser in new[] { reader, editor })
            {
                using var answer = await browser.GetAsync($"/statistics/{key}");
                var text = key.EndsWith(".csv", StringComparison.Ordinal) ? await answer.Content.ReadAsStringAsync() : (await answer.DocumentAsync()).MainText();
                foreach (var secret in new[] { "Secret", "secret", "Latvia", "LV", "Germany", "Russia,", "999", "Under 18 1" })
                    Assert.DoesNotContain(secret, text, StringComparison.Ordinal);
                texts.Add(text);
            }

            Assert.Equal(texts[0], texts[1]);
        }
    }

    [Theory]
    [InlineData("?q=wholly withheld", "0 people counted")]
    [InlineData("?country=RU", "0 people counted")]
    [InlineData("?article=999", "0 people counted")]
    [InlineData("?detainedFrom=2024-01-01&detainedTo=2024-01-01", "0 people counted")]
    [InlineData("?q=only draft", "0 people counted")]
    [InlineData("?sort=name", "1 more person counts without a name")]
    public async Task Get_FilterForSomebodyWithheld_CountsNobody(string filter, string expected)
    {
        using var editor = await counted.App.SignInAsync(Role.Editor);

        foreach (var path in new[] { "", "/held", "/genders" })
            Assert.Contains(expected, (await editor.PageAsync($"/statistics{path}{filter}")).MainText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_WrongFilter_NamesItAndLeadsOn()
    {
        using var browser = counted.App.Browser();
        foreach (var address in new[] { "/statistics?detainedFrom=soon", "/statistics/ages?detainedFrom=soon" })
        {
            using var answer = await browser.GetAsync(address);
            Assert.Contains("soon", (await answer.DocumentAsync(HttpStatusCode.BadRequest)).Problems(), StringComparison.Ordinal);
        }

        using var file = await browser.GetAsync("/statistics/ages.csv?detainedFrom=soon");
        Assert.Equal(HttpStatusCode.BadRequest, file.StatusCode);
        using var unknown = await browser.GetAsync("/statistics/shoe-sizes");
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
    }

    [Fact]
    public async Task Get_Overview_LeadsToEveryChartTheBridgeAndTheCountsOfOthers()
    {
        using var browser = counted.App.Browser();

        var page = await browser.PageAsync("/statistics");

        Assert.Equal(StatisticsCharts.All.Select(c => $"/statistics/{c.Key()}"), page.QuerySelectorAll("main .chart-list a").Select(a => a.GetAttribute("href")!));
        Assert.NotNull(page.QuerySelector("main form[action='/statistics/bridge'] input[name=from]"));
        Assert.Equal("/statistics", page.QuerySelector("header nav a[aria-current=page]")!.GetAttribute("href"));
    }

    private static List<string> Table(IHtmlDocument page) =>
        [.. page.QuerySelectorAll("main details table tbody tr").Select(r => string.Join(' ', r.QuerySelectorAll("td").Select(d => d.Words().Replace(",", "", StringComparison.Ordinal))))];
}
