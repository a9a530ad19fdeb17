using PrisonerTracker.Core.Imprisonments;

namespace PrisonerTracker.Web.Pages.Prisoners;

internal static class SentenceWords
{
    /// <summary>"Verdict: 11 years of imprisonment, general regime".</summary>
    public static string Short(ProfileModel.SentenceView sentence) => $"{Words.Of(sentence.Instance)}: {Decision(sentence)}";

    public static string Decision(ProfileModel.SentenceView sentence)
    {
        if (sentence is { Outcome: not DecisionOutcome.Imposed, Penalty: Penalty.NotStated })
            return Words.Of(sentence.Outcome);

        var parts = new List<string>
        {
            TermWords.Of(sentence.Term, sentence.Penalty),
        };
        if (sentence.Regime is { } regime)
            parts.Add(Words.Of(regime));
        if (sentence.FineAmount is { } fine)
            parts.Add(T("a fine of {0} {1}", Numbers.Of(fine, 2), sentence.FineCurrency));
        if (sentence.InAbsentia)
            parts.Add(T("in absentia"));
        if (sentence.Outcome != DecisionOutcome.Imposed)
            parts.Add(Words.Of(sentence.Outcome));
        return string.Join(", ", parts);
    }
}

internal static class ChargeWords
{
    /// <summary>Where it stands, and how it came there: "dropped in September 2022 (laid on 15 July 2021)".</summary>
    public static string Of(ProfileModel.ChargeView charge)
    {
        var steps = charge.Steps.OrderBy(s => s.Ordinal).Select(s => s.On is null ? Words.Of(s.Status) : $"{Words.Of(s.Status)} {Dates.When(s.On)}").ToList();
        return steps switch
        {
            [] => Words.Of(charge.Status),
            [var only] => only,
            [.. var before, var now] => $"{now} ({string.Join(", ", before)})",
        };
    }
}

internal static class PlacementWords
{
    public static string Of(ProfileModel.PlacementView placement) => Place(placement) + Conditions(placement);

    public static string Place(ProfileModel.PlacementView placement) =>
        placement.Facility?.In(InterfaceLanguage.Current.Code)?.Text is { Length: > 0 } facility ? facility : T("Facility not stated");

    /// <summary>", strict regime, in isolation"; empty when nothing is known.</summary>
    public static string Conditions(ProfileModel.PlacementView placement)
    {
        var parts = new List<string> { "" };
        if (placement.Regime is { } regime)
            parts.Add(Words.Of(regime));
        if (placement.InIsolation)
            parts.Add(T("in isolation"));
        if (placement.Incommunicado)
            parts.Add(T("held incommunicado"));
        return string.Join(", ", parts);
    }
}

internal static class HearingWords
{
    /// <summary>"Trial hearing, Minsk City Court, closed to the public, adjourned".</summary>
    public static string Of(ProfileModel.HearingView hearing, DateOnly today) =>
        Words.Of(hearing.Kind) + (hearing.Court?.In(InterfaceLanguage.Current.Code)?.Text is { Length: > 0 } court ? ", " + court : "") + State(hearing, today);

    /// <summary>", 9:30"; empty when no time is known.</summary>
    public static string Time(ProfileModel.HearingView hearing) => hearing.HeardAt is { } time ? ", " + Dates.Of(time) : "";

    /// <summary>", closed to the public, adjourned"; empty when there is nothing to say.</summary>
    public static string State(ProfileModel.HearingView hearing, DateOnly today)
    {
        var parts = new List<string> { "" };
        if (hearing.IsClosed)
            parts.Add(T("closed to the public"));
        if (hearing.Status == HearingStatus.Adjourned)
            parts.Add(T("adjourned"));
        else if (hearing.Status == HearingStatus.Cancelled)
            parts.Add(T("cancelled¦of a hearing"));
        else if (hearing.Status == HearingStatus.Scheduled && !hearing.IsAhead(today))
            parts.Add(T("announced; nobody has recorded whether it took place"));
        return string.Join(", ", parts);
    }
}
