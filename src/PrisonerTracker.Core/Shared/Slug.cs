using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace PrisonerTracker.Core.Shared;

/// <summary>The readable part of an address: lower-case ASCII letters, digits and hyphens.</summary>
public static class Slug
{
    private const int MaxLength = 80;

    // Belarusian and Russian letters by the Belarusian passport practice and its Russian counterpart, the way Latin-script readers
    // will see these names elsewhere.
    private static readonly Dictionary<char, string> Cyrillic = (
        "а=a б=b в=v г=h ґ=g д=d е=e ё=io ж=zh з=z и=i і=i ї=i й=i к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ў=u ф=f х=kh ц=ts "
        + "ч=ch ш=sh щ=shch ы=y ь= ъ= э=e є=e ю=iu я=ia")
        .Split(' ').ToDictionary(pair => pair[0], pair => pair[2..]);

    /// <summary>
    /// The slug for a record when the readable one is taken or there is none: never a running number, which would tell how many
    /// hidden records there are.
    /// </summary>
    public static string Distinct(string readable) =>
        $"{readable}-{RandomNumberGenerator.GetString("abcdefghjkmnpqrstuvwxyz23456789", 6)}";

    /// <summary>The text as a slug; empty when no letter of it can be written in ASCII.</summary>
    public static string Of(string text)
    {
        var slug = new StringBuilder(text.Length);
        foreach (var c in text.ToLowerInvariant())
        {
            if (Cyrillic.TryGetValue(c, out var latin))
            {
                slug.Append(latin);
                continue;
            }

            // Half a pair, and U+FFFE, cannot be normalised.
            foreach (var part in char.IsSurrogate(c) || c == '\uFFFE' ? " " : c.ToString().Normalize(NormalizationForm.FormD))
            {
                // The capital İ has no small letter of its own and comes apart into a capital I.
                if (char.IsAsciiLetterOrDigit(part))
                    slug.Append(char.ToLowerInvariant(part));
                else if (part is 'ł' or 'ı')
                    slug.Append(part == 'ł' ? 'l' : 'i');
                else if (char.GetUnicodeCategory(part) != UnicodeCategory.NonSpacingMark && part is not ('\'' or '’') && slug.Length > 0 && slug[^1] != '-')
                    slug.Append('-');
            }
        }

        return slug.ToString(0, Math.Min(slug.Length, MaxLength)).Trim('-');
    }
}
