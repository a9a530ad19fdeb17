using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.History;
using PrisonerTracker.Core.Imprisonments;
using PrisonerTracker.Core.Prisoners;
using PrisonerTracker.Core.Shared;

namespace PrisonerTracker.Core.Releases;

/// <summary>Records releases one by one, and undoes them.</summary>
public sealed class ReleaseService(RegisterContext context, RegisterWriter writer)
{
    /// <summary>Ends an imprisonment, and counts the person among the named of the event when one is given.</summary>
    /// <param name="imprisonmentId">The imprisonment that ended.</param>
    /// <param name="version">Its version as the editor saw it.</param>
    /// <param name="details">What is known of the release.</param>
    /// <param name="submission">Who sends it, and why.</param>
    /// <param name="cancellationToken">Stops before anything is kept.</param>
    /// <exception cref="RuleException">Already released, before the detention, in the future.</exception>
    /// <exception cref="ConflictException">The imprisonment was changed after the editor opened it.</exception>
    public Task<WriteResult> RecordAsync(
        Guid imprisonmentId, int version, ReleaseDetails details, Submission submission, CancellationToken cancellationToken = default) =>
        writer.WriteAsync(submission.To("release.recorded"), async (now, token) =>
        {
            var (prisoner, imprisonment) = await LoadAsync(imprisonmentId, token);
            var release = imprisonment.Release(details, now);
            context.Expect(imprisonment, i => i.Version, version);
            prisoner.Touch(now);
            if (details.ReleaseEventId is not { } eventId)
                return [prisoner.PrisonerId];

            var releaseEvent = await context.WholeEventAsync(eventId, token);
            releaseEvent.Name(prisoner.PrisonerId, prisoner.DisplayName, release, now);
            return [prisoner.PrisonerId, eventId];
        }, cancellationToken);

    /// <summary>Corrects what is known of a recorded release. The person's place in an event is not changed by it.</summary>
    /// <exception cref="ConflictException">The release was changed after the editor opened it.</exception>
    public Task<WriteResult> CorrectAsync(
        Guid imprisonmentId, Guid releaseId, int version, ReleaseDetails details, Submission submission, CancellationToken cancellationToken = default) =>
        writer.WriteAsync(submission.To("release.corrected"), async (now, token) =>
        {
            if (Blank.ToNull(submission.Reason) is null)
                throw new RuleException("Reason", "Say why the release is corrected.");
            var (prisoner, imprisonment) = await context.CaseAsync(imprisonmentId, token);
            var current = imprisonment.Releases.Where(r => r.IsCurrent);
            var release = await context.FactAsync(current, r => r.ReleaseId == releaseId, "Somebody else removed this release while you had it open. Nothing of yours is saved; add it anew if it should be there.", token);
            context.Expect(release, r => r.Version, version);
            imprisonment.CorrectRelease(release, details, now);
            if (release.ReleaseEventId is { } eventId)
                await CheckEventAsync(eventId, release, token);
            CaseRules.CheckRoom(prisoner, imprisonment);
            prisoner.Touch(now);
            return [prisoner.PrisonerId, imprisonmentId, releaseId];
        }, cancellationToken);

    /// <summary>Undoes the current release of an imprisonment: the person came back, or there never was one.</summary>
    public Task<WriteResult> UndoAsync(
        Guid imprisonmentId, int version, UndoDetails details, Submission submission, CancellationToken cancellationToken = default) =>
        writer.WriteAsync((submission with { Reason = details.Reason }).To("release.undone"), async (now, token) =>
        {
            var (prisoner, imprisonment) = await LoadAsync(imprisonmentId, token);
            var release = imprisonment.UndoRelease(details, now);
            context.Expect(imprisonment, i => i.Version, version);
            prisoner.Touch(now);
            if (release.ReleaseEventId is not { } eventId)
                return [prisoner.PrisonerId];

            var releaseEvent = await context.WholeEventAsync(eventId, token);
            releaseEvent.Undo(release, now);
            return [prisoner.PrisonerId, eventId];
        }, cancellationToken);

    private async Task CheckEventAsync(Guid eventId, Release release, CancellationToken cancellationToken)
    {
        var happened = await context.ReleaseEvents.Where(e => e.ReleaseEventId == eventId).Select(e => e.HappenedOn).SingleAsync(cancellationToken);
        if (!happened.Overlaps(release.ReleasedOn.Earliest, release.ReleasedOn.Latest))
            throw new RuleException(nameof(release.ReleasedOn), $"The release belongs to an event on {happened}, and cannot be on {release.ReleasedOn}. Undo it first if it was another release.");
    }

    private async Task<(Prisoner Prisoner, Imprisonments.Imprisonment Imprisonment)> LoadAsync(Guid imprisonmentId, CancellationToken cancellationToken)
    {
        var prisonerId = await context.Imprisonments
            .Where(i => i.ImprisonmentId == imprisonmentId)
            .Select(i => i.PrisonerId)
            .SingleOrDefaultAsync(cancellationToken);
        var prisoner = await context.WholeAsync(prisonerId, cancellationToken);
        return (prisoner, prisoner.Imprisonments.Single(i => i.ImprisonmentId == imprisonmentId));
    }
}
