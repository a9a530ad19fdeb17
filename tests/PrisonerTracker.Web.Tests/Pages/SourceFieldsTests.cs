using System.Net;
using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Core.Sources;
using PrisonerTracker.Core.Users;
using PrisonerTracker.Testing;
using Xunit;

namespace PrisonerTracker.Web.Tests.Pages;

/// <summary>The source fields, which every form has; here those of the form for a person.</summary>
public sealed class SourceFieldsTests(RegisterApp app) : IClassFixture<RegisterApp>
{
    private const string Address = "/prisoners/new";
    private const string Name = "Input.Names[0].Full";

    [Theory]
    [InlineData("belsat-2021-09", "One")]
    [InlineData("belsat THEY are free", "Two")]
    [InlineData("they ARE free", "Three")]
    [InlineData("https://belsat.example/free", "Four")]
    public async Task Post_TextThatFitsOneSource_CitesIt(string typed, string name)
    {
        await AddSourcesAsync();
        using var browser = await app.SignInAsync(Role.Editor);

        using var answer = await browser.PostAsync(Address, (Name, $"Typed {name}"), ("Source.Existing", typed), ("Source.Locator", "p. 2"));

        var profile = await browser.PageAsync(answer.SentTo());
        Assert.Contains("Belsat, They are free", profile.QuerySelector(".footnotes")!.Words(), StringComparison.Ordinal);
        Assert.Equal("Source 1, p. 2", profile.QuerySelector("h1 a")!.GetAttribute("aria-label"));
    }

    [Fact]
    public async Task Post_TextThatFitsSeveral_AsksWhichAndTakesTheAnswer()
    {
        await AddSourcesAsync();
        using var browser = await app.SignInAsync(Role.Editor);

        using var asked = await browser.PostAsync(Address, (Name, "Which Source"), ("Source.Existing", "100% Belsat"));
        var page = await asked.DocumentAsync(HttpStatusCode.BadRequest);
        Assert.Contains("no source of this name", page.ProblemAt("Source_Existing"), StringComparison.Ordinal);

        using var again = await browser.SubmitAsync(page, Address, [("Source.Existing", "belsat")]);
        page = await again.DocumentAsync(HttpStatusCode.BadRequest);
        Assert.Contains("Several sources fit", page.ProblemAt("Source_Existing"), StringComparison.Ordinal);
        var choices = page.QuerySelectorAll("input[type=radio][name='Source.Choice']").Select(r => r.GetAttribute("value")!).ToList();
        Assert.Equal(["belsat-2021-09", "belsat-2022"], choices.Order());
        Assert.Contains("Belsat: They are free (2021-09)", page.MainText(), StringComparison.Ordinal);

        using var chosen = await browser.SubmitAsync(page, Address, [("Source.Choice", "belsat-2022")]);
        var profile = await browser.PageAsync(chosen.SentTo());
        Assert.Contains("Belsat, A verdict", profile.QuerySelector(".footnotes")!.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_AnotherSource_AddsARowKeepsEverythingAndWritesNothing()
    {
        await using var work = app.Work();
        using var browser = await app.SignInAsync(Role.Editor);
        var before = await work.Context.Changes.CountAsync();

        using var answer = await browser.PostAsync(
            Address, (Name, ""), ("Input.BornOn", "soon"), ("Source.Another", "true"), ("Source.Publisher", "First Herald"),
            ("Source.IsConfidential", "true"), ("Source.More[0].Publisher", "Second Herald"), ("Source.More[0].Locator", "p. 7"));

        var page = await answer.DocumentAsync(HttpStatusCode.OK);
        Assert.Empty(page.Problems());
        Assert.Equal(
            ("soon", "First Herald", "Second Herald", "p. 7", ""),
            (page.ValueAt("Input_BornOn"), page.ValueAt("Source_Publisher"), page.ValueAt("Source_More_0__Publisher"), page.ValueAt("Source_More_0__Locator"), page.ValueAt("Source_More_1__Existing")));
        Assert.True(page.GetElementById("Source_IsConfidential")!.HasAttribute("checked"));
        Assert.Equal(before, await work.Context.Changes.CountAsync());

        using var saved = await browser.SubmitAsync(
            page, Address, [(Name, "Thrice Sourced"), ("Input.BornOn", ""), ("Source.More[1].Publisher", "Third Herald"), ("Source.More[1].AccessedOn", "2025-12-14"), ("Source.More[1].Author", "A. Writer"), ("Source.More[1].Kind", "Report")]);
        var profile = await browser.PageAsync(saved.SentTo());
        Assert.Equal(3, profile.QuerySelectorAll(".footnotes li").Length);
        var third = await work.Context.Sources.SingleAsync(s => s.Publisher == "Third Herald");
        Assert.Equal((new DateOnly(2025, 12, 14), "A. Writer", SourceKind.Report), (third.AccessedOn, third.Author, third.Kind));
        Assert.True((await work.Context.Sources.SingleAsync(s => s.Publisher == "First Herald")).IsConfidential);
    }

    [Theory]
    [InlineData("Source.More[0].Existing", "no-such-source", "no source of this name")]
    [InlineData("Source.More[0].ArchivedAddress", "javascript:alert(1)", "https://")]
    [InlineData("Source.AccessedOn", "2025-12", "whole day")]
    public async Task Post_RowThatCannotBe_IsRefusedAtItsFieldAndKept(string field, string value, string says)
    {
        using var browser = await app.SignInAsync(Role.Editor);

        using var answer = await browser.PostAsync(Address, (Name, "Badly Sourced"), (field, value));

        var page = await answer.DocumentAsync(HttpStatusCode.BadRequest);
        var id = field.Replace('.', '_').Replace('[', '_').Replace(']', '_');
        Assert.Contains(says, page.ProblemAt(id), StringComparison.Ordinal);
        Assert.Equal(value, page.ValueAt(id));
        Assert.Empty(page.DeadLinks());
    }

    [Fact]
    public async Task Post_ExistingAndNewInOneRow_IsRefused()
    {
        using var browser = await app.SignInAsync(Role.Editor);

        using var answer = await browser.PostAsync(Address, (Name, "Doubly Sourced"), ("Source.Existing", "belsat"), ("Source.Publisher", "Herald"));

        var page = await answer.DocumentAsync(HttpStatusCode.BadRequest);
        Assert.Contains("Empty one of the two", page.ProblemAt("Source_Existing"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_CitationTakenAway_IsGoneAndInTheHistory()
    {
        await using var work = app.Work();
        var (kept, taken) = (await work.SourceAsync("Kept Herald"), await work.SourceAsync("Taken Herald"));
        await work.PrisonerAsync(Valid.Prisoner("Twice Cited") with { Citations = [new CitationDetails(kept), new CitationDetails(taken, "p. 3")] });
        using var browser = await app.SignInAsync(Role.Editor);
        var form = await browser.PageAsync("/prisoners/twice-cited/edit/identity");
        var box = form.QuerySelectorAll("input[name='Source.TakenAway']").Single(b => b.NextElementSibling!.Words().Contains("Taken Herald, p. 3", StringComparison.Ordinal));

        using var answer = await browser.SubmitAsync(form, "/prisoners/twice-cited/edit/identity", [("Source.TakenAway", box.GetAttribute("value")!)]);

        answer.SentTo();
        var profile = await browser.PageAsync("/prisoners/twice-cited");
        Assert.Equal(1, profile.QuerySelectorAll(".footnotes li").Length);
        Assert.Contains("Kept Herald", profile.QuerySelector(".footnotes")!.Words(), StringComparison.Ordinal);
        var history = await browser.PageAsync("/prisoners/twice-cited/history");
        Assert.Contains("p. 3", history.QuerySelector(".changes li")!.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_TwoStepFormWithSeveralSources_CarriesThemAll()
    {
        await using var work = app.Work();
        await work.HeldAsync("Carried Along");
        using var browser = await app.SignInAsync(Role.Editor);
        const string Release = "/prisoners/carried-along/release";

        var form = await browser.PageAsync(Release);
        using var more = await browser.SubmitAsync(
            form, Release, [("Input.ReleasedOn", "2025-12-13"), ("Source.Publisher", "One"), ("Source.More[0].Publisher", "Two"), ("Source.Another", "true")], button: "Add another source");
        using var check = await browser.SubmitAsync(
            await more.DocumentAsync(HttpStatusCode.OK), Release, [("Source.More[1].Publisher", "Three")], button: "Check the answers");
        var checking = await check.DocumentAsync(HttpStatusCode.OK);
        Assert.Equal("One; Two; Three", checking.Fact("Source"));
        using var recorded = await browser.SubmitAsync(checking, Release, [], button: "Record the release");

        var profile = await browser.PageAsync(recorded.SentTo());
        Assert.Equal(3, profile.QuerySelectorAll(".footnotes li").Length);
    }

    private async Task AddSourcesAsync()
    {
        await using var work = app.Work();
        if (await work.Context.Sources.AnyAsync(s => s.Publisher == "Belsat"))
            return;
        await work.Sources.AddAsync(
            new SourceDetails { Publisher = "Belsat", Title = "They are free", Address = "https://belsat.example/free", PublishedOn = PartialDate.Parse("2021-09") }, Valid.Submission());
        await work.Sources.AddAsync(new SourceDetails { Publisher = "Belsat", Title = "A verdict", PublishedOn = PartialDate.Parse("2022") }, Valid.Submission());
        await work.Sources.AddAsync(new SourceDetails { Publisher = "Nasha Niva", Title = "A verdict" }, Valid.Submission());
    }
}
