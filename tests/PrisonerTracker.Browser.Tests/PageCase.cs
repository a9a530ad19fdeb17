using Microsoft.Playwright;
using PrisonerTracker.Web.Wording;
using Xunit;

namespace PrisonerTracker.Browser.Tests;

/// <summary>A page to look at, and how to get to the state of it that is meant.</summary>
/// <param name="Address">Where it begins.</param>
/// <param name="SignedIn">Opened by an editor.</param>
/// <param name="Status">What the address answers.</param>
/// <param name="HasCookie">The page has a form to send, so a reader gets a cookie.</param>
/// <param name="Then">What to do on the page to reach the state.</param>
/// <param name="Shows">What only the state shows.</param>
public sealed record PageCase(
    string Address, bool SignedIn = false, int Status = 200, bool HasCookie = false, Func<IPage, Task>? Then = null, string Shows = "h1")
{
    private const string Problem = ".error-summary";
    private const string Sourced = ".source-fields";
    private const string December = "/releases/2025-12-13-belarus";
    private const string Kalesnikava = "/prisoners/maria-kalesnikava";
    private const string Statkevich = "/prisoners/mikalai-statkevich";
    private const string Draft = $"/prisoners/{RunningRegister.Draft}";

    /// <summary>What anybody may read, and the same pages with something wrong.</summary>
    public static readonly IReadOnlyDictionary<string, PageCase> Public = new Dictionary<string, PageCase>
    {
        ["home"] = new("/"),
        ["home, names offered"] = new("/", Then: page => page.Locator("#q").PressSequentiallyAsync("kal"), Shows: "#q-suggestions li"),
        ["list"] = new("/prisoners"),
        ["list, filtered"] = new("/prisoners?q=%D0%BA%D0%B0&custody=held&country=BY&detainedFrom=2020"),
        ["list, every filter"] = new("/prisoners?custody=held&stage=convicted&designatedBy=viasna&heldOn=2022-01-01&country=BY&facility=nowhere&termAtLeast=2&occupation=a&citizenship=BY&risk=1&writable=1&sentencedFrom=2020&updatedSince=2020&unsourced=1"),
        ["list, cards"] = new("/prisoners?view=cards", Shows: ".cards"),
        ["list, nobody fits"] = new("/prisoners?q=nobody+of+this+name"),
        ["list, wrong filter"] = new("/prisoners?detainedFrom=last+year&releasedTo=soon&termAtLeast=long&stage=none&view=map", Status: 400, Shows: Problem),
        ["Kalesnikava"] = new(Kalesnikava),
        ["Bialiatski"] = new("/prisoners/ales-bialiatski"),
        ["Statkevich"] = new(Statkevich),
        ["releases"] = new("/releases"),
        ["December event"] = new(December),
        ["statistics"] = new("/statistics"),
        ["statistics, filtered"] = new("/statistics?custody=held&country=BY"),
        ["statistics, wrong filter"] = new("/statistics?gender=none", Status: 400, Shows: Problem),
        ["held over time"] = new("/statistics/held?years=5"),
        ["detained and released"] = new("/statistics/detained-and-released"),
        ["statistics by article"] = new("/statistics/articles"),
        ["statistics by age, nobody fits"] = new("/statistics/ages?q=nobody+of+this+name"),
        ["two days bridged"] = new("/statistics/bridge"),
        ["published figures"] = new("/statistics/reported"),
        ["solidarity"] = new("/solidarity"),
        ["solidarity in Belarusian"] = new("/be/solidarity"),
        ["a letter"] = new($"{Statkevich}/letter"),
        ["labels"] = new("/letters/labels?custody=held"),
        ["sources"] = new("/sources"),
        ["one source"] = new("/sources", Then: page => page.Locator(".source-list a").First.ClickAsync(), Shows: "#cited"),
        ["articles"] = new("/articles"),
        ["one article"] = new("/articles/by-criminal-code/357%20part%201"),
        ["facilities"] = new("/facilities"),
        ["one facility"] = FirstOf("/facilities"),
        ["courts"] = new("/courts"),
        ["one court"] = FirstOf("/courts"),
        ["judges"] = new("/judges"),
        ["one judge"] = FirstOf("/judges"),
        ["organisations"] = new("/organisations"),
        ["one organisation"] = FirstOf("/organisations"),
        ["tags"] = new("/tags"),
        ["one tag"] = FirstOf("/tags"),
        ["credit rules"] = new("/credit-rules"),
        ["two days compared"] = new("/prisoners/compare?from=2021-01-01&to=2025-12-31"),
        ["about"] = new("/about"),
        ["method"] = new("/method"),
        ["reconciliation preview"] = new("/reconcile/preview?id=maria-kalesnikava"),
        ["not found"] = new("/prisoners/nobody", Status: 404),
        ["sign-in"] = new("/sign-in", HasCookie: true),
        ["sign-in, refused"] = new("/sign-in", HasCookie: true, Then: page => page.Locator("main button").ClickAsync(), Shows: Problem),
    };

    /// <summary>What an editor works with.</summary>
    public static readonly IReadOnlyDictionary<string, PageCase> Editing = new Dictionary<string, PageCase>
    {
        ["list, signed in"] = new("/prisoners", true),
        ["design"] = new("/design", true),
        ["published lists"] = new("/releases/lists", true),
        ["record a list, empty"] = new($"{December}/lists/new", true, Then: page => PressAsync(page, "Keep and compare"), Shows: Problem),
        ["the desk"] = new($"{December}/lists/new", true, Then: page => FillAsync(page, "Text", "Мария Колесникова, 43 года\nNichto Nieviadomy", "Keep and compare"), Shows: ".list-line"),
        ["draft"] = new(Draft, true),
        ["new person"] = new("/prisoners/new", true),
        ["new person, without a name"] = new("/prisoners/new", true, Then: page => PressAsync(page, "Add as a draft"), Shows: Problem),
        ["edit, overview"] = new($"{Kalesnikava}/edit", true),
        ["edit"] = new($"{Kalesnikava}/edit/identity", true),
        ["edit, saved by somebody else"] = new($"{Draft}/edit/identity", true, Then: ConflictAsync, Shows: Problem),
        ["publish"] = new($"{Draft}/publication", true),
        ["add imprisonment"] = new($"{Kalesnikava}/imprisonments/new", true),
        ["add imprisonment, wrong"] = new($"{Kalesnikava}/imprisonments/new", true, Then: page => FillAsync(page, "Input_DetainedOn", "yesterday", "Add"), Shows: Problem),
        ["record a release"] = new($"{Statkevich}/release", true),
        ["record a release, empty"] = new($"{Statkevich}/release", true, Then: page => PressAsync(page, "Check the answers"), Shows: Problem),
        ["record a release, check"] = new($"{Statkevich}/release", true, Then: page => FillAsync(page, "Input_ReleasedOn", "2026-01", "Check the answers"), Shows: ".summary-list"),
        ["undo"] = new($"{Kalesnikava}/release/undo", true),
        ["detention"] = OfCase("/edit']"),
        ["new charge"] = OfCase("/charge']"),
        ["new charge, empty"] = OfCase("/charge']", page => PressAsync(page, "Save"), Problem),
        ["new decision"] = OfCase("/sentence']"),
        ["new decision, to confirm"] = OfCase("/sentence']", page => FillAsync(page, "Input_Years", "30", "Save"), ".questions"),
        ["new stay"] = OfCase("/placement']"),
        ["new hearing"] = OfCase("/hearing']"),
        ["new hearing, wrong"] = OfCase("/hearing']", page => FillAsync(page, "Input_HeardAt", "noon", "Save"), Problem),
        ["change a charge"] = OfCase("']", selector: ".fact-list a[href*='/charge/"),
        ["remove a charge"] = OfCase("']", page => page.GetByRole(AriaRole.Link, new() { Name = InLanguageOf(page, "Remove this charge") }).ClickAsync(), "p.lead", ".fact-list a[href*='/charge/"),
        ["correct a release"] = OfCase("/release/edit']"),
        ["undo, empty"] = new($"{Kalesnikava}/release/undo", true, Then: page => PressAsync(page, "Undo the release"), Shows: Problem),
        ["another source"] = new($"{Kalesnikava}/honours", true, Then: page => PressAsync(page, "Add another source"), Shows: "#Source_More_1__Existing"),
        ["designation, wrong"] = new($"{Kalesnikava}/designations", true, Then: page => PressAsync(page, "Add"), Shows: Problem),
        ["letters"] = new($"{Statkevich}/letters", true),
        ["risk"] = new($"{Statkevich}/risks", true),
        ["state register"] = new($"{Statkevich}/listings", true),
        ["another value"] = new($"{Kalesnikava}/claims/new", true),
        ["follow another claim"] = new($"{Kalesnikava}/edit", true, Then: page => page.Locator("main a[href$='/prefer']").First.ClickAsync(), Shows: "#differ"),
        ["history"] = new($"{Kalesnikava}/history", true),
        ["event, signed in"] = new(December, true),
        ["new event"] = new("/releases/new", true),
        ["new event, empty"] = new("/releases/new", true, Then: page => PressAsync(page, "Add as a draft"), Shows: Problem),
        ["edit event"] = new($"{December}/edit", true),
        ["attach"] = new($"{December}/attach", true),
        ["attach, none chosen"] = new($"{December}/attach", true, Then: page => PressAsync(page, "Attach"), Shows: Problem),
        ["history of an event"] = new($"{December}/history", true),
        ["new source"] = new("/sources/new", true),
        ["change password"] = new("/account/password", true),
        ["address nobody knows"] = new("/nowhere", true, Status: 404),
        ["duplicates"] = new("/duplicates", true),
        ["merge"] = new($"{Kalesnikava}/merge", true),
        ["merge, compare"] = new($"{Kalesnikava}/merge?with=%2Fprisoners%2Fmikalai-statkevich", true, Shows: "table.versions"),
        ["merge, check"] = new($"{Kalesnikava}/merge?with=%2Fprisoners%2Fmikalai-statkevich", true, Then: page => PressAsync(page, "Check what will happen"), Shows: ".summary-list"),
        ["photo"] = new($"{Kalesnikava}/photo", true),
        ["photo, none chosen"] = new($"{Kalesnikava}/photo", true, Then: page => PressAsync(page, "Save"), Shows: Problem),
        ["consent"] = new($"{Kalesnikava}/consent", true),
        ["quotation"] = new($"{Kalesnikava}/quotations", true),
        ["tag of a person"] = new($"{Kalesnikava}/tags", true),
        ["change a claim"] = new($"{Kalesnikava}/edit", true, Then: page => page.Locator("main a[href*='/claims/']:not([href$='/prefer'],[href$='/new'])").First.ClickAsync(), Shows: Sourced),
        ["bulk actions"] = new("/prisoners/bulk", true),
        ["bulk action, nobody chosen"] = new("/prisoners", true, Then: page => PressAsync(page, "Choose the marked ones"), Shows: Problem),
        ["bulk action"] = OfBulk(null, "table.people"),
        ["bulk action, what to set"] = OfBulk("/set", Sourced),
        ["bulk action, check"] = OfBulk("/check", "main h1"),
        ["bulk action, history"] = OfBulk("/history", ".changes"),
        ["list of names, one line"] = OfList("a[href*='/lines/']", "fieldset.list-line"),
        ["list of names, check"] = OfList("a[href$='/check']", "main h1"),
        ["list of names, compare"] = OfList("a[href$='/compare']", "main h1"),
        ["list of names, as published"] = OfList("a[href$='/text']", ".as-published"),
        ["list of names, history"] = OfList("a[href$='/history']", ".changes"),
        ["undo a list of names"] = OpenedFrom("/releases/lists?event=2024-02-03-belarus", "table a"),
        ["undo a bulk action"] = OpenedFrom("/prisoners/bulk", "table tr:last-child a"),
        ["undo a merge"] = new("/prisoners/merged-person/history", true, Then: page => page.Locator("main a[href*='/merge/']").First.ClickAsync(), Shows: "#Reason"),
        ["another claim about an event"] = new($"{December}/claims/new", true),
        ["publish an event"] = new($"{December}/publication", true),
        ["record a figure"] = new("/statistics/reported/new", true),
        ["change a figure"] = new("/statistics/reported", true, Then: page => page.Locator("main a[href$='/edit']").First.ClickAsync(), Shows: Sourced),
        ["law"] = new("/articles/codes/edit", true),
        ["article"] = new("/articles/by-criminal-code/edit/357%20part%201", true),
        ["facility"] = new("/facilities/edit", true),
        ["facility, empty"] = new("/facilities/edit", true, Then: page => PressAsync(page, "Save"), Shows: Problem),
        ["court"] = new("/courts/edit", true),
        ["judge"] = new("/judges/edit", true),
        ["organisation"] = new("/organisations/edit", true),
        ["credit rule"] = new("/credit-rules/edit", true),
        ["tag"] = new("/tags/edit", true),
        ["history of an entry"] = new("/articles/by-criminal-code/357%20part%201", true, Then: page => page.Locator("main a[href^='/catalogue/'], main a[href*='/catalogue/']").First.ClickAsync(), Shows: "main .hint"),
    };

    /// <summary>The same states in the other languages, the one from right to left included.</summary>
    public static readonly IReadOnlyDictionary<string, PageCase> Translated =
        (from language in (IEnumerable<InterfaceLanguage>)[.. InterfaceLanguage.All.Skip(1), InterfaceLanguage.Mirror]
         from page in Public.Concat(Editing)
         where !page.Value.Address.StartsWith("/be", StringComparison.Ordinal)
         select KeyValuePair.Create($"{page.Key}, {language.Code}", page.Value with { Address = language.Prefix + page.Value.Address })).ToDictionary();

    /// <summary>Opens the page and goes on to its state.</summary>
    public async Task OpenAsync(IPage page)
    {
        var answer = await page.GotoAsync(Address);
        Assert.Equal(Status, answer?.Status);
        if (Then is not null)
            await Then(page);
        await page.Locator(Shows).WaitForAsync();
        await page.WaitForLoadStateAsync();
    }

    private static PageCase FirstOf(string catalogue) =>
        new(catalogue, Then: page => page.Locator("main .people-list a").First.ClickAsync(), Shows: "main .back");

    /// <summary>A bulk action of one person, and a page of it.</summary>
    private static PageCase OfBulk(string? end, string shows) => new("/prisoners", true, Shows: shows, Then: async page =>
    {
        await page.SelectOptionAsync("#Into", "");
        await page.Locator("main tbody input[type=checkbox]").First.CheckAsync();
        await PressAsync(page, "Choose the marked ones");
        await page.Locator("#choosing p a").ClickAsync();
        if (end is not null)
            await page.Locator($"main nav a[href$='{end}']").ClickAsync();
    });

    /// <summary>The undoing of something that is opened from its list.</summary>
    private static PageCase OpenedFrom(string list, string link) => new(list, true, Shows: "#Reason", Then: async page =>
    {
        await page.Locator($"main {link}").First.ClickAsync();
        await page.Locator("main nav a[href$='/undo']").ClickAsync();
    });

    /// <summary>A list of names that was just pasted, and a page of it.</summary>
    private static PageCase OfList(string link, string shows) => new($"{December}/lists/new", true, Shows: shows, Then: async page =>
    {
        await FillAsync(page, "Text", "Мария Колесникова, 43 года\nNichto Nieviadomy", "Keep and compare");
        await page.Locator(".list-line").First.WaitForAsync();
        await page.Locator($"main {link}").First.ClickAsync();
    });

    /// <summary>A page that the overview of editing leads to.</summary>
    private static PageCase OfCase(string end, Func<IPage, Task>? then = null, string shows = Sourced, string selector = "main a[href$='") =>
        new($"{Kalesnikava}/edit", true, Shows: shows, Then: async page =>
        {
            await page.Locator(selector + end).First.ClickAsync();
            if (then is not null)
                await then(page);
        });

    private static Task PressAsync(IPage page, string button) =>
        page.Locator("main").GetByRole(AriaRole.Button, new() { Name = InLanguageOf(page, button), Exact = true }).ClickAsync();

    /// <summary>An English text as the page says it, whose language stands in its address.</summary>
    private static string InLanguageOf(IPage page, string english)
    {
        var code = new Uri(page.Url).Segments.ElementAtOrDefault(1)?.Trim('/');
        return InterfaceLanguage.All.Append(InterfaceLanguage.Mirror).FirstOrDefault(language => language.Code == code)?.Of(english) ?? english;
    }

    private static async Task FillAsync(IPage page, string field, string value, string button)
    {
        await page.Locator("#" + field).FillAsync(value);
        await PressAsync(page, button);
    }

    private static async Task ConflictAsync(IPage page)
    {
        var other = await page.Context.NewPageAsync();
        await other.GotoAsync(page.Url);
        await FillAsync(other, "Input_Occupation", $"Teacher {Guid.NewGuid()}", "Save");
        await other.GetByRole(AriaRole.Status).WaitForAsync();
        await other.CloseAsync();
        await FillAsync(page, "Input_Occupation", "Engineer", "Save");
    }
}
