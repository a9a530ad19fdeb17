using System.Globalization;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using PrisonerTracker.Core.Users;
using PrisonerTracker.Testing;
using Xunit;

namespace PrisonerTracker.Web.Tests.Pages.Prisoners;

/// <summary>
/// An editor enters whole cases with nothing but the pages. What every page then says is compared with an account kept by hand: the facts
/// as they were typed, and plain loops over days. Everybody but the two whose dates are public is invented.
/// </summary>
public sealed class EnteredByHandTests(EnteredByHandTests.Entered entered) : IClassFixture<EnteredByHandTests.Entered>
{
    private const string Twice = "Ales Bialiatski";
    private const string Absent = "Alena Absent";
    private const string Home = "Hleb Home";
    private const string Back = "Mikalai Statkevich";
    private const string Disputed = "Darja Disputed";
    private const string Vague = "Viktar Vague";

    /// <summary>What was typed: held from and until, the day of the release not counted, each within the days its date may mean.</summary>
    private sealed record Stay(string Name, string From, string? Until);

    private static readonly Stay[] Typed =
    [
        new(Twice, "2011-08-04", "2014-06-21"),
        new(Twice, "2021-07-14", "2025-12-13"),
        new(Home, "2022-10-05", null), // restricted liberty before that is not held
        new(Back, "2020-05-31", null), // out and back on one day
        new(Disputed, "2023-05-20", "2025-12-13"),
        new(Vague, "2021-09", "2024"),
    ];

    private static readonly string[] Designated = [Twice, Home, Back, Disputed, Vague];

    public sealed class Entered(RegisterDatabases databases) : IAsyncLifetime
    {
        public RegisterApp App { get; } = new(databases);

        /// <summary>The status of the disputed one before the claim, after it, and when the choice was taken back.</summary>
        public List<string> Disputes { get; } = [];

        public async ValueTask InitializeAsync()
        {
            await App.InitializeAsync();
            using var editor = await App.SignInAsync(Role.Editor);

            await PersonAsync(editor, Twice, "2011-09-01");
            var first = await HoldAsync(editor, Twice, ("Input.DetainedOn", "2011-08-04"), ("Input.Articles", "243"), ("Input.DecidedOn", "2011-11-24"),
                ("Input.Penalty", "Imprisonment"), ("Input.Regime", "Reinforced"), ("Input.Years", "4"), ("Input.Months", "6"));
            await SendAsync(editor, first + "/sentence", ("Input.Instance", "Appeal"), ("Input.Outcome", "Upheld"), ("Input.DecidedOn", "2012-01-24"));
            await ReleaseAsync(editor, Twice, "2014-06-21", "Amnesty");
            var second = await HoldAsync(editor, Twice, ("Input.DetainedOn", "2021-07-14"), ("Input.Articles", "228, 342"), ("Input.DecidedOn", "2023-03-03"),
                ("Input.Penalty", "Imprisonment"), ("Input.Regime", "Reinforced"), ("Input.Years", "10"));
            await SendAsync(editor, second + "/sentence", ("Input.Instance", "Appeal"), ("Input.Outcome", "Upheld"), ("Input.DecidedOn", "2023-04-21"));
            await ReleaseAsync(editor, Twice, "2025-12-13", "Pardon");

            await PersonAsync(editor, Absent, null);
            await HoldAsync(editor, Absent, ("Input.Kind", "InAbsentia"), ("Input.Articles", "361-1"), ("Input.DecidedOn", "2023-03-06"),
                ("Input.Penalty", "Imprisonment"), ("Input.Regime", "General"), ("Input.Years", "15"));

            await PersonAsync(editor, Home, "2022-02-01");
            var home = await HoldAsync(editor, Home, ("Input.Kind", "RestrictionOfLiberty"), ("Input.DetainedOn", "2022-01-10"), ("Input.Articles", "342"),
                ("Input.DecidedOn", "2022-01-10"), ("Input.Penalty", "RestrictionOfLibertyAtHome"), ("Input.Years", "3"));
            await SendAsync(editor, home + "/sentence", ("Input.Instance", "Replacement"), ("Input.DecidedOn", "2022-10-05"), ("Input.Penalty", "Imprisonment"),
                ("Input.Regime", "General"), ("Input.Years", "2"), ("Input.Months", "2"));

            await PersonAsync(editor, Back, "2020-06-30");
            await HoldAsync(editor, Back, ("Input.DetainedOn", "2020-05-31"), ("Input.Articles", "293"), ("Input.DecidedOn", "2021-12-14"),
                ("Input.Penalty", "Imprisonment"), ("Input.Regime", "Special"), ("Input.Years", "14"));
            await ReleaseAsync(editor, Back, "2025-09-11", "NegotiatedRelease");
            await SendAsync(editor, "/prisoners/mikalai-statkevich/release/undo", ("Input.Kind", "ReturnedToCustody"), ("Input.UndoneOn", "2025-09-11"),
                ("Input.Reason", "Refused to cross the border"));

            await PersonAsync(editor, Disputed, "2023-06");
            await HoldAsync(editor, Disputed, ("Input.DetainedOn", "2023-05-20"), ("Input.Articles", "361"), ("Input.DecidedOn", "2024-02-01"),
                ("Input.Penalty", "Imprisonment"), ("Input.Regime", "General"), ("Input.Years", "5"));
            await SendAsync(editor, "/prisoners/darja-disputed/release/check", ("Input.ReleasedOn", "2025-12-13"), ("Input.Ground", "Pardon"));
            Disputes.Add(await StatusAsync("darja-disputed"));
            await SendAsync(editor, "/prisoners/darja-disputed/claims/new", ("Input.Topic", "Release"), ("Input.Value", ""), ("Source.Publisher", "A Later Paper"),
                ("Followed", "This"), ("Because", "Relatives spoke to her in prison on 15 December."));
            Disputes.Add(await StatusAsync("darja-disputed"));
            var prefer = (await editor.PageAsync("/prisoners/darja-disputed/edit")).QuerySelectorAll("a[href$='/prefer']").Single().GetAttribute("href")!;
            await SendAsync(editor, prefer, ("Because", "She was seen in Vilnius."));
            Disputes.Add(await StatusAsync("darja-disputed"));

            await PersonAsync(editor, Vague, "2021");
            await HoldAsync(editor, Vague, ("Input.DetainedOn", "2021-09"), ("Input.Articles", "130"), ("Input.DecidedOn", "2022-03"),
                ("Input.Penalty", "Imprisonment"), ("Input.Regime", "General"), ("Input.Years", "3"));
            await ReleaseAsync(editor, Vague, "2024", "TermServed");

            await SendAsync(editor, "/statistics/reported/new", ("Input.AsOf", "2025-12-23"), ("Input.Country", "BY"), ("Input.Number", "1,135"),
                ("Input.Unit", "political prisoners held"), ("Input.Parts", "men 968\nwomen 168"), ("Input.PartsAreExhaustive", "true"), ("Source.Publisher", "A Register"));
        }

        public ValueTask DisposeAsync() => App.DisposeAsync();

        private static async Task PersonAsync(Browser editor, string name, string? designatedOn)
        {
            await SendAsync(editor, "/prisoners/new", ("Input.Names[0].Full", name));
            if (designatedOn is not null)
            {
                var organisation = name == Twice ? "Input.NewOrganisation" : "Input.Organisation";
                await SendAsync(editor, $"/prisoners/{Slug(name)}/designations", (organisation, "Committee of the Test"), ("Input.DesignatedOn", designatedOn));
            }

            await SendAsync(editor, $"/prisoners/{Slug(name)}/publication", ("publication", "Published"));
        }

        // The address of the imprisonment, read off the overview.
        private static async Task<string> HoldAsync(Browser editor, string name, params (string, string)[] fields)
        {
            var known = (await LinksAsync()).ToHashSet();
            await SendAsync(editor, $"/prisoners/{Slug(name)}/imprisonments/new", [.. fields, ("Source.Publisher", "A Paper")]);
            return (await LinksAsync()).Single(l => !known.Contains(l));

            async Task<IEnumerable<string>> LinksAsync() => (await editor.PageAsync($"/prisoners/{Slug(name)}/edit")).QuerySelectorAll("a[href*='/imprisonments/'][href$='/edit']")
                .Select(a => a.GetAttribute("href")!).Where(h => !h.EndsWith("/release/edit", StringComparison.Ordinal)).Select(h => h[..^"/edit".Length]);
        }

        private static Task ReleaseAsync(Browser editor, string name, string on, string ground) =>
            SendAsync(editor, $"/prisoners/{Slug(name)}/release/check", ("Input.ReleasedOn", on), ("Input.Ground", ground));

        private static async Task SendAsync(Browser editor, string address, params (string, string)[] fields)
        {
            if (address.EndsWith("/check", StringComparison.Ordinal))
            {
                address = address[..^"/check".Length];
                using var checking = await editor.SubmitAsync(await editor.PageAsync(address), address, fields, button: "Check the answers");
                using var recorded = await editor.SubmitAsync(await checking.DocumentAsync(System.Net.HttpStatusCode.OK), address, [], button: "Record the release");
                recorded.SentTo();
                return;
            }

            var form = await editor.PageAsync(address);
            using var sent = await editor.SubmitAsync(form, address, fields);
            if (sent.StatusCode != System.Net.HttpStatusCode.Redirect)
                Assert.Fail($"{address} {string.Join(' ', fields)}: {(await sent.DocumentAsync()).Problems()}");
        }

        private async Task<string> StatusAsync(string slug)
        {
            using var reader = App.Browser();
            return (await reader.PageAsync($"/prisoners/{slug}")).QuerySelector(".status")!.Words();
        }

        private static string Slug(string name) => name.ToLowerInvariant().Replace(' ', '-');
    }

    [Theory]
    [InlineData("2013-01-01")]
    [InlineData("2021-09-15")]
    [InlineData("2022-10-04")]
    [InlineData("2024-06-30")]
    [InlineData("2025-09-11")]
    [InlineData("2025-12-13")]
    public async Task Get_RosterAndItsExport_AreThoseCountedByHand(string day)
    {
        using var reader = entered.App.Browser();

        var certain = (await reader.PageAsync($"/prisoners?heldOn={day}&held=certain")).Names();
        var possible = (await reader.PageAsync($"/prisoners?heldOn={day}")).Names();
        using var export = await reader.GetAsync($"/prisoners.csv?heldOn={day}");
        var exported = (await export.Content.ReadAsStringAsync()).Split('\n').Skip(1).Where(l => l.Contains("/prisoners/", StringComparison.Ordinal)).Select(l => l.Split(',')[1].Trim('"'));

        var (expectedCertain, expectedPossible) = HeldOn(DateOnly.Parse(day, CultureInfo.InvariantCulture));
        Assert.Equal(expectedCertain, certain.Order());
        Assert.Equal(expectedPossible, possible.Order());
        Assert.Equal(expectedPossible, exported.Order());
    }

    [Theory]
    [InlineData("2013-01-01", "2021-09-15")]
    [InlineData("2022-10-04", "2024-06-30")]
    [InlineData("2024-06-30", "2025-09-11")]
    [InlineData("2025-09-11", "2025-12-13")]
    [InlineData("2011-08-03", "2025-12-14")]
    public async Task Get_Bridge_IsTheOneCountedByHand(string from, string to)
    {
        using var reader = entered.App.Browser();

        var page = await reader.PageAsync($"/statistics/bridge?from={from}&to={to}");

        var (before, after) = (HeldOn(DateOnly.Parse(from, CultureInfo.InvariantCulture)), HeldOn(DateOnly.Parse(to, CultureInfo.InvariantCulture)));
        foreach (var (column, then, now) in new[] { ("Certain", before.Certain, after.Certain), ("Possible", before.Possible, after.Possible) })
        {
            var was = then.Where(n => IsDesignated(n, from, column == "Certain")).ToHashSet();
            var stays = now.Where(n => IsDesignated(n, to, column == "Certain")).ToHashSet();
            var lines = page.QuerySelectorAll("tbody tr").Select(r => (Label: r.QuerySelector("th")!.Words(), Number: Read(r.QuerySelector($"td[data-label={column}]")!.Words()))).ToList();
            var known = lines.FindIndex(l => l.Label.EndsWith("as it is known today", StringComparison.Ordinal));
            Assert.Equal(was.Count, lines[known].Number);
            Assert.Equal(stays.Count, lines[^1].Number);
            Assert.Equal(stays.Except(was).Count(), lines[(known + 1)..^1].Where(l => l.Number > 0).Sum(l => l.Number));
            Assert.Equal(-was.Except(stays).Count(), lines[(known + 1)..^1].Where(l => l.Number < 0).Sum(l => l.Number));
        }

        Assert.Empty(page.DeadLinks());
    }

    [Fact]
    public async Task Get_Bridge_NamesTheReasons()
    {
        using var reader = entered.App.Browser();

        var page = await reader.PageAsync("/statistics/bridge?from=2022-10-04&to=2025-12-13");

        int Line(string label) => Read(page.QuerySelectorAll("tbody tr").Single(r => r.QuerySelector("th")!.Words() == label).QuerySelector("td[data-label=Certain]")!.Words());
        Assert.Equal(-1, Line("Pardoned")); // the disputed one came and went between the days
        Assert.Equal(-1, Line("Term served"));
        Assert.Equal(1, page.QuerySelectorAll("tbody tr").Where(r => r.QuerySelector("th")!.Words().Contains("etained", StringComparison.Ordinal)).Sum(r => Read(r.QuerySelector("td[data-label=Certain]")!.Words())));
    }

    [Theory]
    // Before 19 June 2021 a day of remand is a day of the term; since then it is a day and a half.
    [InlineData("ales-bialiatski", "2011-08-04", "2012-01-24", 4, 6)]
    [InlineData("ales-bialiatski", "2021-07-14", "2023-04-21", 10, 0)]
    [InlineData("hleb-home", "2022-10-05", "2022-10-05", 2, 2)] // counted from the day of the replacement, without credit
    public async Task Get_ExpectedEnd_IsTheOneCountedByHand(string slug, string detained, string inForce, int years, int months)
    {
        using var reader = entered.App.Browser();

        var page = await reader.PageAsync($"/prisoners/{slug}");

        var (start, end) = (DateOnly.Parse(detained, CultureInfo.InvariantCulture), DateOnly.Parse(inForce, CultureInfo.InvariantCulture));
        var halves = 0;
        for (var day = start; day < end; day = day.AddDays(1))
            halves += day >= new DateOnly(2021, 6, 19) ? 1 : 0;
        var expected = start.AddYears(years).AddMonths(months).AddDays(-((halves + 1) / 2));
        Assert.Contains(expected.ToString("d MMMM yyyy", CultureInfo.InvariantCulture), string.Join('\n', Ends(page)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("alena-absent", "Cannot be computed: sentenced in absentia and never held")]
    [InlineData("mikalai-statkevich", "Cannot be computed")] // no rule says what remand counts for under the special regime
    public async Task Get_ExpectedEndThatNobodyCanKnow_SaysWhy(string slug, string says)
    {
        using var reader = entered.App.Browser();

        Assert.Contains(Ends(await reader.PageAsync($"/prisoners/{slug}")), e => e.Contains(says, StringComparison.Ordinal));
    }

    // Every pair of days that the two dates may mean, each worked out by itself, must lie within what the page says; its ends must occur.
    [Fact]
    public async Task Get_ExpectedEndOfVagueDates_IsTheRangeOfAllExactOnes()
    {
        using var reader = entered.App.Browser();

        var said = Ends(await reader.PageAsync("/prisoners/viktar-vague")).Single();

        var ends = new List<DateOnly>();
        for (var detained = new DateOnly(2021, 9, 1); detained <= new DateOnly(2021, 9, 30); detained = detained.AddDays(1))
        {
            for (var inForce = new DateOnly(2022, 3, 1); inForce <= new DateOnly(2022, 3, 31); inForce = inForce.AddDays(1))
            {
                var halves = 0;
                for (var day = detained; day < inForce; day = day.AddDays(1))
                    halves++;
                ends.Add(detained.AddYears(3).AddDays(-((halves + 1) / 2)));
            }
        }

        // Nothing says when the sentence came into force, so the latest answer is at least the latest of these.
        Assert.Contains(ends.Max().Year.ToString(CultureInfo.InvariantCulture), said, StringComparison.Ordinal);
        Assert.Contains("to", said, StringComparison.Ordinal);
    }

    [Fact]
    public void Claim_SwitchedAndBack_LeavesNothingBehind()
    {
        Assert.Contains("Pardoned and released on 13 December 2025", entered.Disputes[0], StringComparison.Ordinal);
        Assert.StartsWith("Imprisoned", entered.Disputes[1], StringComparison.Ordinal);
        Assert.Equal(entered.Disputes[0], entered.Disputes[2]);
    }

    [Fact]
    public async Task Get_Reported_FlagsTheDifference()
    {
        using var reader = entered.App.Browser();

        var row = (await reader.PageAsync("/statistics/reported")).QuerySelector("tbody tr")!.Words();

        Assert.Contains("1,135", row, StringComparison.Ordinal);
        Assert.Contains($"The parts add up to {968 + 168:N0}: {968 + 168 - 1135} more than the published total.", row, StringComparison.Ordinal);
        var (certain, _) = HeldOn(new DateOnly(2025, 12, 23));
        Assert.Contains($"{certain.Count(n => IsDesignated(n, "2025-12-23", certainly: true))} held and designated", row, StringComparison.Ordinal);
    }

    private static List<string> Ends(IHtmlDocument page) =>
        [.. page.QuerySelectorAll("main dt").Where(t => t.Words().StartsWith("Expected end", StringComparison.Ordinal)).Select(t => t.NextElementSibling!.Words())];

    private static int Read(string number) => int.Parse(number.Replace("−", "-", StringComparison.Ordinal).Replace(",", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);

    // By the account: on a day, whoever has a stay that began and did not end; certain when every day the dates may mean says so.
    private static (string[] Certain, string[] Possible) HeldOn(DateOnly day)
    {
        var (certain, possible) = (new SortedSet<string>(), new SortedSet<string>());
        foreach (var stay in Typed)
        {
            var (yes, no) = (0, 0);
            foreach (var from in Days(stay.From))
            {
                foreach (var until in stay.Until is null ? [DateOnly.MaxValue] : Days(stay.Until).ToArray())
                {
                    if (from <= day && day < until)
                        yes++;
                    else
                        no++;
                }
            }

            if (yes > 0)
                possible.Add(stay.Name);
            if (yes > 0 && no == 0)
                certain.Add(stay.Name);
        }

        return ([.. certain], [.. possible]);
    }

    private static bool IsDesignated(string name, string on, bool certainly)
    {
        var since = name switch { Twice => "2011-09-01", Home => "2022-02-01", Back => "2020-06-30", Disputed => "2023-06", Vague => "2021", _ => null };
        var day = DateOnly.Parse(on, CultureInfo.InvariantCulture);
        Assert.Equal(since is not null, Designated.Contains(name));
        return since is not null && (certainly ? Days(since).All(d => d <= day) : Days(since).Any(d => d <= day));
    }

    private static IEnumerable<DateOnly> Days(string date)
    {
        var parts = date.Split('-').Select(p => int.Parse(p, CultureInfo.InvariantCulture)).ToArray();
        for (var day = new DateOnly(parts[0], 1, 1); day.Year == parts[0]; day = day.AddDays(1))
        {
            if ((parts.Length < 2 || day.Month == parts[1]) && (parts.Length < 3 || day.Day == parts[2]))
                yield return day;
        }
    }
}
