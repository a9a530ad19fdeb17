using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.History;
using PrisonerTracker.Core.Shared;

namespace PrisonerTracker.Core.Desk;

/// <summary>Takes in published lists and keeps what editors decide about their lines. Nothing of it is public; <see cref="ListRecorder"/> records it.</summary>
public sealed class ReleaseListService(RegisterContext context, RegisterWriter writer)
{
    /// <summary>Takes in a list: its text for good, and what was read in it. The first subject of the result is its id.</summary>
    /// <exception cref="RuleException">It is empty, too long, or names nobody.</exception>
    public Task<WriteResult> PasteAsync(PastedList pasted, Submission submission, CancellationToken cancellationToken = default) =>
        writer.WriteAsync(submission.To("release_list.pasted"), async (now, token) =>
        {
            var lines = ListReader.Read(pasted.Text, pasted.ListYear);
            if (!await context.ReleaseEvents.AnyAsync(e => e.ReleaseEventId == pasted.ReleaseEventId, token))
                throw new RuleException("", "This release event is not in the register.");
            var list = ReleaseList.Create(pasted, lines, submission.Actor, now);
            context.Add(list);
            return [list.ReleaseListId];
        }, cancellationToken);

    /// <summary>Keeps decisions about lines, all of them or none.</summary>
    /// <exception cref="RuleException">A decision makes no sense, or the list is not open any more.</exception>
    /// <exception cref="ConflictException">Somebody else decided one of the lines after the editor saw it.</exception>
    public Task<WriteResult> DecideAsync(Guid releaseListId, IReadOnlyList<LineChange> changes, Submission submission, CancellationToken cancellationToken = default) =>
        writer.WriteAsync(submission.To("release_list.decided"), async (now, token) =>
        {
            if (changes.Count == 0)
                throw new RuleException("", "Nothing was decided. Choose who is meant in at least one line, or mark the lines to change.");
            await OpenAsync(releaseListId, token);
            Guid[] ids = [.. changes.Select(c => c.ListLineId)];
            await context.Database.ExecuteSqlAsync(
                $"SELECT 1 FROM release_list_lines WHERE list_line_id = ANY({ids}) ORDER BY list_line_id FOR NO KEY UPDATE", token);
            var lines = await context.ListLines.Where(l => l.ReleaseListId == releaseListId && ids.Contains(l.ListLineId)).ToDictionaryAsync(l => l.ListLineId, token);
            await CheckPeopleAsync(changes, token);
            foreach (var change in changes)
            {
                if (!lines.TryGetValue(change.ListLineId, out var line))
                    throw new RuleException("", "One of the lines is not in this list. Open it again.");
                if (change.Version is { } seen)
                    context.Expect(line, l => l.Version, seen);
                if (line.IsApplied)
                    throw new RuleException("", $"Line {line.Ordinal} is recorded already. Correct it on its own page.");
                if (change.Answer is { } answer)
                    line.Decide(answer, submission.Actor.Name, now);
                if (change.Told is { } told)
                    line.Tell(told);
            }

            return [releaseListId];
        }, cancellationToken);

    /// <summary>Asks for a second person, who checks and applies it; until then nobody changes it.</summary>
    public Task<WriteResult> SendForApprovalAsync(Guid releaseListId, int version, Submission submission, CancellationToken cancellationToken = default) =>
        WithListAsync(releaseListId, version, submission.To("release_list.sent"), (list, now) => list.SendForApproval(submission.Actor, now), cancellationToken);

    /// <summary>Back to being decided.</summary>
    public Task<WriteResult> TakeBackAsync(Guid releaseListId, int version, Submission submission, CancellationToken cancellationToken = default) =>
        WithListAsync(releaseListId, version, submission.To("release_list.taken_back"), (list, _) => list.TakeBack(), cancellationToken);

    /// <summary>Decides a list anew that was undone.</summary>
    public Task<WriteResult> ReopenAsync(Guid releaseListId, int version, Submission submission, CancellationToken cancellationToken = default) =>
        WithListAsync(releaseListId, version, submission.To("release_list.reopened"), (list, _) => list.Reopen(), cancellationToken);

    private Task<WriteResult> WithListAsync(Guid releaseListId, int version, Intent intent, Action<ReleaseList, DateTime> change, CancellationToken cancellationToken) =>
        writer.WriteAsync(intent, async (now, token) =>
        {
            var list = await context.WholeListAsync(releaseListId, token);
            context.Expect(list, l => l.Version, version);
            change(list, now);
            return [releaseListId];
        }, cancellationToken);

    // Shared: deciding excludes applying, and editors who decide other lines do not wait for each other.
    private async Task OpenAsync(Guid releaseListId, CancellationToken cancellationToken)
    {
        await context.Database.ExecuteSqlAsync($"SELECT 1 FROM release_lists WHERE release_list_id = {releaseListId} FOR SHARE", cancellationToken);
        var status = await context.ReleaseLists.Where(l => l.ReleaseListId == releaseListId).Select(l => (ListStatus?)l.Status).SingleOrDefaultAsync(cancellationToken);
        if (status is null)
            throw new RuleException("", "This list is not in the register.");
        if (status == ListStatus.AwaitingApproval)
            throw new RuleException("", "The list waits for a second person. Take it back first; it is then sent for approval again.");
        if (status == ListStatus.Undone)
            throw new RuleException("", "The list was undone. Open it again first.");
    }

    private async Task CheckPeopleAsync(IReadOnlyList<LineChange> changes, CancellationToken cancellationToken)
    {
        Guid[] ids = [.. changes.Where(c => c.Answer?.PrisonerId is not null).Select(c => c.Answer!.PrisonerId!.Value).Distinct()];
        if (ids.Length > 0 && await context.Prisoners.CountAsync(p => ids.Contains(p.PrisonerId), cancellationToken) < ids.Length)
            throw new RuleException("", "One of the chosen people is not in the register any more. Open the line again and choose another.");
    }
}
