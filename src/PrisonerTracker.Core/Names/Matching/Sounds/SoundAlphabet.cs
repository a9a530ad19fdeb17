using System.Text;

namespace PrisonerTracker.Core.Names.Sounds;

/// <summary>
/// The sounds that all alphabets are read into. Vowels a e i o u; after a soft consonant or after [j] A (я), O (ё), U (ю); e is both е and э,
/// i is и, і, ы and й. Consonants as in Latin, and x х, h (a Latin h: г or х), c ц, C ч, S ш, Z ж and дж, D дз.
/// </summary>
internal static class SoundAlphabet
{
    public const string Letters = "aeiouAOUbvgxhklmnprstcCSZzdDf";
    public const string Vowels = "aeiouAOU";

    public static int IndexOf(char sound) => Letters.IndexOf(sound, StringComparison.Ordinal);

    /// <summary>The wide class of a consonant, for keys; '\0' for a vowel.</summary>
    public static char Consonant(char sound) => sound switch
    {
        _ when IsVowel(sound) => '\0',
        'g' or 'x' or 'h' or 'k' or 'q' => 'k',
        'c' or 't' or 'd' or 'D' => 't',
        's' or 'z' or 'S' or 'Z' or 'C' => 's',
        'v' or 'f' or 'b' or 'p' => 'v',
        _ => sound,
    };

    public static bool IsVowel(char sound) => Vowels.Contains(sound);

    /// <summary>One spelling for one sound: [i] before a vowel softens it (ия, ья, ya, ja, ia → A), doubled sounds are single.</summary>
    public static string Tidy(string sounds)
    {
        var tidy = new StringBuilder(sounds.Length);
        foreach (var sound in sounds)
        {
            var c = sound;
            if (tidy.Length > 0 && tidy[^1] == 'i' && IsVowel(c) && c != 'i')
            {
                tidy.Length--;
                c = c switch { 'a' => 'A', 'o' => 'O', 'u' => 'U', _ => c };
            }

            if (tidy.Length == 0 || tidy[^1] != c)
                tidy.Append(c);
        }

        return tidy.ToString();
    }

    /// <summary>
    /// The sounds with what Belarusian, Russian and Ukrainian spellings vary taken away (а/о, я/е/ё, т/ц, д/дз, г/х): a key, not a pronunciation.
    /// </summary>
    public static string Coarse(ReadOnlySpan<char> sounds) => Coarse(sounds, 'e');

    /// <summary>Coarse keys with я as the е it alternates with, and as the а of spellings that do not mark softness (Łacinka "Alaksandr").</summary>
    public static IEnumerable<string> CoarseKeys(string sounds)
    {
        yield return Coarse(sounds, 'e');
        if (sounds.Contains('A'))
            yield return Coarse(sounds, 'a');
    }

    private static string Coarse(ReadOnlySpan<char> sounds, char softA)
    {
        Span<char> coarse = stackalloc char[sounds.Length];
        var length = 0;
        foreach (var sound in sounds)
        {
            var c = sound switch { 'o' => 'a', 'A' => softA, 'O' => 'e', 'U' => 'u', 'c' => 't', 'D' => 'd', 'x' or 'h' => 'g', _ => sound };
            if (length == 0 || coarse[length - 1] != c)
                coarse[length++] = c;
        }

        return coarse[..length].ToString();
    }
}
