using System.Net;
using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Imprisonments;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Core.Users;
using PrisonerTracker.Testing;
using Xunit;

namespace PrisonerTracker.Web.Tests.Pages.Prisoners.Imprisonments;

public sealed class PlacementTests(RegisterApp app) : IClassFixture<RegisterApp>
{
    private static readonly PlacementDetails Remand = new()
    {
        Facility = LocalizedText.English("Remand prison 1"),
        FacilityKind = FacilityKind.RemandPrison,
        FromOn = PartialDate.Parse("2021-09-06"),
    };

    [Fact]
    public async Task Post_Transfer_EndsTheStayBeforeTheSameDayInOneChange()
    {
        var about = await Case.CreateAsync(app, "Transferred Person", Valid.Imprisonment("2021-09-06") with { Placements = [Remand] });
        using var browser = await app.SignInAsync(Role.Editor);
        await using var work = app.Work();
        var before = await work.Context.Changes.CountAsync();

        using var answer = await browser.PostAsync(
            about.Of("placement"), ("Input.Facility", "Colony 4"), ("Input.FromOn", "2022-01-15"), ("Input.EndsPrevious", "true"), ("Input.Regime", "General"),
            ("Input.InIsolation", "true"));

        answer.SentTo();
        var text = (await browser.PageAsync(about.Profile)).MainText();
        Assert.Contains("Remand prison 1, since 6 September 2021, until 15 January 2022", text, StringComparison.Ordinal);
        Assert.Contains("Colony 4, general regime, in isolation, since 15 January 2022", text, StringComparison.Ordinal);
        Assert.Equal(before + 1, await work.Context.Changes.CountAsync());
    }

    [Fact]
    public async Task Post_SeenThere_NeedsNoBeginning()
    {
        var about = await Case.CreateAsync(app, "Seen Person");
        using var browser = await app.SignInAsync(Role.Editor);

        using var answer = await browser.PostAsync(about.Of("placement"), ("Input.Facility", "Colony 9"), ("Input.SeenOn", "2024-05"));

        answer.SentTo();
        var page = await browser.PageAsync(about.Profile);
        Assert.Contains("Colony 9, seen there in May 2024", page.MainText(), StringComparison.Ordinal);
        Assert.Equal("May 2024", page.Fact("Status last confirmed"));
    }

    [Fact]
    public async Task Post_Nothing_SaysWhatIsMissing()
    {
        var about = await Case.CreateAsync(app, "Held Nowhere");
        using var browser = await app.SignInAsync(Role.Editor);

        using var answer = await browser.PostAsync(about.Of("placement"));

        Assert.Contains("where the person was held", (await answer.DocumentAsync(HttpStatusCode.BadRequest)).Problems(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_InTwoPlacesAtOnce_AsksFirst()
    {
        var about = await Case.CreateAsync(app, "Divided Person", Valid.Imprisonment("2021-09-06") with { Placements = [Remand with { UntilOn = PartialDate.Parse("2022-06-01") }] });
        using var browser = await app.SignInAsync(Role.Editor);

        using var asked = await browser.PostAsync(about.Of("placement"), ("Input.Facility", "Colony 4"), ("Input.FromOn", "2022-01-15"));
        using var after = await browser.PostAsync(about.Of("placement"), ("Input.Facility", "Colony 5"), ("Input.FromOn", "2022-06-01"));

        var page = await asked.DocumentAsync(HttpStatusCode.BadRequest);
        Assert.Contains("two places at once", page.Problems(), StringComparison.Ordinal);
        after.SentTo();
    }

    [Theory]
    [InlineData("Input.FromOn", "2027", "Input_FromOn", "future")]
    [InlineData("Input.UntilOn", "2020", "Input_UntilOn", "before it begins")]
    [InlineData("Input.SeenOn", "2020", "Input_SeenOn", "before the stay begins")]
    [InlineData("Input.EndsPrevious", "true", "Input_EndsPrevious", "No stay is open")]
    public async Task Post_SomethingThatCannotBe_SaysSo(string field, string value, string id, string says)
    {
        var about = await Case.CreateAsync(app, $"Impossible Stay {Guid.NewGuid()}");
        using var browser = await app.SignInAsync(Role.Editor);
        (string, string)[] fields = field == "Input.FromOn" ? [(field, value)] : [("Input.FromOn", "2022"), (field, value)];

        using var answer = await browser.PostAsync(about.Of("placement"), fields);

        var page = await answer.DocumentAsync(HttpStatusCode.BadRequest);
        Assert.Contains(says, page.Problems(), StringComparison.Ordinal);
        if (id != "Input_EndsPrevious")
            Assert.NotNull(page.ProblemAt(id));
    }
}
