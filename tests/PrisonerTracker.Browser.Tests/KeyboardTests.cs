using Microsoft.Playwright;
using PrisonerTracker.Testing;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace PrisonerTracker.Browser.Tests;

public sealed class KeyboardTests(RunningRegister register)
{
    private const int MostStops = 150;

    /// <summary>What is wrong with how the focused element shows, or nothing.</summary>
    private const string FocusProblem = """
        () => {
          const e = document.activeElement;
          if (!e || e === document.body) return 'nothing has the focus';
          const style = getComputedStyle(e), box = e.getBoundingClientRect(), name = e.outerHTML.slice(0, 80);
          if (style.outlineStyle === 'none' || parseFloat(style.outlineWidth) < 2) return 'no outline: ' + name;
          if (box.bottom <= 0 || box.right <= 0 || box.top >= innerHeight || box.left >= innerWidth) return 'out of sight: ' + name;
          return box.width === 0 || box.height === 0 ? 'no size: ' + name : '';
        }
        """;

    [Theory]
    [InlineData(1280)]
    [InlineData(320)]
    public async Task Journey_KeyboardOnly_FromHomeToProfile(int width)
    {
        await using var window = await register.OpenAsync();
        var page = window.Page;
        await page.SetViewportSizeAsync(width, 700);
        await page.GotoAsync("/");

        await page.Keyboard.PressAsync("Tab");
        await Expect(page.Locator(".skip-link")).ToBeFocusedAsync();
        await Expect(page.Locator(".skip-link")).ToBeInViewportAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("#main")).ToBeFocusedAsync();

        var profile = page.Locator(".people-list a[href^='/prisoners/']").First;
        await TabToAsync(page, profile);
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".profile h1")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Journey_KeyboardOnly_EveryStopOfTheListIsSeen()
    {
        await using var window = await register.OpenAsync();
        await window.Page.GotoAsync("/prisoners?custody=held");

        await TabToAsync(window.Page, window.Page.Locator(".site-footer a").Last);
    }

    [Fact]
    public async Task Journey_KeyboardOnly_SearchFootnoteAndBack()
    {
        await using var window = await register.OpenAsync();
        var page = window.Page;
        await page.GotoAsync("/");

        await TabToAsync(page, page.Locator("#q"));
        await page.Keyboard.TypeAsync("Колеснико");
        await Expect(page.Locator("#q-suggestions [role=option]").First).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".profile h1")).ToContainTextAsync("Kalesnikava");

        var mark = page.Locator(".note a").First;
        var note = page.Locator((await mark.GetAttributeAsync("href"))!);
        await TabToAsync(page, mark);
        await page.Keyboard.PressAsync("Enter");
        await Expect(note).ToBeInViewportAsync();
        await TabToAsync(page, note.Locator(".backlinks a").First);
        await page.Keyboard.PressAsync("Enter");
        await Expect(mark).ToBeInViewportAsync();
        Assert.Empty(window.Complaints());
    }

    [Fact]
    public async Task Journey_KeyboardOnly_FilterAndItsChip()
    {
        await using var window = await register.OpenAsync();
        var page = window.Page;
        await page.GotoAsync("/prisoners");
        var all = await page.Locator("#results .count").InnerTextAsync();

        await TabToAsync(page, page.Locator(".filter summary"));
        await page.Keyboard.PressAsync("Enter");
        await TabToAsync(page, page.Locator("#custody"));
        await page.Keyboard.PressAsync("ArrowDown");
        await page.WaitForURLAsync("**/prisoners?custody=*");
        await Expect(page.Locator("#custody")).ToBeFocusedAsync();
        await TabToAsync(page, page.Locator(".chips a").First);
        await page.Keyboard.PressAsync("Enter");

        await Expect(page.Locator("#results .count")).ToHaveTextAsync(all);
    }

    [Fact]
    public async Task Journey_KeyboardOnly_EditorRecordsARelease()
    {
        await using (var work = register.Work())
        {
            var person = await work.Prisoners.AddAsync(Valid.Prisoner("Keyboard Person"), Valid.Submission());
            await work.Imprisonments.AddAsync(person.Subjects[0], Valid.Imprisonment(), Valid.Submission());
        }

        await using var window = await register.OpenAsync(signedIn: true);
        var page = window.Page;
        await page.GotoAsync("/prisoners/keyboard-person");

        await TabToAsync(page, page.GetByRole(AriaRole.Link, new() { Name = "Record a release" }));
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("h1")).ToHaveTextAsync("Record a release");
        await TabToAsync(page, page.Locator("#Input_ReleasedOn"));
        await page.Keyboard.TypeAsync("2026-01-10");
        await TabToAsync(page, page.GetByRole(AriaRole.Button, new() { Name = "Check the answers" }));
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator("h1")).ToHaveTextAsync("Check the answers");
        await TabToAsync(page, page.GetByRole(AriaRole.Button, new() { Name = "Record the release" }));
        await page.Keyboard.PressAsync("Enter");

        await Expect(page.Locator(".status")).ToContainTextAsync("Released on 10 January 2026");
        Assert.Empty(window.Complaints());
    }

    [Theory]
    [InlineData("record a release, empty")]
    [InlineData("new person, without a name")]
    [InlineData("undo, empty")]
    [InlineData("new event, empty")]
    [InlineData("attach, none chosen")]
    [InlineData("list, wrong filter")]
    [InlineData("sign-in, refused")]
    public async Task ErrorSummary_EnterOnItsLink_FocusesTheField(string name)
    {
        var state = PageCase.Public.GetValueOrDefault(name) ?? PageCase.Editing[name];
        await using var window = await register.OpenAsync(state.SignedIn);
        var page = window.Page;
        await state.OpenAsync(page);
        await Expect(page.Locator(".error-summary")).ToBeFocusedAsync();

        foreach (var link in await page.Locator(".error-summary a").AllAsync())
        {
            await link.FocusAsync();
            await page.Keyboard.PressAsync("Enter");
            var field = (await link.GetAttributeAsync("href"))!;
            await Expect(page.Locator($"{field}:focus, {field} :focus")).ToBeInViewportAsync();
        }
    }

    private static async Task TabToAsync(IPage page, ILocator goal)
    {
        for (var stop = 0; stop < MostStops; stop++)
        {
            await page.Keyboard.PressAsync("Tab");
            Assert.Equal("", await page.EvaluateAsync<string>(FocusProblem));
            if (await goal.EvaluateAsync<bool>("e => e === document.activeElement"))
                return;
        }

        Assert.Fail($"Not reached in {MostStops} stops.");
    }
}
