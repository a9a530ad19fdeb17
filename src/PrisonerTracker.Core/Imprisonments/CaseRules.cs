using PrisonerTracker.Core.History;
using PrisonerTracker.Core.Prisoners;
using PrisonerTracker.Core.Shared;

namespace PrisonerTracker.Core.Imprisonments;

/// <summary>What cannot be true of a person and an imprisonment together, and what is unlikely. Imprecise dates get the benefit of the doubt.</summary>
internal static class CaseRules
{
    private const int LeastAge = 14;
    private const int UnlikelyAge = 90;

    /// <summary>Refuses somebody detained as a child or after their death. The field is the one that is being changed.</summary>
    public static void CheckLife(Prisoner prisoner, Imprisonment imprisonment, string field, bool fromIdentity = false)
    {
        if (imprisonment.DetainedOn is not { } detained)
            return;

        var conflicting = fromIdentity
            ? ImprisonmentRules.Named(imprisonment)
            : new ConflictingFact(FactKind.Identity, prisoner.PrisonerId, "Identity and names");
        if (prisoner.BornOn is { } born && born.Earliest.AddYears(LeastAge) > detained.Latest)
        {
            throw new RuleException(
                field,
                $"Born {born} and detained {detained}, the person would have been younger than {LeastAge}. Correct one of the dates.",
                conflicting);
        }

        if (prisoner.DiedOn is { } died && died.IsCertainlyBefore(detained))
            throw new RuleException(field, $"The person died {died}, before the detention on {detained}. Correct one of the dates.", conflicting);
    }

    /// <summary>Refuses a detention that the release or the other imprisonments leave no room for.</summary>
    public static void CheckRoom(Prisoner prisoner, Imprisonment imprisonment)
    {
        if (imprisonment.CurrentRelease is { } release)
        {
            if (imprisonment.Kind == ImprisonmentKind.InAbsentia)
            {
                throw new RuleException(
                    nameof(imprisonment.Kind), $"A release on {release.ReleasedOn} is recorded, so the person was held. Undo it first.", Releases.ReleaseRules.Named(release));
            }

            if (imprisonment.DetainedOn is { } detained && release.ReleasedOn.IsCertainlyBefore(detained))
            {
                throw new RuleException(
                    nameof(imprisonment.DetainedOn),
                    $"The detention date, {detained}, lies after the release, {release.ReleasedOn}. Correct one of them.",
                    Releases.ReleaseRules.Named(release));
            }
        }

        ImprisonmentRules.CheckNoOverlap(prisoner.Imprisonments.Where(i => i != imprisonment), imprisonment);
    }

    public static void AskAboutAge(Doubts doubts, Prisoner prisoner, Imprisonment imprisonment) => doubts.Ask(
        prisoner.BornOn is { } born && imprisonment.DetainedOn is { } detained && born.Latest.AddYears(UnlikelyAge) < detained.Earliest,
        $"Born {prisoner.BornOn} and detained {imprisonment.DetainedOn}, the person was older than {UnlikelyAge}. Is that so?");

    /// <summary>Stays that certainly overlap in two places, or lie outside the imprisonment.</summary>
    public static void AskAbout(Doubts doubts, Imprisonment imprisonment, Placement placement)
    {
        foreach (var other in imprisonment.Placements.Where(p => p != placement && p.FacilityId is not null && p.FacilityId != placement.FacilityId))
        {
            var until = other.UntilOn is { } on ? (Phrase)$"{on}" : "now";
            doubts.Ask(
                placement.FacilityId is not null && CertainlyOverlap(placement, other),
                $"The person was in two places at once: {placement.Facility?.Label} from {placement.FromOn}, and {other.Facility?.Label} from {other.FromOn} until {until}. Is that so?");
        }

        doubts.Ask(
            (placement.UntilOn ?? placement.SeenOn ?? placement.FromOn) is { } last && imprisonment.DetainedOn is { } detained && last.IsCertainlyBefore(detained),
            $"The stay lies before the detention of {imprisonment.DetainedOn}. Is that so?");
        doubts.Ask(
            (placement.FromOn ?? placement.SeenOn) is { } first && imprisonment.CurrentRelease is { } release && release.ReleasedOn.IsCertainlyBefore(first),
            $"The stay lies after the release of {imprisonment.CurrentRelease?.ReleasedOn}. Is that so?");
    }

    // The last day of one may be the first of the next: a transfer. A stay without an end may have ended whenever the next began.
    private static bool CertainlyOverlap(Placement a, Placement b) =>
        a.FromOn is { } aFrom && b.FromOn is { } bFrom
        && aFrom.Latest < (b.UntilOn?.Earliest ?? (bFrom.Latest > aFrom.Latest ? DateOnly.MaxValue : aFrom.Latest))
        && bFrom.Latest < (a.UntilOn?.Earliest ?? (aFrom.Latest > bFrom.Latest ? DateOnly.MaxValue : bFrom.Latest));
}
