using PrisonerTracker.Core.Shared;

namespace PrisonerTracker.Core.Imprisonments;

/// <summary>What cannot be true of an imprisonment. The database refuses the same with constraints of its own.</summary>
internal static class ImprisonmentRules
{
    public static void Check(ImprisonmentDetails details, DateOnly today)
    {
        if (details.Kind == ImprisonmentKind.InAbsentia && details.DetainedOn is not null)
            throw new RuleException(nameof(details.DetainedOn), "Somebody tried in absentia was not detained. Leave the date empty or choose another kind.");
        NotInFuture(details.DetainedOn, nameof(details.DetainedOn), "detention", today);
        NotInFuture(details.ConfirmedOn, nameof(details.ConfirmedOn), "confirmation", today);
        foreach (var sentence in details.Sentences)
            NotInFuture(sentence.DecidedOn, nameof(sentence.DecidedOn), "sentence", today);
        if (details is { DetainedOn: { } detained, ConfirmedOn: { } confirmed } && confirmed.IsCertainlyBefore(detained))
            throw new RuleException(nameof(details.ConfirmedOn), $"The person was seen held on {confirmed}, before the detention on {detained}. Correct one of them.");
    }

    /// <summary>
    /// Two imprisonments of one person must be able to follow each other: refused when both certainly cover a common day, or when
    /// two are open at once. Imprecise dates get the benefit of the doubt.
    /// </summary>
    public static void CheckNoOverlap(IEnumerable<Imprisonment> existing, Imprisonment added)
    {
        foreach (var other in existing.Where(i => i.Kind != ImprisonmentKind.InAbsentia))
        {
            if (added.IsOpen && other.IsOpen)
            {
                throw new RuleException(
                    nameof(ImprisonmentDetails.DetainedOn),
                    $"The imprisonment that began {Began(other)} has no release yet. Record its release first, or say when this one ended if it is the older one.",
                    Named(other));
            }

            if (CertainlyOverlap(added, other))
            {
                throw new RuleException(
                    nameof(ImprisonmentDetails.DetainedOn),
                    $"The person was already held then: imprisonment that began {Began(other)} and ended {other.EndedOn?.ToString() ?? "not yet"}. Correct one of the dates.",
                    Named(other));
            }
        }
    }

    internal static ConflictingFact Named(Imprisonment imprisonment) =>
        new(FactKind.Imprisonment, imprisonment.ImprisonmentId, $"The imprisonment that began {Began(imprisonment)}", imprisonment.ImprisonmentId);

    private static bool CertainlyOverlap(Imprisonment a, Imprisonment b) =>
        a.Kind != ImprisonmentKind.InAbsentia
        && a.DetainedOn is { } aStart && b.DetainedOn is { } bStart
        && aStart.Latest < (b.EndedOn?.Earliest ?? DateOnly.MaxValue)
        && bStart.Latest < (a.EndedOn?.Earliest ?? DateOnly.MaxValue)
        && Length(a) > 0 && Length(b) > 0;

    private static int Length(Imprisonment i) =>
        (i.EndedOn?.Earliest ?? DateOnly.MaxValue).DayNumber - i.DetainedOn!.Latest.DayNumber;

    private static string Began(Imprisonment i) => i.DetainedOn?.ToString() ?? "on an unknown date";

    internal static void NotInFuture(PartialDate? date, string field, string what, DateOnly today)
    {
        if (date is not null && date.Earliest > today)
            throw new RuleException(field, $"The date of the {what}, {date}, lies in the future. Correct it.");
    }
}
