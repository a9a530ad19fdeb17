using System.Globalization;
using PrisonerTracker.Core.Imprisonments;
using PrisonerTracker.Web.Wording;

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
            sentence.Term is { } term ? $"{Spans.Of(term)} of {Words.Of(sentence.Penalty)}" : Words.Of(sentence.Penalty),
        };
        if (sentence.Regime is { } regime)
            parts.Add(Words.Of(regime));
        if (sentence.FineAmount is { } fine)
            parts.Add($"a fine of {fine.ToString("#,0.##", CultureInfo.InvariantCulture)} {sentence.FineCurrency}");
        if (sentence.InAbsentia)
            parts.Add("in absentia");
        if (sentence.Outcome != DecisionOutcome.Imposed)
            parts.Add(Words.Of(sentence.Outcome));
        return string.Join(", ", parts);
    }
}

internal static class PlacementWords
{
    public static string Of(ProfileModel.PlacementView placement)
    {
        var parts = new List<string> { placement.Facility?.ToString() is { Length: > 0 } facility ? facility : "Facility not stated" };
        if (placement.Regime is { } regime)
            parts.Add(Words.Of(regime));
        if (placement.InIsolation)
            parts.Add("in isolation");
        if (placement.Incommunicado)
            parts.Add("held incommunicado");
        return string.Join(", ", parts);
    }
}
