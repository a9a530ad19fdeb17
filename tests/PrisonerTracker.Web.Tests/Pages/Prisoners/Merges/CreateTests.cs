using System.Net;
using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Prisoners;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Core.Users;
using PrisonerTracker.Testing;
using Xunit;

namespace PrisonerTracker.Web.Tests.Pages.Prisoners.Merges;

public sealed class CreateTests(RegisterApp app) : IClassFixture<RegisterApp>
{
    [Fact]
    public async Task Get_WithoutTheOther_AsksForItsAddress()
    {
        await using var work = app.Work();
        await work.PrisonerAsync(Valid.Prisoner("Asked One"));
        using var browser = await app.SignInAsync(Role.Editor);

        var page = await browser.PageAsync("/prisoners/asked-one/merge");

        Assert.NotNull(page.QuerySelector("main form[method=get] input[name=with]"));
    }

    [Theory]
    [InlineData("nobody-at-all", "No record has this address")]
    [InlineData("alone-one", "This is the same record")]
    [InlineData("alone-invented", "cannot be merged")]
    public async Task Get_WithoutASecondRecord_SaysWhy(string with, string says)
    {
        await using var work = app.Work();
        if (!await work.Context.Prisoners.AnyAsync(p => p.Slug == "alone-one"))
        {
            await work.PrisonerAsync(Valid.Prisoner("Alone One"));
            await work.PrisonerAsync(Valid.Prisoner("Alone Invented") with { IsFictional = true });
        }

        using var browser = await app.SignInAsync(Role.Editor);

        using var answer = await browser.GetAsync($"/prisoners/alone-one/merge?with={with}");

        var page = await answer.DocumentAsync(HttpStatusCode.BadRequest);
        Assert.Contains(says, page.Problems(), StringComparison.Ordinal);
        Assert.Equal(with, page.ValueAt("Input_With"));
    }

    [Theory]
    [InlineData("asked-two")]
    [InlineData("/prisoners/asked-two")]
    [InlineData("https://register.example/prisoners/asked-two?x=1")]
    public async Task Get_AnyFormOfTheAddress_ComparesSideBySide(string with)
    {
        await using var work = app.Work();
        if (!await work.Context.Prisoners.AnyAsync(p => p.Slug == "asked-two"))
        {
            await work.HeldAsync("Compared One", Valid.Imprisonment("2021-09-06"));
            await work.PrisonerAsync(Valid.Prisoner("Asked Two") with { BornOn = PartialDate.Parse("1970") });
        }

        using var browser = await app.SignInAsync(Role.Editor);

        var page = await browser.PageAsync($"/prisoners/compared-one/merge?with={Uri.EscapeDataString(with)}");

        Assert.Contains("detained 6 September 2021", page.MainText(), StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("input[type=radio][value=true][checked]")); // the birth year that only the other has
        Assert.NotNull(page.QuerySelector("a[href='/prisoners/asked-two/merge?with=compared-one']"));
    }

    [Fact]
    public async Task Get_InBelarusian_SaysFactsAndValuesInIt()
    {
        await using var work = app.Work();
        await work.HeldAsync("Spoken One", Valid.Imprisonment("2021-09-06"));
        await work.PrisonerAsync(Valid.Prisoner("Spoken Two") with { BornOn = PartialDate.Parse("1970-05"), Gender = Gender.Female });
        using var browser = await app.SignInAsync(Role.Editor);

        var text = (await browser.PageAsync("/be/prisoners/spoken-one/merge?with=spoken-two")).MainText();

        Assert.Contains("затрыманне: 6 верасня 2021, Беларусь", text, StringComparison.Ordinal);
        Assert.Contains("май 1970", text, StringComparison.Ordinal);
        Assert.Contains("жаночы", text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Post_CheckedAndMerged_LeadsReadersAndEditorsToTheOneRecord()
    {
        await using var work = app.Work();
        await work.HeldAsync("Merged One", Valid.Imprisonment("2021-09"));
        await work.HeldAsync("Merged Two", Valid.Imprisonment("2021-09-06"));
        using var browser = await app.SignInAsync(Role.Editor);
        const string address = "/prisoners/merged-one/merge?with=merged-two";

        using var check = await browser.SubmitAsync(await browser.PageAsync(address), address, [("Reason", "One man")], button: "Check what will happen");
        var checking = await check.DocumentAsync(HttpStatusCode.OK);
        Assert.Contains("Person name: Merged Two", checking.MainText(), StringComparison.Ordinal);
        Assert.Contains("put together", checking.MainText(), StringComparison.Ordinal);
        using var answer = await browser.SubmitAsync(checking, address, [], button: "Merge the two records");

        Assert.Equal("/prisoners/merged-one", answer.SentTo());
        var profile = await browser.PageAsync("/prisoners/merged-one");
        Assert.Contains("Merged Two", profile.MainText(), StringComparison.Ordinal);
        Assert.Contains("6 September 2021", profile.MainText(), StringComparison.Ordinal);
        using var reader = app.Browser();
        using var old = await reader.GetAsync("/prisoners/merged-two");
        Assert.Equal((HttpStatusCode.MovedPermanently, "/prisoners/merged-one"), (old.StatusCode, old.Header("Location")));
        Assert.DoesNotContain("Merged Two", (await reader.PageAsync("/prisoners?q=merged")).Names());
        using var csv = await reader.GetAsync("/prisoners.csv?q=merged");
        Assert.Equal("1", csv.Header("PrisonerTracker-Row-Count"));
        var history = await browser.PageAsync("/prisoners/merged-one/history");
        Assert.Contains("“One man”", history.MainText(), StringComparison.Ordinal);
        Assert.Equal(2, history.QuerySelectorAll("main h2").Count(h => h.Words() == "Person added"));
        using var oldHistory = await browser.GetAsync("/prisoners/merged-two/history");
        Assert.Equal("/prisoners/merged-one/history", oldHistory.Header("Location"));
    }

    [Fact]
    public async Task Post_HiddenIntoPublic_AsksAndThenShowsIt()
    {
        await using var work = app.Work();
        await work.PrisonerAsync(Valid.Prisoner("Shown One"));
        await work.Prisoners.AddAsync(Valid.Prisoner("Hidden Two"), Valid.Submission());
        using var browser = await app.SignInAsync(Role.Editor);
        const string address = "/prisoners/shown-one/merge?with=hidden-two";
        var compare = await browser.PageAsync(address);

        using var refused = await browser.SubmitAsync(compare, address, [("Reason", "Kept words")], button: "Check what will happen");
        var page = await refused.DocumentAsync(HttpStatusCode.BadRequest);
        Assert.Contains("not public", page.Problems(), StringComparison.Ordinal);
        Assert.Equal("Kept words", page.ValueAt("Reason"));

        using var check = await browser.SubmitAsync(page, address, [("Input.Publish", "true")], button: "Check what will happen");
        using var answer = await browser.SubmitAsync(await check.DocumentAsync(HttpStatusCode.OK), address, [], button: "Merge the two records");
        Assert.Equal("/prisoners/shown-one", answer.SentTo());
        using var reader = app.Browser();
        Assert.Contains("Hidden Two", (await reader.PageAsync("/prisoners/shown-one")).MainText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_OldAddressOfAHiddenMerge_IsNotFoundForReaders()
    {
        await using var work = app.Work();
        var kept = (await work.Prisoners.AddAsync(Valid.Prisoner("Draft Kept"), Valid.Submission())).Subjects[0];
        var absorbed = await work.PrisonerAsync(Valid.Prisoner("Once Public"));
        var preview = await work.Merges.PreviewAsync(kept, absorbed);
        await work.Merges.MergeAsync(new() { KeptId = kept, AbsorbedId = absorbed, State = preview.State }, Valid.Submission());
        using var reader = app.Browser();
        using var editor = await app.SignInAsync(Role.Viewer);

        using var hidden = await reader.GetAsync("/prisoners/once-public");
        using var shown = await editor.GetAsync("/prisoners/once-public");

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.MovedPermanently), (hidden.StatusCode, shown.StatusCode));
    }

    [Fact]
    public async Task Post_ChangedMeanwhile_ShowsTheRecordsAnew()
    {
        await using var work = app.Work();
        await work.PrisonerAsync(Valid.Prisoner("Meanwhile One"));
        var other = await work.PrisonerAsync(Valid.Prisoner("Meanwhile Two"));
        using var browser = await app.SignInAsync(Role.Editor);
        const string address = "/prisoners/meanwhile-one/merge?with=meanwhile-two";
        using var check = await browser.SubmitAsync(await browser.PageAsync(address), address, [], button: "Check what will happen");
        await work.Imprisonments.AddAsync(other, Valid.Imprisonment("2022-02-24"), Valid.Submission());

        using var answer = await browser.SubmitAsync(await check.DocumentAsync(HttpStatusCode.OK), address, [], button: "Merge the two records");

        var page = await answer.DocumentAsync(HttpStatusCode.Conflict);
        Assert.Contains("Nothing was merged", page.Problems(), StringComparison.Ordinal);
        Assert.Contains("24 February 2022", page.MainText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_AsViewer_IsRefused()
    {
        await using var work = app.Work();
        await work.PrisonerAsync(Valid.Prisoner("Viewed One"));
        using var browser = await app.SignInAsync(Role.Viewer);

        using var answer = await browser.GetAsync("/prisoners/viewed-one/merge");

        Assert.NotEqual(HttpStatusCode.OK, answer.StatusCode);
    }
}
