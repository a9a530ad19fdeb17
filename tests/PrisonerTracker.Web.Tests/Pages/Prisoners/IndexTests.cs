using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Xunit;

namespace PrisonerTracker.Web.Tests.Pages.Prisoners;

public sealed class IndexTests(People people) : IClassFixture<People>
{
    private const string Everybody = "Barys Adamovich|Other Person|Hanna Žuk";

    [Theory]
    [InlineData("", Everybody)]
    [InlineData("?q=%D0%96%D1%83%D0%BA", "Hanna Žuk")] // Жук
    [InlineData("?q=Ганна", "Hanna Žuk")] // Belarusian
    [InlineData("?q=Анна", "Hanna Žuk")] // Russian
    [InlineData("?q=zuk", "Hanna Žuk")] // Latin, without the háček
    [InlineData("?q=ŽUK hanna", "Hanna Žuk")]
    [InlineData("?q=nobody", "")]
    [InlineData("?q=%25", Everybody)] // a sign of LIKE is no letter of a name
    [InlineData("?custody=held", "Barys Adamovich")]
    [InlineData("?custody=serving", "Barys Adamovich")]
    [InlineData("?custody=atliberty", "Hanna Žuk")]
    [InlineData("?custody=UNKNOWN", "Other Person")]
    [InlineData("?country=RU", "Barys Adamovich")]
    [InlineData("?article=357", "Hanna Žuk")]
    [InlineData("?article=357 part 1", "Hanna Žuk")]
    [InlineData("?article=35", "")]
    [InlineData("?gender=female", "Hanna Žuk")]
    [InlineData("?detainedFrom=2020-09-30&detainedTo=2020-09-30", "Hanna Žuk")] // she may have been detained on that day
    [InlineData("?detainedFrom=2020-10", "Barys Adamovich")]
    [InlineData("?detainedTo=2020", "Hanna Žuk")]
    [InlineData("?releasedFrom=2025-12-13&releasedTo=2025-12-13", "Hanna Žuk")]
    [InlineData("?releasedFrom=2025-12-14", "")]
    [InlineData("?releasedTo=2025-12-12", "")]
    [InlineData("?q=zuk&custody=atliberty&country=BY&article=357&gender=female&detainedFrom=2020&releasedTo=2025", "Hanna Žuk")]
    [InlineData("?q=zuk&gender=male", "")]
    [InlineData("?heldOn=2020-08-31", "")]
    [InlineData("?heldOn=2020-09-15", "Hanna Žuk")] // detained in September 2020: perhaps already
    [InlineData("?heldOn=2020-09-15&held=certain", "")]
    [InlineData("?heldOn=2020-09-30&held=certain", "Hanna Žuk")]
    [InlineData("?heldOn=2023-05-20", "Barys Adamovich|Hanna Žuk")]
    [InlineData("?heldOn=2023-05-20&country=RU", "Barys Adamovich")]
    [InlineData("?heldOn=2025-12-13", "Barys Adamovich")] // the day of a release is not a day in prison
    [InlineData("?heldOn=2026-01-15", "Barys Adamovich")] // today
    [InlineData("?held=certain", Everybody)]
    [InlineData("?sort=detained", "Barys Adamovich|Hanna Žuk|Other Person")]
    [InlineData("?sort=released", "Hanna Žuk|Other Person|Barys Adamovich")]
    [InlineData("?sort=updated", "Barys Adamovich|Hanna Žuk|Other Person")]
    public async Task Get_Filter_ShowsExactlyTheseInOrder(string query, string expected)
    {
        using var browser = people.App.Browser();

        var page = await browser.PageAsync("/prisoners" + query);

        Assert.Equal(expected, string.Join('|', page.Names()));
        var count = expected.Split('|', StringSplitOptions.RemoveEmptyEntries).Length;
        Assert.Equal(count == 1 ? "1 person" : $"{count} people", Count(page).Split(':')[0]);
        Assert.Empty(page.DeadLinks());
    }

    [Theory]
    [InlineData("Zhuk Anna", "Hanna Žuk")] // another romanisation, another language
    [InlineData("Adamowitsch", "Barys Adamovich")]
    [InlineData("Adamovich B.", "Barys Adamovich")]
    [InlineData("Adamovihc Barys", "Barys Adamovich")] // a typing error
    public async Task Get_AnySpelling_FindsThePerson(string text, string expected)
    {
        using var browser = people.App.Browser();

        var page = await browser.PageAsync("/prisoners?q=" + Uri.EscapeDataString(text));

        Assert.Equal(expected, Assert.Single(page.Names()));
    }

    [Fact]
    public async Task Get_FoundByAnotherSpelling_ShowsWhichOne()
    {
        using var browser = people.App.Browser();

        var page = await browser.PageAsync("/prisoners?q=" + Uri.EscapeDataString("Анна Жук"));

        var mark = page.QuerySelector("td mark, th mark")!;
        Assert.Equal(("Анна Жук", "ru"), (mark.TextContent, mark.GetAttribute("lang")));
        Assert.Contains("also written as", mark.ParentElement!.TextContent, StringComparison.Ordinal);
        Assert.Empty((await browser.PageAsync("/prisoners?q=zuk")).QuerySelectorAll("mark"));
    }

    [Theory]
    [InlineData("detainedFrom", "abc")]
    [InlineData("detainedTo", "2021-13")]
    [InlineData("releasedFrom", "2021-02-30")]
    [InlineData("releasedTo", "yesterday")]
    [InlineData("heldOn", "2021-9")]
    public async Task Get_BadDate_SaysSoAtTheFieldAndKeepsIt(string field, string typed)
    {
        using var browser = people.App.Browser();

        using var answer = await browser.GetAsync($"/prisoners?{field}={typed}&q=zuk");

        var page = await answer.DocumentAsync(HttpStatusCode.BadRequest);
        Assert.Contains("2021-09", page.ProblemAt(field), StringComparison.Ordinal);
        Assert.Equal((typed, "zuk"), (page.ValueAt(field), page.ValueAt("q")));
        Assert.Empty(page.DeadLinks());
    }

    [Fact]
    public async Task Get_Roster_TellsCertainFromPossible()
    {
        using var browser = people.App.Browser();

        var page = await browser.PageAsync("/prisoners?heldOn=2020-09-15");
        var month = await browser.PageAsync("/prisoners?heldOn=2020-09");

        Assert.Equal("1 person: 0 certainly held on 15 September 2020, 1 possibly", Count(page));
        Assert.Equal("possibly", page.QuerySelector("td[data-label^='Held']")!.TextContent);
        Assert.Contains("Held on 15 September 2020", page.QuerySelector(".chips")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("1 person: 1 certainly held in September 2020, 0 possibly", Count(month));
        Assert.Equal("certainly", month.QuerySelector("td[data-label^='Held']")!.TextContent);
    }

    [Fact]
    public async Task Get_RosterOfTheFuture_IsRefused()
    {
        using var browser = people.App.Browser();

        using var answer = await browser.GetAsync("/prisoners?heldOn=2026-01-16");

        Assert.Contains("not in the future", (await answer.DocumentAsync(HttpStatusCode.BadRequest)).ProblemAt("heldOn"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("custody", "xyz")]
    [InlineData("custody", "0")] // a number is not a name of a state
    [InlineData("country", "XX")]
    [InlineData("gender", "none")]
    [InlineData("sort", "age")]
    [InlineData("page", "0")]
    [InlineData("page", "-1")]
    [InlineData("page", "99999")]
    [InlineData("page", "one")]
    public async Task Get_BadChoice_NamesWhatWasTypedAndKeepsTheRest(string field, string typed)
    {
        using var browser = people.App.Browser();

        using var answer = await browser.GetAsync($"/prisoners?{field}={typed}&q=zuk");

        var page = await answer.DocumentAsync(HttpStatusCode.BadRequest);
        Assert.Contains($"“{typed}”", page.Problems(), StringComparison.Ordinal);
        Assert.Equal("zuk", page.ValueAt("q"));
        Assert.Empty(page.Names());
        Assert.Empty(page.DeadLinks());
    }

    [Theory]
    [InlineData("?q=%00")]
    [InlineData("?article=%00")]
    [InlineData("?q=%ED%A0%80")]
    [InlineData("?q=%EF%BF%BE")] // U+FFFE, which is no character
    [InlineData("?q=%F0%9F%98%80")]
    [InlineData("?q='; DROP TABLE prisoners; --")]
    [InlineData("?article=357\\")]
    [InlineData("?q=zuk&q=hanna")]
    public async Task Get_HostileText_FindsNobodyOrSomebodyButNeverFails(string query)
    {
        using var browser = people.App.Browser();

        using var answer = await browser.GetAsync("/prisoners" + query);

        Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.BadRequest, $"{answer.StatusCode}");
    }

    [Fact]
    public async Task Get_Filters_StandInTheFormAndAsChipsThatTakeThemOut()
    {
        using var browser = people.App.Browser();

        var page = await browser.PageAsync("/prisoners?q=zuk&gender=female&detainedFrom=2020-09&sort=released&page=1");

        Assert.Equal(
            ("zuk", "female", "2020-09", "released"),
            (page.ValueAt("q"), page.ValueAt("gender"), page.ValueAt("detainedFrom"), page.ValueAt("sort")));
        var chips = page.QuerySelectorAll("main a").Where(a => a.Words().StartsWith("Remove filter:", StringComparison.Ordinal))
            .ToDictionary(a => a.Words(), a => a.GetAttribute("href"));
        Assert.Equal(3, chips.Count);
        Assert.Equal("/prisoners?q=zuk&detainedFrom=2020-09&sort=released", chips["Remove filter: Female ×"]);
        Assert.Contains("Remove filter: Detained from 1 September 2020 ×", chips.Keys);
        Assert.Contains("Remove filter: “zuk” ×", chips.Keys);
    }

    [Fact]
    public async Task Get_Filters_ExportLinksCarryTheSameQuery()
    {
        using var browser = people.App.Browser();

        var page = await browser.PageAsync("/prisoners?q=zuk&custody=atliberty&sort=released");

        Assert.Equal(
            ["/prisoners.csv?q=zuk&custody=atliberty&sort=released", "/prisoners.xlsx?q=zuk&custody=atliberty&sort=released", "/prisoners.json?q=zuk&custody=atliberty&sort=released"],
            page.QuerySelectorAll("main a[download]").Select(a => a.GetAttribute("href")));
    }

    [Fact]
    public async Task Get_FilterForm_SendsItsFieldsAsTheAddress()
    {
        using var browser = people.App.Browser();

        var form = (await browser.PageAsync("/prisoners")).QuerySelector<IHtmlFormElement>("main form[role=search]")!;

        Assert.Equal(("get", "/prisoners"), (form.Method, form.GetAttribute("action")));
        Assert.Superset(
            new HashSet<string> { "q", "custody", "country", "article", "gender", "detainedFrom", "detainedTo", "releasedFrom", "releasedTo", "sort" },
            form.Elements.Select(e => e.GetAttribute("name")).OfType<string>().ToHashSet());
    }

    [Fact]
    public async Task Get_BeyondTheEnd_LeadsBackToTheBeginning()
    {
        using var browser = people.App.Browser();

        var page = await browser.PageAsync("/prisoners?q=zuk&page=7");

        Assert.Contains(page.QuerySelectorAll("main a"), a => a.GetAttribute("href") == "/prisoners?q=zuk" && a.Words() == "Go to its beginning");
    }

    private static string Count(IHtmlDocument page) => page.QuerySelector("main [role=status]")!.Words();
}
