using PrisonerTracker.Core.Imprisonments;
using PrisonerTracker.Core.Prisoners;
using PrisonerTracker.Core.Statistics;
using PrisonerTracker.Testing;
using Xunit;

namespace PrisonerTracker.Core.Tests.Statistics;

/// <summary>Every number against a count by hand (<see cref="CountedPeople"/>).</summary>
public sealed class StatisticsTests(StatisticsTests.Counted counted) : IClassFixture<StatisticsTests.Counted>
{
    private static readonly DateOnly Today = DateOnly.FromDateTime(Register.Now.UtcDateTime);

    public sealed class Counted(RegisterDatabases databases) : IAsyncLifetime
    {
        public Register Register { get; } = new(databases);

        public async ValueTask InitializeAsync()
        {
            await Register.InitializeAsync();
            await using var work = Register.Work();
            await CountedPeople.AddAsync(work);
        }

        public ValueTask DisposeAsync() => Register.DisposeAsync();
    }

    [Fact]
    public async Task Totals_Everybody_CountTheWithheldApartAndDraftsNever()
    {
        await using var work = counted.Register.Work();

        var (published, withheld) = await Population(work).TotalsAsync(TestContext.Current.CancellationToken);

        Assert.Equal(new Tally(7, 4), published);
        Assert.Equal(new Tally(1, 1), withheld);
    }

    [Fact]
    public async Task HeldOverTime_Everybody_ChangesOnTheseDays()
    {
        await using var work = counted.Register.Work();

        var days = await Population(work).HeldOverTimeAsync(TestContext.Current.CancellationToken);

        Assert.Equal(
            """
            2020-05-31 1 1
            2020-09-01 1 2
            2020-09-30 2 2
            2021-01-01 2 3
            2021-12-31 3 3
            2022-02-01 4 4
            2023-03-01 3 3
            2023-03-03 2 2
            2024-01-01 3 3
            2024-05-10 4 4
            2025-12-01 5 5
            2026-01-15 5 5
            """.ReplaceLineEndings("\n"),
            string.Join('\n', days.Select(d => $"{d.Day:O} {d.Certain} {d.Possible}")));
    }

    [Fact]
    public async Task HeldOverTime_Filtered_LeavesTheWithheldOut()
    {
        await using var work = counted.Register.Work();

        var days = await Population(work, new PrisonerFilter { Gender = Gender.Female }).HeldOverTimeAsync(TestContext.Current.CancellationToken);

        Assert.Equal("2020-09-01 0 1|2020-09-30 1 1|2023-03-01 0 0|2024-05-10 1 1|2026-01-15 1 1", string.Join('|', days.Select(d => $"{d.Day:O} {d.Certain} {d.Possible}")));
    }

    [Fact]
    public async Task DetainedAndReleased_Everybody_KeepsYearsApartFromMonths()
    {
        await using var work = counted.Register.Work();

        var months = await Population(work).DetainedAndReleasedAsync(TestContext.Current.CancellationToken);

        Assert.Equal(
            "2020-5 1 0 0|2020-9 1 0 0|2021- 1 0 0|2022-2 1 0 0|2023-3 0 1 1|2024-1 1 0 0|2024-5 1 0 0|2025-12 1 0 0",
            string.Join('|', months.Select(m => $"{m.Year}-{m.Month} {m.Detained} {m.Released} {m.Died}")));
    }

    [Fact]
    public async Task Breakdowns_Everybody_AreThoseCountedByHand()
    {
        await using var work = counted.Register.Work();
        var (people, token) = (Population(work), TestContext.Current.CancellationToken);
        var (all, _) = await people.TotalsAsync(token);

        Assert.Equal("Female 1/1, Male 4/3, Unknown 2/0", Said(await people.ByGenderAsync(token)));
        Assert.Equal("342 2/2, 357 part 1 1/1", Said(await people.ByArticleAsync(token), a => a.Number));
        Assert.Equal("Colony A 2/1", Said(await people.ByFacilityAsync(token), f => $"{f.Name}"));
        Assert.Equal(" 5/3, Imprisonment 2/1", Said(await people.ByPenaltyAsync(token)));
        Assert.Equal("FiveToNineYears 1/0, NoSentence 5/3, TenToFourteenYears 1/1", Said(await people.ByTermAsync(token)));
        Assert.Equal("Died 1/0, From30To39 1/1, From40To49 1/1, LeftOpen 1/0, NotKnown 3/2", Said(await people.ByAgeAsync(token)));
        Assert.Equal("FiveToNineYears 1/1, LeftOpen 1/1, Never 2/0, OneYear 1/0, ThreeToFourYears 1/1, UnderOneYear 1/1", Said(await people.ByTimeHeldAsync(all, token)));
        Assert.Equal(" 4/2, BY 3/2, US 1/1", Said(await people.ByCitizenshipAsync(token)));
        Assert.Equal(" 4/2, Musician 1/0, Teacher 2/2", Said(await people.ByOccupationAsync(all, token), o => $"{o}" is "teacher" ? "Teacher" : $"{o}"));
    }

    [Fact]
    public async Task Breakdowns_Filtered_CountTheFilteredOnly()
    {
        await using var work = counted.Register.Work();
        var (people, token) = (Population(work, new PrisonerFilter { Custody = Standing.Held, Gender = Gender.Male }), TestContext.Current.CancellationToken);
        var (all, withheld) = await people.TotalsAsync(token);

        Assert.Equal((new Tally(3, 3), Tally.None), (all, withheld));
        Assert.Equal("342 1/1", Said(await people.ByArticleAsync(token), a => a.Number));
        Assert.Equal("FiveToNineYears 1/1, LeftOpen 1/1, Never 0/0, UnderOneYear 1/1", Said(await people.ByTimeHeldAsync(all, token)));
        Assert.Equal(" 2/2, BY 1/1, US 1/1", Said(await people.ByCitizenshipAsync(token)));
    }

    [Fact]
    public async Task Standing_AfterAnAppeal_HasThePenaltyAndTermInForce()
    {
        await using var work = counted.Register.Work();

        var standing = work.Context.Prisoners.Single(p => p.DisplayName == "Vague Dates").Standing;

        Assert.Equal((Penalty.Imprisonment, 120), (standing.PenaltyInForce, standing.TermMonths));
    }

    private static Population Population(Work work, PrisonerFilter? filter = null) => new(work.Context, (filter ?? new()) with { Today = Today, Sort = PrisonerSort.Fit }, Today);

    private static string Said<TKey>(IEnumerable<Share<TKey>> shares, Func<TKey, string>? say = null) =>
        string.Join(", ", shares.Select(s => $"{(say is null ? $"{s.Key}" : say(s.Key))} {s.Tally.People}/{s.Tally.Held}").Order(StringComparer.Ordinal));
}
