using System.Net;
using PrisonerTracker.Core.Imprisonments;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Core.Users;
using PrisonerTracker.Testing;
using Xunit;

namespace PrisonerTracker.Web.Tests.Pages.Facilities;

public sealed class FacilityTests(RegisterApp app) : IClassFixture<RegisterApp>
{
    [Fact]
    public async Task Post_Everything_IsOnItsPageWithItsPeople()
    {
        await using var work = app.Work();
        await work.HeldAsync("Held There", Valid.Imprisonment() with { Placements = [new PlacementDetails { Facility = LocalizedText.English("Colony of Words") }] });
        using var editor = await app.SignInAsync(Role.Editor);
        using var reader = app.Browser();

        using var answer = await editor.PostAsync(
            "/facilities/edit/by-colony-of-words", ("Input.Kind", "Colony"), ("Input.Name.Belarusian", "Калонія"), ("Input.PostalAddress.English", "1 Word Street"),
            ("Input.LetterRules", "In Russian only"), ("Input.Latitude", "53.9006"), ("Input.Longitude", "27.559"), ("Source.Publisher", "Prison Guide"));

        var page = await reader.PageAsync(answer.SentTo());
        Assert.Equal(("1 Word Street", "In Russian only", "53.9006, 27.559"), (page.Fact("Postal address"), page.Fact("Letters"), page.Fact("Coordinates")));
        Assert.NotNull(page.QuerySelector("main a[href='/prisoners/held-there']"));
        Assert.DoesNotContain("Unverified", page.MainText(), StringComparison.Ordinal);
        Assert.Contains((await reader.PageAsync("/facilities")).QuerySelectorAll("main li"), li => li.Words() == "Colony of Words Colony, Belarus; 1 person");
    }

    [Theory]
    [InlineData("Input.Latitude", "91", "Input_Latitude", "between -90 and 90")]
    [InlineData("Input.Latitude", "50", "Input_Longitude", "together")]
    [InlineData("Input.Name.English", "", "", "name of the facility")]
    public async Task Post_Wrong_SaysSo(string field, string value, string id, string says)
    {
        using var browser = await app.SignInAsync(Role.Editor);

        using var answer = await browser.PostAsync(
            "/facilities/edit", field == "Input.Name.English" ? [("Input.Kind", "Colony"), (field, value)] : [("Input.Kind", "Colony"), ("Input.Name.English", "Somewhere"), (field, value)]);

        var page = await answer.DocumentAsync(HttpStatusCode.BadRequest);
        Assert.Contains(says, page.Problems(), StringComparison.Ordinal);
        Assert.Empty(page.DeadLinks());
        if (id.Length > 0)
            Assert.NotNull(page.ProblemAt(id));
    }
}
