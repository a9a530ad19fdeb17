using System.Text;
using PrisonerTracker.Core.Names.Sounds;

namespace PrisonerTracker.Core.Names.Asia;

/// <summary>
/// Burmese syllables as sounds that do not depend on whether Latin (<c>Data/sounds-burmese.tsv</c>) or Cyrillic letters wrote them:
/// aspiration is not heard, kya is чжа, ei is one vowel before a consonant and another at the end.
/// </summary>
internal static class BurmeseSounds
{
    private static readonly SoundTable Latin = SoundTable.Load("sounds-burmese.tsv");

    /// <summary>Sounds of a Latin word; the th of "Thein", which Cyrillic writes as т, is kept apart when <paramref name="exact"/>.</summary>
    public static SoundReading[] OfLatin(string word, bool exact)
    {
        var readings = Latin.Read(word);
        return exact ? readings : Array.ConvertAll(readings, reading => reading with { Sounds = reading.Sounds.Replace('f', 't') });
    }

    public static SoundReading[] OfCyrillic(NameWord word) => Array.ConvertAll(word.Readings, reading => reading with { Sounds = Canonical(reading.Sounds) });

    private static string Canonical(string sounds)
    {
        var canonical = new StringBuilder(sounds.Length);
        for (var i = 0; i < sounds.Length; i++)
        {
            var before = i > 0 ? sounds[i - 1] : '\0';
            var next = i + 1 < sounds.Length ? sounds[i + 1] : '\0';
            switch (sounds[i])
            {
                case 'x' or 'h' when "tpkszCfmnl".Contains(before) || "tpkmnlsf".Contains(next):
                case 'Z' when before == 'C':
                case 'r' when before is 'a' or 'A' && !IsVowel(next):
                case 't' when before == 'n' && next == '\0':
                case 'i' when next == '\0' && before is 'e' or 'a':
                    break;
                case 'a' when next == 'i' && i + 2 == sounds.Length:
                    canonical.Append('e');
                    break;
                case 'e' when next == 'i' && i + 2 < sounds.Length:
                    canonical.Append('O');
                    i++;
                    break;
                case 'Z' or 'C':
                    canonical.Append('C');
                    break;
                case 'f':
                    canonical.Append('p');
                    break;
                default:
                    canonical.Append(sounds[i]);
                    break;
            }
        }

        return canonical.ToString();
    }

    private static bool IsVowel(char sound) => sound != '\0' && SoundAlphabet.IsVowel(sound);
}
