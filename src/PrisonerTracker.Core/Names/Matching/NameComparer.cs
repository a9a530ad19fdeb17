using PrisonerTracker.Core.Names.Comparing;

namespace PrisonerTracker.Core.Names;

/// <summary>
/// Compares two written names. Symmetric, independent of the order of parts, free of state, bounded in time; never throws.
/// What the score means and how the thresholds were chosen: docs/names.md.
/// </summary>
public static class NameComparer
{
    public static NameComparison Compare(string? a, string? b) => Compare(NameParser.Parse(a), NameParser.Parse(b));

    public static NameComparison Compare(WrittenName a, WrittenName b) => Compare(a, b, null, null);

    /// <summary>Compares two names, and what is known of two births: these may veto, and never add to the score.</summary>
    public static NameComparison Compare(WrittenName a, WrittenName b, BirthHint? bornA, BirthHint? bornB)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        var (score, detail) = Evaluate(a, b);
        var reasons = new List<string>();
        detail.Explain(reasons);
        if (bornA is not null && bornB is not null && bornA.Contradicts(bornB))
        {
            score = Math.Min(score, Scores.Veto);
            reasons.Insert(0, $"born {bornA} and {bornB}: veto");
        }

        return new NameComparison(Math.Round(score, 4), NameThresholds.Decide(score), reasons);
    }

    /// <summary>The score alone, without the words.</summary>
    public static double Score(WrittenName a, WrittenName b)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        return Evaluate(a, b).Score;
    }

    private static (double Score, Explanation Detail) Evaluate(WrittenName a, WrittenName b)
    {
        if (a.Words.Count == 0 || b.Words.Count == 0)
            return (0, Explanation.Of("one of the names has no letters to compare"));

        // Arguments in one order, so that ties between equal alignments fall the same way for (a, b) and (b, a).
        if (a.Core.Length > b.Core.Length || (a.Core.Length == b.Core.Length && string.CompareOrdinal(a.Text, b.Text) > 0))
            (a, b) = (b, a);
        if (SyllableNames.Compare(a, b) is { } syllables)
            return syllables;
        var plain = PartNames.Compare(a, b);
        if (a.MaidenWords.Count == 0 && b.MaidenWords.Count == 0)
            return plain;
        var former = MaidenNames.Compare(a, b);
        return former.Score > plain.Score ? former : plain;
    }
}
