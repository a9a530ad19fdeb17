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

        if (details.BornOn is { } born && born.Earliest > today)
            throw new RuleException(nameof(details.BornOn), "The birth date lies in the future. Correct it.");
        if (details.DiedOn is { } died && died.Earliest > today)
            throw new RuleException(nameof(details.DiedOn), "The date of death lies in the future. Correct it.");
        if (details is { BornOn: { } birth, DiedOn: { } death } && death.IsCertainlyBefore(birth))
            throw new RuleException(nameof(details.DiedOn), $"The date of death, {death}, lies before the birth, {birth}. Correct one of them.");
    }
}
