using Xunit;
using static Microsoft.Playwright.Assertions;

namespace PrisonerTracker.Browser.Tests;

/// <summary>Names offered while one is typed.</summary>
public sealed class SuggestionTests(RunningRegister register)
{
    [Fact]
    public async Task Type_AnotherSpellingAndArrow_OpensThePerson()
    {
        await using var window = await register.OpenAsync();
        var page = window.Page;
        await page.GotoAsync("/");

        await page.Locator("#q").PressSequentiallyAsync("Колеснико");
        var offered = page.Locator("#q-suggestions [role=option]").Filter(new() { HasText = "Kalesnikava" });
        await Expect(offered).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await Expect(offered).ToHaveAttributeAsync("aria-selected", "true");
        await page.Keyboard.PressAsync("Enter");

        await Expect(page).ToHaveURLAsync("/prisoners/maria-kalesnikava");
        Assert.Empty(window.Complaints());
    }

    [Fact]
    public async Task Type_ThenClick_OpensThePerson()
    {
        await using var window = await register.OpenAsync();
        await window.Page.GotoAsync("/prisoners");

        await window.Page.Locator("#q").PressSequentiallyAsync("kalesn");
        await window.Page.Locator("#q-suggestions [role=option]").First.ClickAsync();

        await Expect(window.Page.Locator(".profile h1")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Enter_WithNobodyChosen_Searches()
    {
        await using var window = await register.OpenAsync();
        await window.Page.GotoAsync("/");

        await window.Page.Locator("#q").PressSequentiallyAsync("kalesn");
        await Expect(window.Page.Locator("#q-suggestions")).ToBeVisibleAsync();
        await window.Page.Keyboard.PressAsync("Enter");

        await Expect(window.Page).ToHaveURLAsync("/prisoners?q=kalesn");
    }

    [Fact]
    public async Task Escape_ClosesAndKeepsWhatWasTyped()
    {
        await using var window = await register.OpenAsync();
        await window.Page.GotoAsync("/");
        var box = window.Page.Locator("#q");

        await box.PressSequentiallyAsync("kalesn");
        await Expect(box).ToHaveAttributeAsync("aria-expanded", "true");
        await window.Page.Keyboard.PressAsync("Escape");

        await Expect(window.Page.Locator("#q-suggestions")).ToBeHiddenAsync();
        await Expect(box).ToHaveAttributeAsync("aria-expanded", "false");
        await Expect(box).ToHaveValueAsync("kalesn");
    }

    [Fact]
    public async Task WithoutScripts_TheFormSearches()
    {
        await using var window = await register.OpenAsync(scripts: false);
        await window.Page.GotoAsync("/");

        await window.Page.Locator("#q").FillAsync("Колесникова Мария");
        await window.Page.Keyboard.PressAsync("Enter");

        await Expect(window.Page.Locator("#main")).ToContainTextAsync("Kalesnikava");
    }
}
