using System.Net;
using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Names;
using PrisonerTracker.Core.Prisoners;
using PrisonerTracker.Core.Users;
using PrisonerTracker.Testing;
using Xunit;

namespace PrisonerTracker.Web.Tests.Pages.Prisoners.Edit;

public sealed class IdentityTests(RegisterApp app) : IClassFixture<RegisterApp>
{
    private const string Name = "Input.Names[0].Full";

    [Fact]
    public async Task Post_OtherNames_AreShownAndFound()
    {
        await using var work = app.Work();
        await work.PrisonerAsync(Valid.Prisoner("Misspelt Person"));
        using var browser = await app.SignInAsync(Role.Editor);

        using var answer = await browser.PostAsync(
            "/prisoners/misspelt-person/edit/identity", (Name, "Corrected Person"), ("Input.Names[1].Full", "Выпраўлены"), ("Input.Names[1].Language", "be"),
            ("Input.Names[1].Kind", "Preferred"), ("Reason", "The family wrote to us"));

        answer.SentTo();
        var profile = await browser.PageAsync("/prisoners/misspelt-person");
        Assert.Equal("Corrected Person", profile.QuerySelector("main h1")!.Words());
        Assert.Equal(["Corrected Person"], (await browser.PageAsync("/prisoners?q=выпраулены")).Names());
        Assert.Empty((await browser.PageAsync("/prisoners?q=misspelt")).Names());
        Assert.Contains("The family wrote to us", (await browser.PageAsync("/prisoners/misspelt-person/history")).MainText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_NothingChanged_WritesNothingAndSaysSo()
    {
        await using var work = app.Work();
        var source = new Core.Sources.CitationDetails(await work.SourceAsync());
        await work.PrisonerAsync(new PrisonerDetails
        {
            Names = [new NameDetails { Full = "Same As Before", Given = "Same", Citations = [source] }, new NameDetails { Full = "Той жа", Language = "be" }],
            Gender = Gender.Female,
            BornOn = Core.Shared.PartialDate.Parse("1980~"),
            Citizenships = ["US", "BY"],
            Summary = Core.Shared.LocalizedText.Of([new("en", "One."), new("be", "Адзін."), new("pl", "Jeden.")]),
        });
        using var browser = await app.SignInAsync(Role.Editor);
        var before = await work.Context.Changes.CountAsync();

        using var answer = await browser.PostAsync("/prisoners/same-as-before/edit/identity");

        Assert.Contains("Nothing was changed.", (await browser.PageAsync(answer.SentTo())).MainText(), StringComparison.Ordinal);
        Assert.Equal(before, await work.Context.Changes.CountAsync());
    }

    [Fact]
    public async Task Post_FieldsEmptied_AreEmptyAndTextsInOtherLanguagesStay()
    {
        await using var work = app.Work();
        var id = await work.PrisonerAsync(Valid.Prisoner("Emptied Person") with
        {
            BornOn = Core.Shared.PartialDate.Parse("1980"),
            Summary = Core.Shared.LocalizedText.Of([new("en", "One."), new("pl", "Jeden.")]),
        });
        using var browser = await app.SignInAsync(Role.Editor);

        using var answer = await browser.PostAsync("/prisoners/emptied-person/edit/identity", ("Input.BornOn", ""), ("Input.Summary", ""));

        answer.SentTo();
        var person = await work.Context.Prisoners.AsNoTracking().SingleAsync(p => p.PrisonerId == id);
        Assert.Equal((null, null, "Jeden."), (person.BornOn, person.Summary.Exactly("en"), person.Summary.Exactly("pl")));
    }

    [Fact]
    public async Task Post_SomebodyElseSavedFirst_ShowsBothVersionsAndOverwritesNothing()
    {
        await using var work = app.Work();
        await work.PrisonerAsync(Valid.Prisoner("Two Editors") with { Gender = Gender.Male });
        const string Address = "/prisoners/two-editors/edit/identity";
        using var theirs = await app.SignInAsync(Role.Editor);
        using var mine = await app.SignInAsync(Role.Editor);
        var form = await mine.PageAsync(Address);
        using var first = await theirs.PostAsync(Address, ("Input.Occupation", "Their poet"), ("Input.Gender", "Female"));
        first.SentTo();

        using var refused = await mine.SubmitAsync(form, Address, [("Input.Occupation", "My painter")]);

        var page = await refused.DocumentAsync(HttpStatusCode.Conflict);
        Assert.Contains("Somebody else changed this record", page.Problems(), StringComparison.Ordinal);
        Assert.Contains(page.QuerySelectorAll("main [role=alert] tr"), row => Cells(row) == "Occupation|My painter|Their poet");
        Assert.Contains(page.QuerySelectorAll("main [role=alert] tr"), row => Cells(row) == "Gender|Male|Female");
        Assert.Equal(("My painter", "Male"), (page.ValueAt("Input_Occupation"), page.ValueAt("Input_Gender")));
        Assert.Equal("Their poet", (await mine.PageAsync("/prisoners/two-editors")).Fact("Occupation"));

        using var again = await mine.SubmitAsync(page, Address, []);
        again.SentTo();
        var profile = await mine.PageAsync("/prisoners/two-editors");
        Assert.Equal(("My painter", "Male"), (profile.Fact("Occupation"), profile.Fact("Gender")));
    }

    [Fact]
    public async Task Post_OldFormAfterSavingIt_DoesNotPassForSaved()
    {
        await using var work = app.Work();
        await work.PrisonerAsync(Valid.Prisoner("Gone Back"));
        const string Address = "/prisoners/gone-back/edit/identity";
        using var browser = await app.SignInAsync(Role.Editor);
        var form = await browser.PageAsync(Address);
        using var saved = await browser.SubmitAsync(form, Address, [("Input.Occupation", "First")]);
        saved.SentTo();
        await browser.PageAsync("/prisoners/gone-back");

        using var answer = await browser.SubmitAsync(form, Address, [("Input.Occupation", "Second")]);

        var saysSaved = answer.StatusCode == HttpStatusCode.Redirect
            && (await browser.PageAsync("/prisoners/gone-back")).MainText().Contains("Saved.", StringComparison.Ordinal);
        var occupation = (await browser.PageAsync("/prisoners/gone-back")).Fact("Occupation");
        Assert.False(saysSaved && occupation != "Second", $"The form said that it was saved, and the record says {occupation}.");
    }

    [Fact]
    public async Task Post_SameFormTwice_IsSavedBothTimes()
    {
        await using var work = app.Work();
        await work.PrisonerAsync(Valid.Prisoner("Clicked Edit"));
        const string Address = "/prisoners/clicked-edit/edit/identity";
        using var browser = await app.SignInAsync(Role.Editor);
        var form = await browser.PageAsync(Address);
        (string, string)[] fields = [(Name, "Clicked Edit "), ("Input.Citizenships", "us by"), ("Input.Summary", " One.\r\nTwo. ")];

        using var first = await browser.SubmitAsync(form, Address, fields);
        using var second = await browser.SubmitAsync(form, Address, fields);

        Assert.Equal(first.SentTo(), second.SentTo());
    }

    [Fact]
    public async Task Post_BadDate_KeepsWhatWasTypedAndSavesNothing()
    {
        await using var work = app.Work();
        await work.PrisonerAsync(Valid.Prisoner("Badly Dated"));
        using var browser = await app.SignInAsync(Role.Editor);

        using var answer = await browser.PostAsync("/prisoners/badly-dated/edit/identity", (Name, "Half Saved"), ("Input.BornOn", "1.2.1980"));

        var page = await answer.DocumentAsync(HttpStatusCode.BadRequest);
        Assert.NotNull(page.ProblemAt("Input_BornOn"));
        Assert.Equal(("Half Saved", "1.2.1980"), (page.ValueAt("Input_Names_0__Full"), page.ValueAt("Input_BornOn")));
        Assert.Equal("Badly Dated", (await browser.PageAsync("/prisoners/badly-dated")).QuerySelector("main h1")!.Words());
    }

    [Fact]
    public async Task Get_Unknown_IsNotFound()
    {
        using var browser = await app.SignInAsync(Role.Editor);

        using var answer = await browser.GetAsync("/prisoners/nobody/edit/identity");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    private static string Cells(AngleSharp.Dom.IElement row) => string.Join('|', row.Children.Select(cell => cell.Words()));
}
