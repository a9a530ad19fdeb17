using PrisonerTracker.Core.Shared;

namespace PrisonerTracker.Core.Imprisonments;

/// <summary>What cannot be true of an imprisonment. The database refuses the same with constraints of its own.</summary>
internal static class ImprisonmentRules
{
    public static void Check(ImprisonmentDetails details, DateOnly today)
    {
        if (details.Kind == ImprisonmentKind.InAbsentia && details.DetainedOn is not null)
            throw new RuleException(nameof(details.DetainedOn), "Somebody tried in absentia was not detained. Leave the date empty or choose another kind.");
        NotInFuture(details.DetainedOn, nameof(details.DetainedOn), today, $"The date of the detention, {details.DetainedOn}, lies in the future. Correct it.");
        NotInFuture(details.ConfirmedOn, nameof(details.ConfirmedOn), today, $"The date of the confirmation, {details.ConfirmedOn}, lies in the future. Correct it.");
        foreach (var sentence in details.Sentences)
            NotInFuture(sentence.DecidedOn, nameof(sentence.DecidedOn), today, $"The date of the sentence, {sentence.DecidedOn}, lies in the future. Correct it.");
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
                var ended = other.EndedOn is { } on ? (Phrase)$"{on}" : "not yet";
                throw new RuleException(
                    nameof(ImprisonmentDetails.DetainedOn),
                    $"The person was already held then: imprisonment that began {Began(other)} and ended {ended}. Correct one of the dates.",
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

    private static Phrase Began(Imprisonment i) => i.DetainedOn is { } on ? (Phrase)$"{on}" : "on an unknown date";

    internal static void NotInFuture(PartialDate? date, string field, DateOnly today, Phrase problem)
    {
        if (date is not null && date.Earliest > today)
            throw new RuleException(field, problem);
    }
}
