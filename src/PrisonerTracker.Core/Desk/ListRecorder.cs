using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.History;
using PrisonerTracker.Core.Prisoners;
using PrisonerTracker.Core.Releases;
using PrisonerTracker.Core.Shared;

namespace PrisonerTracker.Core.Desk;

/// <summary>Records a list in one go, corrects a line of it, and takes it back whole. Each is one transaction and one row of history.</summary>
public sealed class ListRecorder(RegisterContext context, RegisterWriter writer, ApprovalRule approval)
{
    /// <summary>Records every line that is decided and can be true; what cannot is kept as refused, with its reason, and waits.</summary>
    /// <param name="releaseListId">The list.</param>
    /// <param name="state">The lines as the editor checked them (<see cref="ListQueries.StateOf"/>).</param>
    /// <param name="submission">Who sends it.</param>
    /// <param name="cancellationToken">Stops before anything is kept.</param>
    /// <exception cref="RuleException">Nothing can be recorded, or a second person is needed.</exception>
    /// <exception cref="ConflictException">Somebody decided a line, or applied the list, after the editor checked it.</exception>
    public Task<WriteResult> ApplyAsync(Guid releaseListId, string state, Submission submission, CancellationToken cancellationToken = default) =>
        writer.WriteAsync(submission.To("release_list.applied"), async (now, token) =>
        {
            var list = await context.WholeListAsync(releaseListId, token);
            if (ListQueries.StateOf(list) != state)
                throw new ConflictException();
            if (list.Status == ListStatus.Undone)
                throw new RuleException("", "The list was undone. Open it again first.");

            var people = await PeopleAsync(list.Lines.Where(l => l is { IsApplied: false, Decision: LineDecision.Matched }), [], token);
            var about = await context.WholeEventAsync(list.ReleaseEventId, token);
            var plan = PlanOf(list, people, about, now);
            list.CheckApproval(approval, plan.People, submission.Actor);
            var written = plan.Written.ToList();
            if (written.Count == 0)
            {
                throw plan.Refused.FirstOrDefault() is { } refused
                    ? new RuleException("", $"Nothing of this list can be recorded as it stands. Line {refused.Line.Ordinal}: {refused.Because}")
                    : new RuleException("", "Nothing is decided yet, so there is nothing to record.");
            }

            foreach (var line in plan.Refused)
                line.Line.Refuse(line.Because!.ToString());
            var recording = new ListRecording(list, about, people, await SlugsAsync(written, token), now);
            foreach (var line in written)
                context.AddRange(recording.Record(line));
            list.Apply(submission.Actor, now);
            return [releaseListId, about.ReleaseEventId, .. written.Select(l => l.Line.PrisonerId).OfType<Guid>()];
        }, cancellationToken);

    /// <summary>Makes a recorded line one of another person, or with another outcome, in one go: what it did is undone, and done anew.</summary>
    /// <exception cref="RuleException">Something later depends on it, or the new line cannot be true.</exception>
    public Task<WriteResult> CorrectAsync(Guid releaseListId, LineChange change, Submission submission, CancellationToken cancellationToken = default) =>
        writer.WriteAsync(submission.To("release_list.corrected"), async (now, token) =>
        {
            if (Blank.ToNull(submission.Reason) is not { } reason)
                throw new RuleException("Reason", "Say why the line is corrected.");
            var list = await context.WholeListAsync(releaseListId, token);
            var line = list.Lines.FirstOrDefault(l => l.ListLineId == change.ListLineId)
                ?? throw new RuleException("", "This line is not in the list.");
            if (change.Version is { } seen)
                context.Expect(line, l => l.Version, seen);
            if (list.Status != ListStatus.Applied || !line.IsApplied)
                throw new RuleException("", "This line is not recorded. Decide it, and apply the list.");

            var before = line.PrisonerId;
            var people = await PeopleAsync([line], change.Answer?.PrisonerId is { } other ? [other] : [], token);
            var about = await context.WholeEventAsync(list.ReleaseEventId, token);
            var undoing = new ListUndoing(context, list, about, people);
            if (await undoing.ObstaclesAsync([line], token) is [var obstacle, ..])
                throw new RuleException("", obstacle.Because);
            await undoing.UndoAsync([line], reason, now, token);
            if (change.Answer is { } answer)
                line.Decide(answer, submission.Actor.Name, now);
            if (change.Told is { } told)
                line.Tell(told);

            var planned = PlanOf(list, people, about, now).Lines.Single(l => l.Line == line);
            if (planned.Because is { } because)
                throw new RuleException("", because);
            if (planned.IsWritten)
                context.AddRange(new ListRecording(list, about, people, await SlugsAsync([planned], token), now).Record(planned));
            return [releaseListId, about.ReleaseEventId, .. new[] { before, line.PrisonerId }.OfType<Guid>()];
        }, cancellationToken);

    /// <summary>Takes the list back: everybody is where they were, and drafts it made are gone.</summary>
    /// <param name="releaseListId">The list.</param>
    /// <param name="leaveWhatStands">Lines on which something later depends stay recorded; otherwise one of them stops it all.</param>
    /// <param name="submission">Who, and why.</param>
    /// <param name="cancellationToken">Stops before anything is kept.</param>
    /// <exception cref="RuleException">Something later depends on a line; the message names it.</exception>
    public Task<WriteResult> UndoAsync(Guid releaseListId, bool leaveWhatStands, Submission submission, CancellationToken cancellationToken = default) =>
        writer.WriteAsync(submission.To("release_list.undone"), async (now, token) =>
        {
            if (Blank.ToNull(submission.Reason) is not { } reason)
                throw new RuleException("Reason", "Say why the list is undone.");
            var list = await context.WholeListAsync(releaseListId, token);
            if (list.Status != ListStatus.Applied)
                throw new RuleException("", "This list is not recorded, so there is nothing to undo.");

            var applied = list.Lines.Where(l => l.IsApplied).ToList();
            var people = await PeopleAsync(applied, [], token);
            var about = await context.WholeEventAsync(list.ReleaseEventId, token);
            var undoing = new ListUndoing(context, list, about, people);
            var obstacles = await undoing.ObstaclesAsync(applied, token);
            if (obstacles.Count > 0 && !leaveWhatStands)
                throw new RuleException("", $"The list cannot be undone whole, because of what came later. {Phrase.Joined(" ", obstacles.Select(o => (Phrase)$"Line {o.Line.Ordinal}: {o.Because}"))}");
            var undone = applied.Except(obstacles.Select(o => o.Line)).ToList();
            if (undone.Count == 0)
                throw new RuleException("", "Something later depends on every line, so nothing of the list can be undone.");

            Guid[] touched = [.. undone.Select(l => l.PrisonerId).OfType<Guid>()];
            await undoing.UndoAsync(undone, reason, now, token);
            if (obstacles.Count == 0)
                list.Undo(submission.Actor, reason, now);
            return [releaseListId, about.ReleaseEventId, .. touched];
        }, cancellationToken);

    /// <summary>What stands in the way of undoing the list, line by line; empty when it can be undone whole.</summary>
    public async Task<IReadOnlyList<ListObstacle>> ObstaclesAsync(Guid releaseListId, CancellationToken cancellationToken = default)
    {
        var list = await context.ListAsync(releaseListId, cancellationToken);
        var applied = list?.Lines.Where(l => l.IsApplied).ToList() ?? [];
        if (applied.Count == 0)
            return [];
        var people = await context.WholeToLookAtAsync([.. applied.Select(l => l.PrisonerId).OfType<Guid>()], cancellationToken);
        return await new ListUndoing(context, list!, null, people).ObstaclesAsync(applied, cancellationToken);
    }

    private static ListPlan PlanOf(ReleaseList list, IReadOnlyDictionary<Guid, Prisoner> people, ReleaseEvent about, DateTime now) => ListPlan.Of(
        [.. list.Lines.OrderBy(l => l.Ordinal)],
        people.ToDictionary(p => p.Key, p => PersonSoFar.Of(p.Value)),
        new EventSoFar(about.ReleaseEventId, about.HappenedOn, about.IsFictional),
        Today.Latest(now));

    // Everybody the lines mean, whole, by the id that the line has; rows are taken in key order, and before the event's.
    private async Task<Dictionary<Guid, Prisoner>> PeopleAsync(IEnumerable<ListLine> lines, IReadOnlyList<Guid> others, CancellationToken cancellationToken)
    {
        Guid[] meant = [.. lines.Select(l => l.PrisonerId).OfType<Guid>().Concat(others).Distinct()];
        var merged = await context.MergedAsync(meant, cancellationToken);
        var whole = (await context.WholeAsync([.. meant.Select(id => merged.GetValueOrDefault(id, id)).Distinct()], cancellationToken)).ToDictionary(p => p.PrisonerId);
        return meant.Where(id => whole.ContainsKey(merged.GetValueOrDefault(id, id))).ToDictionary(id => id, id => whole[merged.GetValueOrDefault(id, id)]);
    }

    /// <summary>Free addresses for the people to be added, by line.</summary>
    private async Task<Dictionary<int, string>> SlugsAsync(IReadOnlyList<PlannedLine> written, CancellationToken cancellationToken)
    {
        var wanted = written.Where(l => l.Step == LineStep.Add).Select(l => (l.Line.Ordinal, Slug: Slug.Of(l.Line.WrittenName!))).ToList();
        if (wanted.Count == 0)
            return [];
        string[] slugs = [.. wanted.Select(w => w.Slug).Distinct()];
        var taken = await context.Prisoners.IgnoreQueryFilters().Where(p => slugs.Contains(p.Slug)).Select(p => p.Slug)
            .Concat(context.FormerSlugs.Where(f => slugs.Contains(f.Slug)).Select(f => f.Slug))
            .ToListAsync(cancellationToken);
        var used = taken.Append("new").Append("compare").Append("bulk").Append("").ToHashSet(StringComparer.Ordinal);
        return wanted.ToDictionary(w => w.Ordinal, w => used.Add(w.Slug) ? w.Slug : Slug.Distinct(w.Slug.Length == 0 ? "person" : w.Slug));
    }
}
