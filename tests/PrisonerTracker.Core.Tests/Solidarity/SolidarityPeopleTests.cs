using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Imprisonments;
using PrisonerTracker.Core.Prisoners;
using PrisonerTracker.Core.Prisoners.Facts;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Core.Solidarity;
using PrisonerTracker.Core.Terms;
using PrisonerTracker.Testing;
using Xunit;

namespace PrisonerTracker.Core.Tests.Solidarity;

public sealed class SolidarityPeopleTests(Register register) : IClassFixture<Register>
{
    private static readonly DateOnly Today = new(2026, 1, 15);

    [Fact]
    public async Task LongestSilent_QuotationAndLetters_AreNews()
    {
        await using var work = register.Work();
        var (quiet, _) = await work.HeldAsync("Silent Quiet", Valid.Imprisonment("2021-05"));
        var (spoke, _) = await work.HeldAsync("Silent Spoke", Valid.Imprisonment("2020"));
        await work.Prisoners.AddFactsAsync(spoke, new() { Quotations = [new QuotationDetails { Text = LocalizedText.English("I am well."), SaidOn = PartialDate.Parse("2025-11") }] }, Valid.Submission());
        var (wrote, _) = await work.HeldAsync("Silent Wrote", Valid.Imprisonment("2020"));
        await work.Facts.AddAsync(wrote, new LetterAddressDetails { Passage = LetterPassage.Yes, KnownOn = PartialDate.Parse("2024-02") }, Valid.Submission());
        var (unknown, _) = await work.HeldAsync("Silent Unknown", Valid.Imprisonment(null));

        var silent = await work.Context.Prisoners.Where(p => p.DisplayName.StartsWith("Silent")).Held().LongestSilentAsync(3);

        Assert.Equal([(unknown, null), (quiet, "2021-05"), (wrote, "2024-02")], silent.Select(s => (s.PrisonerId, s.LastNewsOn?.ToString())));
    }

    [Fact]
    public async Task Untold_SummaryQuotationOrWithheldWords_TakeAPersonOut()
    {
        await using var work = register.Work();
        await work.HeldAsync("Untold Nothing");
        await work.PrisonerAsync(Valid.Prisoner("Untold Told") with { Summary = LocalizedText.English("A teacher.") });
        var (spoke, _) = await work.HeldAsync("Untold Spoke");
        await work.Prisoners.AddFactsAsync(spoke, new() { Quotations = [new QuotationDetails { Text = LocalizedText.English("I am well.") }] }, Valid.Submission());
        var (hidden, _) = await work.HeldAsync("Untold Hidden");
        await work.Prisoners.SetConsentAsync(hidden, 1, new ConsentDetails { WithheldParts = [PersonPart.Description] }, Valid.Submission("She asked"));

        Assert.Equal(["Untold Nothing"], await work.Context.Prisoners.Where(p => p.DisplayName.StartsWith("Untold")).Untold().Select(p => p.DisplayName).ToListAsync());
    }

    [Fact]
    public async Task Held_DraftsAndTheReleased_AreNotAmongThem()
    {
        await using var work = register.Work();
        await work.HeldAsync("Inside Open");
        var (draft, _) = await work.HeldAsync("Inside Draft");
        await work.Prisoners.SetPublicationAsync(draft, Publication.Draft, Valid.Submission());
        var (_, imprisonment) = await work.HeldAsync("Inside Freed");
        await work.Releases.RecordAsync(imprisonment, 1, Valid.Release(), Valid.Submission());

        Assert.Equal(["Inside Open"], await work.Context.Prisoners.Where(p => p.DisplayName.StartsWith("Inside")).Held().Select(p => p.DisplayName).ToListAsync());
    }

    [Theory]
    [InlineData("2022-03-01", 4, 0, "2026-03-01")]
    [InlineData("2022-03", 4, 0, "2026-03-01")]
    [InlineData("2022-01-14", 4, 0, null)]
    [InlineData("2022-05-01", 4, 0, null)]
    [InlineData("2025-04-15", 1, 0, "2026-04-15")]
    [InlineData(null, 4, 0, null)]
    public async Task ExpectedReleases_OneForOne_AreThoseWithinTheDays(string? detained, int years, int months, string? expected)
    {
        await using var work = register.Work();
        var name = $"Term {detained} {years} {months}";
        await work.HeldAsync(name, Valid.Imprisonment(detained) with { Sentences = [Verdict(Regime.Strict, Term.Of(years, months), detained is null ? null : "2025-06-01")] });

        var found = await ExpectedAsync(work, name);

        Assert.Equal(expected, found.SingleOrDefault()?.End.Earliest.ToString("yyyy-MM-dd", null));
    }

    // The database leaves people out by rough bounds: nobody may be left out whom arithmetic would list.
    [Fact]
    public async Task ExpectedReleases_ManyCases_AreExactlyThoseArithmeticLists()
    {
        await using var work = register.Work();
        var random = new Random(36);
        for (var i = 0; i < 40; i++)
        {
            var detained = Today.AddDays(-random.Next(300, 2500));
            var decided = detained.AddDays(random.Next(30, 500));
            var sentences = new List<SentenceDetails>
            {
                Verdict(random.Next(2) == 0 ? Regime.General : Regime.Strict, Term.Of(random.Next(1, 7), random.Next(12), random.Next(29)), $"{decided:yyyy-MM-dd}"),
            };
            if (random.Next(3) == 0)
                sentences.Add(Verdict(Regime.General, Term.Of(0, random.Next(1, 12)), $"{decided.AddDays(90):yyyy-MM-dd}") with { Instance = Instance.Extension });
            await work.HeldAsync($"Many {i}", Valid.Imprisonment($"{detained:yyyy-MM-dd}") with { Sentences = sentences });
        }

        var listed = await ExpectedAsync(work, "Many");
        var all = await ExpectedAsync(work, "Many", new DateOnly(2000, 1, 1), new DateOnly(2199, 1, 1));

        Assert.Equal(40, all.Count);
        Assert.Equal(
            all.Where(x => x.End.Earliest <= Today.AddMonths(3) && x.End.Latest >= Today).Select(x => x.PrisonerId),
            listed.Select(x => x.PrisonerId));
        Assert.NotEmpty(listed);
    }

    private static async Task<IReadOnlyList<ExpectedRelease>> ExpectedAsync(Work work, string name, DateOnly? from = null, DateOnly? until = null)
    {
        var rules = await work.Context.CreditRules.ToListAsync();
        return await work.Context.ExpectedReleasesAsync(
            work.Context.Prisoners.Where(p => p.DisplayName.StartsWith(name)), from ?? Today, until ?? Today.AddMonths(3), Today, rules);
    }

    private static SentenceDetails Verdict(Regime regime, Term term, string? decided) => new()
    {
        Penalty = Penalty.Imprisonment,
        Regime = regime,
        Term = term,
        DecidedOn = decided is null ? null : PartialDate.Parse(decided),
        InForceOn = decided is null ? null : PartialDate.Parse(decided),
    };
}
