using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.History;
using PrisonerTracker.Core.Prisoners;
using PrisonerTracker.Core.Releases;
using PrisonerTracker.Core.Sample;
using PrisonerTracker.Testing;
using Xunit;

namespace PrisonerTracker.Core.Tests.Sample;

/// <summary>Two registers with the same 300 invented people, beside one person who is not.</summary>
public sealed class SyntheticRegisters(RegisterDatabases databases) : IAsyncLifetime
{
    public const int People = 300;
    public const int Seed = 1;

    public Register First { get; } = new(databases);
    public Register Second { get; } = new(databases);

    public async ValueTask InitializeAsync()
    {
        foreach (var register in new[] { First, Second })
        {
            await register.InitializeAsync();
            await using var work = register.Work();
            Assert.Equal(People, await Synthetic(register, work).GenerateAsync(People, Seed));
        }
    }

    public static SyntheticRegister Synthetic(Register register, Work work) =>
        new(work.Context, new RegisterWriter(work.Context, register.Clock));

    public static IQueryable<Prisoner> Whole(RegisterContext context) =>
        context.Prisoners.AsNoTracking().AsSplitQuery()
            .Include(p => p.Names)
            .Include(p => p.Designations).ThenInclude(d => d.Citations)
            .Include(p => p.Imprisonments).ThenInclude(i => i.Citations)
            .Include(p => p.Imprisonments).ThenInclude(i => i.Charges)
            .Include(p => p.Imprisonments).ThenInclude(i => i.Sentences)
            .Include(p => p.Imprisonments).ThenInclude(i => i.Placements)
            .Include(p => p.Imprisonments).ThenInclude(i => i.Releases).ThenInclude(r => r.Citations)
            .Where(p => p.IsFictional)
            .OrderBy(p => p.Slug);

    public async ValueTask DisposeAsync()
    {
        await First.DisposeAsync();
        await Second.DisposeAsync();
    }
}

public sealed class SyntheticRegisterTests(SyntheticRegisters registers) : IClassFixture<SyntheticRegisters>
{
    [Fact]
    public async Task GenerateAsync_SameSeedElsewhere_InventsTheSamePeople()
    {
        await using var first = registers.First.Work();
        await using var second = registers.Second.Work();
        var (here, there) = (await SyntheticRegisters.Whole(first.Context).ToListAsync(), await SyntheticRegisters.Whole(second.Context).ToListAsync());

        Assert.Equal(SyntheticRegisters.People, here.Count);
        Assert.Equal(here.Select(Told), there.Select(Told));
    }

    [Fact]
    public async Task GenerateAsync_Again_WritesNothing()
    {
        await using var work = registers.First.Work();
        var before = await work.Context.Changes.CountAsync();

        Assert.Equal(0, await SyntheticRegisters.Synthetic(registers.First, work).GenerateAsync(SyntheticRegisters.People, SyntheticRegisters.Seed));
        Assert.Equal(before, await work.Context.Changes.CountAsync());
    }

    [Fact]
    public async Task GenerateAsync_EveryRecord_IsFictional()
    {
        await using var work = registers.First.Work();

        Assert.Equal("Other Person", (await work.Context.Prisoners.SingleAsync(p => !p.IsFictional)).DisplayName);
        Assert.True(await work.Context.ReleaseEvents.AllAsync(e => e.IsFictional));
        Assert.True(await work.Context.Sources.AllAsync(s => s.IsFictional));
        Assert.All(await work.Context.Facilities.ToListAsync(), f => Assert.StartsWith("Fictional", f.Name.ToString(), StringComparison.Ordinal));
        Assert.All(await work.Context.Organisations.ToListAsync(), o => Assert.StartsWith("Fictional", o.Name.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Standing_OfEveryPerson_IsWhatFollowsFromTheFacts()
    {
        await using var work = registers.First.Work();
        foreach (var person in await SyntheticRegisters.Whole(work.Context).ToListAsync())
            Assert.Equal(Standing.Of(person.Imprisonments, person.Designations), person.Standing);
    }

    [Fact]
    public async Task Facts_OfEveryPerson_AreCitedAndHaveTheirReleaseMirrored()
    {
        await using var work = registers.First.Work();
        var imprisonments = await SyntheticRegisters.Whole(work.Context).SelectMany(p => p.Imprisonments).ToListAsync();
        var people = await SyntheticRegisters.Whole(work.Context).ToListAsync();

        foreach (var imprisonment in people.SelectMany(p => p.Imprisonments))
        {
            Assert.NotEmpty(imprisonment.Citations);
            Assert.NotEmpty(imprisonment.Charges);
            Assert.Equal(imprisonment.CurrentRelease?.ReleasedOn, imprisonment.EndedOn);
            Assert.All(imprisonment.Releases, r => Assert.NotEmpty(r.Citations));
        }

        Assert.All(people.SelectMany(p => p.Designations), d => Assert.NotEmpty(d.Citations));
        Assert.Equal(people.Sum(p => p.Imprisonments.Count), imprisonments.Count);
    }

    [Fact]
    public async Task People_AsAWhole_AreAsVariedAsARealList()
    {
        await using var work = registers.First.Work();
        var people = await SyntheticRegisters.Whole(work.Context).ToListAsync();

        Assert.InRange(people.Count(p => p.BornOn is null), 45, 100);
        Assert.InRange(people.Count(p => p.Publication == Publication.Draft), 1, 20);
        Assert.InRange(people.Count(p => p.Standing.Custody == Custody.AtLiberty), 100, 180);
        Assert.InRange(people.Count(p => p.Designations.Count > 0), 180, 240);
        Assert.Contains(people, p => p.Imprisonments.Count > 1);
        Assert.True(people.Select(p => p.DisplayName).Distinct().Count() < people.Count, "nobody has a namesake");
        Assert.Equal(people.Count, people.Select(p => p.Slug).Distinct().Count());
    }

    [Fact]
    public async Task ReleaseEvents_NamedPeople_AreThoseReleasedInThem()
    {
        await using var work = registers.First.Work();
        var named = await work.Context.NamedPeople.Include(n => n.Release).ToListAsync();

        Assert.NotEmpty(named);
        Assert.All(named, n => Assert.Equal((n.ReleaseEventId, NamedOutcome.Freed), (n.Release!.ReleaseEventId!.Value, n.Outcome)));
        Assert.Equal(named.Count, await work.Context.Releases.CountAsync(r => r.ReleaseEventId != null));
    }

    [Fact]
    public async Task History_OfABatch_SumsItUpAndStaysWhole()
    {
        await using var work = registers.First.Work();
        var batch = await work.Context.Changes.SingleAsync(c => c.Action == "synthetic.generated");

        Assert.Equal(SyntheticRegisters.People, batch.SubjectIds.Length);
        Assert.Contains("\"People\":300,\"Seed\":1,", batch.After, StringComparison.Ordinal);
        Assert.True(batch.After.Length < 500);
        Assert.Null((await work.History.VerifyAsync()).BrokenAt);
    }

    private static string Told(Prisoner p) => string.Join('\n', [
        p.Slug, p.SearchText, p.Publication.ToString(), p.Gender.ToString(), p.BornOn?.ToString() ?? "", p.Standing.ToString(),
        .. p.Imprisonments.OrderBy(i => i.DetainedOn).Select(i => $"{i.Kind} {i.DetainedOn} {i.EndedOn} {i.Charges.Count} {i.Sentences.Count} {i.Placements.Count}"),
    ]);
}

/// <summary>Each on a database of its own.</summary>
public sealed class GrowingSyntheticRegisterTests(RegisterDatabases databases)
{
    [Fact]
    public async Task GenerateAsync_MorePeopleOfTheSeed_AddsTheMissingOnes()
    {
        await using var register = new Register(databases);
        await register.InitializeAsync();
        await using var work = register.Work();
        var synthetic = SyntheticRegisters.Synthetic(register, work);

        Assert.Equal(20, await synthetic.GenerateAsync(20, 7));
        Assert.Equal(30, await synthetic.GenerateAsync(50, 7));
        Assert.Equal(10, await synthetic.GenerateAsync(10, 8));
        Assert.Equal(60, await work.Context.Prisoners.CountAsync(p => p.IsFictional));
    }

    [Fact]
    public async Task BothSamples_OneAfterTheOther_StandSideBySide()
    {
        await using var register = new Register(databases);
        await register.InitializeAsync();
        await using var work = register.Work();

        Assert.Equal(30, await SyntheticRegisters.Synthetic(register, work).GenerateAsync(30, 1));
        Assert.True(await SampleRegister.Data(work).LoadAsync() > 100);
        Assert.Equal(30, await SyntheticRegisters.Synthetic(register, work).GenerateAsync(30, 2));
        Assert.Equal(60, await work.Context.Prisoners.CountAsync(p => p.IsFictional));
        Assert.Null((await work.History.VerifyAsync()).BrokenAt);
    }

    [Fact]
    public async Task IsEmptyAsync_NewAndDraftOnly_TellsThemApart()
    {
        await using var database = await databases.CreateAsync();
        await using var context = new RegisterContext(RegisterDatabase.Options(RegisterDatabase.ForApplication(database.AppConnectionString)));
        await using var work = new Work(context, TimeProvider.System);

        Assert.True(await SampleRegister.Data(work).IsEmptyAsync());
        await work.Prisoners.AddAsync(Valid.Prisoner("A Draft"), Valid.Submission());
        Assert.False(await SampleRegister.Data(work).IsEmptyAsync());
    }
}
