using Microsoft.Playwright;
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
        ["courts"] = new("/courts"),
        ["about"] = new("/about"),
        ["method"] = new("/method"),
        ["reconciliation preview"] = new("/reconcile/preview?id=maria-kalesnikava"),
        ["not found"] = new("/prisoners/nobody", Status: 404),
        ["sign-in"] = new("/sign-in", HasCookie: true),
        ["sign-in, refused"] = new("/sign-in", HasCookie: true, Then: page => page.Locator("main button").ClickAsync(), Shows: Problem),
    };

    /// <summary>Every kind of public page in the other languages, and the pages with the most layout from right to left.</summary>
    public static readonly IReadOnlyDictionary<string, PageCase> Translated =
        new[] { "be", "ru", "qps-plocm" }
            .SelectMany(language => Public
                .Where(page => page.Value.Then is null && !page.Value.Address.StartsWith("/be", StringComparison.Ordinal) && (language == "be" || page.Key is "home" or "list" or "list, every filter" or "list, cards" or "list, wrong filter" or "Kalesnikava" or "December event"))
                .Select(page => KeyValuePair.Create($"{page.Key}, {language}", page.Value with { Address = $"/{language}{page.Value.Address}" })))
            .ToDictionary();

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
        ["change a charge"] = OfCase("']", selector: ".fact-list a[href*='/charge/"),
        ["remove a charge"] = OfCase("']", page => page.GetByRole(AriaRole.Link, new() { Name = "Remove this charge" }).ClickAsync(), "p.lead", ".fact-list a[href*='/charge/"),
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
    };

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

    /// <summary>A page that the overview of editing leads to.</summary>
    private static PageCase OfCase(string end, Func<IPage, Task>? then = null, string shows = ".source-fields", string selector = "main a[href$='") =>
        new($"{Kalesnikava}/edit", true, Shows: shows, Then: async page =>
        {
            await page.Locator(selector + end).First.ClickAsync();
            if (then is not null)
                await then(page);
        });

    private static Task PressAsync(IPage page, string button) =>
        page.Locator("main").GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

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
