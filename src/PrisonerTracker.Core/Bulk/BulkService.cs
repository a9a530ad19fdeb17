using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.History;
using PrisonerTracker.Core.Shared;

namespace PrisonerTracker.Core.Bulk;

/// <summary>Prepares bulk actions: whom, and what. Nothing of it shows before <see cref="BulkRecorder"/> records it.</summary>
public sealed class BulkService(RegisterContext context, RegisterWriter writer)
{
    /// <summary>Puts people into a bulk action, or into a new one. The first subject of the result is its id.</summary>
    /// <param name="into">A draft; null for a new one.</param>
    /// <param name="people">Whom; those it holds already stay once.</param>
    /// <param name="filter">The filter that found them, when it chose them.</param>
    /// <param name="submission">Who sends it.</param>
    /// <param name="cancellationToken">Stops before anything is kept.</param>
    /// <exception cref="RuleException">Nobody, too many, or the bulk action is no draft any more.</exception>
    public Task<WriteResult> ChooseAsync(Guid? into, IReadOnlyCollection<Guid> people, string? filter, Submission submission, CancellationToken cancellationToken = default) =>
        writer.WriteAsync(submission.To("bulk_action.chosen"), async (now, token) =>
        {
            if (people.Count == 0)
                throw new RuleException("People", "Nobody is marked. Mark at least one person in the list, or choose everybody the filter finds.");
            if (people.Count > BulkAction.MostPeople)
                throw new RuleException("People", $"These are {people.Count} people, and a bulk action holds at most {BulkAction.MostPeople}. Narrow the filter, or take it in parts.");
            var action = into is { } id ? await context.WholeBulkAsync(id, token) : BulkAction.Create(submission.Actor, now);
            if (into is null)
                context.Add(action);
            Guid[] ids = [.. people.Distinct()];
            var found = await context.Prisoners.Where(p => ids.Contains(p.PrisonerId)).OrderBy(p => p.SortName).ThenBy(p => p.PrisonerId)
                .Select(p => new { p.PrisonerId, p.DisplayName }).ToListAsync(token);
            if (found.Count < ids.Length)
                throw new RuleException("People", "Somebody who was marked is not in the register any more. Open the list again.");
            if (found.TrueForAll(f => action.People.Any(p => p.PrisonerId == f.PrisonerId)))
                return [action.BulkActionId];
            action.Choose(found.Select(f => (f.PrisonerId, f.DisplayName)), filter);
            return [action.BulkActionId];
        }, cancellationToken);

    /// <summary>Takes people out again of whom nothing is recorded.</summary>
    public Task<WriteResult> TakeOutAsync(Guid bulkActionId, int version, IReadOnlyCollection<Guid> bulkPersonIds, Submission submission, CancellationToken cancellationToken = default) =>
        WithAsync(bulkActionId, version, submission.To("bulk_action.taken_out"), (action, _) => action.TakeOut(bulkPersonIds), cancellationToken);

    /// <summary>Decides what is set.</summary>
    /// <exception cref="RuleException">It could be true of nobody.</exception>
    public Task<WriteResult> SetAsync(Guid bulkActionId, int version, BulkDetails details, Submission submission, CancellationToken cancellationToken = default) =>
        writer.WriteAsync(submission.To("bulk_action.set"), async (now, token) =>
        {
            var action = await context.WholeBulkAsync(bulkActionId, token);
            context.Expect(action, a => a.Version, version);
            var facility = details.FacilityId is { } id ? await context.Facilities.SingleOrDefaultAsync(f => f.FacilityId == id, token) : null;
            action.Set(details, facility, Today.Latest(now));
            return [bulkActionId];
        }, cancellationToken);

    /// <summary>Asks for a second person, who checks and records it; until then nobody changes it.</summary>
    public Task<WriteResult> SendForApprovalAsync(Guid bulkActionId, int version, Submission submission, CancellationToken cancellationToken = default) =>
        WithAsync(bulkActionId, version, submission.To("bulk_action.sent"), (action, now) => action.SendForApproval(submission.Actor, now), cancellationToken);

    /// <summary>Back to being prepared.</summary>
    public Task<WriteResult> TakeBackAsync(Guid bulkActionId, int version, Submission submission, CancellationToken cancellationToken = default) =>
        WithAsync(bulkActionId, version, submission.To("bulk_action.taken_back"), (action, _) => action.TakeBack(), cancellationToken);

    /// <summary>Prepares one anew that was undone.</summary>
    public Task<WriteResult> ReopenAsync(Guid bulkActionId, int version, Submission submission, CancellationToken cancellationToken = default) =>
        WithAsync(bulkActionId, version, submission.To("bulk_action.reopened"), (action, _) => action.Reopen(), cancellationToken);

    private Task<WriteResult> WithAsync(Guid bulkActionId, int version, Intent intent, Action<BulkAction, DateTime> change, CancellationToken cancellationToken) =>
        writer.WriteAsync(intent, async (now, token) =>
        {
            var action = await context.WholeBulkAsync(bulkActionId, token);
            context.Expect(action, a => a.Version, version);
            change(action, now);
            return [bulkActionId];
        }, cancellationToken);
}
