using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.History;
using PrisonerTracker.Core.Prisoners;
using PrisonerTracker.Core.Releases;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Testing;
using Xunit;

namespace PrisonerTracker.Core.Tests.Releases;

public sealed class ReleaseServiceTests(Register register) : IClassFixture<Register>
{
    [Fact]
    public async Task RecordAsync_HeldPerson_EndsTheImprisonmentAndRestatesTheStanding()
    {
        await using var work = register.Work();
        var (prisonerId, imprisonmentId) = await work.HeldAsync("Released Person");

        var result = await work.Releases.RecordAsync(imprisonmentId, 1, Valid.Release("2025-12-13"), Valid.Submission());

        Assert.Equal(WriteOutcome.Written, result.Outcome);
        var prisoner = await work.Context.Prisoners.SingleAsync(p => p.PrisonerId == prisonerId);
        Assert.Equal(Custody.AtLiberty, prisoner.Standing.Custody);
        Assert.Equal("2025-12-13", prisoner.Standing.ReleasedOn?.ToString());
    }

    [Fact]
    public async Task RecordAsync_SameFormTwice_RecordsOneRelease()
    {
        await using var work = register.Work();
        var (_, imprisonmentId) = await work.HeldAsync("Twice Clicked");
        var submission = Valid.Submission();

        await work.Releases.RecordAsync(imprisonmentId, 1, Valid.Release(), submission);
        var second = await work.Releases.RecordAsync(imprisonmentId, 1, Valid.Release(), submission);

        Assert.Equal(WriteOutcome.AlreadyWritten, second.Outcome);
        Assert.Equal(1, await work.Context.Releases.CountAsync(r => r.ImprisonmentId == imprisonmentId));
        Assert.Equal(1, await work.Context.Changes.CountAsync(c => c.RequestKey == submission.RequestKey));
    }

    [Fact]
    public async Task RecordAsync_SameFormTwiceAtOnce_RecordsOneRelease()
    {
        await using var first = register.Work();
        await using var second = register.Work();
        var (_, imprisonmentId) = await first.HeldAsync("Double Clicked");
        var submission = Valid.Submission();

        var results = await Task.WhenAll(
            first.Releases.RecordAsync(imprisonmentId, 1, Valid.Release(), submission),
            second.Releases.RecordAsync(imprisonmentId, 1, Valid.Release(), submission));

        Assert.Equal([WriteOutcome.AlreadyWritten, WriteOutcome.Written], results.Select(r => r.Outcome).OrderByDescending(o => o));
        Assert.Equal(1, await first.Context.Releases.CountAsync(r => r.ImprisonmentId == imprisonmentId));
    }

    [Fact]
    public async Task RecordAsync_AlreadyReleased_IsRefusedAndWritesNothing()
    {
        await using var work = register.Work();
        var (_, imprisonmentId) = await work.HeldAsync("Once Only");
        await work.Releases.RecordAsync(imprisonmentId, 1, Valid.Release(), Valid.Submission());
        var changes = await work.Context.Changes.CountAsync();

        var refusal = await Assert.ThrowsAsync<RuleException>(() =>
            work.Releases.RecordAsync(imprisonmentId, 2, Valid.Release(), Valid.Submission()));

        Assert.Contains("13 December 2025", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(changes, await work.Context.Changes.CountAsync());
    }

    [Theory]
    [InlineData("2023-05-20", "2023-05-19")]
    [InlineData("2023-05", "2023-04")]
    [InlineData("2023", "2022")]
    public async Task RecordAsync_CertainlyBeforeDetention_IsRefused(string detained, string released)
    {
        await using var work = register.Work();
        var (_, imprisonmentId) = await work.HeldAsync("Too Early", Valid.Imprisonment(detained));

        var refusal = await Assert.ThrowsAsync<RuleException>(() =>
            work.Releases.RecordAsync(imprisonmentId, 1, Valid.Release(released), Valid.Submission()));

        Assert.Equal("ReleasedOn", refusal.Field);
    }

    [Fact]
    public async Task RecordAsync_PossiblyBeforeDetention_IsRecorded()
    {
        await using var work = register.Work();
        var (_, imprisonmentId) = await work.HeldAsync("Same Month", Valid.Imprisonment("2023-05"));

        var result = await work.Releases.RecordAsync(imprisonmentId, 1, Valid.Release("2023-05-03"), Valid.Submission());

        Assert.Equal(WriteOutcome.Written, result.Outcome);
    }

    [Fact]
    public async Task RecordAsync_InTheFuture_IsRefused()
    {
        await using var work = register.Work();
        var (_, imprisonmentId) = await work.HeldAsync("Not Yet");

        var refusal = await Assert.ThrowsAsync<RuleException>(() =>
            work.Releases.RecordAsync(imprisonmentId, 1, Valid.Release("2026-01-17"), Valid.Submission()));

        Assert.Equal("ReleasedOn", refusal.Field);
    }

    [Fact]
    public async Task RecordAsync_ImprisonmentChangedMeanwhile_IsAConflict()
    {
        await using var work = register.Work();
        var (_, imprisonmentId) = await work.HeldAsync("Two Editors");
        await work.Releases.RecordAsync(imprisonmentId, 1, Valid.Release(), Valid.Submission());
        await work.Releases.UndoAsync(imprisonmentId, 2, Valid.Undo(UndoKind.RecordedInError), Valid.Submission());

        await Assert.ThrowsAsync<ConflictException>(() =>
            work.Releases.RecordAsync(imprisonmentId, 1, Valid.Release(), Valid.Submission()));
    }

    [Fact]
    public async Task RecordAsync_WithEvent_CountsThePersonAmongTheNamed()
    {
        await using var work = register.Work();
        var (prisonerId, imprisonmentId) = await work.HeldAsync("Exchanged Person");
        var eventId = (await work.ReleaseEvents.CreateAsync(Valid.ReleaseEvent(), Valid.Submission())).Subjects[0];

        await work.Releases.RecordAsync(imprisonmentId, 1, Valid.Release() with { ReleaseEventId = eventId }, Valid.Submission());

        var named = await work.Context.NamedPeople.SingleAsync(n => n.ReleaseEventId == eventId);
        Assert.Equal((prisonerId, NamedOutcome.Freed), (named.PrisonerId, named.Outcome));
    }

    [Fact]
    public async Task UndoAsync_ReturnedToCustody_IsHeldAgainAndStaysOnRecord()
    {
        await using var work = register.Work();
        var (prisonerId, imprisonmentId) = await work.HeldAsync("Turned Back");
        var eventId = (await work.ReleaseEvents.CreateAsync(Valid.ReleaseEvent(), Valid.Submission())).Subjects[0];
        await work.Releases.RecordAsync(imprisonmentId, 1, Valid.Release() with { ReleaseEventId = eventId }, Valid.Submission());

        await work.Releases.UndoAsync(imprisonmentId, 2, Valid.Undo(UndoKind.ReturnedToCustody), Valid.Submission());

        var prisoner = await work.Context.Prisoners.SingleAsync(p => p.PrisonerId == prisonerId);
        Assert.Equal((Custody.InCustody, null), (prisoner.Standing.Custody, prisoner.Standing.ReleasedOn));
        var release = await work.Context.Releases.SingleAsync(r => r.ImprisonmentId == imprisonmentId);
        Assert.Equal(UndoKind.ReturnedToCustody, release.UndoneAs);
        Assert.Equal(NamedOutcome.ReturnedToPrison, (await work.Context.NamedPeople.SingleAsync(n => n.ReleaseEventId == eventId)).Outcome);
        var change = await work.Context.Changes.OrderByDescending(c => c.Number).FirstAsync();
        Assert.Equal(("release.undone", "Because the test says so"), (change.Action, change.Reason));
    }

    [Fact]
    public async Task UndoAsync_RecordedInError_TakesThePersonOutOfTheEvent()
    {
        await using var work = register.Work();
        var (_, imprisonmentId) = await work.HeldAsync("Mistaken For Another");
        var eventId = (await work.ReleaseEvents.CreateAsync(Valid.ReleaseEvent(), Valid.Submission())).Subjects[0];
        await work.Releases.RecordAsync(imprisonmentId, 1, Valid.Release() with { ReleaseEventId = eventId }, Valid.Submission());

        await work.Releases.UndoAsync(imprisonmentId, 2, Valid.Undo(UndoKind.RecordedInError), Valid.Submission());

        Assert.Empty(await work.Context.NamedPeople.Where(n => n.ReleaseEventId == eventId).ToListAsync());
    }
}
