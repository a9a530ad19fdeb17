using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.Prisoners;
using PrisonerTracker.Core.Releases;
using PrisonerTracker.Core.Shared;

namespace PrisonerTracker.Core.Desk;

/// <summary>Something later that depends on a recorded line.</summary>
public sealed record ListObstacle(ListLine Line, Phrase Because);

/// <summary>Takes recorded lines back, as long as nothing that came later depends on them.</summary>
internal sealed class ListUndoing(RegisterContext context, ReleaseList list, ReleaseEvent? about, IReadOnlyDictionary<Guid, Prisoner> people)
{
    /// <summary>The lines on which something depends, each with what it is.</summary>
    public async Task<IReadOnlyList<ListObstacle>> ObstaclesAsync(IReadOnlyList<ListLine> lines, CancellationToken cancellationToken)
    {
        Guid[] named = [.. lines.Select(l => l.NamedPersonId).OfType<Guid>()];
        var confirmed = await context.ListLines.AsNoTracking()
            .Where(l => l.ReleaseListId != list.ReleaseListId && l.NamedPersonId != null && named.Contains(l.NamedPersonId.Value))
            .Select(l => new { NamedPersonId = l.NamedPersonId!.Value, l.AppliedAt })
            .ToListAsync(cancellationToken);
        var later = confirmed.ToLookup(c => c.NamedPersonId, c => c.AppliedAt);
        return [.. lines.Select(l => (Line: l, Because: Obstacle(l, later[l.NamedPersonId!.Value].Any(at => at >= l.AppliedAt)))).Where(x => x.Because is not null).Select(x => new ListObstacle(x.Line, x.Because!))];
    }

    /// <summary>Takes lines back that have no obstacle.</summary>
    public async Task UndoAsync(IReadOnlyList<ListLine> lines, string reason, DateTime now, CancellationToken cancellationToken)
    {
        Guid[] drafts = [.. lines.Where(l => l.AddedPerson).Select(l => l.PrisonerId!.Value)];
        if (drafts.Length > 0)
        {
            foreach (var draft in drafts)
                Forget(people[draft]);
            await context.Database.ExecuteSqlAsync($"SELECT remove_drafts_of_list({list.ReleaseListId}, {drafts})", cancellationToken);
        }

        foreach (var line in lines)
        {
            if (!line.AddedPerson)
                Undo(line, reason, now);
            line.Undone();
        }
    }

    private void Undo(ListLine line, string reason, DateTime now)
    {
        if (line.ReleaseId is { } releaseId)
        {
            var prisoner = people[line.PrisonerId!.Value];
            var imprisonment = prisoner.Imprisonments.Single(i => i.Releases.Any(r => r.ReleaseId == releaseId));
            imprisonment.UndoRelease(new UndoDetails { Kind = UndoKind.RecordedInError, Reason = reason }, now);
            prisoner.Touch(now);
        }

        if (about!.Named.FirstOrDefault(n => n.NamedPersonId == line.NamedPersonId) is not { } named)
            return;
        if (line.Former is not { } former)
        {
            about.Unname(named, now);
            return;
        }

        named.Cite(ListRecording.Citations(list, line).Select(c => c with { IsTakenAway = true }));
        if (line.ReleaseId is not null || named.ReleaseId is null)
            named.Restore(former);
        named.RestoreRegard(former, line.NotDesignated, line.Note);
    }

    private Phrase? Obstacle(ListLine line, bool isConfirmedLater)
    {
        if (isConfirmedLater)
            return "Another list, recorded later, names the same person in this event. Undo that list first.";
        if (line.PrisonerId is not { } id)
            return null;
        if (!people.TryGetValue(id, out var prisoner))
            return "The person's record is not in the register any more.";
        var name = prisoner.DisplayName;
        if (prisoner.PrisonerId != id)
            return $"The record was merged with that of {name} since. Undo the merge first.";
        if (line.AddedPerson)
            return prisoner.Publication == Publication.Draft && prisoner.UpdatedAt == line.AppliedAt ? null : (Phrase)$"The draft of {name} was changed since, so it is not taken away.";
        if (line.ReleaseId is not { } releaseId)
            return null;

        var imprisonment = prisoner.Imprisonments.FirstOrDefault(i => i.Releases.Any(r => r.ReleaseId == releaseId && r.IsCurrent));
        if (imprisonment?.CurrentRelease is not { } release)
            return $"The release of {name} was undone since.";
        if (release.Version != 1)
            return $"The release of {name} was corrected since.";
        return prisoner.LaterThan(release);
    }

    // The rows are taken away by the database; nothing of them is written any more.
    private void Forget(Prisoner draft)
    {
        var imprisonments = draft.Imprisonments.Select(i => i.ImprisonmentId).ToHashSet();
        foreach (var entry in context.ChangeTracker.Entries().ToList())
        {
            var isTheirs = entry.Entity == draft
                || (entry.Metadata.FindProperty(nameof(Prisoner.PrisonerId)) is { } owner && entry.Entity is not (ListLine or NamedPerson) && Equals(entry.Property(owner).CurrentValue, draft.PrisonerId))
                || (entry.Entity is Release release && imprisonments.Contains(release.ImprisonmentId));
            if (isTheirs)
                entry.State = EntityState.Detached;
        }
    }
}
