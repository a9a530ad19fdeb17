using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit;

namespace PrisonerTracker.Browser.Tests;

public sealed class WeightTests(RunningRegister register)
{
    private const int FirstView = 100_000;
    private const int NextPage = 25_000;

    /// <summary>Bytes on the wire, headers included, compressed as sent; nothing for what came out of the cache.</summary>
    private const string Transferred = """
        () => [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')]
          .map(entry => `${entry.transferSize} ${entry.name}`)
        """;

    [Theory]
    [InlineData("/", "/prisoners")]
    [InlineData("/prisoners", "/prisoners/maria-kalesnikava")]
    [InlineData("/releases", "/releases/2025-12-13-belarus")]
    [InlineData("/statistics", "/statistics/held")]
    public async Task Visit_FirstPageAndNext_AreLight(string first, string next)
    {
        await using var window = await register.OpenAsync();

        await AssertLighterAsync(FirstView, window.Page, first);
        await AssertLighterAsync(NextPage, window.Page, next);
    }

    [Fact]
    public async Task Print_Kalesnikava_FitsTwoPages()
    {
        await using var window = await register.OpenAsync();
        await window.Page.GotoAsync("/prisoners/maria-kalesnikava");

        var pdf = Encoding.Latin1.GetString(await window.Page.PdfAsync(new() { Format = "A4", PreferCSSPageSize = true }));

        Assert.InRange(Regex.Count(pdf, @"/Type\s*/Page\b", RegexOptions.NonBacktracking), 1, 2);
    }

    private static async Task AssertLighterAsync(int limit, IPage page, string address)
    {
        await page.GotoAsync(address, new() { WaitUntil = WaitUntilState.NetworkIdle });
        var parts = await page.EvaluateAsync<string[]>(Transferred);
        var sum = parts.Sum(part => int.Parse(part.Split(' ')[0], CultureInfo.InvariantCulture));
        Assert.True(sum > 0 && sum <= limit, $"{sum} bytes:{Environment.NewLine}{string.Join(Environment.NewLine, parts)}");
    }
}
