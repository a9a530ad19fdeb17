using PrisonerTracker.Core.Names;
using PrisonerTracker.Core.Shared;

namespace PrisonerTracker.Core.Prisoners;

/// <summary>What cannot be true of a person's identity.</summary>
internal static class PrisonerRules
{
    public static void Check(PrisonerDetails details, DateOnly today)
    {
        if (details.Names.Count == 0)
            throw new RuleException("Names", "Write at least one name.");

        var doubled = details.Names
            .Where(n => n.Kind == NameKind.Preferred)
            .GroupBy(n => n.Language, StringComparer.Ordinal)
            .FirstOrDefault(g => g.Count() > 1);
        if (doubled is not null)
            throw new RuleException("Names", $"Two names are preferred in the language '{doubled.Key}'. Choose one and make the other a transliteration or alias.");

        CheckDates(details.BornOn, details.DiedOn, today);
    }

    public static void CheckDates(PartialDate? bornOn, PartialDate? diedOn, DateOnly today)
    {
        if (bornOn is not null && bornOn.Earliest > today)
            throw new RuleException(nameof(PrisonerDetails.BornOn), "The birth date lies in the future. Correct it.");
        if (diedOn is not null && diedOn.Earliest > today)
            throw new RuleException(nameof(PrisonerDetails.DiedOn), "The date of death lies in the future. Correct it.");
        if (bornOn is not null && diedOn is not null && diedOn.IsCertainlyBefore(bornOn))
            throw new RuleException(nameof(PrisonerDetails.DiedOn), $"The date of death, {diedOn}, lies before the birth, {bornOn}. Correct one of them.");
    }
}
