using Microsoft.Playwright;
using Xunit;

namespace PrisonerTracker.Browser.Tests;

/// <summary>What scripts make quicker in forms; without them the same forms are sent by their buttons (JourneyTests).</summary>
public sealed class FilterTests(RunningRegister register)
{
    [Fact]
    public async Task Choose_AFilter_ChangesTheListItsAddressAndTheWayBack()
    {
        await using var window = await register.OpenAsync();
        await window.Page.GotoAsync("/prisoners");
        var all = await window.Page.Locator("#results .count").InnerTextAsync();
        await window.Page.Locator("summary").First.ClickAsync();

        await window.Page.SelectOptionAsync("#custody", "held");

        await window.Page.WaitForURLAsync("**/prisoners?custody=held*");
        await Assertions.Expect(window.Page.Locator("#results .chips")).ToBeVisibleAsync();
        await Assertions.Expect(window.Page.Locator("#results .count")).Not.ToHaveTextAsync(all);
        Assert.True(await window.Page.Locator("#custody").IsVisibleAsync(), "The filter stays open.");

        await window.Page.GoBackAsync();
        await Assertions.Expect(window.Page.Locator("#results .count")).ToHaveTextAsync(all);
        Assert.Empty(window.Complaints());
    }

    [Fact]
    public async Task Leave_AFormWithUnsentChanges_IsAskedFirst()
    {
        await using var window = await register.OpenAsync(signedIn: true);
        await window.Page.GotoAsync("/prisoners/new");
        var asked = new List<string>();
        window.Page.Dialog += async (_, dialog) =>
        {
            asked.Add(dialog.Type);
            await dialog.AcceptAsync();
        };

        await window.Page.Locator("main input[type=text]").First.PressSequentiallyAsync("Somebody");
        await window.Page.GotoAsync("/prisoners");
        await window.Page.GotoAsync("/prisoners/new");
        await window.Page.GotoAsync("/prisoners");

        Assert.Equal(["beforeunload"], asked);
    }
}
