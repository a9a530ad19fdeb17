using PrisonerTracker.Core.Names.Sounds;

namespace PrisonerTracker.Core.Names;

/// <summary>
/// The words of a name as they sound, without what spellings vary (а/о, я/е, т/ц): "Колесн" is the beginning of what "Kalesnikava" sounds like.
/// Stored as text and searched by whole words and by beginnings; stored ones must be made anew when <see cref="NameKeys.Version"/> changes.
/// </summary>
/// <remarks>Alphabetic scripts only: Arabic letters leave vowels out and Chinese has none; names in them are found by their keys.</remarks>
public static class NameSounds
{
    private const int StoredReadings = 2;
    private const int AskedReadings = 4;

    /// <summary>What to store of a name: each word in its likeliest readings.</summary>
    public static IEnumerable<string> Of(WrittenName name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return name.Words.Concat(name.MaidenWords).Where(word => !word.IsInitial).SelectMany(word => Of(word, StoredReadings)).Distinct(StringComparer.Ordinal);
    }

    /// <summary>What to look for: for each word that can be read, the ways it may sound.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> Asked(WrittenName name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return [.. name.Words.Where(word => !word.IsInitial).Select(word => (IReadOnlyList<string>)[.. Of(word, AskedReadings)]).Where(sounds => sounds.Count > 0)];
    }

    private static IEnumerable<string> Of(NameWord word, int readings) =>
        word.Readings.Take(readings).SelectMany(reading => SoundAlphabet.CoarseKeys(reading.Sounds)).Distinct(StringComparer.Ordinal);
}
