using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Sample;
using Xunit;

namespace PrisonerTracker.Web.Tests.Pages.Prisoners;

/// <summary>The list when it is longer than a page.</summary>
public sealed class IndexPagesTests(RegisterApp app) : IClassFixture<RegisterApp>
{
    [Theory]
    [InlineData("/prisoners")]
    [InlineData("/prisoners?sort=detained")]
    [InlineData("/prisoners?sort=released")]
    [InlineData("/prisoners?sort=updated")]
    public async Task Get_EachPage_ShowsEverybodyExactlyOnce(string first)
    {
        await app.WithAsync<SyntheticRegister>(synthetic => synthetic.GenerateAsync(120, 1));
        using var browser = app.Browser();
        List<string> addresses = [], shown = [];

        for (var address = first; address is not null;)
        {
            addresses.Add(address);
            var page = await browser.PageAsync(address);
            shown.AddRange(page.QuerySelectorAll("main table tbody th[scope=row] a").Select(a => a.GetAttribute("href")!));
            address = page.QuerySelector("main a[rel=next]")?.GetAttribute("href");
        }

        Assert.Equal(3, addresses.Count);
        Assert.Equal(shown.Distinct().Count(), shown.Count);
        await using var work = app.Work();
        work.Context.ShowUnpublished = false;
        Assert.Equal(await work.Context.Prisoners.CountAsync(), shown.Count);
    }

    [Fact]
    public async Task Get_NextAndBack_KeepsTheFilter()
    {
        await app.WithAsync<SyntheticRegister>(synthetic => synthetic.GenerateAsync(120, 1));
        using var browser = app.Browser();

        var second = await browser.PageAsync("/prisoners?sort=detained&country=BY&page=2");

        Assert.Equal("/prisoners?country=BY&sort=detained&page=1", second.QuerySelector("main a[rel=prev]")!.GetAttribute("href"));
        Assert.DoesNotContain("page=", second.QuerySelector("main a[download]")!.GetAttribute("href"), StringComparison.Ordinal);
    }
}
