using Microsoft.Playwright;
using Xunit;

namespace PrisonerTracker.Browser.Tests;

/// <summary>What has been painted of the list stays where it is while the rest arrives.</summary>
public sealed class SlowLineTests(RunningRegister register)
{
    // Not a divisor of anything, so that the cuts fall within elements, too.
    private const int Piece = 2039;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(60);

    [Theory]
    [InlineData("/prisoners", 1280)]
    [InlineData("/prisoners", 320)]
    [InlineData("/prisoners?custody=held&country=BY", 1280)]
    [InlineData("/prisoners?custody=held&country=BY", 320)]
    [InlineData("/prisoners?heldOn=2022-01-01", 1280)]
    [InlineData("/prisoners?view=cards", 1280)]
    [InlineData("/prisoners?view=cards", 320)]
    [InlineData("/prisoners?detainedFrom=last+year&termAtLeast=long", 1280)]
    [InlineData("/prisoners?q=nobody+of+this+name", 1280)]
    [InlineData("/be/prisoners?custody=held", 1280)]
    public async Task List_InSlowPieces_NothingMoves(string address, int width)
    {
        await using var line = await SlowLine.StartAsync(register.ClientOptions.BaseAddress, Piece, Pause);
        await using var window = await register.OpenAsync();
        await window.Page.SetViewportSizeAsync(width, 900);

        await window.Page.GotoAsync(new Uri(line.Address, address).ToString(), new() { WaitUntil = WaitUntilState.Load });

        var shifts = await LayoutShifts.OfAsync(window.Page);
        Assert.True(shifts.Sum == 0, string.Join(Environment.NewLine, shifts.What));
    }
}
