using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Bulk;
using PrisonerTracker.Core.Imprisonments;
using PrisonerTracker.Core.Prisoners;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Core.Tags;
using PrisonerTracker.Core.Users;
using PrisonerTracker.Testing;
using Xunit;

namespace PrisonerTracker.Web.Tests.Pages.Prisoners.Bulk;

/// <summary>From the list of people to what is recorded of many, and back, over HTTP. All people here are invented.</summary>
public sealed class BulkTests(RegisterApp app) : IClassFixture<RegisterApp>
{
    private const string Form = "form#choosing";

    [Fact]
    public async Task Journey_MarkOnTwoPagesSetCheckRecordUndo()
    {
        await using var work = app.Work();
        var (one, _) = await work.HeldAsync("Masavaja Pershaja");
        var (two, imprisonment) = await work.HeldAsync("Masavaja Druhaja");
        await work.Prisoners.SetPublicationAsync(one, Publication.Draft, Valid.Submission());
        await work.Releases.RecordAsync(imprisonment, 1, Valid.Release("2025-01-05"), Valid.Submission());
        using var browser = await app.SignInAsync(Role.Editor);

        var list = await browser.PageAsync("/prisoners?q=Masavaja");
        using var first = await browser.SubmitAsync(list, "/prisoners?q=Masavaja", [("People", one.ToString())], Form, "Choose the marked ones");
        Assert.Equal("/prisoners?q=Masavaja", first.SentTo());
        list = await browser.PageAsync("/prisoners?q=Masavaja");
        Assert.Contains("1 person is chosen for a bulk action.", list.MainText(), StringComparison.Ordinal);
        Assert.Null(list.QuerySelector($"input[name=People][value='{one}']"));
        Assert.NotNull(list.QuerySelector($"input[name=People][value='{two}']"));
        using var second = await browser.SubmitAsync(list, "/prisoners?q=Masavaja", [("People", two.ToString())], Form, "Choose the marked ones");
        second.SentTo();
        list = await browser.PageAsync("/prisoners?q=Masavaja");
        var address = list.QuerySelector<IHtmlAnchorElement>($"{Form} a")!.GetAttribute("href")!;

        var people = await browser.PageAsync(address);
        Assert.Equal(["Masavaja Druhaja", "Masavaja Pershaja"], people.Names());
        Assert.Contains("2 people chosen, nothing to set yet", people.MainText(), StringComparison.Ordinal);
        var set = await browser.PageAsync(address + "/set?kind=Release");
        using var nothing = await browser.SubmitAsync(set, address + "/set?kind=Release", []);
        Assert.Contains("Say when the people were released", (await nothing.DocumentAsync(HttpStatusCode.BadRequest)).ProblemAt("Input_HappenedOn"), StringComparison.Ordinal);
        using var kept = await browser.SubmitAsync(set, address + "/set?kind=Release", [("Input.HappenedOn", "2025-12-13"), ("Input.DestinationCountry", "PL"), ("Source.Publisher", "The Bulk Herald")]);
        Assert.Equal(address + "/check", kept.SentTo());

        var check = await browser.PageAsync(address + "/check");
        var text = check.MainText();
        Assert.Contains("It is recorded of 1 person. 1 of them is not published: readers see nothing of that.", text, StringComparison.Ordinal);
        Assert.Contains("Masavaja Druhaja: Masavaja Druhaja is already released, on 5 January 2025.", text, StringComparison.Ordinal);
        Assert.Equal(("13 December 2025", "Poland", "The Bulk Herald"), (check.Fact("Released on"), check.Fact("Taken to"), check.Fact("Sources")));
        Assert.Equal(check.QuerySelectorAll("[id]").Length, check.QuerySelectorAll("[id]").Select(e => e.Id).Distinct().Count());
        using var recorded = await browser.SubmitAsync(check, address + "/check", [("Reason", "An amnesty")], button: "Record it of 1 person");
        using var twice = await browser.SubmitAsync(check, address + "/check", [("Reason", "An amnesty")], button: "Record it of 1 person");
        Assert.Equal((address, address), (recorded.SentTo(), twice.SentTo()));
        Assert.Equal(1, await work.Context.Releases.CountAsync(r => r.Imprisonment.PrisonerId == one));
        people = await browser.PageAsync(address);
        Assert.Contains("no: Masavaja Druhaja is already released", people.MainText(), StringComparison.Ordinal);
        Assert.Contains("Masavaja Druhaja: вызваленне ўжо запісана (5 студзеня 2025)", (await browser.PageAsync("/be" + address)).MainText(), StringComparison.Ordinal);
        Assert.Contains("Released on 13 December 2025", (await browser.PageAsync("/prisoners/masavaja-pershaja")).MainText(), StringComparison.Ordinal);
        var history = (await browser.PageAsync("/prisoners/masavaja-pershaja/history")).MainText();
        Assert.Contains("Bulk action recorded", history, StringComparison.Ordinal);
        Assert.DoesNotContain("Masavaja Druhaja", history, StringComparison.Ordinal);
        Assert.Contains("Masavaja Druhaja", (await browser.PageAsync(address + "/history")).MainText(), StringComparison.Ordinal);

        var undo = await browser.PageAsync(address + "/undo");
        using var without = await browser.SubmitAsync(undo, address + "/undo", []);
        Assert.NotNull((await without.DocumentAsync(HttpStatusCode.BadRequest)).ProblemAt("Reason"));
        using var undone = await browser.SubmitAsync(undo, address + "/undo", [("Reason", "The wrong day")]);
        Assert.Equal(address, undone.SentTo());
        Assert.False(await work.Context.Releases.AnyAsync(r => r.Imprisonment.PrisonerId == one && r.UndoneAt == null));
        Assert.Contains("Undone on", (await browser.PageAsync("/prisoners/bulk")).QuerySelector("main")!.InnerHtml + (await browser.PageAsync(address)).MainText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Choose_EverybodyTheFilterFinds_MovesThemToAFacility()
    {
        await using var work = app.Work();
        await work.Catalogue.AddFacilityAsync(new FacilityDetails { Country = "BY", Name = LocalizedText.English("Bulk colony 9") }, Valid.Submission());
        for (var i = 0; i < 60; i++)
            await work.HeldAsync($"Filtravany {(char)('A' + (i % 26))}{i}");
        using var browser = await app.SignInAsync(Role.Editor);

        var list = await browser.PageAsync("/prisoners?q=Filtravany&custody=held");
        using var chosen = await browser.SubmitAsync(list, "/prisoners?q=Filtravany&custody=held", [("All", "true"), ("Into", "")], Form);
        var address = chosen.SentTo();
        Assert.Contains("60 people chosen", (await browser.PageAsync(address)).MainText(), StringComparison.Ordinal);
        using var kept = await browser.PostAsync(address + "/set?kind=Placement", ("Input.Facility", "bulk colony 9"), ("Input.HappenedOn", "2025-06"), ("Input.EndsPrevious", "True"));
        var check = await browser.PageAsync(kept.SentTo());
        Assert.Contains("This is about 60 people. Above 20, a second person checks and records it.", check.MainText(), StringComparison.Ordinal);
        using var sent = await browser.SubmitAsync(check, address + "/check", [], button: "Send for approval");
        sent.SentTo();
        var own = await browser.PageAsync(address + "/check");
        Assert.Contains("Another editor has to check", own.MainText(), StringComparison.Ordinal);
        using var colleague = await app.SignInAsync(Role.Editor);
        using var recorded = await colleague.SubmitAsync(await colleague.PageAsync(address + "/check"), address + "/check", [], button: "Record it of 60 people");

        Assert.Equal(address, recorded.SentTo());
        Assert.Equal(60, await work.Context.Placements.CountAsync(p => p.Facility!.Key == "by-bulk-colony-9"));
        Assert.Contains("60 people", (await browser.PageAsync("/facilities/by-bulk-colony-9")).MainText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_SomebodyElseRecordedMeanwhile_IsAConflict()
    {
        await using var work = app.Work();
        var (person, _) = await work.HeldAsync("Sutyknenne Masavaje");
        var id = await DraftAsync(work, new BulkDetails { Kind = BulkKind.Release, HappenedOn = PartialDate.Parse("2025-12-13") }, person);
        using var browser = await app.SignInAsync(Role.Editor);
        using var colleague = await app.SignInAsync(Role.Editor);
        var address = $"/prisoners/bulk/{id}/check";
        var (mine, theirs) = (await browser.PageAsync(address), await colleague.PageAsync(address));
        using var recorded = await colleague.SubmitAsync(theirs, address, []);
        recorded.SentTo();

        using var late = await browser.SubmitAsync(mine, address, []);

        Assert.Contains("Somebody else changed this", (await late.DocumentAsync(HttpStatusCode.Conflict)).Problems(), StringComparison.Ordinal);
        Assert.Equal(1, await work.Context.Releases.CountAsync(r => r.Imprisonment.PrisonerId == person));
    }

    [Fact]
    public async Task Choose_NobodyOrAWrongFilter_Is400AndKeepsTheWayBack()
    {
        await using var work = app.Work();
        await work.HeldAsync("Nikoha Nie Vybrali");
        using var browser = await app.SignInAsync(Role.Editor);
        var list = await browser.PageAsync("/prisoners?q=Nikoha");

        using var nobody = await browser.SubmitAsync(list, "/prisoners?q=Nikoha", [], Form, "Choose the marked ones");
        using var wrong = await browser.SubmitAsync(list, "/prisoners?q=Nikoha", [("All", "true"), ("Query", "?custody=nowhere")], Form);
        using var gone = await browser.SubmitAsync(list, "/prisoners?q=Nikoha", [("People", Guid.NewGuid().ToString())], Form);

        var page = await nobody.DocumentAsync(HttpStatusCode.BadRequest);
        Assert.Contains("Nobody is marked", page.Problems(), StringComparison.Ordinal);
        Assert.Equal("/prisoners?q=Nikoha", page.QuerySelector("main p.back a")!.GetAttribute("href"));
        Assert.Contains("nowhere", (await wrong.DocumentAsync(HttpStatusCode.BadRequest)).Problems(), StringComparison.Ordinal);
        Assert.Contains("not in the register any more", (await gone.DocumentAsync(HttpStatusCode.BadRequest)).Problems(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Placement", "Input_Facility", "Say which facility")]
    [InlineData("Designation", "Input_Organisation", "Say which organisation")]
    [InlineData("Tag", "Input_Tag", "Say which tag")]
    [InlineData("Release", "Input_HappenedOn", "Say when the people were released")]
    public async Task Set_NothingEntered_Is400AtTheField(string kind, string field, string says)
    {
        await using var work = app.Work();
        var (person, _) = await work.HeldAsync($"Pusty {kind}");
        var id = (await work.Bulk.ChooseAsync(null, [person], null, Valid.Submission())).Subjects[0];
        using var browser = await app.SignInAsync(Role.Editor);

        using var answer = await browser.PostAsync($"/prisoners/bulk/{id}/set?kind={kind}");
        using var unknown = await browser.PostAsync($"/prisoners/bulk/{id}/set?kind={kind}", ("Input.Facility", "Nowhere at all"), ("Input.Organisation", "Nowhere at all"), ("Input.Tag", "Nowhere at all"), ("Input.HappenedOn", "2999"));

        Assert.Contains(says, (await answer.DocumentAsync(HttpStatusCode.BadRequest)).ProblemAt(field), StringComparison.Ordinal);
        var page = await unknown.DocumentAsync(HttpStatusCode.BadRequest);
        Assert.NotNull(page.ProblemAt(field));
        Assert.Equal(kind == "Release" ? "2999" : "Nowhere at all", page.ValueAt(field));
    }

    [Fact]
    public async Task Get_AsReaderOrViewer_OffersAndShowsNothing()
    {
        await using var work = app.Work();
        var (person, _) = await work.HeldAsync("Schavany Ad Chytacha");
        var id = (await work.Bulk.ChooseAsync(null, [person], null, Valid.Submission())).Subjects[0];
        using var reader = app.Browser();
        using var viewer = await app.SignInAsync(Role.Viewer);

        foreach (var browser in new[] { reader, viewer })
        {
            var list = await browser.PageAsync("/prisoners?q=Schavany");
            Assert.Null(list.QuerySelector("input[name=People]"));
            Assert.Null(list.QuerySelector(Form));
            foreach (var address in new[] { "/prisoners/bulk", $"/prisoners/bulk/{id}", $"/prisoners/bulk/{id}/check", "/tags/edit" })
            {
                using var answer = await browser.GetAsync(address);
                Assert.True(answer.StatusCode is HttpStatusCode.Redirect or HttpStatusCode.Forbidden, $"{address}: {answer.StatusCode}");
            }
        }

        using var editor = await app.SignInAsync(Role.Editor);
        using var nothing = await editor.GetAsync($"/prisoners/bulk/{Guid.NewGuid()}");
        Assert.Equal(HttpStatusCode.NotFound, nothing.StatusCode);
    }

    [Fact]
    public async Task Get_TwiceAsManyPeople_AsksTheDatabaseAsOften()
    {
        await using var work = app.Work();
        var tag = (await work.Tags.AddAsync(new TagDetails { Name = LocalizedText.English("Statements") }, Valid.Submission())).Subjects[0];
        var people = new List<Guid>();
        for (var i = 0; i < 40; i++)
            people.Add((await work.HeldAsync($"Padlichany {i}")).PrisonerId);
        using var browser = await app.SignInAsync(Role.Editor);
        await browser.PageAsync("/about");
        foreach (var page in new[] { "", "/set", "/check", "/undo", "/history" })
        {
            var few = await CountAsync(people[..20], page);
            Assert.InRange(await CountAsync(people, page), 1, few);
        }

        async Task<int> CountAsync(IEnumerable<Guid> chosen, string page)
        {
            var id = await DraftAsync(work, new BulkDetails { Kind = BulkKind.Tag, TagId = tag }, [.. chosen]);
            app.Statements.Clear();
            await browser.PageAsync($"/prisoners/bulk/{id}{page}");
            Assert.True(app.Statements.Sent.Count <= 20, $"{page}: {app.Statements.Sent.Count}");
            return app.Statements.Sent.Count;
        }
    }

    private static async Task<Guid> DraftAsync(Work work, BulkDetails details, params Guid[] people)
    {
        var id = (await work.Bulk.ChooseAsync(null, people, null, Valid.Submission())).Subjects[0];
        await work.Bulk.SetAsync(id, 2, details, Valid.Submission());
        return id;
    }
}
