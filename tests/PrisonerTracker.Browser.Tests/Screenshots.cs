using Microsoft.Playwright;
using Xunit;

namespace PrisonerTracker.Browser.Tests;

/// <summary>
/// The pictures of the README. A tool rather than a test, so it only runs when asked for: <c>tests/PrisonerTracker.Audits/run pictures</c>.
/// </summary>
public sealed class Screenshots(RunningRegister register)
{
    private const int Desk = 1100;
    private const int Phone = 360;

    /// <summary>GitHub shows them at half of this or less; a picture that weighs more slows the README down.</summary>
    private const int Heaviest = 150_000;

    [Theory(Explicit = true)]
    [InlineData("home.png", "/")]
    [InlineData("list.png", "/prisoners")]
    [InlineData("profile.png", "/prisoners/maria-kalesnikava")]
    [InlineData("profile-dark.png", "/prisoners/maria-kalesnikava", Desk, ColorScheme.Dark)]
    [InlineData("event.png", "/releases/2025-12-13-belarus")]
    [InlineData("statistics.png", "/statistics/held?years=5")]
    [InlineData("phone.png", "/prisoners/maria-kalesnikava", Phone)]
    [InlineData("phone-be.png", "/be", Phone, ColorScheme.Dark)]
    public async Task Take(string file, string address, int width = Desk, ColorScheme theme = ColorScheme.Light)
    {
        var folder = Environment.GetEnvironmentVariable("SCREENSHOTS")
            ?? throw new InvalidOperationException("The variable SCREENSHOTS says into which folder.");
        await using var window = await register.OpenAsync();
        await window.Page.SetViewportSizeAsync(width, 800);
        await window.Page.EmulateMediaAsync(new() { ColorScheme = theme });
        await window.Page.GotoAsync(address);

        var picture = await window.Page.ScreenshotAsync(new() { Path = Path.Combine(folder, file) });
        Assert.True(picture.Length <= Heaviest, $"{file} has {picture.Length} bytes.");
    }
}
