using PrisonerTracker.Core.Shared;
using PrisonerTracker.Core.Sources;

namespace PrisonerTracker.Web.Wording;

/// <summary>What a claim says and what follows from following it, in words.</summary>
internal static class ClaimWords
{
    /// <summary>The value of a release claim by which the person was not released.</summary>
    public const string StillHeld = "still held";

    /// <summary>The statement of a claim whose topic and value say it all, in English as it is recorded; null when an editor has to write it.</summary>
    public static string? Statement(ClaimTopic topic, string? value) => InterfaceLanguage.English.Say(() => InWords(topic, value));

    /// <summary>What changes in the register when the claim is followed.</summary>
    public static string Consequence(ClaimTopic topic, string? value) => topic switch
    {
        ClaimTopic.BirthDate => T("The birth date becomes {0}.", value),
        ClaimTopic.DetentionDate => T("The detention moves to {0}.", value),
        ClaimTopic.Release when PartialDate.TryParse(value, out var date) =>
            T("The release {0} counts: it is restored with everything recorded of it, or recorded now. The person is no longer shown as held.", Dates.When(date)),
        ClaimTopic.Release => T("A recorded release no longer counts: it is kept as disputed, and the person is shown as still held. Following the other claim again restores it."),
        ClaimTopic.Destination => T("The destination of the release becomes {0}.", value),
        ClaimTopic.Term or ClaimTopic.Regime or ClaimTopic.Fine =>
            T("Readers see which claim is followed. No court decision changes by itself, because the register cannot know which one is meant: change it by hand, in the form of that decision, and cite the source of the claim there."),
        ClaimTopic.Name =>
            T("Readers see which claim is followed. No name changes by itself: choose the preferred name by hand, under identity and names, and cite the source of the claim there."),
        _ => T("Readers see which claim is followed. No fact changes by itself: change it by hand where it is recorded."),
    };

    private static string? InWords(ClaimTopic topic, string? value) => topic switch
    {
        ClaimTopic.BirthDate when PartialDate.TryParse(value, out var date) => $"Born {Dates.When(date)}.",
        ClaimTopic.DetentionDate when PartialDate.TryParse(value, out var date) => $"Detained {Dates.When(date)}.",
        ClaimTopic.Release when PartialDate.TryParse(value, out var date) => $"Released {Dates.When(date)}.",
        ClaimTopic.Release => "Not released; still held.",
        ClaimTopic.Destination when value is not null && Countries.IsValid(value) => $"Taken to {CountryNames.Of(value)}.",
        _ => null,
    };
}
