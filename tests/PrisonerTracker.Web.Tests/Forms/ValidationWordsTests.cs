using System.Net;
using PrisonerTracker.Core.Users;
using PrisonerTracker.Web.Wording;
using Xunit;

namespace PrisonerTracker.Web.Tests.Forms;

public sealed class ValidationWordsTests(RegisterApp app) : IClassFixture<RegisterApp>
{
    private static readonly InterfaceLanguage Belarusian = InterfaceLanguage.All.Single(l => l.Code == "be");

    [Fact]
    public async Task Post_TextTooLong_IsRefusedInTheLanguageOfThePage()
    {
        using var browser = await app.SignInAsync(Role.Editor);
        var occupation = new string('x', 301);

        using var answer = await browser.PostAsync("/be/prisoners/new", ("Input.Names[0].Full", "Nichto Tam"), ("Input.Names[0].Language", "be"), ("Input.Occupation", occupation));

        var page = await answer.DocumentAsync(HttpStatusCode.BadRequest);
        var (field, problem) = Belarusian.Say(() => (
            Translation.T("Occupation"), Translation.T("The field {0} must be a string with a maximum length of {1}.", Translation.T("Occupation"), 300)));
        Assert.NotEqual("Occupation", field);
        Assert.Equal(problem, page.ProblemAt("Input_Occupation"));
        Assert.Equal(occupation, page.ValueAt("Input_Occupation"));
    }

    [Fact]
    public async Task Get_LabelOfACheckbox_IsInTheLanguageOfThePage()
    {
        using var browser = await app.SignInAsync(Role.Editor);

        var page = await browser.PageAsync("/be/prisoners/new");

        var expected = Belarusian.Say(() => Translation.T("Confidential: shown to signed-in people only"));
        Assert.Equal(expected, page.QuerySelector("label[for=Source_IsConfidential]")!.TextContent);
    }
}
