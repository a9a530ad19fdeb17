using Microsoft.EntityFrameworkCore;
using Npgsql;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.History;
using PrisonerTracker.Core.Imprisonments;
using PrisonerTracker.Core.Prisoners;
using PrisonerTracker.Core.Releases;
using PrisonerTracker.Core.Rosters;
using PrisonerTracker.Core.Sample;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Testing;
using Xunit;

namespace PrisonerTracker.Core.Tests.Rosters;

/// <summary>The roster of a day, as the database answers it, against a reading of the bare facts that shares nothing with the derivation.</summary>
public sealed class RosterTests(RosterTests.Generated generated) : IClassFixture<RosterTests.Generated>
{
    /// <summary>Four hundred generated people and the real ones.</summary>
    public sealed class Generated(RegisterDatabases databases) : IAsyncLifetime
    {
        public Register Register { get; } = new(databases);

        public async ValueTask InitializeAsync()
        {
            await Register.InitializeAsync();
            Register.Clock.Advance(TimeSpan.FromDays(365));
            await using var work = Register.Work();
            var writer = new RegisterWriter(work.Context, Register.Clock);
            await new SampleData(
                work.Context, work.Sources, work.Organisations, work.Prisoners, work.Imprisonments, work.ReleaseEvents, work.Releases).LoadAsync();
            await new SyntheticRegister(work.Context, writer).GenerateAsync(400, 7);
            await DatabaseMigrator.AnalyzeAsync(Register.Database.OwnerConnectionString);
        }

        public ValueTask DisposeAsync() => Register.DisposeAsync();
    }

    private static readonly DateOnly Today = DateOnly.FromDateTime(Register.Now.UtcDateTime).AddDays(365);

    [Theory]
    [InlineData("2012-06-01")]
    [InlineData("2020-08-09")]
    [InlineData("2022-01-01")]
    [InlineData("2023-07-15")]
    [InlineData("2025-12-13")]
    [InlineData("2024")]
    [InlineData("2021-06")]
    public async Task Apply_HeldOn_IsTheRosterOfTheBareFacts(string on)
    {
        var days = PartialDate.Parse(on);
        await using var work = generated.Register.Work();
        var expected = await ReadAsync(work.Context, days);
        Assert.True(on.StartsWith("2012", StringComparison.Ordinal) || (expected.Certain.Count > 20 && expected.Possible.Count >= expected.Certain.Count));

        var filter = new PrisonerFilter { HeldOn = days, Today = Today };
        var possible = await filter.Apply(work.Context.Prisoners).Select(p => p.Slug).ToListAsync();
        var certain = await (filter with { CertainlyHeld = true }).Apply(work.Context.Prisoners).Select(p => p.Slug).ToListAsync();

        Assert.Equal(expected.Possible.Order(), possible.Order());
        Assert.Equal(expected.Certain.Order(), certain.Order());
    }

    [Fact]
    public async Task Apply_HeldToday_IsTheStandingOfNow()
    {
        await using var work = generated.Register.Work();
        var held = await new PrisonerFilter { Custody = Standing.Held }.Apply(work.Context.Prisoners).Select(p => p.Slug).ToListAsync();

        var today = new PrisonerFilter { HeldOn = PartialDate.OfDay(Today), Today = Today, CertainlyHeld = true };

        Assert.Equal(held.Order(), (await today.Apply(work.Context.Prisoners).Select(p => p.Slug).ToListAsync()).Order());
    }

    [Theory]
    [InlineData("2021-01-01", "2022-01-01")]
    [InlineData("2022-01-01", "2025-12-13")]
    [InlineData("2024-06-30", "2027-01-15")]
    [InlineData("2023-07-15", "2023-07-15")]
    public async Task DifferencesAsync_TwoDays_LeadExactlyFromOneRosterToTheOther(string from, string to)
    {
        await using var work = generated.Register.Work();
        var (before, after) = (PartialDate.Parse(from).Earliest, PartialDate.Parse(to).Earliest);

        var totals = await work.Context.TotalsAsync(before, after, Today);
        var differences = await work.Context.DifferencesAsync(before, after, Today);
        var (certain, possibly, freed) = await work.Context.LearnedLaterAsync(before, Today);

        foreach (var (day, held) in new (DateOnly, Func<Sureness, Certainty>)[] { (before, s => s.HeldBefore), (after, s => s.HeldAfter) })
        {
            var filter = new PrisonerFilter { HeldOn = PartialDate.OfDay(day), Today = Today };
            var published = work.Context.Prisoners.Where(p => p.Publication == Publication.Published);
            Assert.Equal(await filter.Apply(published).CountAsync(), totals.Where(t => held(t.Sure) != Certainty.No).Sum(t => t.People));
            Assert.Equal(
                await (filter with { CertainlyHeld = true }).Apply(published).CountAsync(),
                totals.Where(t => held(t.Sure) == Certainty.Certain).Sum(t => t.People));
        }

        Assert.Equal(differences.Count, totals.Where(t => t.Sure.HeldBefore != t.Sure.HeldAfter || t.Sure.DesignatedBefore != t.Sure.DesignatedAfter).Sum(t => t.People));
        foreach (var (atLeast, entered) in new[] { (Certainty.Certain, certain), (Certainty.Possible, possibly) })
        {
            var bridge = Bridge.Of(totals, differences, atLeast, entered, freed);
            Assert.Equal(bridge.End, bridge.Start + bridge.Came.Values.Sum() - bridge.Went.Values.Sum());
        }
    }

    [Fact]
    public async Task Apply_HeldOnASelectiveDay_ReadsIndexesOnly()
    {
        await using var work = generated.Register.Work();
        work.Context.ShowUnpublished = false;
        var query = new PrisonerFilter { HeldOn = PartialDate.Parse("2012-06-01"), Today = Today }.Apply(work.Context.Prisoners).Select(p => p.Slug);
        await using var command = (NpgsqlCommand)query.CreateDbCommand();
        await work.Context.Database.OpenConnectionAsync();
        // So few people are read at once whatever the indexes; without that way out the plan is that of a large register.
        await work.Context.Database.ExecuteSqlRawAsync("SET enable_seqscan = off");
        command.CommandText = "EXPLAIN " + command.CommandText;
        var plan = new List<string>();
        await using (var reader = await command.ExecuteReaderAsync())
        {
            while (await reader.ReadAsync())
                plan.Add(reader.GetString(0));
        }

        var text = string.Join('\n', plan);
        Assert.Contains("ix_held_periods_days", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Seq Scan", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Restate_StandingsOfOlderRules_AreDerivedAgainAndNothingElse()
    {
        await using var work = generated.Register.Work();
        var before = await SnapshotAsync(work.Context);
        await Data.Sql.AsOwnerAsync(generated.Register, "DELETE FROM held_periods; UPDATE prisoners SET standing_rules = 0, standing_custody = 'unknown'");

        await DatabaseMigrator.MigrateAsync(generated.Register.Database.OwnerConnectionString);

        Assert.Equal(before, await SnapshotAsync(work.Context));
    }

    private static async Task<List<string>> SnapshotAsync(RegisterContext context)
    {
        var people = await context.Prisoners.AsNoTracking().Include(p => p.HeldPeriods).OrderBy(p => p.PrisonerId).ToListAsync();
        return [.. people.Select(p => $"{p.Slug} {p.UpdatedAt:O} {p.Standing} {string.Join(' ', p.HeldPeriods.Select(h => $"{h.Days}{h.IsCertain}").Order())}")];
    }

    private static async Task<(HashSet<string> Certain, HashSet<string> Possible)> ReadAsync(RegisterContext context, PartialDate on)
    {
        var people = await context.Prisoners.AsNoTracking().AsSplitQuery()
            .Include(p => p.Imprisonments).ThenInclude(i => i.Sentences)
            .Include(p => p.Imprisonments).ThenInclude(i => i.Releases)
            .ToListAsync();
        var (certain, possible) = (new HashSet<string>(), new HashSet<string>());
        foreach (var person in people)
        {
            for (var day = on.Earliest; day <= on.Latest; day = day.AddDays(1))
            {
                if (person.Imprisonments.Any(i => MayHold(i, person.DiedOn, day)))
                    possible.Add(person.Slug);
                if (person.Imprisonments.Any(i => Holds(i, person.DiedOn, day)))
                    certain.Add(person.Slug);
            }
        }

        return (certain, possible);
    }

    // The rule as it is told to readers, and nothing cleverer: the sample has no imprisonment whose penalty changed its form.
    private static bool Holds(Imprisonment i, PartialDate? diedOn, DateOnly day) =>
        IsPrison(i) && (i.DetainedOn?.Latest <= day || i.Releases.Any(r => r.UndoneOn?.Latest <= day))
        && (i.EndedOn ?? diedOn) is var end && (end is null || end.Earliest > day)
        && !i.Releases.Any(r => r is { UndoneAs: UndoKind.ReturnedToCustody, UndoneOn: { } back } && r.ReleasedOn.Earliest <= day && day < back.Latest);

    private static bool MayHold(Imprisonment i, PartialDate? diedOn, DateOnly day) =>
        IsPrison(i) && (i.DetainedOn is null || i.DetainedOn.Earliest <= day)
        && (i.EndedOn ?? diedOn) is var end && (end is null || end.Latest > day)
        && !i.Releases.Any(r => r is { UndoneAs: UndoKind.ReturnedToCustody, UndoneOn: { } back } && r.ReleasedOn.Latest <= day && day < back.Earliest);

    private static bool IsPrison(Imprisonment i) => i.Kind is ImprisonmentKind.Custody or ImprisonmentKind.ForcedDisappearance;
}
