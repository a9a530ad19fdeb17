using PrisonerTracker.Core.Names.Sounds;

namespace PrisonerTracker.Core.Names.Slavic;

/// <summary>Accusative forms as Slavic lists print them after "released:" ("Григория Журавлёва", "Марыю Калеснікаву").</summary>
internal static class Accusative
{
    /// <summary>The accusative of a given name in Cyrillic letters; nothing where it equals the nominative.</summary>
    public static IEnumerable<string> OfGivenName(string form, NameGender gender)
    {
        if (form.Length < 2)
            yield break;
        var stem = form[..^1];
        switch (form[^1])
        {
            case 'а':
                yield return stem + "у";
                break;
            case 'я':
                yield return stem + "ю";
                break;
            case 'й' or 'ь' when gender == NameGender.Male:
                yield return stem + "я";
                break;
            case 'о' when gender == NameGender.Male:
                yield return stem + "а";
                break;
            case var last when gender == NameGender.Male && "бвгґджзклмнпрстфхцчшщў".Contains(last):
                yield return form + "а";
                if (form.Length > 2 && "еаё".Contains(form[^2]) && last is 'л' or 'в' or 'ў')
                    yield return form[..^2] + (last == 'ў' ? 'в' : last) + "а";
                break;
        }
    }

    /// <summary>Whether a surname in Cyrillic letters is a man's accusative beyond doubt: a woman's nominative never ends so.</summary>
    public static bool IsMans(string surname) =>
        surname.Length > 4 && (surname.EndsWith("ича", StringComparison.Ordinal) || surname.EndsWith("іча", StringComparison.Ordinal)
            || surname.EndsWith("ого", StringComparison.Ordinal) || surname.EndsWith("его", StringComparison.Ordinal) || surname.EndsWith("ага", StringComparison.Ordinal)
            || surname.EndsWith("ея", StringComparison.Ordinal) || surname.EndsWith("ука", StringComparison.Ordinal) || surname.EndsWith("юка", StringComparison.Ordinal)
            || surname.EndsWith("ика", StringComparison.Ordinal) || surname.EndsWith("яка", StringComparison.Ordinal));

    /// <summary>Nominatives that a surname in the accusative may have, beside those its gender ending shows.</summary>
    public static IEnumerable<SurnameForm> NominativesOf(SoundReading[] readings, NameGender gender)
    {
        foreach (var (sounds, cost) in readings)
        {
            if (sounds.Length < 4)
                continue;
            var stem = sounds[..^1];
            if (gender == NameGender.Male && sounds[^1] is 'a' or 'A')
                yield return new SurnameForm(sounds[^1] == 'A' && SoundAlphabet.IsVowel(stem[^1]) ? stem + "i" : stem, cost, NameGender.Unknown);
            else if (sounds[^1] is 'u' or 'U')
                yield return new SurnameForm(stem + (sounds[^1] == 'u' ? "a" : "A"), cost, NameGender.Unknown);
        }
    }
}
