using PrisonerTracker.Core.Imprisonments;
using PrisonerTracker.Core.Prisoners;
using PrisonerTracker.Core.Shared;

namespace PrisonerTracker.Core.Bulk;

/// <summary>What recording a bulk action does with a person.</summary>
public enum BulkStep
{
    /// <summary>The fact is written.</summary>
    Write,

    /// <summary>It cannot be true of the person as it stands.</summary>
    Refused,

    /// <summary>It is recorded.</summary>
    Done,
}

/// <summary>A person of a bulk action, what will be recorded of them, or why nothing will.</summary>
/// <param name="Row">The person as chosen.</param>
/// <param name="Step">What is done.</param>
/// <param name="Because">Why nothing is.</param>
/// <param name="Person">The record; of somebody merged since the one it was merged into. Null when it is gone.</param>
/// <param name="Ends">The stay that ends with the new one.</param>
public sealed record PlannedPerson(BulkPerson Row, BulkStep Step, Phrase? Because, Prisoner? Person, Placement? Ends)
{
    public string Name => Person?.DisplayName ?? Row.Name;
}

/// <summary>What recording a bulk action would do, person by person. Worked out from it and the register alone, and changes neither.</summary>
public sealed class BulkPlan
{
    private BulkPlan(IReadOnlyList<PlannedPerson> people) => People = people;

    /// <summary>Everybody, by name.</summary>
    public IReadOnlyList<PlannedPerson> People { get; }

    public IEnumerable<PlannedPerson> Written => People.Where(p => p.Step == BulkStep.Write);

    public IEnumerable<PlannedPerson> Refused => People.Where(p => p.Step == BulkStep.Refused);

    /// <summary>Of how many people something is recorded, so far and now.</summary>
    public int Recorded => People.Count(p => p.Step != BulkStep.Refused);

    /// <summary>Works out the plan.</summary>
    /// <param name="action">What is set, with what it leads to.</param>
    /// <param name="people">The people whole, by the id they were chosen by.</param>
    /// <param name="tagged">Who carries the tag that is set.</param>
    /// <param name="today">Nothing happens after it.</param>
    internal static BulkPlan Of(BulkAction action, IReadOnlyDictionary<Guid, Prisoner> people, IReadOnlySet<Guid> tagged, DateOnly today)
    {
        var planned = new List<PlannedPerson>();
        var seen = new HashSet<Guid>();
        foreach (var row in action.People.OrderByDescending(p => p.IsApplied).ThenBy(p => p.BulkPersonId))
        {
            var person = people.GetValueOrDefault(row.PrisonerId);
            var isFirst = seen.Add(person?.PrisonerId ?? row.PrisonerId);
            var because = Because();
            var step = row.IsApplied ? BulkStep.Done : because is null ? BulkStep.Write : BulkStep.Refused;
            var ends = step == BulkStep.Write && action.Kind == BulkKind.Placement ? BulkRules.Previous(action, person!.Imprisonments.First(i => i.IsOpen)) : null;
            planned.Add(new PlannedPerson(row, step, because, person, ends));

            Phrase? Because()
            {
                if (row.IsApplied)
                    return null;
                if (person is null)
                    return "The record is not in the register any more.";
                if (!isFirst)
                    return $"The record was merged with that of {person.DisplayName}, who is chosen, too.";
                return BulkRules.Because(action, person, tagged.Contains(person.PrisonerId), today);
            }
        }

        return new BulkPlan([.. planned.OrderBy(p => p.Person?.SortName ?? p.Row.Name, StringComparer.Ordinal).ThenBy(p => p.Row.BulkPersonId)]);
    }
}
