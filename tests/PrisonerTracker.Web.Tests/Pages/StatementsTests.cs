using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Sample;
using PrisonerTracker.Core.Users;
using PrisonerTracker.Testing;
using PrisonerTracker.Web.Pages;
using Xunit;

namespace PrisonerTracker.Web.Tests.Pages;

/// <summary>No page asks the database more than seven times, and a profile, the front page or solidarity more than eight, however much there is to show; here the real sample data.</summary>
public sealed class StatementsTests(StatementsTests.Sample sample) : IClassFixture<StatementsTests.Sample>
{
    private const int Most = 7;
    private const int MostOfProfile = 8;
    private const int MostOfSolidarity = 10;

    public sealed class Sample(RegisterDatabases databases) : IAsyncLifetime
    {
        public RegisterApp App { get; } = new(databases);

        public async ValueTask InitializeAsync()
        {
            await App.InitializeAsync();
            await App.WithAsync<SampleData>(data => data.LoadAsync());
        }

        public ValueTask DisposeAsync() => App.DisposeAsync();
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/prisoners")]
    [InlineData("/prisoners?q=a&custody=atliberty&country=BY&article=361-1&gender=female&detainedFrom=2019&detainedTo=2025&releasedFrom=2020&releasedTo=2025&sort=released")]
    [InlineData("/prisoners?heldOn=2022-01-01")]
    [InlineData("/prisoners?view=cards")]
    [InlineData("/prisoners?stage=convicted&designatedBy=viasna&incommunicado=1&facility=by-colony-gorki&termAtLeast=2&occupation=a&citizenship=BY&risk=1&writable=1&sentencedFrom=2020&updatedSince=2020")]
    [InlineData("/prisoners/maria-kalesnikava")]
    [InlineData("/prisoners/ales-bialiatski")]
    [InlineData("/prisoners/nobody-at-all")]
    [InlineData("/solidarity")]
    [InlineData("/birthdays.ics")]
    [InlineData("/expected-releases.ics?custody=held")]
    [InlineData("/hearings.ics?custody=held")]
    [InlineData("/prisoners.atom?custody=held")]
    [InlineData("/releases.atom")]
    [InlineData("/letters/labels?custody=held")]
    [InlineData("/prisoners/mikalai-statkevich/letter")]
    [InlineData("/releases")]
    [InlineData("/releases/2025-12-13-belarus")]
    [InlineData("/sources")]
    [InlineData("/articles")]
    [InlineData("/articles/by-criminal-code/357%20part%201")]
    [InlineData("/facilities")]
    [InlineData("/courts")]
    [InlineData("/judges")]
    [InlineData("/organisations")]
    [InlineData("/organisations/viasna")]
    [InlineData("/tags")]
    [InlineData("/credit-rules")]
    [InlineData("/prisoners/compare?from=2024-01-01&to=2025-12-31")]
    [InlineData("/statistics/bridge?from=2024-01-01&to=2025-12-31")]
    [InlineData("/statistics/reported")]
    [InlineData("/statistics")]
    [InlineData("/statistics?q=a&custody=held&country=BY")]
    [InlineData("/statistics/held")]
    [InlineData("/statistics/detained-and-released")]
    [InlineData("/statistics/articles?gender=female")]
    [InlineData("/statistics/facilities")]
    [InlineData("/statistics/penalties")]
    [InlineData("/statistics/terms")]
    [InlineData("/statistics/time-held")]
    [InlineData("/statistics/ages")]
    [InlineData("/statistics/citizenships")]
    [InlineData("/statistics/occupations")]
    [InlineData("/sources/{first}")]
    public async Task Get_PublicPage_AsksTheDatabaseAtMostSevenTimes(string address)
    {
        using var browser = sample.App.Browser();
        var sources = await browser.PageAsync("/sources"); // also asks what every page says once
        address = address.Replace("/sources/{first}", sources.QuerySelector("main ul li a")!.GetAttribute("href"), StringComparison.Ordinal);
        sample.App.Statements.Clear();

        using var answer = await browser.GetAsync(address);

        Assert.True((int)answer.StatusCode is 200 or 404, $"{answer.StatusCode}");
        Assert.True(sample.App.Statements.Sent.Count >= 1 && sample.App.Statements.Sent.Count <= MostOf(address), string.Join("\n\n", sample.App.Statements.Sent));
    }

    [Theory]
    [InlineData("/prisoners/maria-kalesnikava")]
    [InlineData("/prisoners/maria-kalesnikava/history")]
    [InlineData("/prisoners/maria-kalesnikava/edit")]
    [InlineData("/prisoners/maria-kalesnikava/edit/identity")]
    [InlineData("/prisoners/maria-kalesnikava/release")]
    [InlineData("/prisoners/maria-kalesnikava/release/undo")]
    [InlineData("/prisoners/maria-kalesnikava/imprisonments/new")]
    [InlineData("/prisoners/maria-kalesnikava/designations")]
    [InlineData("/prisoners/maria-kalesnikava/letters")]
    [InlineData("/prisoners/maria-kalesnikava/claims/new")]
    [InlineData("/prisoners/maria-kalesnikava/honours")]
    [InlineData("/prisoners/maria-kalesnikava/quotations")]
    [InlineData("/prisoners/maria-kalesnikava/risks")]
    [InlineData("/prisoners/maria-kalesnikava/listings")]
    [InlineData("/prisoners/maria-kalesnikava/tags")]
    [InlineData("/prisoners/bulk")]
    [InlineData("/tags/edit")]
    [InlineData("/prisoners")]
    [InlineData("/prisoners/maria-kalesnikava/merge")]
    [InlineData("/prisoners/maria-kalesnikava/publication")]
    [InlineData("/prisoners/maria-kalesnikava/consent")]
    [InlineData("/releases/2025-12-13-belarus/claims/new")]
    [InlineData("/prisoners/new")]
    [InlineData("/articles/by-criminal-code/edit")]
    [InlineData("/articles/codes/edit/by-criminal-code")]
    [InlineData("/facilities/edit")]
    [InlineData("/courts/edit")]
    [InlineData("/judges/edit")]
    [InlineData("/organisations/edit/viasna")]
    [InlineData("/statistics/reported/new")]
    [InlineData("/duplicates")]
    [InlineData("/releases/lists")]
    [InlineData("/releases/2025-12-13-belarus/lists/new")]
    [InlineData("/releases/2025-12-13-belarus/attach")]
    [InlineData("/releases/2025-12-13-belarus/edit")]
    [InlineData("/releases/2025-12-13-belarus/history")]
    public async Task Get_SignedIn_AsksTheDatabaseAtMostSevenTimes(string address)
    {
        using var browser = await sample.App.SignInAsync(Role.Editor);
        await browser.PageAsync("/about");
        sample.App.Statements.Clear();

        await browser.PageAsync(address);

        Assert.True(sample.App.Statements.Sent.Count >= 1 && sample.App.Statements.Sent.Count <= MostOf(address), string.Join("\n\n", sample.App.Statements.Sent));
    }

    [Theory]
    [InlineData("/edit")]
    [InlineData("/charge")]
    [InlineData("/charge/")]
    [InlineData("/sentence")]
    [InlineData("/sentence/")]
    [InlineData("/placement")]
    [InlineData("/placement/")]
    [InlineData("/hearing")]
    [InlineData("/release/edit")]
    public async Task Get_FormOfTheCase_AsksTheDatabaseAtMostSevenTimes(string form)
    {
        using var browser = await sample.App.SignInAsync(Role.Editor);
        var overview = await browser.PageAsync("/prisoners/maria-kalesnikava/edit");
        var address = overview.QuerySelectorAll("main a[href*='/imprisonments/']").Select(a => a.GetAttribute("href")!)
            .First(a => form.EndsWith('/') ? a.Contains(form, StringComparison.Ordinal) : a.EndsWith(form, StringComparison.Ordinal));
        sample.App.Statements.Clear();

        await browser.PageAsync(address);

        Assert.True(sample.App.Statements.Sent.Count is >= 1 and <= Most, string.Join("\n\n", sample.App.Statements.Sent));
    }

    [Theory]
    [InlineData("?show=All")]
    [InlineData("/lines/1")]
    [InlineData("/check")]
    [InlineData("/text")]
    [InlineData("/history")]
    [InlineData("/compare")]
    public async Task Get_PageOfAList_AsksTheDatabaseAtMostSevenTimes(string page)
    {
        using var browser = await sample.App.SignInAsync(Role.Editor);
        using var pasted = await browser.PostAsync("/releases/2025-12-13-belarus/lists/new", ("Text", "Мария Колесникова\nАлесь Бяляцкі\nNichto Nieviadomy"));
        var address = pasted.SentTo() + page;
        await browser.PageAsync("/about");
        sample.App.Statements.Clear();

        await browser.PageAsync(address);

        Assert.True(sample.App.Statements.Sent.Count is >= 1 and <= Most, string.Join("\n\n", sample.App.Statements.Sent));
    }

    // A profile also reads the credit rules, the front page its chart, and solidarity is eight lists.
    private static int MostOf(string address) => address == "/solidarity" ? MostOfSolidarity : address == "/" || (address.StartsWith("/prisoners/", StringComparison.Ordinal) && address.Count(c => c == '/') == 2) ? MostOfProfile : Most;

    [Theory]
    [InlineData("/")]
    [InlineData("/prisoners/maria-kalesnikava")]
    [InlineData("/prisoners/ales-bialiatski")]
    [InlineData("/releases/2025-12-13-belarus")]
    public async Task Get_Footnotes_EveryMarkLeadsToItsNoteAndBack(string address)
    {
        using var browser = sample.App.Browser();

        var page = await browser.PageAsync(address);

        var marks = page.QuerySelectorAll("a[id^=mark-]").ToList();
        Assert.NotEmpty(marks);
        Assert.All(marks, mark => Assert.Equal($"#note-{mark.TextContent}", mark.GetAttribute("href")));
        Assert.Equal(
            page.QuerySelectorAll("[id^=note-] a[href^='#mark-']").Select(a => a.GetAttribute("href")!).Order(),
            marks.Select(mark => "#" + mark.Id).Order());
        Assert.Empty(page.DeadLinks());
        Assert.Equal(page.QuerySelectorAll("[id]").Length, page.QuerySelectorAll("[id]").Select(e => e.Id).Distinct().Count());
    }

    [Fact]
    public async Task Get_EverybodyAndEveryEvent_NamesEachSourceThatIsCited()
    {
        using var browser = sample.App.Browser();
        await using var work = sample.App.Work();
        var people = await work.Context.Prisoners.Select(p => new { p.PrisonerId, p.Slug }).ToListAsync();
        var events = await work.Context.ReleaseEvents.Select(e => new { e.ReleaseEventId, e.Slug }).ToListAsync();
        Assert.True(people.Count > 10 && events.Count > 3);

        foreach (var person in people)
            await AssertNamedAsync($"/prisoners/{person.Slug}", work.Context.CitationsOfPrisoner(person.PrisonerId));
        foreach (var row in events)
            await AssertNamedAsync($"/releases/{row.Slug}", work.Context.CitationsOfEvent(row.ReleaseEventId));

        async Task AssertNamedAsync(string address, IQueryable<CitationRow> citations)
        {
            var cited = (await citations.ToListAsync()).Select(c => $"/sources/{c.Source!.Slug}").ToHashSet();
            var page = await browser.PageAsync(address);
            var named = page.QuerySelectorAll("[id^=note-] > a[href^='/sources/']").Select(a => a.GetAttribute("href")!).ToHashSet();
            Assert.True(named.SetEquals(cited), $"{address} leaves out {string.Join(", ", cited.Except(named))}");
        }
    }

    [Fact]
    public async Task Get_DecemberEvent_ShowsTheSixNumbers()
    {
        using var browser = sample.App.Browser();

        var page = await browser.PageAsync("/releases/2025-12-13-belarus");

        int Number(string term) => int.Parse(page.Fact(term)!, System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(123, Number("Announced"));
        Assert.Equal(Number("Named"), Number("Matched to this register") + Number("Named, not in this register"));
        Assert.Equal(123 - Number("Named"), Number("Unexplained"));
        Assert.InRange(Number("Matched to this register"), 1, 122);
    }
}
