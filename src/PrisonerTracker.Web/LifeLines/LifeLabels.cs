using System.Globalization;
using static PrisonerTracker.Web.LifeLines.LifeLineGeometry;

namespace PrisonerTracker.Web.LifeLines;

/// <summary>Finds room for the names of marks. What finds none is left out: it stands in the story below.</summary>
internal static class LifeLabels
{
    public const double FontSize = 13;

    /// <summary>Between the leader and its text.</summary>
    public const double Indent = 5;

    private const double Apart = 8;
    private const int MostTried = 16;
    private const int MostTries = 2000;

    // What is named first when there is not room for all.
    private static readonly LifeMarkKind[] Order =
    [
        LifeMarkKind.Detention, LifeMarkKind.Release, LifeMarkKind.Death, LifeMarkKind.TermEnd, LifeMarkKind.Decision,
        LifeMarkKind.ExpectedEnd, LifeMarkKind.Today, LifeMarkKind.Transfer,
    ];

    /// <summary>Names one mark more as long as all of them find room.</summary>
    public static IReadOnlyList<LabelBox> Place(IReadOnlyList<MarkBox> marks, double width, int lanes)
    {
        List<LabelBox> placed = [];
        foreach (var mark in marks.OrderBy(m => Array.IndexOf(Order, m.Mark.Kind)).ThenBy(m => m.X).Take(MostTried))
        {
            // As flags on poles, from right to left: mostly each has to stand above those behind it.
            var choices = placed.Select(p => new MarkBox(p.X, p.Mark)).Append(mark)
                .OrderByDescending(m => m.X)
                .Select(m => Candidates(m, width, lanes).ToList())
                .ToList();
            var (found, tries) = (new List<LabelBox>(), MostTries);
            if (Fits(choices, found, ref tries))
                placed = found;
        }

        return [.. placed.OrderBy(p => p.X)];
    }

    private static bool Fits(List<List<LabelBox>> choices, List<LabelBox> placed, ref int tries)
    {
        if (placed.Count == choices.Count)
            return true;
        foreach (var label in choices[placed.Count])
        {
            if (--tries < 0)
                return false;
            if (!placed.TrueForAll(p => AreApart(p, label)))
                continue;
            placed.Add(label);
            if (Fits(choices, placed, ref tries))
                return true;
            placed.RemoveAt(placed.Count - 1);
        }

        return false;
    }

    /// <summary>How wide a text is at most, whichever sans-serif face the reader has.</summary>
    public static double WidthOf(string text) => FontSize * text.Sum(c => c switch
    {
        ' ' or '.' or ',' or ':' or 'i' or 'l' or 'j' or 'і' or 'ї' or '’' or 'I' => 0.34,
        'm' or 'w' or 'M' or 'W' or 'щ' or 'ш' or 'ж' or 'ю' or 'ы' or 'м' or 'Ж' or 'Ш' or 'Щ' or 'Ю' or 'М' or 'Ф' => 0.95,
        >= '0' and <= '9' => 0.62,
        >= 'a' and <= 'z' => 0.6,
        _ when char.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark => 0,
        _ when c >= '\u2E80' => 1.05,
        _ when char.IsUpper(c) => 0.78,
        _ => 0.68,
    });

    private static IEnumerable<LabelBox> Candidates(MarkBox mark, double width, int lanes)
    {
        var text = Math.Max(WidthOf(mark.Mark.Title), WidthOf(mark.Mark.Text));
        var (after, before) = (mark.X + Indent, mark.X - Indent);
        for (var lane = 0; lane < lanes; lane++)
        {
            if (after + text <= width)
                yield return new LabelBox(mark.X, after, after + text, lane, false, mark.Mark);
            if (before - text >= 0)
                yield return new LabelBox(mark.X, before - text, before, lane, true, mark.Mark);
        }
    }

    // Texts of one lane do not meet, and no leader runs through a text below it.
    private static bool AreApart(LabelBox a, LabelBox b)
    {
        if (a.Lane == b.Lane)
            return a.Right + Apart <= b.Left || b.Right + Apart <= a.Left;
        var (upper, lower) = a.Lane > b.Lane ? (a, b) : (b, a);
        return upper.X <= lower.Left - Apart / 2 || upper.X >= lower.Right + Apart / 2;
    }
}
