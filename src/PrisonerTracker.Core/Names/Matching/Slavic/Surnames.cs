using PrisonerTracker.Core.Names.Sounds;

namespace PrisonerTracker.Core.Names.Slavic;

/// <summary>Takes gender (and accusative) endings off surnames in sounds: Сосновская, Сосновскую, Sasnowska → "sosnovski".</summary>
internal static class Surnames
{
    private static readonly (string Ending, string Stem, NameGender Gender)[] Endings =
    [
        ("skaA", "ski", NameGender.Female), ("ckaA", "cki", NameGender.Female), ("skuU", "ski", NameGender.Female), ("ckuU", "cki", NameGender.Female),
        ("skoi", "ski", NameGender.Female), ("ckoi", "cki", NameGender.Female), ("skai", "ski", NameGender.Female), ("ckai", "cki", NameGender.Female),
        ("skogo", "ski", NameGender.Male), ("ckogo", "cki", NameGender.Male), ("skaga", "ski", NameGender.Male), ("ckaga", "cki", NameGender.Male),
        ("ska", "ski", NameGender.Female), ("cka", "cki", NameGender.Female), ("sku", "ski", NameGender.Female), ("cku", "cki", NameGender.Female),
        ("ski", "ski", NameGender.Male), ("cki", "cki", NameGender.Male), ("skoho", "ski", NameGender.Male), ("ckoho", "cki", NameGender.Male),
        ("ova", "ov", NameGender.Female), ("eva", "ev", NameGender.Female), ("Ova", "Ov", NameGender.Female), ("ava", "av", NameGender.Female), ("Ava", "Av", NameGender.Female),
        ("ovu", "ov", NameGender.Female), ("evu", "ev", NameGender.Female), ("Ovu", "Ov", NameGender.Female), ("avu", "av", NameGender.Female), ("Avu", "Av", NameGender.Female),
        ("ina", "in", NameGender.Female), ("inu", "in", NameGender.Female),
        ("ov", "ov", NameGender.Male), ("ev", "ev", NameGender.Male), ("Ov", "Ov", NameGender.Male), ("av", "av", NameGender.Male), ("Av", "Av", NameGender.Male),
        ("of", "ov", NameGender.Male), ("ef", "ev", NameGender.Male), ("in", "in", NameGender.Male),
        ("aA", "i", NameGender.Female), ("uU", "i", NameGender.Female), ("ogo", "i", NameGender.Male), ("aga", "i", NameGender.Male),
    ];

    /// <summary>The surname's stems, one for each reading.</summary>
    public static SurnameForm[] Read(SoundReading[] readings) => Array.ConvertAll(readings, static reading => Read(reading));

    private static SurnameForm Read(SoundReading reading)
    {
        var sounds = reading.Sounds;
        foreach (var (ending, stem, gender) in Endings)
        {
            if (sounds.Length > ending.Length + 1 && sounds.EndsWith(ending, StringComparison.Ordinal))
                return new SurnameForm(sounds[..^ending.Length] + stem, reading.Cost, gender);
        }

        return new SurnameForm(sounds, reading.Cost, NameGender.Unknown);
    }
}
