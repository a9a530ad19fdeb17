using PrisonerTracker.Core.Names.Sounds;

namespace PrisonerTracker.Core.Names.Slavic;

/// <summary>A patronymic read from a word: the stem in coarse sounds, the gender, the fathers' names it may come from.</summary>
internal sealed record Patronymic(string Stem, NameGender Gender, IReadOnlyList<GivenName> Fathers);

/// <summary>Recognises East Slavic patronymics by their endings and finds the father's name in the table of given names.</summary>
internal static class Patronymics
{
    // In coarse sounds (о→а, я and ё→e): -ович/-авіч/-евич/-ич and -овна/-аўна/-евна/-ична/-инична; Polish and Latin spellings read the same.
    private static readonly (string Ending, NameGender Gender)[] Endings =
    [
        ("iniCna", NameGender.Female), ("iniSna", NameGender.Female), ("iCna", NameGender.Female), ("avna", NameGender.Female), ("evna", NameGender.Female), ("auna", NameGender.Female),
        ("euna", NameGender.Female), ("iuna", NameGender.Female), ("avnu", NameGender.Female), ("evnu", NameGender.Female), ("iCnu", NameGender.Female),
        ("avni", NameGender.Female), ("evni", NameGender.Female),
        ("aviC", NameGender.Male), ("eviC", NameGender.Male), ("aviCa", NameGender.Male), ("eviCa", NameGender.Male), ("iC", NameGender.Male), ("iCa", NameGender.Male),
        ("ivna", NameGender.Female),
    ];

    /// <summary>The patronymic a word may be, or null. A surname in -ович looks the same: the parser decides by position.</summary>
    public static Patronymic? Read(SoundReading[] readings)
    {
        Patronymic? unknown = null;
        foreach (var reading in readings)
        {
            var coarse = SoundAlphabet.Coarse(reading.Sounds);
            foreach (var (ending, gender) in Endings)
            {
                if (coarse.Length < ending.Length + 1 || !coarse.EndsWith(ending, StringComparison.Ordinal))
                    continue;
                var stem = TrimVowels(coarse[..^ending.Length]);
                var fathers = GivenNames.FathersOf(stem);
                if (fathers.Count > 0)
                    return new Patronymic(stem, gender, fathers);
                if (ending.Length > 3 && stem.Length > 0)
                    unknown ??= new Patronymic(stem, gender, []);
                break;
            }
        }

        return unknown;
    }

    /// <summary>Stems under which a father's name is found: "sergei" → "serg", "pavel" → "pavl", "Akav" → "ekavl" too.</summary>
    public static IEnumerable<string> StemsOfFather(string sounds)
    {
        var coarse = SoundAlphabet.Coarse(sounds);
        var stem = TrimVowels(coarse);
        if (stem.Length == 0)
            yield break;
        yield return stem;
        if (stem[^1] is 'v' or 'm' or 'b' or 'p')
            yield return stem + "l";
        if (stem.Length > 2 && stem[^1] is 'l' or 'v' && SoundAlphabet.IsVowel(stem[^2]))
            yield return stem[..^2] + stem[^1];
    }

    private static string TrimVowels(string stem)
    {
        var end = stem.Length;
        while (end > 1 && SoundAlphabet.IsVowel(stem[end - 1]))
            end--;
        return stem[..end];
    }
}
