using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.Designations;
using PrisonerTracker.Core.Desk;
using PrisonerTracker.Core.History;
using PrisonerTracker.Core.Imprisonments;
using PrisonerTracker.Core.Prisoners;
using PrisonerTracker.Core.Releases;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Core.Sources;
using PrisonerTracker.Core.Tags;

namespace PrisonerTracker.Core.Bulk;

/// <summary>Records a bulk action in one go, and takes it back whole. Each is one transaction and one row of history.</summary>
public sealed class BulkRecorder(RegisterContext context, RegisterWriter writer, ApprovalRule approval)
{
    /// <summary>Records it of everybody of whom it can be true; who cannot be keeps the reason and waits.</summary>
    /// <param name="bulkActionId">The bulk action.</param>
    /// <param name="version">Its version as the editor checked it.</param>
    /// <param name="submission">Who sends it.</param>
    /// <param name="cancellationToken">Stops before anything is kept.</param>
    /// <exception cref="RuleException">Nothing can be recorded, or a second person is needed.</exception>
    /// <exception cref="ConflictException">Somebody changed or recorded it after the editor checked it.</exception>
    public Task<WriteResult> ApplyAsync(Guid bulkActionId, int version, Submission submission, CancellationToken cancellationToken = default) =>
        writer.WriteAsync(submission.To("bulk_action.applied"), async (now, token) =>
        {
            var action = await context.WholeBulkAsync(bulkActionId, token);
            context.Expect(action, a => a.Version, version);
            if (action.Status == ListStatus.Undone)
                throw new RuleException("", "The bulk action was undone. Open it again first.");
            if (action.Kind is null)
                throw new RuleException("", "Nothing is chosen that could be set.");

            var people = await context.ChosenAsync(action.People, token);
            if (action.Kind == BulkKind.Placement)
                await context.NameStaysAsync(people.Values, token);
            var plan = BulkPlan.Of(action, people, await context.TaggedAsync(action, token), Today.Latest(now));
            action.CheckApproval(approval, plan.Recorded, submission.Actor);
            var written = plan.Written.ToList();
            if (written.Count == 0 && plan.Refused.FirstOrDefault()?.Because is { } because)
                throw new RuleException("", $"Nothing of this can be recorded as it stands. {because}");
            if (written.Count == 0)
                throw new RuleException("", "There is nobody left of whom it could be recorded.");

            foreach (var refused in plan.Refused)
                refused.Row.Refuse(refused.Because);
            IReadOnlyList<CitationDetails> citations = [.. action.Citations.Select(c => new CitationDetails(c.SourceId, c.Locator))];
            foreach (var planned in written)
                planned.Row.Applied(now, planned.Person!.PrisonerId, Record(action, planned, citations, now), planned.Ends?.PlacementId);
            action.Apply(submission.Actor, now);
            return [bulkActionId, .. written.Select(p => p.Row.PrisonerId)];
        }, cancellationToken);

    /// <summary>Takes it back: everybody is as before.</summary>
    /// <param name="bulkActionId">The bulk action.</param>
    /// <param name="leaveWhatStands">People about whom something later depends on it stay as recorded; otherwise one of them stops it all.</param>
    /// <param name="submission">Who, and why.</param>
    /// <param name="cancellationToken">Stops before anything is kept.</param>
    /// <exception cref="RuleException">Something later depends on it; the message names it.</exception>
    public Task<WriteResult> UndoAsync(Guid bulkActionId, bool leaveWhatStands, Submission submission, CancellationToken cancellationToken = default) =>
        writer.WriteAsync(submission.To("bulk_action.undone"), async (now, token) =>
        {
            if (Blank.ToNull(submission.Reason) is not { } reason)
                throw new RuleException("Reason", "Say why it is undone.");
            var action = await context.WholeBulkAsync(bulkActionId, token);
            if (action.Status != ListStatus.Applied)
                throw new RuleException("", "This bulk action is not recorded, so there is nothing to undo.");

            var applied = action.People.Where(p => p.IsApplied).ToList();
            var people = await context.ChosenAsync(applied, token);
            var undoing = new BulkUndoing(context, action, people, await context.CarriedAsync(action, tracked: true, token));
            var obstacles = undoing.Obstacles(applied);
            if (obstacles.Count > 0 && !leaveWhatStands)
                throw new RuleException("", $"It cannot be undone whole, because of what came later. {Phrase.Joined(" ", obstacles.Select(o => o.Because))}");
            var undone = applied.Except(obstacles.Select(o => o.Row)).ToList();
            if (undone.Count == 0)
                throw new RuleException("", "Something later depends on it for everybody, so nothing of it can be undone.");

            await undoing.UndoAsync(undone, reason, now, token);
            if (obstacles.Count == 0)
                action.Undo(submission.Actor, reason, now);
            return [bulkActionId, .. undone.Select(p => p.PrisonerId)];
        }, cancellationToken);

    /// <summary>What stands in the way of undoing it, person by person; empty when it can be undone whole.</summary>
    public async Task<IReadOnlyList<BulkObstacle>> ObstaclesAsync(BulkAction action, CancellationToken cancellationToken = default)
    {
        var applied = action.People.Where(p => p.IsApplied).ToList();
        if (applied.Count == 0)
            return [];
        var people = await context.WholeToLookAtAsync([.. applied.Select(p => p.PrisonerId)], cancellationToken);
        return new BulkUndoing(context, action, people, await context.CarriedAsync(action, tracked: false, cancellationToken)).Obstacles(applied);
    }

    // Writes the fact, and returns its id.
    private Guid Record(BulkAction action, PlannedPerson planned, IReadOnlyList<CitationDetails> citations, DateTime now)
    {
        var person = planned.Person!;
        switch (action.Kind)
        {
            case BulkKind.Placement:
                var placement = Placement.Create(
                    new PlacementDetails
                    {
                        FromOn = action.EndsPrevious ? action.HappenedOn : null,
                        SeenOn = action.EndsPrevious ? null : action.HappenedOn,
                        Regime = action.Regime,
                        Incommunicado = action.Incommunicado,
                        Note = action.Note,
                        Citations = citations,
                    },
                    action.Facility);
                planned.Ends?.Close(action.HappenedOn!);
                person.Imprisonments.First(i => i.IsOpen).Add(placement);
                person.Touch(now);
                return placement.PlacementId;
            case BulkKind.Designation:
                return person.Designate(
                    new DesignationDetails
                    {
                        OrganisationId = action.OrganisationId!.Value,
                        DesignatedOn = action.HappenedOn,
                        Definition = action.Definition ?? Definition.NotStated,
                        Demand = action.Demand ?? Demand.NotStated,
                        Ground = action.Ground,
                        Citations = citations,
                    },
                    now).DesignationId;
            case BulkKind.Tag:
                var carried = new PersonTagDetails { TagId = action.TagId!.Value, Citations = citations }.Create(Today.Latest(now));
                carried.BelongTo(person.PrisonerId);
                context.Add(carried);
                person.Touch(now);
                return carried.PersonTagId;
            default:
                var release = person.Imprisonments.First(i => i.IsOpen).Release(
                    new ReleaseDetails
                    {
                        ReleasedOn = action.HappenedOn!,
                        Ground = action.ReleaseGround ?? ReleaseGround.NotStated,
                        DestinationCountry = action.DestinationCountry,
                        ForcedOut = action.ForcedOut,
                        Note = action.Note,
                        Citations = citations,
                    },
                    now);
                person.Touch(now);
                return release.ReleaseId;
        }
    }
}
