using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.History;
using PrisonerTracker.Core.Prisoners;
using PrisonerTracker.Core.Shared;

namespace PrisonerTracker.Core.Sources;

/// <summary>
/// Records contradicting values of the same fact about a person, and chooses which of them the register follows. What follows from the
/// choice changes with it, in the same transaction.
/// </summary>
public sealed class ClaimService(RegisterContext context, RegisterWriter writer)
{
    /// <summary>Adds claims; when one of them is preferred, the facts follow it from now on.</summary>
    /// <param name="prisonerId">Whom they are about.</param>
    /// <param name="claims">The claims of one topic: the new one, and the recorded value when it was not a claim yet.</param>
    /// <param name="submission">Who sends it, and why.</param>
    /// <param name="cancellationToken">Stops before anything is kept.</param>
    /// <exception cref="RuleException">The value cannot be true beside the other facts.</exception>
    public Task<WriteResult> AddAsync(
        Guid prisonerId, IReadOnlyList<ClaimDetails> claims, Submission submission, CancellationToken cancellationToken = default) =>
        writer.WriteAsync(submission.To("claim.added"), async (now, token) =>
        {
            var prisoner = await LoadAsync(prisonerId, token);
            List<Guid> subjects = [prisonerId];
            foreach (var details in claims)
            {
                var before = Preferred(prisoner, details.Topic, details.ImprisonmentId);
                var claim = prisoner.AddClaim(details, now);
                if (!claim.IsPreferred)
                    continue;
                before?.PassOver();
                subjects.AddRange(await ClaimEffects.ApplyAsync(context, prisoner, claim, before, now, token));
            }

            prisoner.Touch(now);
            return subjects;
        }, cancellationToken);

    /// <summary>Follows another claim than before: undoes what followed from the old one, and restores or sets what follows from this one.</summary>
    /// <exception cref="ConflictException">The claim was changed, or the choice made anew, after the editor opened it.</exception>
    /// <exception cref="RuleException">The value cannot be true beside the other facts.</exception>
    public Task<WriteResult> PreferAsync(
        Guid prisonerId, Guid claimId, int version, LocalizedText because, Submission submission, CancellationToken cancellationToken = default) =>
        writer.WriteAsync(submission.To("claim.preferred"), async (now, token) =>
        {
            var (prisoner, claim) = await LoadAsync(prisonerId, claimId, version, token);
            var before = Preferred(prisoner, claim.Topic, claim.ImprisonmentId);
            if (before == claim)
                throw new RuleException("", "This claim is already the one that is followed.");
            before?.PassOver();
            claim.Prefer(because);
            var alsoAbout = await ClaimEffects.ApplyAsync(context, prisoner, claim, before, now, token);
            prisoner.Touch(now);
            return [prisonerId, .. alsoAbout];
        }, cancellationToken);

    /// <summary>Replaces what a claim says. The facts follow when it is the preferred one.</summary>
    public Task<WriteResult> ChangeAsync(
        Guid prisonerId, Guid claimId, int version, ClaimDetails details, Submission submission, CancellationToken cancellationToken = default) =>
        writer.WriteAsync(submission.To("claim.changed"), async (now, token) =>
        {
            var (prisoner, claim) = await LoadAsync(prisonerId, claimId, version, token);
            var hasMoved = claim.Value != Blank.ToNull(details.Value);
            claim.Describe(details with { Topic = claim.Topic, ImprisonmentId = claim.ImprisonmentId });
            List<Guid> subjects = [prisonerId];
            if (claim.IsPreferred && hasMoved)
                subjects.AddRange(await ClaimEffects.ApplyAsync(context, prisoner, claim, null, now, token));
            prisoner.Touch(now);
            return subjects;
        }, cancellationToken);

    /// <summary>Takes a claim away that is not followed.</summary>
    public Task<WriteResult> RemoveAsync(
        Guid prisonerId, Guid claimId, int version, Submission submission, CancellationToken cancellationToken = default) =>
        writer.WriteAsync(submission.To("claim.removed"), async (now, token) =>
        {
            var (prisoner, claim) = await LoadAsync(prisonerId, claimId, version, token);
            if (claim.IsPreferred && prisoner.Claims.Any(c => c != claim && IsSame(c, claim.Topic, claim.ImprisonmentId)))
                throw new RuleException("", "The register follows this claim. Prefer another first, then take this one away.");
            context.Remove(claim);
            prisoner.Touch(now);
            return [prisonerId];
        }, cancellationToken);

    private async Task<Prisoner> LoadAsync(Guid prisonerId, CancellationToken cancellationToken)
    {
        var prisoner = await context.WholeAsync(prisonerId, cancellationToken);
        await context.Claims.Where(c => c.PrisonerId == prisonerId).Include(c => c.Citations).LoadAsync(cancellationToken);
        return prisoner;
    }

    private async Task<(Prisoner Prisoner, Claim Claim)> LoadAsync(Guid prisonerId, Guid claimId, int version, CancellationToken cancellationToken)
    {
        var prisoner = await LoadAsync(prisonerId, cancellationToken);
        var claim = prisoner.Claims.SingleOrDefault(c => c.ClaimId == claimId)
            ?? throw new RuleException("", "This claim was taken away while you had the form open. Open the record to see what it says now.");
        context.Expect(claim, c => c.Version, version);
        return (prisoner, claim);
    }

    private static Claim? Preferred(Prisoner prisoner, ClaimTopic topic, Guid? imprisonmentId) =>
        prisoner.Claims.SingleOrDefault(c => c.IsPreferred && IsSame(c, topic, imprisonmentId));

    private static bool IsSame(Claim claim, ClaimTopic topic, Guid? imprisonmentId) =>
        claim.Topic == topic && claim.ImprisonmentId == imprisonmentId;
}
