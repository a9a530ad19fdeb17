using PrisonerTracker.Core.Names.Slavic;

namespace PrisonerTracker.Core.Names.Comparing;

/// <summary>
/// Initials must fit the names they stand for, in any of the name's forms (Н. is Мікалай). After a whole given name the first initial is
/// the patronymic's; after a surname alone it is the given name's, and the second the patronymic's.
/// </summary>
internal static class InitialRule
{
    /// <summary>Why the initials cannot be one person's, or null.</summary>
    /// <param name="a">The name with fewer core words.</param>
    /// <param name="b">The other one.</param>
    /// <param name="coreA">Core words of the first as aligned.</param>
    /// <param name="unmatched">Core words of the second that found no partner.</param>
    public static string? Contradiction(WrittenName a, WrittenName b, NameWord[] coreA, List<NameWord> unmatched)
    {
        if (a.InitialWords.Length == 0 && b.InitialWords.Length == 0)
            return null;
        var slotsA = Slots(a, coreA.Length == 1);
        var slotsB = Slots(b, b.Core.Length == 1);
        if (slotsA.Given is { } initial)
        {
            if (slotsB.Given is { } other)
            {
                if (!Slavic.Initials.Agree(initial.FirstSounds, other.FirstSounds))
                    return Differ(initial, other);
            }
            else if (unmatched.Count > 0 && !unmatched.Exists(word => Fits(initial, word)))
            {
                return Differ(initial, unmatched[0]);
            }
        }

        return (slotsA.Father, slotsB.Father, a.PatronymicWord, b.PatronymicWord) switch
        {
            ({ } one, { } two, _, _) when !Slavic.Initials.Agree(one.FirstSounds, two.FirstSounds) => Differ(one, two),
            ({ } one, null, _, { } two) when !FitsFather(one, two) => Differ(one, two),
            (null, { } one, { } two, _) when !FitsFather(one, two) => Differ(one, two),
            _ => null,
        };
    }

    private static (NameWord? Given, NameWord? Father) Slots(WrittenName name, bool surnameOnly)
    {
        var initials = name.InitialWords;
        if (surnameOnly)
            return (initials.ElementAtOrDefault(0), initials.ElementAtOrDefault(1));
        return (null, initials.ElementAtOrDefault(0));
    }

    private static bool Fits(NameWord initial, NameWord word) =>
        word.Arabic.Length > 0 || (word.IsFullGiven
            ? Array.Exists(word.Hits, hit => hit.Kind == GivenNameKind.Full && Slavic.Initials.AgreeWithForms(initial.FirstSounds, hit.Name.FirstSounds))
            : Slavic.Initials.Agree(initial.FirstSounds, word.FirstSounds)
                || Array.Exists(word.Hits, hit => Slavic.Initials.AgreeWithForms(initial.FirstSounds, hit.Name.FirstSounds)));

    private static bool FitsFather(NameWord initial, NameWord patronymic) =>
        patronymic.Patronymic is { Fathers.Count: > 0 } known
            ? known.Fathers.Any(father => Slavic.Initials.AgreeWithForms(initial.FirstSounds, father.FirstSounds))
            : Slavic.Initials.Agree(initial.FirstSounds, patronymic.FirstSounds);

    private static string Differ(NameWord a, NameWord b) => $"initials differ: {a.Text}, {b.Text}";
}
