using PrisonerTracker.Core.History;

namespace PrisonerTracker.Core.Imprisonments;

/// <summary>What cannot be true of a hearing, and what is unlikely. The only fact of a case that may lie ahead.</summary>
internal static class HearingRules
{
    private const int UnlikelyYearsAhead = 3;

    public static void Check(HearingDetails details, DateOnly today)
    {
        if (details.Status == HearingStatus.Held)
            ImprisonmentRules.NotInFuture(details.HeardOn, nameof(details.HeardOn), today, $"The hearing of {details.HeardOn} lies in the future, so it has not taken place yet. Correct the date, or choose another status.");
    }

    public static void AskAbout(Doubts doubts, Imprisonment imprisonment, Hearing hearing, DateOnly today)
    {
        doubts.Ask(
            hearing.HeardOn.Earliest > today.AddYears(UnlikelyYearsAhead),
            $"The hearing of {hearing.HeardOn} lies more than {UnlikelyYearsAhead} years ahead. Is that so?");
        doubts.Ask(
            SentenceRules.BeginsWithDetention(imprisonment.Kind) && imprisonment.DetainedOn is { } detained && hearing.HeardOn.IsCertainlyBefore(detained),
            $"The hearing of {hearing.HeardOn} lies before the detention of {imprisonment.DetainedOn}. Is that so?");
        doubts.Ask(
            imprisonment.Hearings.Any(h => h != hearing && (h.Kind, h.HeardOn, h.HeardAt) == (hearing.Kind, hearing.HeardOn, hearing.HeardAt)),
            $"A hearing of this kind on {hearing.HeardOn} is recorded already. Is this another one?");
    }
}
