using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.Designations;
using PrisonerTracker.Core.History;
using PrisonerTracker.Core.Prisoners;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Core.Sources;

namespace PrisonerTracker.Core.Releases;

/// <summary>Creates and changes release events, and attaches releases to them.</summary>
public sealed class ReleaseEventService(RegisterContext context, RegisterWriter writer)
{
    /// <summary>Adds an event as a draft. The first subject of the result is the new id.</summary>
    public Task<WriteResult> CreateAsync(ReleaseEventDetails details, Submission submission, CancellationToken cancellationToken = default) =>
        writer.WriteAsync(submission.To("release_event.created"), async (now, token) =>
        {
            var wanted = $"{details.HappenedOn.ToIso8601()}-{Slug.Of(Countries.Name(details.Country))}";
            var created = ReleaseEvent.Create(details, await FreeSlugAsync(wanted, token), now);
            context.Add(created);
            return [created.ReleaseEventId];
        }, cancellationToken);

    /// <summary>Replaces what is said of the event itself; the people stay.</summary>
    /// <exception cref="ConflictException">It was changed after the editor opened it.</exception>
    public Task<WriteResult> EditAsync(
        Guid releaseEventId, int version, ReleaseEventDetails details, Submission submission, CancellationToken cancellationToken = default) =>
        writer.WriteAsync(submission.To("release_event.edited"), async (now, token) =>
        {
            var edited = await context.WholeEventAsync(releaseEventId, token);
            context.Expect(edited, e => e.Version, version);
            edited.Describe(details, now);
            return [releaseEventId];
        }, cancellationToken);

    public Task<WriteResult> SetPublicationAsync(
        Guid releaseEventId, Publication publication, Submission submission, CancellationToken cancellationToken = default) =>
        writer.WriteAsync(submission.To("release_event.publication_set"), async (now, token) =>
        {
            var changed = await context.WholeEventAsync(releaseEventId, token);
            changed.SetPublication(publication, now);
            return [releaseEventId];
        }, cancellationToken);

    /// <summary>Ties recorded releases to the event and counts their people among the named.</summary>
    /// <exception cref="RuleException">A release is undone, or belongs to another event.</exception>
    public Task<WriteResult> AttachAsync(
        Guid releaseEventId, IReadOnlyCollection<Guid> releaseIds, Submission submission, CancellationToken cancellationToken = default) =>
        writer.WriteAsync(submission.To("release_event.releases_attached"), async (now, token) =>
        {
            if (releaseIds.Count == 0)
                throw new RuleException("Releases", "Choose at least one release.");

            var prisonerIds = await context.Releases
                .Where(r => releaseIds.Contains(r.ReleaseId))
                .Select(r => r.Imprisonment.PrisonerId)
                .ToListAsync(token);
            if (prisonerIds.Count != releaseIds.Count)
                throw new RuleException("Releases", "One of the releases is not in the register any more. Open the page anew.");

            var prisoners = await context.WholeAsync([.. prisonerIds.Distinct()], token);
            var attachedTo = await context.WholeEventAsync(releaseEventId, token);
            foreach (var prisoner in prisoners)
            {
                foreach (var release in prisoner.Imprisonments.SelectMany(i => i.Releases).Where(r => releaseIds.Contains(r.ReleaseId)))
                {
                    release.Attach(attachedTo);
                    attachedTo.Name(prisoner.PrisonerId, prisoner.DisplayName, release, now);
                }
            }

            return [releaseEventId, .. prisonerIds];
        }, cancellationToken);

    /// <summary>Adds contradicting claims about the event.</summary>
    public Task<WriteResult> AddClaimsAsync(
        Guid releaseEventId, IReadOnlyList<ClaimDetails> claims, Submission submission, CancellationToken cancellationToken = default) =>
        writer.WriteAsync(submission.To("release_event.claims_added"), async (now, token) =>
        {
            var about = await context.WholeEventAsync(releaseEventId, token);
            await context.Claims.Where(c => c.ReleaseEventId == releaseEventId && c.IsPreferred).LoadAsync(token);
            foreach (var claim in claims)
                about.AddClaim(claim, now);
            return [releaseEventId];
        }, cancellationToken);

    /// <summary>Adds published counts, about a country or about an event.</summary>
    public Task<WriteResult> AddCountsAsync(
        IReadOnlyList<ReportedCountDetails> counts, Submission submission, CancellationToken cancellationToken = default) =>
        writer.WriteAsync(submission.To("counts.added"), (_, _) =>
        {
            var added = counts.Select(ReportedCount.Create).ToList();
            context.AddRange(added);
            return Task.FromResult<IReadOnlyList<Guid>>([.. added.Select(c => c.ReleaseEventId ?? c.ReportedCountId)]);
        }, cancellationToken);

    /// <summary>Replaces what a published count says.</summary>
    /// <exception cref="ConflictException">It was changed after the editor opened it.</exception>
    public Task<WriteResult> EditCountAsync(
        Guid reportedCountId, int version, ReportedCountDetails details, Submission submission, CancellationToken cancellationToken = default) =>
        writer.WriteAsync(submission.To("count.edited"), async (_, token) =>
        {
            var count = await context.ReportedCounts
                .Include(c => c.Parts.OrderBy(p => p.Ordinal))
                .Include(c => c.Citations)
                .SingleAsync(c => c.ReportedCountId == reportedCountId, token);
            context.Expect(count, c => c.Version, version);
            var before = count.ReleaseEventId;
            count.Set(details);
            return [.. new[] { count.ReleaseEventId, before, count.ReportedCountId }.OfType<Guid>().Distinct()];
        }, cancellationToken);

    private async Task<string> FreeSlugAsync(string wanted, CancellationToken cancellationToken) =>
        await context.ReleaseEvents.AnyAsync(e => e.Slug == wanted, cancellationToken) ? Slug.Distinct(wanted) : wanted;
}

internal static class ReleaseEventQueries
{
    /// <summary>Loads an event with its people, and holds its row until the transaction ends.</summary>
    public static async Task<ReleaseEvent> WholeEventAsync(this RegisterContext context, Guid releaseEventId, CancellationToken cancellationToken)
    {
        await context.Database.ExecuteSqlAsync(
            $"SELECT 1 FROM release_events WHERE release_event_id = {releaseEventId} FOR NO KEY UPDATE", cancellationToken);
        return await context.ReleaseEvents
            .AsSplitQuery()
            .Include(e => e.Citations)
            .Include(e => e.Concessions).ThenInclude(c => c.Citations)
            .Include(e => e.Parties).ThenInclude(p => p.Citations)
            .Include(e => e.Named).ThenInclude(n => n.Citations)
            .SingleOrDefaultAsync(e => e.ReleaseEventId == releaseEventId, cancellationToken)
            ?? throw new RuleException("ReleaseEventId", "This release event is not in the register.");
    }
}
