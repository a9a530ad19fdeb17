using System.Net;
using PrisonerTracker.Core.Imprisonments;
using PrisonerTracker.Core.Releases;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Testing;
using Xunit;

namespace PrisonerTracker.Web.Tests.Pages.Prisoners;

public sealed class PastDayTests(PastDayTests.Past past) : IClassFixture<PastDayTests.Past>
{
    public sealed class Past(RegisterDatabases databases) : IAsyncLifetime
    {
        public RegisterApp App { get; } = new(databases);

        public async ValueTask InitializeAsync()
        {
            await App.InitializeAsync();
            await using var work = App.Work();
            var (id, first) = await work.HeldAsync("Twice Held", Valid.Imprisonment("2011-08-04") with
            {
                Sentences = [new SentenceDetails { DecidedOn = PartialDate.Parse("2011-11-24"), Penalty = Penalty.Imprisonment, Term = Term.Of(4) }],
            });
            await work.Releases.RecordAsync(first, 1, Valid.Release("2014-06-21") with { Ground = ReleaseGround.Amnesty }, Valid.Submission());
            var second = await work.Imprisonments.AddAsync(id, Valid.Imprisonment("2021-07-14") with { Charges = [new ChargeDetails { Article = "342" }] }, Valid.Submission());
            await work.Releases.RecordAsync(second.Subjects[1], 1, Valid.Release("2025-12") with { Ground = ReleaseGround.Pardon }, Valid.Submission());
        }

        public ValueTask DisposeAsync() => App.DisposeAsync();
    }

    [Theory]
    [InlineData("2010-01-01", "Certain: The register knows of no imprisonment yet.", "no")]
    [InlineData("2011-08-04", "Certain: In custody since 4 August 2011", "certainly")]
    [InlineData("2012-01-01", "Certain: Imprisoned since 4 August 2011, serving a sentence", "certainly")]
    [InlineData("2018-01-01", "Certain: Released under an amnesty on 21 June 2014", "no")]
    [InlineData("2022-01-01", "Certain: Held on remand since 14 July 2021; imprisoned once before", "certainly")]
    [InlineData("2025-12-15", "Pardoned and released in December 2025", "possibly")]
    [InlineData("2025-12-15", "Held on remand since 14 July 2021", "possibly")]
    public async Task Get_AnotherDay_TellsTheStatusOfThatDayBesideThatOfNow(string day, string says, string held)
    {
        using var reader = past.App.Browser();

        var page = await reader.PageAsync($"/prisoners/twice-held?on={day}");

        var section = page.QuerySelector(".past-status")!.Words();
        Assert.Contains("as it is known today", section, StringComparison.Ordinal);
        Assert.Contains(says, section, StringComparison.Ordinal);
        Assert.StartsWith(held, page.Fact("Held that day"), StringComparison.Ordinal);
        Assert.Contains("Pardoned and released in December 2025", page.QuerySelector(".status")!.Words(), StringComparison.Ordinal);
        Assert.Equal(day, page.ValueAt("on"));
        Assert.Empty(page.DeadLinks());
    }

    [Theory]
    [InlineData("2022", "is not a day")]
    [InlineData("yesterday", "is not a day")]
    [InlineData("2031-01-01", "lies in the future")]
    public async Task Get_NoDay_SaysSoAndKeepsIt(string typed, string problem)
    {
        using var reader = past.App.Browser();

        using var answer = await reader.GetAsync($"/prisoners/twice-held?on={typed}");

        var page = await answer.DocumentAsync(HttpStatusCode.BadRequest);
        Assert.Contains(problem, page.ProblemAt("on"), StringComparison.Ordinal);
        Assert.Equal(typed, page.ValueAt("on"));
        Assert.Contains("Twice Held", page.MainText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_CompareAsCsv_HasEverybodyWithTheReason()
    {
        using var reader = past.App.Browser();

        var link = (await reader.PageAsync("/prisoners/compare?from=2022-01-01&to=2026-01-01")).QuerySelector("main a[href*='compare.csv']")!.GetAttribute("href")!;
        using var answer = await reader.GetAsync(link);
        using var wrong = await reader.GetAsync("/prisoners/compare.csv?from=2022");

        Assert.Equal("text/csv; charset=utf-8", answer.Header("Content-Type"));
        var lines = (await answer.Content.ReadAsStringAsync()).TrimStart('\uFEFF').Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        Assert.Equal("address,name,change,held_first,held_second,designated_first,designated_second,why,detained_on,released_on,first_day,second_day", lines[0]);
        Assert.Equal("http://localhost/prisoners/twice-held,Twice Held,went,certain,no,no,no,pardoned,2021-07-14,2025-12,2022-01-01,2026-01-01", Assert.Single(lines[1..]));
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
        Assert.Contains("is not a day", await wrong.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
