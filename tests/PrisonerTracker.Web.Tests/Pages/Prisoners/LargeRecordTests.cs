using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Imprisonments;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Core.Sources;
using PrisonerTracker.Core.Users;
using PrisonerTracker.Testing;
using Xunit;

namespace PrisonerTracker.Web.Tests.Pages.Prisoners;

/// <summary>A record with 3 imprisonments, 20 charges, 10 decisions, 15 stays and 60 citations opens in few statements and shows everything.</summary>
public sealed class LargeRecordTests(LargeRecordTests.Large large) : IClassFixture<LargeRecordTests.Large>
{
    private const int Most = 8;

    public sealed class Large(RegisterDatabases databases) : IAsyncLifetime
    {
        public RegisterApp App { get; } = new(databases);
        public Guid ImprisonmentId { get; private set; }

        public async ValueTask InitializeAsync()
        {
            await App.InitializeAsync();
            await using var work = App.Work();
            var sources = new List<Guid>();
            for (var i = 1; i <= 12; i++)
                sources.Add(await work.SourceAsync($"Newspaper {i}"));
            var cited = 0;
            CitationDetails[] Cite() => [new(sources[cited++ % sources.Count])];
            var prisonerId = await work.PrisonerAsync(Valid.Prisoner("Large Record"));
            foreach (var (year, charges, sentences, placements) in new[] { (2010, 6, 3, 5), (2015, 7, 3, 5), (2020, 7, 4, 5) })
            {
                var added = await work.Imprisonments.AddAsync(prisonerId, Valid.Imprisonment($"{year}-01-10") with
                {
                    Charges = [.. Enumerable.Range(1, charges).Select(i => new ChargeDetails
                    {
                        Article = $"{year}-{i}", Citations = Cite(), Steps = [new(ChargeStatus.Laid, PartialDate.OfYear(year)), new(ChargeStatus.Convicted)],
                    })],
                    Sentences = [.. Enumerable.Range(1, sentences).Select(i => new SentenceDetails
                    {
                        DecidedOn = PartialDate.OfDay(year, i + 1, 1), Penalty = Penalty.Imprisonment, Term = Term.Of(i), Citations = Cite(),
                        Court = LocalizedText.English($"Court {year}-{i}"),
                    })],
                    Placements = [.. Enumerable.Range(1, placements).Select(i => new PlacementDetails
                    {
                        Facility = LocalizedText.English($"Colony {year}-{i}"), FromOn = PartialDate.OfDay(year + 1, i, 1), UntilOn = PartialDate.OfDay(year + 1, i + 1, 1), Citations = Cite(),
                    })],
                    Citations = [.. Enumerable.Range(0, 5).Select(_ => Cite()[0])],
                }, Valid.Submission());
                ImprisonmentId = added.Subjects[1];
                if (year < 2020)
                    await work.Releases.RecordAsync(ImprisonmentId, 1, Valid.Release($"{year + 3}-05-05"), Valid.Submission());
            }

            Assert.Equal(60, await work.Context.Citations.CountAsync());
        }

        public ValueTask DisposeAsync() => App.DisposeAsync();
    }

    [Fact]
    public async Task Get_Profile_ShowsEverythingInFewStatements()
    {
        using var browser = large.App.Browser();
        await browser.PageAsync("/about");
        large.App.Statements.Clear();

        var page = await browser.PageAsync("/prisoners/large-record");

        Assert.True(large.App.Statements.Sent.Count <= Most, $"{large.App.Statements.Sent.Count} statements");
        AssertComplete(page.MainText());
        Assert.Equal(12, page.QuerySelectorAll("[id^=note-]").Length);
        Assert.Empty(page.DeadLinks());
    }

    [Theory]
    [InlineData("")]
    [InlineData("charge")]
    [InlineData("sentence")]
    [InlineData("placement")]
    [InlineData("hearing")]
    [InlineData("edit")]
    public async Task Get_Editing_OpensInFewStatements(string section)
    {
        using var browser = await large.App.SignInAsync(Role.Editor);
        await browser.PageAsync("/about");
        large.App.Statements.Clear();

        var page = await browser.PageAsync(section.Length == 0 ? "/prisoners/large-record/edit" : $"/prisoners/large-record/imprisonments/{large.ImprisonmentId}/{section}");

        Assert.True(large.App.Statements.Sent.Count <= Most, $"{large.App.Statements.Sent.Count} statements");
        if (section.Length == 0)
        {
            AssertComplete(page.MainText());
            Assert.Equal(20 + 10 + 15, page.QuerySelectorAll(".fact-list > li a").Length);
        }
    }

    private static void AssertComplete(string text)
    {
        foreach (var (year, charges, sentences, placements) in new[] { (2010, 6, 3, 5), (2015, 7, 3, 5), (2020, 7, 4, 5) })
        {
            Assert.All(Enumerable.Range(1, charges), i => Assert.Matches($"Article {year}-{i}(,| \\()", text));
            Assert.All(Enumerable.Range(1, sentences), i => Assert.Contains($"{i} year{(i == 1 ? "" : "s")} of imprisonment", text, StringComparison.Ordinal));
            Assert.All(Enumerable.Range(1, placements), i => Assert.Contains($"Colony {year}-{i}", text, StringComparison.Ordinal));
        }
    }
}
