using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Prisoners;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Core.Sources;
using PrisonerTracker.Testing;
using Xunit;

namespace PrisonerTracker.Core.Tests.Sources;

public sealed class ClaimTests(Register register) : IClassFixture<Register>
{
    private static readonly ClaimDetails NineYears = new() { Topic = ClaimTopic.Term, Statement = LocalizedText.English("Nine years.") };

    [Fact]
    public async Task AddFactsAsync_ClaimAboutAnothersImprisonment_IsRefused()
    {
        await using var work = register.Work();
        var (prisonerId, _) = await work.HeldAsync("Claimed Person");
        var (_, anothers) = await work.HeldAsync("Another Person");

        Assert.Equal("ImprisonmentId", await RefusalAsync(work, prisonerId, NineYears with { ImprisonmentId = anothers }));
    }

    [Fact]
    public async Task AddFactsAsync_ClaimAboutOwnImprisonment_IsKept()
    {
        await using var work = register.Work();
        var (prisonerId, own) = await work.HeldAsync("Own Claim");

        await work.Prisoners.AddFactsAsync(prisonerId, new PersonFacts { Claims = [NineYears with { ImprisonmentId = own }] }, Valid.Submission());

        Assert.Equal(own, (await work.Context.Claims.SingleAsync(c => c.PrisonerId == prisonerId)).ImprisonmentId);
    }

    [Fact]
    public async Task AddFactsAsync_EmptyOrOverlongClaim_IsRefusedWithItsField()
    {
        await using var work = register.Work();
        var (prisonerId, _) = await work.HeldAsync("Careless Claim");

        Assert.Equal("Statement", await RefusalAsync(work, prisonerId, NineYears with { Statement = LocalizedText.Empty }));
        Assert.Equal("Value", await RefusalAsync(work, prisonerId, NineYears with { Value = new string('x', Claim.ValueLength + 1) }));
        Assert.Equal("PreferredBecause", await RefusalAsync(work, prisonerId, NineYears with { IsPreferred = true }));
    }

    [Fact]
    public async Task AddClaimsAsync_EventClaimAboutAnImprisonment_IsRefused()
    {
        await using var work = register.Work();
        var (_, imprisonmentId) = await work.HeldAsync("Not The Event's");
        var eventId = (await work.ReleaseEvents.CreateAsync(Valid.ReleaseEvent(), Valid.Submission())).Subjects[0];

        var refusal = await Assert.ThrowsAsync<RuleException>(() =>
            work.ReleaseEvents.AddClaimsAsync(eventId, [NineYears with { ImprisonmentId = imprisonmentId }], Valid.Submission()));

        Assert.Equal("ImprisonmentId", refusal.Field);
    }

    private static async Task<string> RefusalAsync(Work work, Guid prisonerId, ClaimDetails claim) =>
        (await Assert.ThrowsAsync<RuleException>(() =>
            work.Prisoners.AddFactsAsync(prisonerId, new PersonFacts { Claims = [claim] }, Valid.Submission()))).Field;
}
