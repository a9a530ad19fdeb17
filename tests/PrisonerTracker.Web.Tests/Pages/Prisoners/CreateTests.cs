using System.Net;
using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Names;
using PrisonerTracker.Core.Users;
using Xunit;

namespace PrisonerTracker.Web.Tests.Pages.Prisoners;

public sealed class CreateTests(RegisterApp app) : IClassFixture<RegisterApp>
{
    private const string Address = "/prisoners/new";
    private const string Name = "Input.Names[0].Full";

    [Fact]
    public async Task Post_NamesInThreeScripts_AddsADraftThatEverySpellingFinds()
    {
        using var browser = await app.SignInAsync(Role.Editor);

        using var answer = await browser.PostAsync(
            Address, (Name, " Aliaksandr Added "), ("Input.Names[1].Full", "Аляксандр Дададзены"), ("Input.Names[2].Full", "Александр Добавленный"),
            ("Input.Gender", "Male"), ("Input.BornOn", "c. 1980"), ("Input.Citizenships", "by, us"), ("Input.Summary", "A painter."));

        Assert.Equal("/prisoners/aliaksandr-added", answer.SentTo());
        var profile = await browser.PageAsync("/prisoners/aliaksandr-added");
        Assert.Contains("Added as a draft", profile.MainText(), StringComparison.Ordinal);
        Assert.Equal(("about 1980", "Belarus, United States"), (profile.Fact("Born"), profile.Fact("Citizenship")));
        foreach (var spelling in new[] { "added", "Дададзены", "ДОБАВЛЕННЫЙ" })
            Assert.Equal(["Aliaksandr Added"], (await browser.PageAsync($"/prisoners?q={spelling}")).Names());
    }

    [Fact]
    public async Task Post_WithANewSource_CitesItOnTheProfile()
    {
        using var browser = await app.SignInAsync(Role.Editor);

        using var answer = await browser.PostAsync(Address, (Name, "Sourced Person"), ("Source.Publisher", "Herald"), ("Source.Address", "https://herald.example/1"));

        var profile = await browser.PageAsync(answer.SentTo());
        Assert.Equal("/sources/herald", profile.QuerySelector("[id=note-1] a")?.GetAttribute("href"));
    }

    [Fact]
    public async Task Post_DetentionKnownToTheMonth_StaysAMonth()
    {
        using var browser = await app.SignInAsync(Role.Editor);
        using var added = await browser.PostAsync(Address, (Name, "Month Only"));

        using var answer = await browser.PostAsync(added.SentTo() + "/imprisonments/new", ("Input.DetainedOn", "2023-05"));

        var profile = await browser.PageAsync(answer.SentTo());
        Assert.Contains("In custody since May 2023.", profile.MainText(), StringComparison.Ordinal);
        Assert.Equal("2023-05", profile.QuerySelector("main time")!.GetAttribute("datetime"));
        Assert.DoesNotContain("1 May 2023", profile.MainText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_NoName_SaysSoAndAddsNobody()
    {
        using var browser = await app.SignInAsync(Role.Editor);
        var before = await CountAsync();

        using var answer = await browser.PostAsync(Address, (Name, "   "));

        var page = await answer.DocumentAsync(HttpStatusCode.BadRequest);
        Assert.Contains("Write at least one name.", page.Problems(), StringComparison.Ordinal);
        Assert.Empty(page.DeadLinks());
        Assert.Equal(before, await CountAsync());
    }

    [Fact]
    public async Task Post_BadDate_KeepsEverythingThatWasTyped()
    {
        (string Field, string Value)[] typed =
        [
            (Name, "Kept Person"), ("Input.Names[0].Given", "Kept"), ("Input.Names[0].Family", "Person"), ("Input.Names[0].Kind", "Official"),
            ("Input.Names[1].Full", "Захаваны"), ("Input.Names[1].Language", "uk"), ("Input.Gender", "Female"), ("Input.BornOn", "2023-13"), ("Input.DiedOn", "c. 2024"),
            ("Input.Citizenships", "BY, LV"), ("Input.Occupation", "poet & \"critic\""), ("Input.Summary", "Line one\nLine two"), ("Input.SummaryBelarusian", "Радок"),
            ("Input.SummaryRussian", "Строка"), ("Source.Publisher", "Herald"), ("Source.Title", "A title"), ("Source.Address", "https://herald.example/2"),
            ("Source.PublishedOn", "2024-01"), ("Source.Locator", "page 2"),
        ];
        using var browser = await app.SignInAsync(Role.Editor);

        using var answer = await browser.PostAsync(Address, typed);

        var page = await answer.DocumentAsync(HttpStatusCode.BadRequest);
        Assert.StartsWith("This is not a date.", page.ProblemAt("Input_BornOn"), StringComparison.Ordinal);
        Assert.Null(page.ProblemAt("Input_DiedOn"));
        foreach (var (field, value) in typed)
            Assert.Equal((field, value), (field, page.QuerySelector($"[name='{field}']") is { } control ? page.ValueAt(control.Id!).ReplaceLineEndings("\n") : null));
        Assert.Empty(page.DeadLinks());
    }

    [Theory]
    [InlineData("Input.BornOn", "2026-02", "future")]
    [InlineData("Input.Citizenships", "XX", "XX")]
    [InlineData("Source.Existing", "no-such-source", "no source of this name")]
    [InlineData("Source.Title", "A title without a publisher", "Say who published")]
    public async Task Post_SomethingThatCannotBe_IsRefusedAndKept(string field, string value, string says)
    {
        using var browser = await app.SignInAsync(Role.Editor);
        var before = await CountAsync();

        using var answer = await browser.PostAsync(Address, (Name, "Impossible Person"), (field, value));

        var page = await answer.DocumentAsync(HttpStatusCode.BadRequest);
        Assert.Contains(says, page.Problems(), StringComparison.Ordinal);
        Assert.Equal(value, page.ValueAt(field.Replace('.', '_')));
        Assert.Empty(page.DeadLinks());
        Assert.Equal(before, await CountAsync());
    }

    [Fact]
    public async Task Post_SourceThatIsNoWebAddress_IsRefusedAtItsField()
    {
        using var browser = await app.SignInAsync(Role.Editor);

        using var answer = await browser.PostAsync(Address, (Name, "Scripted Source"), ("Source.Publisher", "Herald"), ("Source.Address", "javascript:alert(1)"));

        var page = await answer.DocumentAsync(HttpStatusCode.BadRequest);
        Assert.Contains("https://", page.ProblemAt("Source_Address"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_TwoPreferredNamesOfOneLanguage_IsRefused()
    {
        using var browser = await app.SignInAsync(Role.Editor);

        using var answer = await browser.PostAsync(Address, (Name, "First Form"), ("Input.Names[1].Full", "Second Form"), ("Input.Names[1].Language", "en"));

        var page = await answer.DocumentAsync(HttpStatusCode.BadRequest);
        Assert.Contains("Two names are preferred", page.Problems(), StringComparison.Ordinal);
        Assert.Empty(page.DeadLinks());
    }

    [Fact]
    public async Task Post_NameTooLong_IsRefusedAtItsField()
    {
        using var browser = await app.SignInAsync(Role.Editor);

        using var answer = await browser.PostAsync(Address, (Name, new string('a', PersonName.FullLength + 1)));

        var page = await answer.DocumentAsync(HttpStatusCode.BadRequest);
        Assert.Contains("longer than 200 characters", page.ProblemAt("Input_Names_0__Full"), StringComparison.Ordinal);
        Assert.Equal(PersonName.FullLength + 1, page.ValueAt("Input_Names_0__Full").Length);
    }

    [Theory]
    [InlineData("Input.Names[0].Full", "Zero\0Byte")]
    [InlineData("Input.Summary", "Zero\0Byte")]
    [InlineData("Input.Summary", "😀 and 𠮷 are letters, too")]
    [InlineData("Input.Names[0].Full", "😀 Smile")]
    [InlineData("Input.Names[0].Full", "𠮷田")]
    [InlineData("Input.Names[0].Full", "No \uFFFE character")]
    [InlineData("Input.Names[0].Full", "ﷺ\u202e\u200b")]
    public async Task Post_UnusualCharacters_AreKeptOrRefusedButNeverFail(string field, string value)
    {
        using var browser = await app.SignInAsync(Role.Editor);

        using var answer = field == Name
            ? await browser.PostAsync(Address, (Name, value))
            : await browser.PostAsync(Address, (Name, "Unusual Person"), (field, value));

        Assert.True(answer.StatusCode is HttpStatusCode.Redirect or HttpStatusCode.BadRequest, $"{answer.StatusCode}");
        if (answer.StatusCode == HttpStatusCode.Redirect)
            await browser.PageAsync(answer.SentTo());
    }

    [Fact]
    public async Task Post_ScriptInEveryText_IsShownAsTextEverywhere()
    {
        const string Script = "<script>alert(1)</script>";
        using var browser = await app.SignInAsync(Role.Editor);
        using var answer = await browser.PostAsync(
            Address, (Name, $"{Script} Hostile"), ("Input.Names[1].Full", $"Варожы {Script}"), ("Input.Occupation", Script), ("Input.Summary", Script),
            ("Source.Publisher", Script), ("Source.Title", "\"><img src=x>"), ("Source.Locator", "\" onclick=\"alert(1)"));
        var profile = answer.SentTo();
        using var imprisoned = await browser.PostAsync(
            profile + "/imprisonments/new", ("Input.DetainedBy", Script), ("Input.Articles", Script), ("Input.Court", Script), ("Input.Circumstances", Script), ("Reason", Script));

        foreach (var address in new[]
        {
            profile, "/prisoners", "/prisoners?q=%3Cscript%3Ealert(1)%3C/script%3E", "/prisoners?article=%3Cscript%3E", profile + "/edit", profile + "/edit/identity", profile + "/history", profile + "/release",
            profile + "/publication", imprisoned.SentTo(), "/sources", "/",
        })
        {
            using var shown = await browser.GetAsync(address);
            var page = await shown.DocumentAsync(HttpStatusCode.OK);
            Assert.Empty(page.QuerySelectorAll("script:not([src]), [onclick], img[src=x]"));
        }

        Assert.StartsWith($"{Script} Hostile", (await browser.PageAsync(profile)).QuerySelector("main h1")!.Words(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_SameFormTwice_AddsOnePerson()
    {
        using var browser = await app.SignInAsync(Role.Editor);
        var form = await browser.PageAsync(Address);
        var before = await CountAsync();

        using var first = await browser.SubmitAsync(form, Address, [(Name, "Clicked Twice")]);
        using var second = await browser.SubmitAsync(form, Address, [(Name, "Clicked Twice")]);

        Assert.Equal((first.SentTo(), before + 1), (second.SentTo(), await CountAsync()));
    }

    [Fact]
    public async Task Post_SameNameAgain_IsAnotherPersonWithAnAddressOfTheirOwn()
    {
        using var browser = await app.SignInAsync(Role.Editor);

        using var first = await browser.PostAsync(Address, (Name, "Same Name"));
        using var asked = await browser.PostAsync(Address, (Name, "Same Name"));
        using var second = await browser.SubmitAsync(await asked.DocumentAsync(HttpStatusCode.BadRequest), Address, [("NoneOfThese", "true")]);

        Assert.Equal("/prisoners/same-name", first.SentTo());
        Assert.Matches("^/prisoners/same-name-[a-z2-9]{6}$", second.SentTo()); // a running number would tell of hidden namesakes
    }

    [Fact]
    public async Task Get_Anonymous_IsSentToSignIn()
    {
        using var browser = app.Browser();

        using var answer = await browser.GetAsync(Address);

        Assert.Equal("/sign-in?returnUrl=%2Fprisoners%2Fnew", answer.SentTo());
    }

    [Fact]
    public async Task Post_Viewer_IsForbidden()
    {
        using var browser = await app.SignInAsync(Role.Viewer);
        var before = await CountAsync();

        using var get = await browser.GetAsync(Address);
        using var post = await browser.Client.PostAsync(new Uri(Address, UriKind.Relative), new FormUrlEncodedContent([KeyValuePair.Create(Name, "Not Mine")]));

        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Forbidden), (get.StatusCode, post.StatusCode));
        Assert.Equal(before, await CountAsync());
    }

    [Fact]
    public async Task Post_NoAntiforgeryToken_IsRefused()
    {
        using var browser = await app.SignInAsync(Role.Editor);
        var before = await CountAsync();

        using var answer = await browser.PostAsync(Address, (Name, "Forged Person"), ("__RequestVerificationToken", ""));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(before, await CountAsync());
    }

    private async Task<int> CountAsync()
    {
        await using var work = app.Work();
        return await work.Context.Prisoners.CountAsync();
    }
}
