using System.Net;
using PrisonerTracker.Core.Users;
using Xunit;

namespace PrisonerTracker.Web.Tests.Pages.Statistics;

public sealed class RecordTests(RegisterApp app) : IClassFixture<RegisterApp>
{
    private const string Address = "/statistics/reported/new";

    private static readonly (string Field, string Value)[] Complete =
    [
        ("Input.AsOf", "2025-12-23"), ("Input.Country", "BY"), ("Input.Number", "1135"), ("Input.Qualifier", "Exactly"),
        ("Input.Unit", "political prisoners held"), ("Input.Parts", "men 968\r\nwomen: 168"), ("Input.PartsAreExhaustive", "true"), ("Source.Publisher", "Herald"),
    ];

    [Fact]
    public async Task Post_PartsThatDoNotAddUp_IsRecordedAndShownWithItsFlaw()
    {
        using var browser = await app.SignInAsync(Role.Editor);
        using var reader = app.Browser();

        using var answer = await browser.PostAsync(Address, Complete);

        Assert.Equal("/statistics/reported", answer.SentTo());
        var text = (await reader.PageAsync("/statistics/reported")).MainText();
        Assert.Contains("1,135 political prisoners held: men 968, women 168", text, StringComparison.Ordinal);
        Assert.Contains("The parts add up to 1,136: 1 more than the published total.", text, StringComparison.Ordinal);
        Assert.Contains("Herald", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_ChangedFigure_IsCheckedAgainAndTheSecondEditorSeesTheConflict()
    {
        using var browser = await app.SignInAsync(Role.Editor);
        using var reader = app.Browser();
        using var recorded = await browser.PostAsync(Address, [.. Complete.Where(c => c.Field is not ("Input.Number" or "Input.Unit")), ("Input.Number", "1.135"), ("Input.Unit", "prisoners of the spelling")]);
        recorded.SentTo();
        var row = (await browser.PageAsync("/statistics/reported")).QuerySelectorAll("tbody tr").Single(r => r.Words().Contains("prisoners of the spelling", StringComparison.Ordinal));
        var address = row.QuerySelector("a[href$='/edit']")!.GetAttribute("href")!;
        var form = await browser.PageAsync(address);
        Assert.Equal("men 968\nwomen 168", form.ValueAt("Input_Parts").ReplaceLineEndings("\n"));

        using var changed = await browser.PostAsync(address, ("Input.Number", "1 136"), ("Input.Parts", "men 968\nwomen 160\nothers 8"));

        Assert.Equal("/statistics/reported", changed.SentTo());
        var text = (await reader.PageAsync("/statistics/reported")).QuerySelectorAll("tbody tr").Single(r => r.Words().Contains("prisoners of the spelling", StringComparison.Ordinal)).Words();
        Assert.Contains("1,136 prisoners of the spelling: men 968, women 160, others 8", text, StringComparison.Ordinal);
        Assert.Contains("the parts add up", text, StringComparison.Ordinal);
        using var late = await browser.SubmitAsync(form, address, [("Input.Number", "1,200")]);
        Assert.Contains("1,136", (await late.DocumentAsync(HttpStatusCode.Conflict)).MainText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Input.AsOf", "")]
    [InlineData("Input.Number", "")]
    [InlineData("Input.Number", "-1")]
    [InlineData("Input.Number", "1,13")]
    [InlineData("Input.Parts", "women 1 168")]
    [InlineData("Input.Unit", "")]
    [InlineData("Input.Country", "")]
    [InlineData("Input.Parts", "968 men")]
    public async Task Post_WrongField_SaysSoThereAndKeepsTheRest(string field, string value)
    {
        using var browser = await app.SignInAsync(Role.Editor);

        using var answer = await browser.PostAsync(Address, [.. Complete.Where(c => c.Field != field), (field, value)]);

        var page = await answer.DocumentAsync(HttpStatusCode.BadRequest);
        Assert.False(string.IsNullOrEmpty(page.ProblemAt(field.Replace('.', '_'))));
        Assert.Equal("Herald", page.ValueAt("Source_Publisher"));
    }
}
