using System.Text;
using PrisonerTracker.Core.Names.Sounds;

namespace PrisonerTracker.Core.Names.Asia;

/// <summary>The consonants of a whole name of syllables (Burmese, Vietnamese) or of what may be its Cyrillic transcription, for blocking.</summary>
internal static class SyllableKeys
{
    public static IEnumerable<string> Of(WrittenName name)
    {
        var syllables = name.Syllables.Burmese;
        if (syllables.Count > 0)
            return [Consonants(syllables.Select(syllable => First(BurmeseSounds.OfLatin(syllable.Word, exact: false))))];
        if (name.Words.Count is 0 or > 4 || name.Words.Any(word => word.IsInitial || word.Part == NamePart.Patronymic || word.Script is not (NameScript.Latin or NameScript.Cyrillic)))
            return [];
        var keys = new List<string>();
        if (name.Syllables.IsVietnamese)
            keys.Add(Consonants(name.Words.Select(word => First(Vietnamese.Read(word.Word)))));
        if (name.Syllables.IsVietnamese && name.Words.Any(word => word.Word[0] == 'd'))
            keys.Add(Consonants(name.Words.Select(word => First(Vietnamese.Read(word.Word[0] == 'd' ? "đ" + word.Word[1..] : word.Word)))));
        if (name.Syllables.IsBurmese || name.Words.All(word => word.Hits.Length == 0))
            keys.Add(Consonants(name.Words.Select(word => First(word.Script == NameScript.Latin ? BurmeseSounds.OfLatin(word.Word, exact: false) : BurmeseSounds.OfCyrillic(word)))));
        if (name.Words.All(word => word.Script == NameScript.Cyrillic && word.Hits.Length == 0))
            keys.Add(Consonants(name.Words.Select(word => First(word.Readings))));
        return keys.Where(key => key.Length > 0);
    }

    private static string First(SoundReading[] readings) => readings.Length == 0 ? "" : readings[0].Sounds;

    private static string Consonants(IEnumerable<string> words)
    {
        var kept = new StringBuilder();
        foreach (var sound in string.Concat(words))
        {
            var c = SoundAlphabet.Consonant(sound);
            if (c != '\0' && sound is not ('x' or 'h') && (kept.Length == 0 || kept[^1] != c))
                kept.Append(c);
        }

        return kept.ToString();
    }
}
