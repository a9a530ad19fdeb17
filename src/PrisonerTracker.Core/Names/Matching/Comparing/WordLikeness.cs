using PrisonerTracker.Core.Names.Arabic;
using PrisonerTracker.Core.Names.Slavic;
using PrisonerTracker.Core.Names.Sounds;
using PrisonerTracker.Core.Names.Text;

namespace PrisonerTracker.Core.Names.Comparing;

/// <summary>How alike two words of names are, and what makes them so.</summary>
[System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Auto)]
internal readonly record struct WordMatch(float Likeness, WordMatchKind Kind)
{
    public static readonly WordMatch None = new(0, WordMatchKind.Unlike);
}

/// <summary>The way in which two words agree.</summary>
internal enum WordMatchKind
{
    Unlike,
    Equal,
    Sound,
    Given,
    Short,
    OtherGiven,
}

/// <summary>Compares two words of names.</summary>
internal static class WordLikeness
{
    /// <summary>Two names of the table that share no line are two names, however alike their letters.</summary>
    private const float OtherGivenName = 0.15f;

    /// <summary>A given name with one slip of the finger in it.</summary>
    private const float SlippedGivenName = 0.92f;

    /// <summary>From here no looser rule is asked.</summary>
    private const float SureSpelling = 0.88f;

    public static WordMatch Of(NameWord a, NameWord b)
    {
        bool familyA = a.Part == NamePart.Family, familyB = b.Part == NamePart.Family;
        if (a.Word == b.Word)
            return new WordMatch(familyA != familyB && (a.Part == NamePart.Given || b.Part == NamePart.Given) ? 0.93f : 1, a.Hits.Length > 0 && !familyA ? WordMatchKind.Given : WordMatchKind.Equal);
        var given = WordMatch.None;
        if (a.Hits.Length > 0 && b.Hits.Length > 0 && !(familyA && familyB))
        {
            given = OfGivenNames(a.Hits, b.Hits);
            if (given.Kind == WordMatchKind.OtherGiven && (a.Part == NamePart.Given || b.Part == NamePart.Given || !SameStem(a, b)))
                return given;
        }

        if (given.Likeness >= 1)
            return given;
        var sound = OfSounds(a, b);

        // Given names are a closed set: a word that is none, but nearly the one expected, is that one with an error in it.
        if (a.IsFullGiven != b.IsFullGiven && a.Arabic.Length == 0 && b.Arabic.Length == 0 && (a.IsFullGiven ? b : a).Hits.Length == 0 && !familyA && !familyB)
        {
            if (sound > 0.75f)
                sound = 1 - ((1 - sound) * 0.6f);
            if (sound < SlippedGivenName && IsSlipped(a.IsFullGiven ? a : b, a.IsFullGiven ? b : a))
                sound = SlippedGivenName;
        }
        if (familyA != familyB && (a.Part == NamePart.Given || b.Part == NamePart.Given))
            sound *= 0.93f;
        return given.Kind != WordMatchKind.OtherGiven && given.Likeness >= sound ? given : new WordMatch(sound, WordMatchKind.Sound);
    }

    /// <summary>Likeness of two words by sound alone, gender endings and joined articles apart.</summary>
    public static float OfSounds(NameWord a, NameWord b)
    {
        var likeness = OfWritten(a, b);
        if (!a.IsArabic || !b.IsArabic)
            return likeness;
        if (a.WithoutArticle is { } restOfA && (b.HasArticle || b.Arabic.Length > 0))
            return Math.Max(likeness, OfWritten(restOfA, b));
        return b.WithoutArticle is { } restOfB && (a.HasArticle || a.Arabic.Length > 0) ? Math.Max(likeness, OfWritten(a, restOfB)) : likeness;
    }

    private static float OfWritten(NameWord a, NameWord b)
    {
        if (a.Script == NameScript.Arabic || b.Script == NameScript.Arabic)
        {
            if (a.Script == b.Script)
                return ArabicLikeness.OfTwo(a.Arabic, b.Arabic);
            return a.Script == NameScript.Arabic ? ArabicLikeness.Of(a.Arabic, b.Readings) : ArabicLikeness.Of(b.Arabic, a.Readings);
        }

        if (a.Script == NameScript.Latin && b.Script == NameScript.Latin && NameText.WithoutMarks(a.Word) == NameText.WithoutMarks(b.Word))
            return a.Word.Length > 2 ? 0.97f : 0.9f;
        var cyrillic = a.Script == NameScript.Cyrillic || b.Script == NameScript.Cyrillic;
        var latin = a.Script == NameScript.Latin || b.Script == NameScript.Latin;
        var likeness = SoundDistance.Likeness(a.Stems, b.Stems, cyrillic, latin);
        if (a.IsArabic && b.IsArabic && likeness < SureSpelling)
            likeness = Math.Max(likeness, RomanizedArabic.Likeness(a.Readings, b.Readings));
        return likeness < SureSpelling && a.Script == b.Script ? Math.Max(likeness, LetterSlip.Likeness(a.Word, b.Word)) : likeness;
    }

    private static bool IsSlipped(NameWord known, NameWord slipped) =>
        Array.Exists(known.Hits, hit => hit.Kind == GivenNameKind.Full && hit.Name.FullForms.Any(form => LetterSlip.OfForm(slipped.Word, NameText.Lower(form))));

    private static bool SameStem(NameWord a, NameWord b) => a.Stems.Any(x => b.Stems.Any(y => x.Sounds == y.Sounds));

    private static WordMatch OfGivenNames(GivenNameHit[] a, GivenNameHit[] b)
    {
        var best = new WordMatch(OtherGivenName, WordMatchKind.OtherGiven);
        foreach (var x in a)
        {
            foreach (var y in b)
            {
                if (!ReferenceEquals(x.Name, y.Name))
                    continue;
                var match = (x.Kind, y.Kind) switch
                {
                    (GivenNameKind.Short, GivenNameKind.Short) => new WordMatch(IsAnotherFull(a, b) ? 0.7f : 0.93f, WordMatchKind.Short),
                    (GivenNameKind.Short, _) => new WordMatch(IsFull(a) ? 0.72f : 0.95f, WordMatchKind.Short),
                    (_, GivenNameKind.Short) => new WordMatch(IsFull(b) ? 0.72f : 0.95f, WordMatchKind.Short),
                    (GivenNameKind.Inflected, _) or (_, GivenNameKind.Inflected) => new WordMatch(0.97f, WordMatchKind.Given),
                    _ => new WordMatch(1, WordMatchKind.Given),
                };
                if (match.Likeness > best.Likeness)
                    best = match;
            }
        }

        return best;
    }

    // "Нина" is short for Антонина and a name of its own: the same word with a full name of the same line is less than certain.
    private static bool IsFull(GivenNameHit[] hits) => Array.Exists(hits, hit => hit.Kind == GivenNameKind.Full);

    private static bool IsAnotherFull(GivenNameHit[] a, GivenNameHit[] b) => IsFull(a) || IsFull(b);
}
