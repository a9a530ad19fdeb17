using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Prisoners;
using PrisonerTracker.Core.Releases;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Core.Sources;
using PrisonerTracker.Testing;
using Xunit;

namespace PrisonerTracker.Core.Tests.Sources;

public sealed class ClaimServiceTests(Register register) : IClassFixture<Register>
{
    private static readonly LocalizedText Because = LocalizedText.English("The later report says so.");

    [Fact]
    public async Task PreferAsync_StillInsideOverReleasedAndBack_RestoresTheReleaseAndItsPlaceInTheEvent()
    {
        await using var work = register.Work();
        var (prisonerId, imprisonmentId) = await work.HeldAsync("Freed Or Not");
        var eventId = (await work.ReleaseEvents.CreateAsync(Valid.ReleaseEvent("Disputed exchange"), Valid.Submission())).Subjects[0];
        await work.Releases.RecordAsync(
            imprisonmentId, 1, Valid.Release() with { Ground = ReleaseGround.Pardon, DestinationCountry = "LT", ReleaseEventId = eventId }, Valid.Submission());
        await work.Claims.AddAsync(
            prisonerId,
            [Of(ClaimTopic.Release, imprisonmentId, "2025-12-13") with { IsPreferred = true, PreferredBecause = Because }, Of(ClaimTopic.Release, imprisonmentId, "held")],
            Valid.Submission());
        var (released, held) = await ClaimsAsync(prisonerId);
        Assert.Equal((Custody.AtLiberty, NamedOutcome.Freed), await StateAsync(prisonerId, eventId));

        await work.Claims.PreferAsync(prisonerId, held.ClaimId, held.Version, Because, Valid.Submission());
        Assert.Equal((Custody.InCustody, NamedOutcome.Unknown), await StateAsync(prisonerId, eventId));
        var disputed = await work.Context.Releases.AsNoTracking().SingleAsync(r => r.ImprisonmentId == imprisonmentId);
        Assert.Equal((UndoKind.Disputed, Because.ToString()), (disputed.UndoneAs, disputed.UndoneBecause));
        Assert.Null((await work.Context.Imprisonments.AsNoTracking().SingleAsync(i => i.ImprisonmentId == imprisonmentId)).EndedOn);

        (released, held) = await ClaimsAsync(prisonerId);
        Assert.True(held.IsPreferred && !released.IsPreferred);
        var before = await work.Context.Changes.CountAsync();
        await work.Claims.PreferAsync(prisonerId, released.ClaimId, released.Version, Because, Valid.Submission());

        Assert.Equal((Custody.AtLiberty, NamedOutcome.Freed), await StateAsync(prisonerId, eventId));
        var restored = await work.Context.Releases.AsNoTracking().SingleAsync(r => r.ImprisonmentId == imprisonmentId);
        Assert.Equal((disputed.ReleaseId, ReleaseGround.Pardon, "LT", null, null), (restored.ReleaseId, restored.Ground, restored.DestinationCountry, restored.UndoneAt, restored.UndoneAs));
        Assert.Equal(before + 1, await work.Context.Changes.CountAsync());
        Assert.Equal("2025-12-13", $"{(await work.Context.Imprisonments.AsNoTracking().SingleAsync(i => i.ImprisonmentId == imprisonmentId)).EndedOn}");
    }

    [Fact]
    public async Task PreferAsync_ReleaseNeverRecorded_IsRecordedInTheEventThatNamesThePerson()
    {
        await using var work = register.Work();
        var (prisonerId, imprisonmentId) = await work.HeldAsync("Named Only");
        var source = new CitationDetails(await work.SourceAsync("Early Herald"));
        var eventId = (await work.ReleaseEvents.CreateAsync(
            Valid.ReleaseEvent("Naming event") with { Named = [new NamedPersonDetails { WrittenName = "Named Only", PrisonerId = prisonerId, Citations = [source] }] }, Valid.Submission())).Subjects[0];
        await work.Claims.AddAsync(
            prisonerId,
            [Of(ClaimTopic.Release, imprisonmentId, "still imprisoned") with { IsPreferred = true, PreferredBecause = Because }, Of(ClaimTopic.Release, imprisonmentId, "2025-12-13") with { Citations = [source] }],
            Valid.Submission());
        var (released, _) = await ClaimsAsync(prisonerId);

        await work.Claims.PreferAsync(prisonerId, released.ClaimId, released.Version, Because, Valid.Submission());

        Assert.Equal((Custody.AtLiberty, NamedOutcome.Freed), await StateAsync(prisonerId, eventId));
        Assert.Single(await work.Context.Citations.Where(c => c.ReleaseId != null && c.SourceId == source.SourceId).ToListAsync());
    }

    [Fact]
    public async Task PreferAsync_OtherDates_ChangeTheFactsAndBack()
    {
        await using var work = register.Work();
        var (prisonerId, imprisonmentId) = await work.HeldAsync("Two Dates", Valid.Imprisonment("2020-09-07"));
        await work.Claims.AddAsync(
            prisonerId,
            [Of(ClaimTopic.DetentionDate, imprisonmentId, "2020-09-07"), Of(ClaimTopic.DetentionDate, imprisonmentId, "2020-09-08") with { IsPreferred = true, PreferredBecause = Because }],
            Valid.Submission());
        await work.Claims.AddAsync(prisonerId, [Of(ClaimTopic.BirthDate, null, "1970") with { IsPreferred = true, PreferredBecause = Because }], Valid.Submission());

        var person = await PersonAsync(prisonerId);
        Assert.Equal(("2020-09-08", "1970"), ($"{person.Standing.DetainedOn}", $"{person.BornOn}"));

        var first = await work.Context.Claims.AsNoTracking().SingleAsync(c => c.PrisonerId == prisonerId && c.Value == "2020-09-07");
        await work.Claims.PreferAsync(prisonerId, first.ClaimId, first.Version, Because, Valid.Submission());
        Assert.Equal("2020-09-07", $"{(await PersonAsync(prisonerId)).Standing.DetainedOn}");
    }

    [Fact]
    public async Task PreferAsync_OtherDateAndBack_BringsBackEverySourceOfTheFirst()
    {
        await using var work = register.Work();
        CitationDetails[] cited = [new(await work.SourceAsync("One"), "p. 1", "DetainedOn"), new(await work.SourceAsync("Two"), null, "DetainedOn"), new(await work.SourceAsync("Whole"))];
        var (prisonerId, imprisonmentId) = await work.HeldAsync("Well Sourced", Valid.Imprisonment("2020-09-07") with { Citations = cited });
        var other = new CitationDetails(await work.SourceAsync("Other"));
        await work.Prisoners.AddFactsAsync(
            prisonerId,
            new PersonFacts
            {
                Claims =
                [
                    Of(ClaimTopic.DetentionDate, imprisonmentId, "2020-09-07") with { IsPreferred = true, PreferredBecause = Because, Citations = [new(cited[0].SourceId, "p. 1")] },
                    Of(ClaimTopic.DetentionDate, imprisonmentId, "2020-09-08") with { Citations = [other] },
                ],
            },
            Valid.Submission());

        await PreferAsync("2020-09-08");
        Assert.Equal([(other.SourceId, "DetainedOn"), (cited[2].SourceId, null)], await CitedAsync());

        await PreferAsync("2020-09-07");
        Assert.Equal([.. cited.OrderBy(c => c.Field is null).ThenBy(c => c.SourceId).Select(c => (c.SourceId, c.Field))], await CitedAsync());

        async Task PreferAsync(string value)
        {
            var claim = await work.Context.Claims.AsNoTracking().SingleAsync(c => c.PrisonerId == prisonerId && c.Value == value);
            await work.Claims.PreferAsync(prisonerId, claim.ClaimId, claim.Version, Because, Valid.Submission());
        }

        async Task<List<(Guid, string?)>> CitedAsync() =>
            [.. (await work.Context.Citations.AsNoTracking().Where(c => c.ImprisonmentId == imprisonmentId).ToListAsync())
                .OrderBy(c => c.Field is null).ThenBy(c => c.SourceId).Select(c => (c.SourceId, c.Field))];
    }

    [Fact]
    public async Task PreferAsync_DateThatCannotBe_IsRefusedAndNothingChanges()
    {
        await using var work = register.Work();
        var (prisonerId, imprisonmentId) = await work.HeldAsync("Impossible Claim", Valid.Imprisonment("2020"));
        await work.Releases.RecordAsync(imprisonmentId, 1, Valid.Release("2021-01"), Valid.Submission());
        await work.Claims.AddAsync(prisonerId, [Of(ClaimTopic.DetentionDate, imprisonmentId, "2023")], Valid.Submission());
        var claim = await work.Context.Claims.AsNoTracking().SingleAsync(c => c.PrisonerId == prisonerId);

        var refusal = await Assert.ThrowsAsync<RuleException>(() => work.Claims.PreferAsync(prisonerId, claim.ClaimId, claim.Version, Because, Valid.Submission()));

        Assert.Contains("after the release", refusal.Message, StringComparison.Ordinal);
        Assert.False((await work.Context.Claims.AsNoTracking().SingleAsync(c => c.PrisonerId == prisonerId)).IsPreferred);
    }

    [Fact]
    public async Task PreferAsync_SomebodyElseChoseMeanwhile_IsAConflict()
    {
        await using var work = register.Work();
        var prisonerId = await work.PrisonerAsync(Valid.Prisoner("Chosen Twice"));
        await work.Claims.AddAsync(prisonerId, [Of(ClaimTopic.BirthDate, null, "1970"), Of(ClaimTopic.BirthDate, null, "1971")], Valid.Submission());
        var claim = await work.Context.Claims.AsNoTracking().FirstAsync(c => c.PrisonerId == prisonerId);
        await work.Claims.ChangeAsync(prisonerId, claim.ClaimId, claim.Version, Of(ClaimTopic.BirthDate, null, "1972"), Valid.Submission());

        await Assert.ThrowsAsync<ConflictException>(() => work.Claims.PreferAsync(prisonerId, claim.ClaimId, claim.Version, Because, Valid.Submission()));
    }

    private static ClaimDetails Of(ClaimTopic topic, Guid? imprisonmentId, string value) =>
        new() { Topic = topic, ImprisonmentId = imprisonmentId, Value = value, Statement = LocalizedText.English($"It was {value}.") };

    private async Task<(Claim Released, Claim Held)> ClaimsAsync(Guid prisonerId)
    {
        await using var work = register.Work();
        var claims = await work.Context.Claims.AsNoTracking().Where(c => c.PrisonerId == prisonerId).ToListAsync();
        return (claims.Single(c => c.Date is not null), claims.Single(c => c.Date is null));
    }

    private async Task<(Custody Custody, NamedOutcome Outcome)> StateAsync(Guid prisonerId, Guid eventId)
    {
        await using var work = register.Work();
        var named = await work.Context.NamedPeople.AsNoTracking().SingleAsync(n => n.ReleaseEventId == eventId);
        Assert.Equal(named.Outcome == NamedOutcome.Freed, named.ReleaseId is not null);
        return ((await PersonAsync(prisonerId)).Standing.Custody, named.Outcome);
    }

    private async Task<Prisoner> PersonAsync(Guid prisonerId)
    {
        await using var work = register.Work();
        return await work.Context.Prisoners.AsNoTracking().SingleAsync(p => p.PrisonerId == prisonerId);
    }
}
