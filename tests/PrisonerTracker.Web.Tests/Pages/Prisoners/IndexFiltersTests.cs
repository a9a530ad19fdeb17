using System.Net;
using AngleSharp.Dom;
using PrisonerTracker.Core.Designations;
using PrisonerTracker.Core.Imprisonments;
using PrisonerTracker.Core.Prisoners;
using PrisonerTracker.Core.Prisoners.Facts;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Core.Users;
using PrisonerTracker.Testing;
using Xunit;
using FactVisibility = PrisonerTracker.Core.Prisoners.Facts.Visibility;

namespace PrisonerTracker.Web.Tests.Pages.Prisoners;

/// <summary>The filters by what is recorded of people, in everything that takes them; and the list as cards.</summary>
public sealed class IndexFiltersTests(IndexFiltersTests.Filled filled) : IClassFixture<IndexFiltersTests.Filled>
{
    /// <summary>Two people of whom the same is recorded; every part of the second is withheld, and their risk is for editors only.</summary>
    public sealed class Filled(RegisterDatabases databases) : IAsyncLifetime
    {
        public RegisterApp App { get; } = new(databases);

        public async ValueTask InitializeAsync()
        {
            await App.InitializeAsync();
            await using var work = App.Work();
            var viasna = (await work.Organisations.AddAsync("viasna", LocalizedText.English("Viasna").With("be", "Вясна"), "BY", Valid.Submission())).Subjects[0];
            await AddAsync(work, "Known Person", viasna, FactVisibility.Public);
            var hidden = await AddAsync(work, "Hidden Person", viasna, FactVisibility.EditorsOnly);
            await work.Prisoners.SetConsentAsync(hidden, 1, new() { WithheldParts = Enum.GetValues<PersonPart>() }, Valid.Submission("Asked for"));
        }

        public ValueTask DisposeAsync() => App.DisposeAsync();

        private static async Task<Guid> AddAsync(Work work, string name, Guid organisation, FactVisibility risk)
        {
            var (id, _) = await work.HeldAsync(name, Valid.Imprisonment("2021-05") with
            {
                Charges = [new ChargeDetails { Article = "361" }],
                Sentences = [new SentenceDetails { DecidedOn = PartialDate.Parse("2022-03"), Penalty = Penalty.Imprisonment, Term = Term.Of(11) }],
                Placements = [new PlacementDetails { Facility = LocalizedText.English("Colony One"), FromOn = PartialDate.Parse("2022-04"), Incommunicado = true }],
            });
            await work.Prisoners.EditIdentityAsync(id, 1, Valid.Prisoner(name) with { Citizenships = ["US"], Occupation = LocalizedText.English("Flutist") }, Valid.Submission());
            await work.Prisoners.AddFactsAsync(id, new() { Designations = [new DesignationDetails { OrganisationId = organisation }] }, Valid.Submission());
            await work.Facts.AddAsync(id, new LetterAddressDetails { Lines = "Colony One" }, Valid.Submission());
            await work.Facts.AddAsync(id, new RiskFactorDetails { Kind = RiskKind.Illness, Visibility = risk }, Valid.Submission());
            return id;
        }
    }

    [Theory]
    [InlineData("?stage=convicted", "Hidden Person|Known Person")]
    [InlineData("?stage=Unknown", "Other Person")]
    [InlineData("?designatedBy=viasna", "Hidden Person|Known Person")]
    [InlineData("?designatedBy=nobody", "")]
    [InlineData("?termAtLeast=11", "Hidden Person|Known Person")]
    [InlineData("?termAtLeast=12", "")]
    [InlineData("?sentencedFrom=2022-03-31&sentencedTo=2022", "Hidden Person|Known Person")]
    [InlineData("?sentencedTo=2022-02", "")]
    [InlineData("?updatedSince=2026-01-15", "Hidden Person|Known Person|Other Person")]
    [InlineData("?facility=by-colony-one", "Known Person")]
    [InlineData("?occupation=FLUT", "Known Person")]
    [InlineData("?citizenship=US", "Known Person")]
    [InlineData("?incommunicado=1", "Known Person")]
    [InlineData("?risk=1", "Known Person")]
    [InlineData("?writable=1", "Known Person")]
    public async Task Get_Filter_ListFileFeedAndStatisticsAreOfTheSamePeople(string query, string expected)
    {
        using var browser = filled.App.Browser();
        var people = expected.Split('|', StringSplitOptions.RemoveEmptyEntries);

        var list = await browser.PageAsync("/prisoners" + query);
        var statistics = await browser.PageAsync("/statistics" + query);
        using var file = await browser.GetAsync("/prisoners.csv" + query);
        using var feed = await browser.GetAsync("/prisoners.atom" + query);

        Assert.Equal(people, list.Names());
        Assert.Equal(people.Length == 1 ? "1 person" : $"{people.Length} people", list.QuerySelector("main [role=status]")!.Words());
        Assert.Equal(query.Count(c => c == '='), list.QuerySelectorAll(".chips a:not(.clear)").Length);
        Assert.StartsWith($"{people.Length} ", statistics.QuerySelector(".count")!.Words(), StringComparison.Ordinal);
        Assert.Equal($"{people.Length}", file.Header("PrisonerTracker-Row-Count"));
        var entries = await feed.Content.ReadAsStringAsync();
        Assert.All(["Hidden Person", "Known Person", "Other Person"], name => Assert.Equal(people.Contains(name), entries.Contains(name, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("facility=by-colony-one")]
    [InlineData("occupation=flutist")]
    [InlineData("citizenship=US")]
    [InlineData("incommunicado=1")]
    [InlineData("writable=1")]
    public async Task Get_FilterByAWithheldPart_FindsThePersonForNobody(string filter)
    {
        foreach (var role in new Role?[] { null, Role.Viewer, Role.Editor })
        {
            using var browser = role is { } some ? await filled.App.SignInAsync(some) : filled.App.Browser();

            Assert.Equal(["Known Person"], (await browser.PageAsync("/prisoners?" + filter)).Names());
            Assert.StartsWith("1 ", (await browser.PageAsync("/statistics?" + filter)).QuerySelector(".count")!.Words(), StringComparison.Ordinal);
            using var file = await browser.GetAsync("/prisoners.csv?" + filter);
            Assert.Equal("1", file.Header("PrisonerTracker-Row-Count"));
        }
    }

    [Fact]
    public async Task Get_RiskForEditorsOnly_CountsInTheListOfEditorsAndNowhereElse()
    {
        using var reader = filled.App.Browser();
        using var viewer = await filled.App.SignInAsync(Role.Viewer);
        using var editor = await filled.App.SignInAsync(Role.Editor);

        var list = await editor.PageAsync("/prisoners?risk=1");

        Assert.Equal(["Hidden Person", "Known Person"], list.Names());
        Assert.Contains("Files, feeds and statistics leave them out", list.MainText(), StringComparison.Ordinal);
        foreach (var browser in new[] { reader, viewer })
        {
            var theirs = await browser.PageAsync("/prisoners?risk=1");
            Assert.Equal(["Known Person"], theirs.Names());
            Assert.DoesNotContain("only editors see", theirs.MainText(), StringComparison.Ordinal);
        }

        using var file = await editor.GetAsync("/prisoners.csv?risk=1");
        Assert.DoesNotContain("Hidden", await file.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.StartsWith("1 ", (await editor.PageAsync("/statistics?risk=1")).QuerySelector(".count")!.Words(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("stage", "guilty", "Legal stage")]
    [InlineData("designatedBy", "Viasna!", "Designated by")]
    [InlineData("facility", "../colony", "Facility")]
    [InlineData("termAtLeast", "long", "Term of at least")]
    [InlineData("termAtLeast", "0", "Term of at least")]
    [InlineData("termAtLeast", "1000", "Term of at least")]
    [InlineData("occupation", "---", "Occupation")]
    [InlineData("citizenship", "XX", "Citizenship")]
    [InlineData("incommunicado", "yes", "Held incommunicado")]
    [InlineData("risk", "0", "Heightened risk")]
    [InlineData("writable", "true", "Can be written to")]
    [InlineData("sentencedFrom", "soon", "Sentenced from")]
    [InlineData("sentencedTo", "2021-13", "Sentenced to")]
    [InlineData("updatedSince", "2026-01-16", "Updated since")]
    [InlineData("view", "map", "Shown as")]
    public async Task Get_BadValue_IsRefusedByNameAndTheRestIsKept(string field, string typed, string label)
    {
        using var browser = filled.App.Browser();

        using var answer = await browser.GetAsync($"/prisoners?{field}={typed}&q=known&country=BY");
        using var file = await browser.GetAsync($"/prisoners.csv?{field}={typed}");

        var page = await answer.DocumentAsync(HttpStatusCode.BadRequest);
        Assert.Contains(label, page.Problems(), StringComparison.Ordinal);
        Assert.Contains($"“{typed}”", page.Problems(), StringComparison.Ordinal);
        Assert.Equal(("known", "BY"), (page.ValueAt("q"), page.ValueAt("country")));
        if (page.GetElementById(field) is { } element && element.GetAttribute("type") == "text")
            Assert.Equal((typed, true), (page.ValueAt(field), page.ProblemAt(field)?.Contains(typed, StringComparison.Ordinal)));
        Assert.Empty(page.Names());
        Assert.Empty(page.DeadLinks());
        Assert.Equal(HttpStatusCode.BadRequest, file.StatusCode);
        Assert.StartsWith(field + ": ", await file.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_Filters_OfferWhatIsPublicAndSayItsName()
    {
        using var browser = filled.App.Browser();

        var page = await browser.PageAsync("/be/prisoners?designatedBy=viasna&facility=by-colony-one&termAtLeast=2&stage=convicted");

        Assert.Equal(("viasna", "by-colony-one", "2", "convicted"), (page.ValueAt("designatedBy"), page.ValueAt("facility"), page.ValueAt("termAtLeast"), page.ValueAt("stage")));
        Assert.Equal(["", "US"], page.QuerySelectorAll("#citizenship option").Select(o => o.GetAttribute("value")));
        Assert.Equal("Беларусь", page.QuerySelector("#facility optgroup")!.GetAttribute("label"));
        var chips = page.QuerySelectorAll(".chips li").Select(c => c.Words()).ToList();
        Assert.Contains(chips, c => c.Contains("Прызнанне палітвязнем: Вясна", StringComparison.Ordinal));
        Assert.Contains(chips, c => c.Contains("Установа: Colony One", StringComparison.Ordinal));
        Assert.Contains(chips, c => c.Contains("Тэрмін не меншы за 2 гады", StringComparison.Ordinal));
        Assert.True(page.QuerySelector("details.filter-more")!.HasAttribute("open"));
        Assert.False((await browser.PageAsync("/prisoners?q=known&sort=name&view=cards")).QuerySelector("details.filter-more")!.HasAttribute("open"));
        Assert.Equal("nowhere", (await browser.PageAsync("/prisoners?facility=nowhere")).ValueAt("facility"));
    }

    [Theory]
    [InlineData("/facilities/by-colony-one", "/prisoners?facility=by-colony-one")]
    [InlineData("/organisations/viasna", "/prisoners?designatedBy=viasna")]
    public async Task Get_PageOfAnEntry_LeadsToItsPeopleInTheList(string entry, string list)
    {
        using var browser = filled.App.Browser();

        Assert.Single((await browser.PageAsync(entry)).QuerySelectorAll("main a"), a => a.GetAttribute("href") == list);
    }

    [Fact]
    public async Task Get_Cards_ShowTheSamePeopleAndStayCards()
    {
        using var browser = filled.App.Browser();

        var page = await browser.PageAsync("/prisoners?custody=held&view=cards&sort=name");

        Assert.Equal(["Hidden Person", "Known Person"], page.QuerySelectorAll(".cards .card h2 a").Select(a => a.Words()));
        Assert.Empty(page.QuerySelectorAll("main table"));
        Assert.Contains("Serving a sentence", page.QuerySelector(".card")!.Words(), StringComparison.Ordinal);
        var links = page.QuerySelectorAll(".view-switch a").ToDictionary(a => a.Words());
        Assert.Equal(("/prisoners?custody=held&sort=name", null), (links["Table"].GetAttribute("href"), links["Table"].GetAttribute("aria-current")));
        Assert.Equal("true", links["Cards"].GetAttribute("aria-current"));
        Assert.Equal("/prisoners?sort=name&view=cards", page.QuerySelector(".chips a")!.GetAttribute("href"));
        Assert.Equal("/prisoners?view=cards", page.QuerySelector(".chips .clear")!.GetAttribute("href"));
        Assert.Equal("cards", page.QuerySelector("form.filter input[name=view]")!.GetAttribute("value"));
        Assert.Equal("/prisoners.csv?custody=held&sort=name", page.QuerySelector("main a[download]")!.GetAttribute("href"));
        Assert.DoesNotContain(page.QuerySelectorAll(".list-head .export a, .to-statistics a"), a => a.GetAttribute("href")!.Contains("view=", StringComparison.Ordinal));
        Assert.Equal(page.QuerySelectorAll("[id]").Length, page.QuerySelectorAll("[id]").Select(e => e.Id).Distinct().Count());
    }

    [Fact]
    public async Task Get_CardsOfAPastDay_TellCertainFromPossible()
    {
        using var browser = filled.App.Browser();

        var page = await browser.PageAsync("/prisoners?heldOn=2021-05-20&view=cards");

        Assert.Equal("possibly", page.Fact("Held on 20 May 2021"));
        Assert.Equal(2, page.QuerySelectorAll(".card").Length);
    }

    [Fact]
    public async Task Get_CardsAsEditor_CanBeMarked()
    {
        using var editor = await filled.App.SignInAsync(Role.Editor);

        var page = await editor.PageAsync("/prisoners?custody=held&view=cards");

        Assert.Equal(2, page.QuerySelectorAll(".card input[name=People][form=choosing]").Length);
        Assert.NotNull(page.GetElementById("choosing"));
        Assert.Equal(3, (await editor.PageAsync("/design")).QuerySelectorAll(".card").Length);
    }
}
