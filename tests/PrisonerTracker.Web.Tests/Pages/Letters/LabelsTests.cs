using System.Net;
using PrisonerTracker.Web.Tests.Pages.Solidarity;
using Xunit;

namespace PrisonerTracker.Web.Tests.Pages.Letters;

public sealed class LabelsTests(Inside inside) : IClassFixture<Inside>
{
    [Theory]
    [InlineData("", Inside.Cyrillic, "be")]
    [InlineData("?abroad=true", Inside.Latin, "be-Latn")]
    [InlineData("?q=viasna&custody=held", Inside.Cyrillic, "be")]
    public async Task Get_Filter_PrintsTheAddressesLetterForLetter(string query, string lines, string language)
    {
        using var browser = inside.App.Browser();

        var page = await browser.PageAsync("/letters/labels" + query);

        var label = Assert.Single(page.QuerySelectorAll(".label-sheet address"));
        Assert.Equal((lines, language), (label.TextContent, label.GetAttribute("lang")));
    }

    [Fact]
    public async Task Get_WhomLettersDoNotReach_HasNoLabelAndIsNamed()
    {
        await using var work = inside.App.Work();
        var (id, _) = await work.HeldAsync("Kira Unreached");
        await work.Facts.AddAsync(id, new Core.Prisoners.Facts.LetterAddressDetails { Lines = "Unreached street 1", Passage = Core.Prisoners.Facts.LetterPassage.No }, Testing.Valid.Submission());
        using var browser = inside.App.Browser();

        var page = await browser.PageAsync("/letters/labels?q=unreached");

        Assert.Empty(page.QuerySelectorAll(".label-sheet"));
        Assert.Contains("Letters do not get through Kira Unreached", page.MainText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_AddressTooLongForALabel_IsNotCutButListed()
    {
        await using var work = inside.App.Work();
        var (id, _) = await work.HeldAsync("Lena Longaddress");
        await work.Facts.AddAsync(id, new Core.Prisoners.Facts.LetterAddressDetails { Lines = string.Join('\n', Enumerable.Repeat("A long street name", 14)) }, Testing.Valid.Submission());
        using var browser = inside.App.Browser();

        var page = await browser.PageAsync("/letters/labels?q=longaddress");

        Assert.Empty(page.QuerySelectorAll(".label-sheet"));
        Assert.NotNull(page.QuerySelector("a[href='/prisoners/lena-longaddress/letter']"));
    }

    [Fact]
    public async Task Get_WrongFilter_IsNamed()
    {
        using var browser = inside.App.Browser();

        using var answer = await browser.GetAsync("/letters/labels?custody=xyz");

        Assert.Contains("Custody: “xyz” cannot be used", (await answer.DocumentAsync(HttpStatusCode.BadRequest)).Problems(), StringComparison.Ordinal);
    }
}
