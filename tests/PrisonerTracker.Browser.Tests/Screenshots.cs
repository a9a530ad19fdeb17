using Xunit;

namespace PrisonerTracker.Browser.Tests;

/// <summary>
/// The pictures of the README. A tool rather than a test, so it only runs when asked for:
/// <c>SCREENSHOTS=$PWD/docs/images dotnet test tests/PrisonerTracker.Browser.Tests --filter Screenshots -- xUnit.Explicit=only</c>
/// </summary>
public sealed class Screenshots(RunningRegister register)
{
    [Theory(Explicit = true)]
    [InlineData("profile.png", "/prisoners/maria-kalesnikava")]
    [InlineData("event.png", "/releases/2025-12-13-belarus")]
    public async Task Take(string file, string address)
    {
        var folder = Environment.GetEnvironmentVariable("SCREENSHOTS")
            ?? throw new InvalidOperationException("The variable SCREENSHOTS says into which folder.");
        await using var window = await register.OpenAsync();
        await window.Page.SetViewportSizeAsync(1280, 1100);
        await window.Page.GotoAsync(address);

        await window.Page.ScreenshotAsync(new() { Path = Path.Combine(folder, file) });
    }
}
