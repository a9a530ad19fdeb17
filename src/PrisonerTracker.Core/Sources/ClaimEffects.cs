using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.Imprisonments;
using PrisonerTracker.Core.Prisoners;
using PrisonerTracker.Core.Releases;
using PrisonerTracker.Core.Shared;

namespace PrisonerTracker.Core.Sources;

/// <summary>What follows for the facts when a claim is preferred. The other claims keep their values, so that each choice can be taken back.</summary>
internal static class ClaimEffects
{
    /// <summary>Makes the facts agree with the claim.</summary>
    /// <param name="context">The register, in the running transaction.</param>
    /// <param name="prisoner">Loaded whole.</param>
    /// <param name="claim">The one that is preferred now.</param>
    /// <param name="before">The one that was: it takes over the sources of its value, so that they come back with it.</param>
    /// <param name="now">The moment of the change.</param>
    /// <param name="cancellationToken">Stops before anything is kept.</param>
    /// <returns>The events the change is about as well.</returns>
    public static async Task<IReadOnlyList<Guid>> ApplyAsync(
        RegisterContext context, Prisoner prisoner, Claim claim, Claim? before, DateTime now, CancellationToken cancellationToken)
    {
        switch (claim.Topic)
        {
            case ClaimTopic.BirthDate:
                if (prisoner.BornOn != DateOf(claim))
                {
                    prisoner.CorrectBirth(DateOf(claim), now);
                    var gone = prisoner.CiteOnly(nameof(Prisoner.BornOn), SourcesOf(claim));
                    before?.Cite(gone);
                }

                return [];
            case ClaimTopic.DetentionDate:
                if (ImprisonmentOf(prisoner, claim) is var dated && dated.DetainedOn != DateOf(claim))
                {
                    prisoner.CorrectDetention(dated, DateOf(claim), now);
                    await context.Entry(dated).Collection(i => i.Citations).LoadAsync(cancellationToken);
                    var gone = dated.CiteOnly(nameof(Imprisonment.DetainedOn), SourcesOf(claim));
                    before?.Cite(gone);
                }

                return [];
            case ClaimTopic.Destination:
                if (ImprisonmentOf(prisoner, claim) is var left && left.CurrentRelease?.DestinationCountry != claim.Value)
                    left.CorrectDestination(claim.Value);
                return [];
            case ClaimTopic.Release:
                var imprisonment = ImprisonmentOf(prisoner, claim);
                var because = claim.PreferredBecause.ToString();
                return claim.Date is { } releasedOn
                    ? await ReleaseAsync(context, prisoner, imprisonment, claim, releasedOn, now, cancellationToken)
                    : await DisputeAsync(context, imprisonment, because, now, cancellationToken);
            default:
                return [];
        }
    }

    private static async Task<IReadOnlyList<Guid>> DisputeAsync(
        RegisterContext context, Imprisonment imprisonment, string because, DateTime now, CancellationToken cancellationToken)
    {
        if (imprisonment.CurrentRelease is null)
            return [];

        var reason = because[..Math.Min(because.Length, Release.ReasonLength)];
        var release = imprisonment.UndoRelease(new UndoDetails { Kind = UndoKind.Disputed, Reason = reason }, now);
        if (release.ReleaseEventId is not { } eventId)
            return [];

        (await context.WholeEventAsync(eventId, cancellationToken)).Undo(release, now);
        return [eventId];
    }

    // The same release as before when there was one, with its ground, destination and event; else a new one that says no more than the claim.
    private static async Task<IReadOnlyList<Guid>> ReleaseAsync(
        RegisterContext context, Prisoner prisoner, Imprisonment imprisonment, Claim claim, PartialDate releasedOn, DateTime now, CancellationToken cancellationToken)
    {
        if (imprisonment.CurrentRelease?.ReleasedOn == releasedOn)
            return [];

        List<Guid> events = [.. await DisputeAsync(context, imprisonment, claim.PreferredBecause.ToString(), now, cancellationToken)];
        var release = imprisonment.Releases
            .Where(r => r.UndoneAs == UndoKind.Disputed && r.ReleasedOn == releasedOn)
            .OrderByDescending(r => r.UndoneAt)
            .FirstOrDefault();
        if (release is not null)
        {
            imprisonment.RestoreRelease(release);
        }
        else
        {
            release = imprisonment.Release(
                new ReleaseDetails
                {
                    ReleasedOn = releasedOn,
                    ReleaseEventId = await NamingEventAsync(context, prisoner.PrisonerId, releasedOn, cancellationToken),
                    Citations = [.. SourcesOf(claim)],
                },
                now);
        }

        if (release.ReleaseEventId is not { } eventId)
            return events;

        (await context.WholeEventAsync(eventId, cancellationToken)).Name(prisoner.PrisonerId, prisoner.DisplayName, release, now);
        return [.. events.Append(eventId).Distinct()];
    }

    // An event of those days that names the person without a release is the one the claim means, when there is exactly one.
    private static async Task<Guid?> NamingEventAsync(RegisterContext context, Guid prisonerId, PartialDate on, CancellationToken cancellationToken)
    {
        var naming = await context.ReleaseEvents
            .Where(e => e.Named.Any(n => n.PrisonerId == prisonerId && n.ReleaseId == null))
            .Where(e => e.HappenedOn.Latest >= on.Earliest && e.HappenedOn.Earliest <= on.Latest)
            .Select(e => e.ReleaseEventId)
            .Take(2)
            .ToListAsync(cancellationToken);
        return naming.Count == 1 ? naming[0] : null;
    }

    private static IEnumerable<CitationDetails> SourcesOf(Claim claim) => claim.Citations.Select(c => new CitationDetails(c.SourceId, c.Locator));

    private static PartialDate DateOf(Claim claim) =>
        claim.Date ?? throw new RuleException(nameof(claim.Value), "This claim says no date that can be followed. Change it first: 2021, 2021-09 or 2021-09-06.");

    private static Imprisonment ImprisonmentOf(Prisoner prisoner, Claim claim) =>
        claim.ImprisonmentId is { } about
            ? prisoner.Imprisonments.Single(i => i.ImprisonmentId == about)
            : prisoner.Imprisonments.Count == 1
                ? prisoner.Imprisonments[0]
                : throw new RuleException(nameof(claim.ImprisonmentId), "Say which imprisonment the claim is about.");
}
