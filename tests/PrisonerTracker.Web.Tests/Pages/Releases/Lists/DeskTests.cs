using System.IO.Compression;
using System.Net;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Desk;
using PrisonerTracker.Core.Photos;
using PrisonerTracker.Core.Prisoners;
using PrisonerTracker.Core.Users;
using PrisonerTracker.Testing;
using Xunit;

namespace PrisonerTracker.Web.Tests.Pages.Releases.Lists;

/// <summary>From the pasted list to the recorded one and back, over HTTP. All people here are invented.</summary>
public sealed class DeskTests(RegisterApp app) : IClassFixture<RegisterApp>
{
    [Fact]
    public async Task Journey_PasteDecideCheckRecordUndo()
    {
        var slug = await EventAsync("A pardon for many", announced: 5);
        await using var work = app.Work();
        var (person, _) = await work.HeldAsync("Vasilina Padrabiaznaja");
        var (pictured, _) = await work.HeldAsync("Dva Adnolkavyja");
        await work.HeldAsync("Dva Adnolkavyja");
        await work.Photos.SetAsync(
            pictured, 0, new PhotoDetails { Credit = "A. Photographer", Permission = "CC BY 4.0" }, new PreparedPhoto(new string('a', 64), [1], 640, 800, [2]), Valid.Submission());
        using var browser = await app.SignInAsync(Role.Editor);

        var desk = await PasteAsync(browser, slug, "Freed:\n1. Васіліна Падрабязная\n2. Dva Adnolkavyja\n3. Nichto Niadaunija, 1980");
        var page = await browser.PageAsync(desk);
        var text = page.MainText();
        Assert.Contains("4 lines, 2 to decide", text, StringComparison.Ordinal);
        Assert.Equal(2, page.QuerySelectorAll("fieldset.list-line").Length);
        Assert.Contains("Published as: 2. Dva Adnolkavyja", text, StringComparison.Ordinal);
        Assert.Contains("fits “Dva Adnolkavyja”", text, StringComparison.Ordinal);
        Assert.Single(page.QuerySelectorAll($"fieldset.list-line img[src='/photos/{new string('a', 64)}-small.webp']"));
        Assert.Equal(page.QuerySelectorAll("[id]").Length, page.QuerySelectorAll("[id]").Select(e => e.Id).Distinct().Count());

        var first = page.QuerySelector<IHtmlInputElement>("input[type=radio][name='Answers[0].Choice']")!.Value;
        using var saved = await browser.SubmitAsync(page, desk, [("Answers[0].Choice", first), ("Answers[1].Choice", "named")], button: "Save the decisions");
        Assert.StartsWith(desk, saved.SentTo(), StringComparison.Ordinal);
        page = await browser.PageAsync(desk + "?show=All");
        var marked = page.QuerySelectorAll<IHtmlInputElement>("input[name=Marked]").Select(m => m.Value).ToList();
        using var bulk = await browser.SubmitAsync(page, desk, [("Marked", marked[1]), ("Bulk.Outcome", "FreedAndForcedOut"), ("Bulk.Destination", "LT")], button: "Set for these lines");
        bulk.SentTo();

        Assert.Contains("Lists (1 not recorded yet)", (await browser.PageAsync($"/releases/{slug}")).MainText(), StringComparison.Ordinal);
        var check = await browser.PageAsync(desk + "/check");
        Assert.Equal(("5", "3", "2", "1", "2"), (check.Fact("Announced"), check.Fact("Named"), check.Fact("Matched to this register"), check.Fact("Named, not in this register"), check.Fact("Unexplained")));
        Assert.Contains("2 people of the register: the imprisonment ends", check.MainText(), StringComparison.Ordinal);
        Assert.Contains("Lithuania", check.MainText(), StringComparison.Ordinal);
        using var recorded = await browser.SubmitAsync(check, desk + "/check", [], button: "Record the list");
        using var twice = await browser.SubmitAsync(check, desk + "/check", [], button: "Record the list");
        Assert.StartsWith(desk, recorded.SentTo(), StringComparison.Ordinal);
        Assert.StartsWith(desk, twice.SentTo(), StringComparison.Ordinal);
        Assert.Equal(1, await work.Context.Releases.CountAsync(r => r.Imprisonment.PrisonerId == person));
        var profile = (await browser.PageAsync("/prisoners/vasilina-padrabiaznaja")).MainText();
        Assert.Contains("Released on 13 December 2025", profile, StringComparison.Ordinal);
        var about = await browser.PageAsync($"/releases/{slug}");
        Assert.Equal(("3", "2"), (about.Fact("Named"), about.Fact("Matched to this register")));
        Assert.Contains("Lithuania, made to leave", about.MainText(), StringComparison.Ordinal);
        Assert.Contains("List of names recorded", (await browser.PageAsync($"/releases/{slug}/history")).MainText(), StringComparison.Ordinal);

        var undo = await browser.PageAsync(desk + "/undo");
        using var without = await browser.SubmitAsync(undo, desk + "/undo", []);
        Assert.NotNull((await without.DocumentAsync(HttpStatusCode.BadRequest)).ProblemAt("Reason"));
        using var undone = await browser.SubmitAsync(undo, desk + "/undo", [("Reason", "The wrong event")]);
        Assert.Equal(desk, undone.SentTo());
        Assert.False(await work.Context.Releases.AnyAsync(r => r.Imprisonment.PrisonerId == person && r.UndoneAt == null));
        Assert.Contains("Undone on", (await browser.PageAsync(desk)).MainText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Line_SearchChooseAndCorrect_IsOneAction()
    {
        var slug = await EventAsync("A pardon with a mistake");
        await using var work = app.Work();
        var (wrong, _) = await work.HeldAsync("Karp Pamylkovy");
        var (right, _) = await work.HeldAsync("Zinaida Sapraudnaja");
        using var browser = await app.SignInAsync(Role.Editor);
        var desk = await PasteAsync(browser, slug, "Karp Pamylkovy\nNichto Nieviadomy");
        var next = await browser.PageAsync(desk + "/lines/2");
        using var saved = await browser.SubmitAsync(next, desk + "/lines/2", [("Input.Choice", "none"), ("Next", "true")], "main form[method=post]");
        Assert.Equal(desk, saved.SentTo());
        using var applied = await browser.PostAsync(desk + "/check");
        applied.SentTo();

        var page = await browser.PageAsync(desk + "/lines/1?q=Зинаида Саправдная");
        Assert.Contains("1 found", page.MainText(), StringComparison.Ordinal);
        using var silent = await browser.SubmitAsync(page, desk + "/lines/1", [("Input.Choice", right.ToString())]);
        Assert.Contains("Say why", (await silent.DocumentAsync(HttpStatusCode.BadRequest)).Problems(), StringComparison.Ordinal);
        using var corrected = await browser.SubmitAsync(page, desk + "/lines/1", [("Input.Choice", right.ToString()), ("Reason", "The paper corrected itself"), ("Input.Destination", "PL")]);

        Assert.Equal(desk, corrected.SentTo());
        Assert.False(await work.Context.Releases.AnyAsync(r => r.Imprisonment.PrisonerId == wrong && r.UndoneAt == null));
        Assert.Equal("PL", await work.Context.Releases.Where(r => r.Imprisonment.PrisonerId == right && r.UndoneAt == null).Select(r => r.DestinationCountry).SingleAsync());
    }

    [Fact]
    public async Task Post_LineDecidedByAColleagueMeanwhile_ShowsBothVersions()
    {
        var slug = await EventAsync("A pardon with two editors");
        using var browser = await app.SignInAsync(Role.Editor);
        using var colleague = await app.SignInAsync(Role.Editor);
        var desk = await PasteAsync(browser, slug, "Adna Liniia\nDruhaja Liniia");
        var (mine, line) = (await browser.PageAsync(desk), await browser.PageAsync(desk + "/lines/1"));
        using var other = await colleague.PostAsync(desk + "/lines/1", ("Input.Choice", "new"));
        other.SentTo();

        using var collided = await browser.SubmitAsync(mine, desk, [("Answers[0].Choice", "named"), ("Answers[1].Choice", "named")], button: "Save the decisions");
        using var onLine = await browser.SubmitAsync(line, desk + "/lines/1", [("Input.Choice", "none")]);

        Assert.Equal(["Line 1", "Named only", "A new person, by user"], Differences(await collided.DocumentAsync(HttpStatusCode.Conflict)).Select(cell => cell.Split("user")[0] + (cell.Contains("user", StringComparison.Ordinal) ? "user" : "")));
        Assert.Equal(["Who is meant", "Not a person", "A new person"], Differences(await onLine.DocumentAsync(HttpStatusCode.Conflict)));
    }

    [Fact]
    public async Task Check_AboveTheThreshold_TakesTwoPeople()
    {
        var slug = await EventAsync("A pardon for two people");
        await using var strict = app.Another(("Releases:ApprovalAbove", "1"));
        using var browser = await app.SignInAsync(Role.Editor);
        var desk = await PasteAsync(browser, slug, "Pershaja Asobnaja\nDruhaja Asobnaja");
        var page = await browser.PageAsync(desk);
        using var saved = await browser.SubmitAsync(page, desk, [("Answers[0].Choice", "named"), ("Answers[1].Choice", "named")], button: "Save the decisions");
        saved.SentTo();
        using var preparer = await strict.SignInAsync(Role.Editor);
        using var second = await strict.SignInAsync(Role.Editor);

        using var sent = await preparer.SubmitAsync(await preparer.PageAsync(desk + "/check"), desk + "/check", [], button: "Send for approval");
        sent.SentTo();
        var own = await preparer.PageAsync(desk + "/check");
        Assert.Contains("Another editor has to check", own.MainText(), StringComparison.Ordinal);
        Assert.DoesNotContain(own.QuerySelectorAll("main button"), b => b.TextContent.Contains("Record the list", StringComparison.Ordinal));
        using var applied = await second.SubmitAsync(await second.PageAsync(desk + "/check"), desk + "/check", [], button: "Record the list");

        Assert.StartsWith(desk, applied.SentTo(), StringComparison.Ordinal);
        Assert.Contains("Recorded", (await second.PageAsync("/releases/lists?event=" + slug)).MainText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Text", "", "Paste the list as it was published")]
    [InlineData("Text", "Список:", "No name was found")]
    [InlineData("ListYear", "12", "Write the year of the list")]
    public async Task Post_NoList_Is400AndSaysWhatToDo(string field, string value, string says)
    {
        var slug = await EventAsync("A pardon without a list");
        using var browser = await app.SignInAsync(Role.Editor);

        using var answer = await browser.PostAsync($"/releases/{slug}/lists/new", ("Text", field == "Text" ? value : "Niechta Pisany"), ("ListYear", field == "ListYear" ? value : "2025"));

        var page = await answer.DocumentAsync(HttpStatusCode.BadRequest);
        Assert.Contains(says, page.ProblemAt(field), StringComparison.Ordinal);
        Assert.Empty(page.DeadLinks());
    }

    [Theory]
    [InlineData("list.csv", "csv")]
    [InlineData("list.xlsx", "xlsx")]
    [InlineData("list.txt", "text")]
    public async Task Post_File_IsRead(string name, string kind)
    {
        var slug = await EventAsync($"A pardon in a file {kind}");
        using var browser = await app.SignInAsync(Role.Editor);

        using var answer = await UploadAsync(browser, slug, name, kind switch
        {
            "csv" => Encoding.UTF8.GetBytes("Name;Born;City\r\n\"Fajlava; Hanna\";1985;Hrodna\r\nFajlau Piotr;1970;\r\n"),
            "xlsx" => Workbook("<sst><si><t>Name</t></si><si><t>Born</t></si><si><r><t>Fajlava </t></r><r><t>Hanna</t></r></si></sst>"),
            _ => Encoding.UTF8.GetBytes("1. Fajlava Hanna, 1985\n2. Fajlau Piotr"),
        });

        var desk = answer.SentTo();
        var text = (await browser.PageAsync(desk)).MainText();
        Assert.Contains("Hanna", text, StringComparison.Ordinal);
        Assert.Contains("born 1985", text, StringComparison.Ordinal);
        Assert.Contains(name, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Post_HostileFile_IsRefusedWithWords()
    {
        var slug = await EventAsync("A pardon in a bad file");
        using var browser = await app.SignInAsync(Role.Editor);
        var files = new (string Says, byte[] Content)[]
        {
            ("cannot be read", Workbook("<!DOCTYPE x [<!ENTITY a \"aaaa\">]><sst><si><t>&a;</t></si></sst>")),
            ("cannot be read", Workbook($"<sst><si><t>{new string('a', 20_000_000)}</t></si></sst>")),
            ("cannot be read", [.. "PK\u0003\u0004"u8, 1, 2, 3]),
            ("not in UTF-8", [0xCF, 0xF0, 0xE8, 0xE2, 0xE5, 0xF2]),
            ("no text, CSV or XLSX", [0x89, 0x50, 0, 0, 0]),
            ("larger than 512 kB", new byte[600 * 1024]),
        };

        foreach (var (says, content) in files)
        {
            using var answer = await UploadAsync(browser, slug, "list.xlsx", content);
            Assert.Contains(says, (await answer.DocumentAsync(HttpStatusCode.BadRequest)).ProblemAt("Upload"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Get_LongList_IsMatchedInTheBackgroundAndShowsHowFar()
    {
        var slug = await EventAsync("A pardon for very many");
        await using var serving = app.Another(("Releases:Match", "true"));
        using var browser = await app.SignInAsync(Role.Editor);
        var desk = await PasteAsync(browser, slug, string.Join('\n', Enumerable.Range(0, ListMatching.WhileWaiting + 10).Select(i => $"Doouhi Spis{(char)('a' + (i % 26))}{(char)('a' + (i / 26))}ou")));

        var page = await browser.PageAsync(desk);
        Assert.Contains("0 of 210 lines", page.MainText(), StringComparison.Ordinal);
        Assert.NotNull(page.QuerySelector("meta[http-equiv=refresh]"));

        using var started = serving.Browser();
        await started.PageAsync("/about");
        await using var work = app.Work();
        for (var i = 0; i < 150 && (await work.ListMatching.WaitingAsync(TestContext.Current.CancellationToken)).Count > 0; i++)
            await Task.Delay(200, TestContext.Current.CancellationToken);
        Assert.Null((await browser.PageAsync(desk)).QuerySelector("meta[http-equiv=refresh]"));
    }

    [Fact]
    public async Task Get_Compare_SaysWhereTwoListsDiffer()
    {
        var slug = await EventAsync("A pardon told twice");
        await using var work = app.Work();
        await work.HeldAsync("Paraunany Adzin");
        using var browser = await app.SignInAsync(Role.Editor);
        var one = await PasteAsync(browser, slug, "Paraunany Adzin\nTolki Tut");
        var two = await PasteAsync(browser, slug, "Параўнаны Адзін\nTolki Tam");
        using var told = await browser.PostAsync(two + "/lines/1", ("Input.Destination", "PL"));
        told.SentTo();

        var page = await browser.PageAsync(one + "/compare");

        Assert.Contains("Paraunany Adzin: taken to: not stated here, Poland there", page.MainText(), StringComparison.Ordinal);
        Assert.Contains("Only in this list (1) Tolki Tut", page.MainText(), StringComparison.Ordinal);
        Assert.Contains("Only in the other list (1) Tolki Tam", page.MainText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_ByReadersAndViewers_IsRefusedAndSaysNothing()
    {
        var slug = await EventAsync("A pardon in secret");
        using var editor = await app.SignInAsync(Role.Editor);
        var desk = await PasteAsync(editor, slug, "Tajemnaja Asoba");
        using var reader = app.Browser();
        using var viewer = await app.SignInAsync(Role.Viewer);

        foreach (var address in new[] { "/releases/lists", desk, desk + "/lines/1", desk + "/check", desk + "/undo", desk + "/text", desk + "/history", desk + "/compare", $"/releases/{slug}/lists/new" })
        {
            using var sentAway = await reader.GetAsync(address);
            Assert.StartsWith("/sign-in", sentAway.SentTo(), StringComparison.Ordinal);
            using var forbidden = await viewer.GetAsync(address);
            Assert.NotEqual(HttpStatusCode.OK, forbidden.StatusCode);
            using var allowed = await editor.GetAsync(address);
            Assert.Equal(HttpStatusCode.OK, allowed.StatusCode);
        }

        Assert.Null((await viewer.PageAsync($"/releases/{slug}")).QuerySelector("main a[href$='/lists/new']"));
        using var nowhere = await editor.GetAsync($"/releases/lists/{Guid.CreateVersion7()}");
        Assert.Equal(HttpStatusCode.NotFound, nowhere.StatusCode);
    }

    private static IEnumerable<string> Differences(IHtmlDocument page) => page.QuerySelectorAll("main [role=alert] tbody :is(th, td)").Select(cell => cell.Words());

    private async Task<string> EventAsync(string title, int? announced = null)
    {
        await using var work = app.Work();
        var id = (await work.ReleaseEvents.CreateAsync(Valid.ReleaseEvent(title) with { AnnouncedCount = announced }, Valid.Submission())).Subjects[0];
        await work.ReleaseEvents.SetPublicationAsync(id, Publication.Published, Valid.Submission());
        return await work.Context.ReleaseEvents.Where(e => e.ReleaseEventId == id).Select(e => e.Slug).SingleAsync();
    }

    private static async Task<string> PasteAsync(Browser browser, string slug, string text)
    {
        using var answer = await browser.PostAsync($"/releases/{slug}/lists/new", ("Text", text), ("Source.Publisher", "A newspaper"));
        return answer.SentTo();
    }

    private static async Task<HttpResponseMessage> UploadAsync(Browser browser, string slug, string name, byte[] content)
    {
        var address = $"/releases/{slug}/lists/new";
        var page = await browser.PageAsync(address);
        using var form = new MultipartFormDataContent();
        foreach (var field in page.QuerySelector<IHtmlFormElement>("main form[method=post]")!.Elements.OfType<IHtmlInputElement>().Where(e => e is { Type: "hidden", Name.Length: > 0 }))
            form.Add(new StringContent(field.Value), field.Name!);
        form.Add(new StringContent("2025"), "ListYear");
        form.Add(new ByteArrayContent(content), "Upload", name);
        return await browser.Client.PostAsync(new Uri(address, UriKind.Relative), form);
    }

    private static byte[] Workbook(string sharedStrings)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            Write("xl/sharedStrings.xml", sharedStrings);
            Write("xl/worksheets/sheet1.xml", "<worksheet><sheetData><row r=\"1\"><c r=\"B1\" t=\"s\"><v>0</v></c><c r=\"D1\" t=\"s\"><v>1</v></c></row><row r=\"2\"><c r=\"B2\" t=\"s\"><v>2</v></c><c r=\"D2\"><v>1985</v></c></row></sheetData></worksheet>");

            void Write(string name, string text)
            {
                using var writer = new StreamWriter(zip.CreateEntry(name).Open());
                writer.Write(text);
            }
        }

        return stream.ToArray();
    }
}
