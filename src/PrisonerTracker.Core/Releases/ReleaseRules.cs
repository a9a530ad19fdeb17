using PrisonerTracker.Core.Imprisonments;
using PrisonerTracker.Core.Shared;

namespace PrisonerTracker.Core.Releases;

/// <summary>When a release cannot be true. The database refuses the same with constraints of its own.</summary>
public static class ReleaseRules
{
    /// <summary>Refuses a release that is already recorded, of somebody never held, before the detention, or in the future.</summary>
    /// <exception cref="RuleException">Which of them, and what to do.</exception>
    public static void Check(Imprisonment imprisonment, ReleaseDetails details, DateOnly today)
    {
        if (imprisonment.CurrentRelease is { } current)
        {
            throw new RuleException(
                "",
                $"This imprisonment already ended: a release on {current.ReleasedOn} is recorded. Undo that one first if it is wrong.",
                Named(current));
        }

        if (imprisonment.Kind == ImprisonmentKind.InAbsentia)
            throw new RuleException("", "The person was tried in absentia and never held in this case, so there is nothing to be released from.");

        CheckDates(imprisonment, details, today);
    }

    /// <summary>Refuses a release before the detention or in the future.</summary>
    public static void CheckDates(Imprisonment imprisonment, ReleaseDetails details, DateOnly today)
    {
        if (details.ReleasedOn.Earliest > today)
            throw new RuleException(nameof(details.ReleasedOn), $"The release date, {details.ReleasedOn}, lies in the future. Record a release once it has happened.");

        if (imprisonment.DetainedOn is { } detained && details.ReleasedOn.IsCertainlyBefore(detained))
        {
            throw new RuleException(
                nameof(details.ReleasedOn),
                $"The release date, {details.ReleasedOn}, lies before the detention, {detained}. Correct one of them.",
                ImprisonmentRules.Named(imprisonment));
        }
    }

    internal static ConflictingFact Named(Release release) =>
        new(FactKind.Release, release.ReleaseId, $"The release of {release.ReleasedOn}", release.ImprisonmentId);
}
