using System.Globalization;
using System.IO.Compression;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace PrisonerTracker.Browser.Tests;

/// <summary>What people come for, from end to end, with scripts switched off and no drawing shown.</summary>
public sealed class JourneyTests(RunningRegister register)
{
    [Theory]
    [InlineData("Калеснікава")]
    [InlineData("Kalesnikava")]
    public async Task Journey_NameInAnyScript_LeadsToProfileFootnoteAndSource(string typed)
    {
        await using var window = await register.OpenAsync(scripts: false, drawings: false);
        var page = window.Page;
        await page.GotoAsync("/");
        await page.GetByLabel("Find a person by name").FillAsync(typed);
        await PressAsync(page, "Search");
        await Expect(page.Locator(".people tbody tr").First).ToContainTextAsync("Maria Kalesnikava");

        await page.GetByRole(AriaRole.Link, new() { Name = "Maria Kalesnikava" }).ClickAsync();
        await Expect(page.Locator("h1")).ToContainTextAsync("Maria Kalesnikava");

        var mark = page.Locator(".lead .note a").First;
        var note = page.Locator((await mark.GetAttributeAsync("href"))!);
        await mark.ClickAsync();
        await Expect(note).ToBeInViewportAsync();

        await note.Locator("a[href^='/sources/']").ClickAsync();
        await Expect(page.Locator("main table.people")).ToContainTextAsync("Maria Kalesnikava");
    }

    [Fact]
    public async Task Journey_DecemberEvent_ReconcilesAnnouncedWithNamed()
    {
        await using var window = await register.OpenAsync(scripts: false, drawings: false);
        var page = window.Page;
        await page.GotoAsync("/");
        await page.GetByRole(AriaRole.Link, new() { Name = "All releases" }).ClickAsync();
        await page.Locator("a[href='/releases/2025-12-13-belarus']").ClickAsync();

        Assert.Equal(123, await TallyAsync(page, "Announced"));
        var (named, matched, others) = (await TallyAsync(page, "Named"), await TallyAsync(page, "Matched to this register"), await TallyAsync(page, "Named, not in this register"));
        Assert.True(matched > 0);
        Assert.Equal(named, matched + others);
        Assert.Equal(named, await page.GetByRole(AriaRole.Table, new() { Name = "People named in this event" }).Locator("tbody tr").CountAsync());
        Assert.Equal(123 - named, await TallyAsync(page, "Unexplained"));
    }

    [Fact]
    public async Task Journey_Filter_NarrowsTheListItsExportAndIsTakenAway()
    {
        await using var window = await register.OpenAsync(scripts: false, drawings: false);
        var page = window.Page;
        await page.GotoAsync("/prisoners");
        var all = await page.Locator(".count").InnerTextAsync();

        await page.GetByText("Filter and sort").ClickAsync();
        await page.GetByLabel("Custody", new() { Exact = true }).SelectOptionAsync("held");
        await PressAsync(page, "Apply");
        await page.WaitForURLAsync(address => address.Contains("custody=held", StringComparison.Ordinal));
        await Expect(page.Locator(".count")).Not.ToHaveTextAsync(all);
        var held = await page.Locator(".people tbody tr").CountAsync();
        Assert.True(held > 0);
        Assert.Equal(held, (await ExportAsync(page, "CSV")).Split('\n', StringSplitOptions.RemoveEmptyEntries).Length - 1);

        await page.Locator(".chips a").First.ClickAsync();
        await Expect(page.Locator(".count")).ToHaveTextAsync(all);
    }

    [Fact]
    public async Task Journey_StatisticsAndLifeLine_SayInWordsWhatIsNotDrawn()
    {
        await using var window = await register.OpenAsync(scripts: false, drawings: false);
        var page = window.Page;
        await page.GotoAsync("/");
        await page.GetByRole(AriaRole.Link, new() { Name = "The numbers as a table" }).ClickAsync();
        await Expect(page.Locator("svg")).ToHaveCountAsync(0);
        await page.GetByText("The numbers as a table").ClickAsync();
        await Expect(page.Locator(".chart-table tbody tr").First).ToBeVisibleAsync();
        Assert.True(int.Parse(await page.Locator(".chart-table tbody td").First.InnerTextAsync(), CultureInfo.InvariantCulture) >= 0);

        await page.GotoAsync("/prisoners/maria-kalesnikava");
        await Expect(page.Locator(".life-words")).ToContainTextAsync("2020");
        await Expect(page.Locator(".status")).ToContainTextAsync("13 December 2025");
    }

    [Fact]
    public async Task Journey_Editor_AddsAPersonAndRecordsTheReleaseOnce()
    {
        const string Name = "Hanna Vandrouka";
        await using var window = await register.OpenAsync(scripts: false, drawings: false);
        var page = window.Page;
        await window.SignInAsync();

        await AddPersonAsync(page, Name);
        var profile = page.Url;
        await page.GetByRole(AriaRole.Link, new() { Name = "Add an imprisonment" }).ClickAsync();
        await page.GetByLabel("Detained on").FillAsync("2023-05");
        await PressAsync(page, "Add");
        await Expect(page.Locator(".imprisonment")).ToContainTextAsync("May 2023");

        await page.GetByRole(AriaRole.Link, new() { Name = "Record a release" }).ClickAsync();
        await page.GetByLabel("Released on").FillAsync("2026-01-10");
        await page.GetByText("A new source").First.ClickAsync();
        await page.GetByLabel("Publisher").First.FillAsync("A newspaper of the journey");
        await PressAsync(page, "Check the answers");
        await Expect(page.Locator("h1")).ToHaveTextAsync("Check the answers");
        await Expect(page.Locator(".summary-list")).ToContainTextAsync("10 January 2026");
        var sent = await page.RunAndWaitForRequestAsync(
            () => page.GetByRole(AriaRole.Button, new() { Name = "Record the release" }).DblClickAsync(), r => r.Method == "POST");
        await Expect(page).ToHaveURLAsync(profile);
        await Expect(page.Locator(".status")).ToContainTextAsync("Released on 10 January 2026");
        // Whether a double click sends twice is up to the browser; this is the second one for certain.
        var again = await page.APIRequest.PostAsync(sent.Url, new()
        {
            DataByte = sent.PostDataBuffer,
            Headers = [new("Content-Type", "application/x-www-form-urlencoded")],
            MaxRedirects = 0,
        });
        Assert.Equal(302, again.Status);
        await using (var work = register.Work())
        {
            var prisonerId = await work.Context.Prisoners.Where(p => p.Names.Any(n => n.Full == Name)).Select(p => p.PrisonerId).SingleAsync();
            Assert.Equal(1, await work.Context.Changes.CountAsync(c => c.Action == "release.recorded" && c.SubjectIds.Contains(prisonerId)));
            Assert.Equal(1, await work.Context.Sources.CountAsync(s => s.Publisher == "A newspaper of the journey"));
        }

        await page.GetByRole(AriaRole.Link, new() { Name = "History" }).ClickAsync();
        await Expect(page.Locator(".changes")).ToContainTextAsync("10 January 2026");
        await Expect(page.Locator(".changes")).ToContainTextAsync(RunningRegister.Editor);

        await page.GotoAsync("/prisoners?q=Vandrouka");
        await Expect(page.Locator("tbody tr")).ToContainTextAsync(["10 January 2026"]);
        Assert.Contains(Name, await ExportAsync(page, "CSV"));
        Assert.Contains(Name, await ExportAsync(page, "JSON"));
        Assert.Contains(Name, await ExportAsync(page, "Excel"));

        await page.GotoAsync(profile + "/release");
        await page.GetByLabel("Released on").FillAsync("2026-01-11");
        await PressAsync(page, "Check the answers");
        await Expect(page.Locator(".error-summary")).ToContainTextAsync("already");

        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        Assert.Equal(404, (await page.GotoAsync(profile))?.Status);
        await page.GotoAsync("/prisoners?q=Vandrouka");
        await Expect(page.Locator(".count")).ToHaveTextAsync("0 people");
    }

    private static async Task AddPersonAsync(IPage page, string name)
    {
        await page.GotoAsync("/prisoners");
        await page.GetByRole(AriaRole.Link, new() { Name = "Add a person" }).ClickAsync();
        await page.GetByLabel("Full name, as written").First.FillAsync(name);
        await PressAsync(page, "Add as a draft");
        await Expect(page.Locator("h1")).ToContainTextAsync(name);
    }

    private static Task PressAsync(IPage page, string button) =>
        page.Locator("main").GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    private static async Task<int> TallyAsync(IPage page, string label)
    {
        var figure = page.Locator(".tally > div", new() { Has = page.GetByText(label, new() { Exact = true }) });
        return int.Parse(await figure.Locator("dd").InnerTextAsync(), CultureInfo.InvariantCulture);
    }

    /// <summary>The text of an export as it is saved; of a workbook, the text of all its parts.</summary>
    private static async Task<string> ExportAsync(IPage page, string format)
    {
        var download = await page.RunAndWaitForDownloadAsync(() => page.Locator(".export").GetByRole(AriaRole.Link, new() { Name = format }).ClickAsync());
        var file = await download.PathAsync();
        if (!download.SuggestedFilename.EndsWith(".xlsx", StringComparison.Ordinal))
            return await File.ReadAllTextAsync(file);

        await using var workbook = await ZipFile.OpenReadAsync(file);
        return string.Concat(workbook.Entries.Select(part => new StreamReader(part.Open()).ReadToEnd()));
    }
}
