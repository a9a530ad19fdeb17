using PrisonerTracker.Core.Imprisonments;
using PrisonerTracker.Core.Prisoners;
using PrisonerTracker.Core.Shared;

namespace PrisonerTracker.Core.Desk;

/// <summary>What recording a list does with a line.</summary>
public enum LineStep
{
    /// <summary>A person has to decide first.</summary>
    Waits,

    /// <summary>Nothing is recorded of it: a heading, or a person of another line.</summary>
    Nothing,

    /// <summary>The person's imprisonment ends.</summary>
    Release,

    /// <summary>The release is recorded in this event already; the list becomes another source of it.</summary>
    Confirm,

    /// <summary>The person is counted among the named, and no release is recorded.</summary>
    Name,

    /// <summary>A draft of the person is made.</summary>
    Add,

    /// <summary>It cannot be true as it stands.</summary>
    Refused,

    /// <summary>It is recorded.</summary>
    Done,
}

/// <summary>A line, what will be recorded of it, or why nothing will.</summary>
public sealed record PlannedLine(ListLine Line, LineStep Step, Phrase? Because, PersonSoFar? Person, PartialDate ReleasedOn)
{
    public bool IsWritten => Step is LineStep.Release or LineStep.Confirm or LineStep.Name or LineStep.Add;
}

/// <summary>What of a person decides whether a line can be recorded.</summary>
public sealed record PersonSoFar(
    Guid PrisonerId, string Slug, string Name, Publication Publication, bool IsFictional, bool IsDesignated, PartialDate? DiedOn, IReadOnlyList<StaySoFar> Stays)
{
    public static PersonSoFar Of(Prisoner prisoner) => new(
        prisoner.PrisonerId, prisoner.Slug, prisoner.DisplayName, prisoner.Publication, prisoner.IsFictional, prisoner.Standing.IsDesignated, prisoner.DiedOn,
        [
            .. prisoner.Imprisonments.Where(i => i.Kind != ImprisonmentKind.InAbsentia).Select(i => new StaySoFar(
                i.ImprisonmentId, i.DetainedOn, i.CurrentRelease?.ReleasedOn, i.CurrentRelease?.ReleaseEventId)),
        ]);

    /// <summary>Why the person cannot have been freed on a day, as far as days tell; null when nothing is in the way.</summary>
    internal Phrase? WhyNotFreed(PartialDate on)
    {
        if (DiedOn is { } died && died.IsCertainlyBefore(on))
            return $"{Name} died on {died}, before the release.";
        if (Stays.FirstOrDefault(s => s.ReleasedOn is null)?.DetainedOn is { } detained && on.IsCertainlyBefore(detained))
            return $"{Name} was not detained by then: the detention was on {detained}.";
        return null;
    }
}

/// <summary>An imprisonment, and the release that ended it.</summary>
public sealed record StaySoFar(Guid ImprisonmentId, PartialDate? DetainedOn, PartialDate? ReleasedOn, Guid? ReleaseEventId);

/// <summary>The event as far as it matters to a list.</summary>
public sealed record EventSoFar(Guid ReleaseEventId, PartialDate HappenedOn, bool IsFictional);

/// <summary>What recording a list would do, line by line. Worked out from the decisions and the register alone, and changes neither.</summary>
public sealed class ListPlan
{
    private ListPlan(IReadOnlyList<PlannedLine> lines) => Lines = lines;

    public IReadOnlyList<PlannedLine> Lines { get; }

    public IEnumerable<PlannedLine> Written => Lines.Where(l => l.IsWritten);

    public IEnumerable<PlannedLine> Refused => Lines.Where(l => l.Step == LineStep.Refused);

    public int Count(LineStep step) => Lines.Count(l => l.Step == step);

    /// <summary>People of whom something is recorded, by this list so far and now.</summary>
    public int People => Lines.Count(l => l.IsWritten || l.Step == LineStep.Done);

    /// <summary>Works out the plan.</summary>
    /// <param name="lines">All lines of the list, in order.</param>
    /// <param name="people">The people they are matched to, by the id the line has; one who was merged under the old id.</param>
    /// <param name="about">The event.</param>
    /// <param name="today">No release lies after it.</param>
    public static ListPlan Of(IReadOnlyList<ListLine> lines, IReadOnlyDictionary<Guid, PersonSoFar> people, EventSoFar about, DateOnly today)
    {
        var planned = new List<PlannedLine>();
        var firstOf = new Dictionary<Guid, int>();
        var isPerson = lines.Where(l => l.Decision is LineDecision.Matched or LineDecision.NewPerson or LineDecision.NamedOnly).Select(l => l.Ordinal).ToHashSet();
        foreach (var line in lines)
        {
            var person = line.PrisonerId is { } id ? people.GetValueOrDefault(id) : null;
            var on = line.ReleasedOn ?? about.HappenedOn;
            var (step, because) = StepOf();
            planned.Add(new PlannedLine(line, step, because, person, on));

            (LineStep Step, Phrase? Because) StepOf()
            {
                if (line.IsApplied)
                {
                    if (line.PrisonerId is { } recorded)
                        firstOf.TryAdd(person?.PrisonerId ?? recorded, line.Ordinal);
                    return (LineStep.Done, null);
                }

                switch (line.Decision)
                {
                    case LineDecision.NoPerson:
                        return (LineStep.Nothing, null);
                    case LineDecision.Duplicate:
                        return isPerson.Contains(line.DuplicateOf ?? 0)
                            ? (LineStep.Nothing, null)
                            : (LineStep.Refused, (Phrase)$"It is said to name the person of line {line.DuplicateOf} again, and that line names nobody yet. Decide that line, or this one anew.");
                    case LineDecision.NamedOnly:
                        return (LineStep.Name, null);
                    case LineDecision.NewPerson:
                        return line.IsFreed && on.Earliest > today ? (LineStep.Refused, Future(on)) : (LineStep.Add, null);
                    case LineDecision.Matched when person is null:
                        return (LineStep.Refused, "The record is not in the register any more. Choose the person again.");
                    case LineDecision.Matched when !firstOf.TryAdd(person.PrisonerId, line.Ordinal):
                        return (LineStep.Refused, (Phrase)$"{person.Name} is the person of line {firstOf[person.PrisonerId]}, too. Say that this is the same person, or choose another.");
                    case LineDecision.Matched when person.IsFictional != about.IsFictional:
                        return (LineStep.Refused, "One of the two, the event or the person, is invented. A real and an invented one do not belong together.");
                    case LineDecision.Matched:
                        return line.IsFreed ? Freed(person, on, about, today) : NotFreed(person, line.Outcome, about);
                    default:
                        return (LineStep.Waits, null);
                }
            }
        }

        return new ListPlan(planned);
    }

    private static (LineStep Step, Phrase? Because) Freed(PersonSoFar person, PartialDate on, EventSoFar about, DateOnly today)
    {
        if (on.Earliest > today)
            return (LineStep.Refused, Future(on));
        if (person.DiedOn is { } died && died.IsCertainlyBefore(on))
            return (LineStep.Refused, (Phrase)$"{person.Name} died on {died}, before the release. Choose another person or outcome.");
        if (person.Stays.FirstOrDefault(s => s.ReleasedOn is null) is { } open)
        {
            return open.DetainedOn is { } detained && on.IsCertainlyBefore(detained)
                ? (LineStep.Refused, (Phrase)$"{person.Name} was not detained by then: the detention was on {detained}. Choose another person, or correct one of the dates.")
                : (LineStep.Release, null);
        }

        if (person.Stays.Any(s => s.ReleaseEventId == about.ReleaseEventId))
            return (LineStep.Confirm, null);
        return person.Stays.Select(s => s.ReleasedOn).Max() is { } last
            ? (LineStep.Refused, (Phrase)$"{person.Name} is already released, on {last}. If that release belongs to this event, attach it there; else choose another person, or the outcome “unknown”, which only counts the person among the named.")
            : (LineStep.Refused, (Phrase)$"No detention of {person.Name} is recorded, so there is nothing to be released from. Add the imprisonment, or choose the outcome “unknown”, which only counts the person among the named.");
    }

    private static (LineStep Step, Phrase? Because) NotFreed(PersonSoFar person, LineOutcome outcome, EventSoFar about)
    {
        if (!person.Stays.Any(s => s.ReleaseEventId == about.ReleaseEventId))
            return (LineStep.Name, null);
        return outcome == LineOutcome.Unknown
            ? (LineStep.Confirm, null)
            : (LineStep.Refused, (Phrase)$"{person.Name} is recorded as freed in this event. Undo that release on the profile if the person came back, or choose the outcome “freed”.");
    }

    private static Phrase Future(PartialDate on) => $"The release date, {on}, lies in the future. Correct it.";
}
