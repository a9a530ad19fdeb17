using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Prisoners;
using PrisonerTracker.Core.Releases;
using PrisonerTracker.Core.Users;
using PrisonerTracker.Testing;
using Xunit;

namespace PrisonerTracker.Web.Tests.Pages.Prisoners.Releases;

public sealed class RecordTests(RegisterApp app) : IClassFixture<RegisterApp>
{
    private const string Check = "Check the answers";
    private const string Record = "Record the release";
    private const string On = "Input.ReleasedOn";

    [Fact]
    public async Task Post_CompleteAnswers_AreCheckedFirstAndThenRecordedEverywhere()
    {
        await using var work = app.Work();
        var (_, imprisonmentId) = await work.HeldAsync("Released Person", Valid.Imprisonment("2023-05"));
        using var browser = await app.SignInAsync(Role.Editor);

        var check = await CheckAsync(
            browser, "released-person", (On, "2025-12"), ("Input.Ground", "Pardon"), ("Input.DestinationCountry", "LT"), ("Input.ForcedOut", "true"), ("Input.Conditions", "Banned from returning"),
            ("Input.Note", "Seen in Vilnius"), ("Reason", "Announced today"));

        Assert.Equal("Check the answers", check.QuerySelector("main h1")!.Words());
        Assert.Equal(
            ("Released Person", "Pardon", "Lithuania", "Yes", "Banned from returning", "Seen in Vilnius"),
            (check.Fact("Person"), check.Fact("Ground"), check.Fact("Taken to"), check.Fact("Forced out of the country"), check.Fact("Conditions"), check.Fact("Note")));
        Assert.Contains("December 2025", check.Fact("Released on"), StringComparison.Ordinal);
        Assert.Contains("unsourced", check.Fact("Source"), StringComparison.Ordinal);
        Assert.False(await work.Context.Releases.AnyAsync(r => r.ImprisonmentId == imprisonmentId)); // nothing is written yet

        using var answer = await RecordAsync(browser, "released-person", check);

        var profile = await browser.PageAsync(answer.SentTo());
        Assert.Contains("The release was recorded.", profile.MainText(), StringComparison.Ordinal);
        Assert.Contains("Pardoned and released in December 2025", profile.MainText(), StringComparison.Ordinal);
        Assert.Equal(["Released Person"], (await browser.PageAsync("/prisoners?releasedFrom=2025-12-31&q=released")).Names());
        foreach (var format in new[] { "csv", "json" })
        {
            using var export = await browser.GetAsync($"/prisoners.{format}?q=released");
            Assert.Contains("2025-12", await export.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        var history = (await browser.PageAsync("/prisoners/released-person/history")).QuerySelector("main ol > li")!.Words();
        Assert.Contains("Release recorded", history, StringComparison.Ordinal);
        Assert.Contains("“Announced today”", history, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2023-04", "lies before the detention")]
    [InlineData("2026-01-17", "lies in the future")]
    [InlineData("2025-13", "This is not a date")]
    [InlineData("", "Say when the person was released")]
    public async Task Post_DateThatCannotBe_IsRefusedAtTheFieldAndKept(string date, string says)
    {
        await using var work = app.Work();
        var (prisonerId, _) = await work.HeldAsync("Wrong Date", Valid.Imprisonment("2023-05"));
        var slug = await work.Context.Prisoners.Where(p => p.PrisonerId == prisonerId).Select(p => p.Slug).SingleAsync();
        using var browser = await app.SignInAsync(Role.Editor);

        using var answer = await SendAsync(browser, slug, await browser.PageAsync(Address(slug)), Check, (On, date), ("Input.Note", "Keep me"), ("Input.DestinationCountry", "LT"));

        var page = await answer.DocumentAsync(HttpStatusCode.BadRequest);
        Assert.Contains(says, page.ProblemAt("Input_ReleasedOn"), StringComparison.Ordinal);
        Assert.Equal((date, "Keep me", "LT"), (page.ValueAt("Input_ReleasedOn"), page.ValueAt("Input_Note"), page.ValueAt("Input_DestinationCountry")));
        Assert.Empty(page.DeadLinks());
    }

    [Fact]
    public async Task Post_DateChangedBehindTheCheckPage_IsRefusedWhenRecordingToo()
    {
        await using var work = app.Work();
        var (_, imprisonmentId) = await work.HeldAsync("Tampered Date");
        using var browser = await app.SignInAsync(Role.Editor);
        var check = await CheckAsync(browser, "tampered-date", (On, "2025-12-13"));

        using var answer = await SendAsync(browser, "tampered-date", check, Record, (On, "2020"));

        var page = await answer.DocumentAsync(HttpStatusCode.BadRequest);
        Assert.Contains("lies before the detention", page.ProblemAt("Input_ReleasedOn"), StringComparison.Ordinal);
        Assert.False(await work.Context.Releases.AnyAsync(r => r.ImprisonmentId == imprisonmentId));
    }

    [Fact]
    public async Task Post_AlreadyReleased_SaysWhenAndWhatToDo()
    {
        await using var work = app.Work();
        var (_, imprisonmentId) = await work.HeldAsync("Free Already");
        await work.Releases.RecordAsync(imprisonmentId, 1, Valid.Release("2025-06-21"), Valid.Submission());
        using var browser = await app.SignInAsync(Role.Editor);
        var form = await browser.PageAsync(Address("free-already"));

        using var answer = await SendAsync(browser, "free-already", form, Check, (On, "2025-12-13"));

        Assert.Contains("21 June 2025", form.Fact("Already released on"), StringComparison.Ordinal);
        var page = await answer.DocumentAsync(HttpStatusCode.BadRequest);
        Assert.Contains("already ended: a release on 21 June 2025 is recorded. Undo that one first", page.Problems(), StringComparison.Ordinal);
        Assert.Equal("2025-12-13", page.ValueAt("Input_ReleasedOn"));
    }

    [Fact]
    public async Task Post_ChangeTheAnswers_GoesBackToTheFormAsItWas()
    {
        (string Field, string Value)[] typed =
        [
            (On, "2025-12~"), ("Input.Ground", "Exchange"), ("Input.DestinationCountry", "UA"), ("Input.ForcedOut", "false"), ("Input.Conditions", "None \"known\""),
            ("Input.Note", "Two\nlines"), ("Source.Publisher", "Herald"), ("Source.Title", "Freed"), ("Source.PublishedOn", "2025-12-14"), ("Source.Locator", "p. 1"), ("Reason", "Because"),
        ];
        await using var work = app.Work();
        await work.HeldAsync("Thought Twice");
        using var browser = await app.SignInAsync(Role.Editor);
        var form = await browser.PageAsync(Address("thought-twice"));
        using var checkAnswer = await SendAsync(browser, "thought-twice", form, Check, typed);
        var check = await checkAnswer.DocumentAsync(HttpStatusCode.OK);

        using var answer = await SendAsync(browser, "thought-twice", check, "Change the answers");

        var page = await answer.DocumentAsync(HttpStatusCode.OK);
        Assert.Equal("Record a release", page.QuerySelector("main h1")!.Words());
        foreach (var (field, value) in typed)
            Assert.Equal((field, value), (field, page.ValueAt(page.QuerySelector($"[name='{field}']")!.Id!).ReplaceLineEndings("\n")));
        Assert.Equal(form.ValueAt("RequestKey"), page.ValueAt("RequestKey"));
        using var recorded = await RecordAsync(browser, "thought-twice", await CheckAsync(browser, "thought-twice", page));
        recorded.SentTo();
    }

    [Fact]
    public async Task Post_CheckPageTwice_RecordsOneRelease()
    {
        await using var work = app.Work();
        var (_, imprisonmentId) = await work.HeldAsync("Clicked Twice");
        using var browser = await app.SignInAsync(Role.Editor);
        var check = await CheckAsync(browser, "clicked-twice", (On, "2025-12-13"), ("Source.Publisher", "Clicked Herald"));

        using var first = await RecordAsync(browser, "clicked-twice", check);
        using var second = await RecordAsync(browser, "clicked-twice", check);

        Assert.Equal(first.SentTo(), second.SentTo());
        Assert.Equal(1, await work.Context.Releases.CountAsync(r => r.ImprisonmentId == imprisonmentId));
        Assert.Equal(1, await work.Context.Sources.CountAsync(s => s.Publisher == "Clicked Herald"));
    }

    [Fact]
    public async Task Post_CheckPageManyTimesAtOnce_RecordsOneRelease()
    {
        await using var work = app.Work();
        var (_, imprisonmentId) = await work.HeldAsync("Hammered Button");
        using var browser = await app.SignInAsync(Role.Editor);
        var check = await CheckAsync(browser, "hammered-button", (On, "2025-12-13"), ("Source.Publisher", "Hammered Herald"));

        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => RecordAsync(browser, "hammered-button", check)));

        Assert.All(answers, answer => Assert.Equal("/prisoners/hammered-button", answer.SentTo()));
        Assert.Equal(1, await work.Context.Releases.CountAsync(r => r.ImprisonmentId == imprisonmentId));
        Assert.Equal(1, await work.Context.Sources.CountAsync(s => s.Publisher == "Hammered Herald"));
        Array.ForEach(answers, answer => answer.Dispose());
    }

    [Fact]
    public async Task Post_TwoHostsAtOnce_RecordOneRelease()
    {
        await using var work = app.Work();
        var (_, imprisonmentId) = await work.HeldAsync("Two Hosts");
        await using var another = app.Another();
        using var mine = await app.SignInAsync(Role.Editor);
        using var theirs = await another.SignInAsync(Role.Editor);
        var (myCheck, theirCheck) = (await CheckAsync(mine, "two-hosts", (On, "2025-12-13")), await CheckAsync(theirs, "two-hosts", (On, "2025-12-14")));

        var answers = await Task.WhenAll(RecordAsync(mine, "two-hosts", myCheck), RecordAsync(theirs, "two-hosts", theirCheck));

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.Redirect);
        var refused = Assert.Single(answers, answer => answer.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.Conflict);
        Assert.NotEmpty((await refused.DocumentAsync()).Problems());
        Assert.Equal(1, await work.Context.Releases.CountAsync(r => r.ImprisonmentId == imprisonmentId));
        Array.ForEach(answers, answer => answer.Dispose());
    }

    [Fact]
    public async Task Post_OldFormAfterSuccess_DoesNotRecordTwice()
    {
        await using var work = app.Work();
        var (_, imprisonmentId) = await work.HeldAsync("Gone Back");
        using var browser = await app.SignInAsync(Role.Editor);
        var form = await browser.PageAsync(Address("gone-back"));
        using var recorded = await RecordAsync(browser, "gone-back", await CheckAsync(browser, "gone-back", form, (On, "2025-12-13")));
        recorded.SentTo();

        using var answer = await SendAsync(browser, "gone-back", form, Check, (On, "2025-12-14"));

        var page = await answer.DocumentAsync(HttpStatusCode.BadRequest);
        Assert.Contains("already ended", page.Problems(), StringComparison.Ordinal);
        Assert.Equal(["2025-12-13"], (await work.Context.Releases.Where(r => r.ImprisonmentId == imprisonmentId).ToListAsync()).Select(r => r.ReleasedOn.ToString()));
    }

    [Fact]
    public async Task Post_ImprisonmentChangedMeanwhile_SaysSoAndGoesOnFromWhatIsRecordedNow()
    {
        await using var work = app.Work();
        var (_, imprisonmentId) = await work.HeldAsync("Stale Form");
        using var browser = await app.SignInAsync(Role.Editor);
        var check = await CheckAsync(browser, "stale-form", (On, "2025-12-13"), ("Input.Note", "Keep me"));
        await work.Releases.RecordAsync(imprisonmentId, 1, Valid.Release("2025-09-11"), Valid.Submission());
        await work.Releases.UndoAsync(imprisonmentId, 2, Valid.Undo(UndoKind.ReturnedToCustody), Valid.Submission());

        using var refused = await RecordAsync(browser, "stale-form", check);

        var page = await refused.DocumentAsync(HttpStatusCode.Conflict);
        Assert.Contains("Somebody else changed this imprisonment", page.Problems(), StringComparison.Ordinal);
        Assert.Equal(("2025-12-13", "Keep me", "3"), (page.ValueAt("Input_ReleasedOn"), page.ValueAt("Input_Note"), page.ValueAt("Input_Version")));
        using var recorded = await RecordAsync(browser, "stale-form", await CheckAsync(browser, "stale-form", page));
        recorded.SentTo();
    }

    [Fact]
    public async Task Post_WithAnEvent_CountsInTheEvent()
    {
        await using var work = app.Work();
        await work.HeldAsync("Exchanged Person");
        var eventId = (await work.ReleaseEvents.CreateAsync(Valid.ReleaseEvent() with { AnnouncedCount = 3 }, Valid.Submission())).Subjects[0];
        await work.ReleaseEvents.SetPublicationAsync(eventId, Publication.Published, Valid.Submission());
        using var browser = await app.SignInAsync(Role.Editor);
        using var reader = app.Browser();
        var before = await reader.PageAsync("/releases/2025-12-13-belarus");

        var check = await CheckAsync(browser, "exchanged-person", (On, "2025-12-13"), ("Input.ReleaseEventId", eventId.ToString()));
        using var answer = await RecordAsync(browser, "exchanged-person", check);

        answer.SentTo();
        Assert.Contains("An exchange", check.Fact("Release event"), StringComparison.Ordinal);
        var after = await reader.PageAsync("/releases/2025-12-13-belarus");
        Assert.Equal(("0", "3"), (before.Fact("Named"), before.Fact("Unexplained")));
        Assert.Equal(("1", "1", "2"), (after.Fact("Named"), after.Fact("Matched to this register"), after.Fact("Unexplained")));
        Assert.Contains("An exchange", (await reader.PageAsync("/prisoners/exchanged-person")).MainText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_EventThatIsNot_IsRefused()
    {
        await using var work = app.Work();
        await work.HeldAsync("Lost Event");
        using var browser = await app.SignInAsync(Role.Editor);
        var check = await CheckAsync(browser, "lost-event", (On, "2025-12-13"));

        using var answer = await SendAsync(browser, "lost-event", check, Record, ("Input.ReleaseEventId", Guid.NewGuid().ToString()));

        var page = await answer.DocumentAsync(HttpStatusCode.BadRequest);
        Assert.Contains("not in the register", page.Problems(), StringComparison.Ordinal);
        Assert.Empty(page.DeadLinks());
    }

    [Fact]
    public async Task Post_NewSource_IsAddedWithTheReleaseAndCited()
    {
        await using var work = app.Work();
        await work.HeldAsync("Reported Person");
        using var browser = await app.SignInAsync(Role.Editor);

        var check = await CheckAsync(
            browser, "reported-person", (On, "2025-12-13"), ("Source.Publisher", "Release Herald"), ("Source.Title", "They are free"), ("Source.Address", "https://herald.example/free"));
        var onlyChecked = await work.Context.Sources.CountAsync(s => s.Publisher == "Release Herald");
        using var answer = await RecordAsync(browser, "reported-person", check);

        var profile = await browser.PageAsync(answer.SentTo());
        Assert.Equal(0, onlyChecked);
        Assert.Contains("Release Herald, They are free", profile.MainText(), StringComparison.Ordinal);
        var source = await browser.PageAsync("/sources/release-herald");
        Assert.Contains("Reported Person", source.MainText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_NewSourceOfARefusedRelease_IsNotLeftBehind()
    {
        await using var work = app.Work();
        var (_, imprisonmentId) = await work.HeldAsync("Refused Person");
        using var browser = await app.SignInAsync(Role.Editor);
        var check = await CheckAsync(browser, "refused-person", (On, "2025-12-13"), ("Source.Publisher", "Orphan Herald"));
        await work.Releases.RecordAsync(imprisonmentId, 1, Valid.Release("2025-09-11"), Valid.Submission());

        using var answer = await RecordAsync(browser, "refused-person", check);

        var page = await answer.DocumentAsync(HttpStatusCode.BadRequest);
        Assert.Contains("already ended", page.Problems(), StringComparison.Ordinal);
        Assert.False(await work.Context.Sources.AnyAsync(s => s.Publisher == "Orphan Herald"));
    }

    [Fact]
    public async Task Post_AnotherPersonsImprisonment_IsNotFound()
    {
        await using var work = app.Work();
        await work.HeldAsync("Right Person");
        var (_, anothers) = await work.HeldAsync("Wrong Person");
        using var browser = await app.SignInAsync(Role.Editor);
        var check = await CheckAsync(browser, "right-person", (On, "2025-12-13"));

        using var answer = await SendAsync(browser, "right-person", check, Record, ("Input.ImprisonmentId", anothers.ToString()));

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.False(await work.Context.Releases.AnyAsync(r => r.ImprisonmentId == anothers));
    }

    [Fact]
    public async Task Get_NeverImprisoned_SaysThatThereIsNothingToBeReleasedFrom()
    {
        using var browser = await app.SignInAsync(Role.Editor);

        var page = await browser.PageAsync("/prisoners/other-person/release");

        Assert.Contains("nothing to be released from", page.MainText(), StringComparison.Ordinal);
    }

    private static string Address(string slug) => $"/prisoners/{slug}/release";

    private static Task<HttpResponseMessage> SendAsync(
        Browser browser, string slug, IHtmlDocument page, string button, params (string Field, string Value)[] fields) =>
        browser.SubmitAsync(page, Address(slug), fields, button: button);

    private static async Task<IHtmlDocument> CheckAsync(Browser browser, string slug, params (string Field, string Value)[] fields) =>
        await CheckAsync(browser, slug, await browser.PageAsync(Address(slug)), fields);

    private static async Task<IHtmlDocument> CheckAsync(Browser browser, string slug, IHtmlDocument form, params (string Field, string Value)[] fields)
    {
        using var answer = await SendAsync(browser, slug, form, Check, fields);
        return await answer.DocumentAsync(HttpStatusCode.OK);
    }

    private static Task<HttpResponseMessage> RecordAsync(Browser browser, string slug, IHtmlDocument check) =>
        SendAsync(browser, slug, check, Record);
}
