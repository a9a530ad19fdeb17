using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Designations;
using PrisonerTracker.Core.Imprisonments;
using PrisonerTracker.Core.Prisoners;
using PrisonerTracker.Core.Releases;
using PrisonerTracker.Core.Sample;
using PrisonerTracker.Core.Sources;
using PrisonerTracker.Testing;
using Xunit;

namespace PrisonerTracker.Core.Tests.Sample;

[Collection(nameof(SampleCollection))]
public sealed class SampleDataTests(SampleRegister sample)
{
    [Fact]
    public async Task LoadAsync_Again_WritesNothing()
    {
        await using var work = sample.Work();
        var before = await work.Context.Changes.CountAsync();

        Assert.True(sample.Written > 100);
        Assert.Equal(0, await SampleRegister.Data(work).LoadAsync());
        Assert.Equal(before, await work.Context.Changes.CountAsync());
    }

    [Fact]
    public async Task LoadAsync_Once_PublishesEverybodyAndKeepsHistoryWhole()
    {
        await using var work = sample.Work();

        Assert.Empty(await work.Context.Prisoners.Where(p => p.Publication != Publication.Published).ToListAsync());
        Assert.Empty(await work.Context.ReleaseEvents.Where(e => e.Publication != Publication.Published).ToListAsync());
        Assert.Null((await work.History.VerifyAsync()).BrokenAt);
        Assert.Equal(["Sample data"], await work.Context.Changes
            .Where(c => c.UserName != Valid.Editor.Name).Select(c => c.UserName).Distinct().ToListAsync());
    }

    [Fact]
    public async Task LoadAsync_UnknownSource_IsRefusedBeforeAnythingIsWritten()
    {
        await using var work = sample.Work();
        var before = await work.Context.Changes.CountAsync();
        var json = SampleData.EmbeddedFile().Replace("\"AD#Summary\"", "\"ZZ#Summary\"", StringComparison.Ordinal);

        var refusal = await Assert.ThrowsAsync<JsonException>(() => SampleRegister.Data(work).LoadAsync(json, CancellationToken.None));

        Assert.Contains("'statkevich'", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("'ZZ'", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(before, await work.Context.Changes.CountAsync());
    }

    [Fact]
    public async Task IsEmptyAsync_PeopleAndEvents_IsFalse()
    {
        await using var work = sample.Work();
        Assert.False(await SampleRegister.Data(work).IsEmptyAsync());
    }

    [Fact]
    public async Task DecemberEvent_AnnouncedNamedMatched_LeavesTheRestUnexplained()
    {
        await using var work = sample.Work();
        var december = await EventAsync(work, "2025-12-13");

        Assert.Equal((123, 9), (december.AnnouncedCount, december.Named.Count));
        Assert.Equal(9, december.Named.Count(n => n.PrisonerId is not null));
        Assert.Equal(8, december.Named.Count(n => n.Outcome == NamedOutcome.Freed && n.ReleaseId is not null));
        Assert.Equal(114, december.AnnouncedCount - december.Named.Count);
        Assert.Equal(2, december.Claims.Count);
    }

    [Fact]
    public async Task SeptemberPardon_NoNamesGiven_HasACountAndNobody()
    {
        await using var work = sample.Work();
        var pardon = await EventAsync(work, "2025-09-16");

        Assert.Equal((25, 0), (pardon.AnnouncedCount, pardon.Named.Count));
    }

    [Fact]
    public async Task Statkevich_ReleaseUndoneTheSameDay_IsHeld()
    {
        await using var work = sample.Work();
        var statkevich = await PersonAsync(work, "mikalai-statkevich");

        Assert.Equal((Custody.Serving, null), (statkevich.Standing.Custody, statkevich.Standing.ReleasedOn));
        var release = Assert.Single(Assert.Single(statkevich.Imprisonments).Releases);
        Assert.Equal((UndoKind.ReturnedToCustody, "2025-09-11"), (release.UndoneAs!.Value, release.UndoneOn?.ToString()));
        Assert.Equal(NamedOutcome.ReturnedToPrison, Assert.Single((await EventAsync(work, "2025-09-11")).Named).Outcome);
    }

    [Fact]
    public async Task Stefanovich_SourcesContradict_IsHeldWithBothClaims()
    {
        await using var work = sample.Work();
        var stefanovich = await PersonAsync(work, "valiantsin-stefanovich");

        Assert.Contains(stefanovich.Standing.Custody, Standing.Held);
        var claims = stefanovich.Claims.Where(c => c.Topic == ClaimTopic.Release).ToList();
        Assert.Equal(2, claims.Count);
        Assert.Equal("still imprisoned", Assert.Single(claims, c => c.IsPreferred).Value);
        Assert.Single((await EventAsync(work, "2025-12-13")).Named, n => n.PrisonerId == stefanovich.PrisonerId && n.ReleaseId is null);
    }

    [Fact]
    public async Task Bialiatski_HeldTwice_HasTwoImprisonments()
    {
        await using var work = sample.Work();
        var bialiatski = await PersonAsync(work, "ales-bialiatski");

        Assert.Equal(
            [("2011-08", "2014-06"), ("2021-07", "2025-12-13")],
            bialiatski.Imprisonments.OrderBy(i => i.DetainedOn).Select(i => (i.DetainedOn!.ToString(), i.EndedOn!.ToString())));
        Assert.Equal((Custody.AtLiberty, LegalStage.Pardoned), (bialiatski.Standing.Custody, bialiatski.Standing.LegalStage));
    }

    [Fact]
    public async Task Salauyou_SentencedInAbsentia_IsConvictedAndAtLiberty()
    {
        await using var work = sample.Work();
        var salauyou = await PersonAsync(work, "zmitser-salauyou");

        Assert.Equal((Custody.AtLiberty, LegalStage.Convicted), (salauyou.Standing.Custody, salauyou.Standing.LegalStage));
        Assert.Equal(ImprisonmentKind.InAbsentia, Assert.Single(salauyou.Imprisonments).Kind);
    }

    [Theory]
    [InlineData(1135, "2025-12-23", 1)]
    [InlineData(123, "2025-12-13", 0)]
    [InlineData(114, "2025-12-13", -5)]
    [InlineData(14, "2025-06-21", -1)]
    [InlineData(4339, "2025-12-31~", 0)]
    public async Task Count_Published_ShowsItsFlaw(int number, string asOf, int flaw)
    {
        await using var work = sample.Work();
        var counts = await work.Context.ReportedCounts.Include(c => c.Parts).Where(c => c.Number == number && c.PartsAreExhaustive).ToListAsync();
        var count = Assert.Single(counts, c => c.AsOf.ToString() == asOf);

        Assert.Equal(flaw, ReportedCount.Flaw(count.Number, count.PartsAreExhaustive, count.Parts.Select(p => p.Number)));
    }

    [Fact]
    public async Task NamesInThreeScripts_SearchText_FindsThemAll()
    {
        await using var work = sample.Work();
        foreach (var typed in new[] { "калеснікава", "колесникова", "kalesnikava" })
            Assert.Equal("maria-kalesnikava", (await work.Context.Prisoners.SingleAsync(p => p.SearchText.Contains(typed))).Slug);
    }

    private static Task<ReleaseEvent> EventAsync(Work work, string on) =>
        work.Context.ReleaseEvents.Include(e => e.Named).Include(e => e.Claims).SingleAsync(e => e.Slug == on + "-belarus");

    private static Task<Prisoner> PersonAsync(Work work, string slug) =>
        work.Context.Prisoners.AsSplitQuery()
            .Include(p => p.Claims)
            .Include(p => p.Imprisonments).ThenInclude(i => i.Releases)
            .SingleAsync(p => p.Slug == slug);
}
