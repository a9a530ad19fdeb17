using PrisonerTracker.Core.Imprisonments;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Core.Users;
using PrisonerTracker.Testing;
using Xunit;

namespace PrisonerTracker.Web.Tests.Pages.Courts;

public sealed class CourtTests(RegisterApp app) : IClassFixture<RegisterApp>
{
    [Fact]
    public async Task Get_CourtOfAPublishedCase_ShowsItsPeopleAndIsUnverifiedUntilCited()
    {
        await using var work = app.Work();
        await work.HeldAsync("Sentenced There", Valid.Imprisonment() with { Sentences = [new SentenceDetails { Court = LocalizedText.English("Court of Words") }] });
        using var reader = app.Browser();
        using var editor = await app.SignInAsync(Role.Editor);
        var list = await reader.PageAsync("/courts");
        var address = list.QuerySelectorAll("main li a").Single(a => a.Words() == "Court of Words").GetAttribute("href")!;

        var before = await reader.PageAsync(address);
        using var edited = await editor.PostAsync(address.Replace("/courts/", "/courts/edit/", StringComparison.Ordinal), ("Input.Name.Russian", "Суд слов"), ("Source.Publisher", "Court Guide"));
        var after = await reader.PageAsync(edited.SentTo());

        Assert.NotNull(before.QuerySelector("main a[href='/prisoners/sentenced-there']"));
        Assert.Contains("Unverified", before.MainText(), StringComparison.Ordinal);
        Assert.DoesNotContain("Unverified", after.MainText(), StringComparison.Ordinal);
        Assert.Equal("Суд слов", after.Fact("Name (ru)"));
    }
}
