using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.Imprisonments;
using PrisonerTracker.Core.Prisoners;
using PrisonerTracker.Core.Releases;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Core.Sources;
using PrisonerTracker.Core.Tags;

namespace PrisonerTracker.Core.Bulk;

/// <summary>Something later that depends on what was recorded of a person.</summary>
public sealed record BulkObstacle(BulkPerson Row, Phrase Because);

/// <summary>Takes back what was recorded of people, as long as nothing that came later depends on it.</summary>
/// <param name="context">Where the people are loaded.</param>
/// <param name="action">The bulk action.</param>
/// <param name="people">Its people whole, by the id they were recorded by.</param>
/// <param name="carried">That people carry its tag, by the fact's id.</param>
internal sealed class BulkUndoing(RegisterContext context, BulkAction action, IReadOnlyDictionary<Guid, Prisoner> people, IReadOnlyDictionary<Guid, PersonTag> carried)
{
    /// <summary>The people about whom something later depends on it, each with what that is.</summary>
    public IReadOnlyList<BulkObstacle> Obstacles(IReadOnlyList<BulkPerson> rows) =>
        [.. rows.Select(row => (Row: row, Because: Obstacle(row))).Where(x => x.Because is not null).Select(x => new BulkObstacle(x.Row, x.Because!))];

    /// <summary>Takes back what has no obstacle.</summary>
    public async Task UndoAsync(IReadOnlyList<BulkPerson> rows, string reason, DateTime now, CancellationToken cancellationToken)
    {
        await LoadCitationsAsync([.. rows.Select(r => r.FactId!.Value)], cancellationToken);
        foreach (var row in rows)
        {
            var person = people[row.PrisonerId];
            switch (action.Kind)
            {
                case BulkKind.Placement:
                    var (imprisonment, placement) = Stay(person, row.FactId!.Value)!.Value;
                    imprisonment.Remove(placement);
                    imprisonment.Placements.FirstOrDefault(p => p.PlacementId == row.EndedPlacementId)?.GoOn();
                    break;
                case BulkKind.Designation:
                    var designation = person.Designations.Single(d => d.DesignationId == row.FactId);
                    person.Undesignate(designation);
                    context.Remove(designation);
                    break;
                case BulkKind.Tag:
                    context.Remove(carried[row.FactId!.Value]);
                    break;
                default:
                    person.Imprisonments.Single(i => i.Releases.Any(r => r.ReleaseId == row.FactId))
                        .UndoRelease(new UndoDetails { Kind = UndoKind.RecordedInError, Reason = reason }, now);
                    break;
            }

            person.Touch(now);
            row.Undone();
        }
    }

    private Phrase? Obstacle(BulkPerson row)
    {
        if (!people.TryGetValue(row.PrisonerId, out var person))
            return $"The record of {row.Name} is not in the register any more, or was merged with another since. Undo the merge first.";
        if (person.PrisonerId != row.PrisonerId)
            return $"The record of {row.Name} was merged with that of {person.DisplayName} since. Undo the merge first.";
        return action.Kind switch
        {
            BulkKind.Placement => OfStay(person, row),
            BulkKind.Designation => OfDesignation(person, row.FactId!.Value),
            BulkKind.Tag => OfTag(person, row.FactId!.Value),
            _ => OfRelease(person, row.FactId!.Value),
        };
    }

    private static Phrase? OfDesignation(Prisoner person, Guid designationId)
    {
        if (person.Designations.FirstOrDefault(d => d.DesignationId == designationId) is not { } designation)
            return $"The designation of {person.DisplayName} was taken away since.";
        if (designation.WithdrawnOn is { } on)
            return $"The designation of {person.DisplayName} was withdrawn since, on {on}.";
        if (designation.Version != 1)
            return $"The designation of {person.DisplayName} was changed since.";
        return null;
    }

    private Phrase? OfTag(Prisoner person, Guid personTagId)
    {
        if (!carried.TryGetValue(personTagId, out var tag))
            return $"The tag was taken from {person.DisplayName} since.";
        if (tag.Version != 1)
            return $"The tag of {person.DisplayName} was changed since.";
        return null;
    }

    private Phrase? OfStay(Prisoner person, BulkPerson row)
    {
        var name = person.DisplayName;
        if (Stay(person, row.FactId!.Value) is not var (imprisonment, placement))
            return $"The stay of {name} was taken away since.";
        if (placement.UntilOn is { } until)
            return $"The stay of {name} ended since, on {until}: a later stay follows it.";
        if (placement.Version != 1)
            return $"The stay of {name} was changed since.";
        if (row.EndedPlacementId is not { } endedId)
            return null;
        if (imprisonment.Placements.FirstOrDefault(p => p.PlacementId == endedId) is not { } ended)
            return $"The stay of {name} before it was taken away since.";
        if (!Equals(ended.UntilOn, action.HappenedOn))
            return $"The stay of {name} before it was changed since.";
        return null;
    }

    private static Phrase? OfRelease(Prisoner person, Guid releaseId)
    {
        var name = person.DisplayName;
        var imprisonment = person.Imprisonments.FirstOrDefault(i => i.Releases.Any(r => r.ReleaseId == releaseId && r.IsCurrent));
        if (imprisonment?.CurrentRelease is not { } release)
            return $"The release of {name} was undone since.";
        if (release.ReleaseEventId is not null)
            return $"The release of {name} was attached to a release event since.";
        if (release.Version != 1)
            return $"The release of {name} was corrected since.";
        return person.LaterThan(release);
    }

    private static (Imprisonment Imprisonment, Placement Placement)? Stay(Prisoner person, Guid placementId) =>
        person.Imprisonments.SelectMany(i => i.Placements, (i, p) => (Imprisonment: i, Placement: p)).Where(x => x.Placement.PlacementId == placementId)
            .Select(x => ((Imprisonment, Placement)?)x).FirstOrDefault();

    // What goes takes its citations with it, and the history tells so. An undone release keeps them.
    private Task LoadCitationsAsync(Guid[] facts, CancellationToken cancellationToken)
    {
        IQueryable<Citation> citations = action.Kind switch
        {
            BulkKind.Placement => context.Citations.Where(c => c.PlacementId != null && facts.Contains(c.PlacementId.Value)),
            BulkKind.Designation => context.Citations.Where(c => c.DesignationId != null && facts.Contains(c.DesignationId.Value)),
            BulkKind.Tag => context.Citations.Where(c => c.PersonTagId != null && facts.Contains(c.PersonTagId.Value)),
            _ => context.Citations.Where(c => false),
        };
        return citations.LoadAsync(cancellationToken);
    }
}

internal static class CarriedTags
{
    /// <summary>That people carry the tag of a bulk action, by the fact's id; of another kind none.</summary>
    public static async Task<Dictionary<Guid, PersonTag>> CarriedAsync(this RegisterContext context, BulkAction action, bool tracked, CancellationToken cancellationToken)
    {
        if (action.TagId is not { } tag)
            return [];
        var tags = context.PersonTags.Where(t => t.TagId == tag);
        return await (tracked ? tags : tags.AsNoTracking()).ToDictionaryAsync(t => t.PersonTagId, cancellationToken);
    }
}
