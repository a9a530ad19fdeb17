namespace PrisonerTracker.Core.Names.Comparing;

/// <summary>Compares names made of parts: given name, patronymic, family name, initials.</summary>
internal static class PartNames
{
    /// <summary>Compares two names; <paramref name="a"/> has not more core words than <paramref name="b"/>.</summary>
    public static (double Score, Explanation Detail) Compare(WrittenName a, WrittenName b)
    {
        var best = Aligned(a, b, a.Core, b.Core);
        if (best.Score < NameThresholds.Same && a.Core.Length > 0 && b.Core.Length is > 1 and <= 5)
        {
            // Words written apart on one side and together on the other: "Ali Nejad", "Alinejad".
            if (b.Core.Length > a.Core.Length)
            {
                foreach (var joined in Joined(b.Core))
                {
                    var (score, detail) = Aligned(a, b, a.Core, joined);
                    if (score > best.Score)
                        best = (score, detail);
                }
            }
        }

        return best;
    }

    private static (double Score, Explanation Detail) Aligned(WrittenName a, WrittenName b, NameWord[] coreA, NameWord[] coreB)
    {
        var detail = new Explanation();
        if (coreA.Length == 0 || coreB.Length == 0)
        {
            detail.Note("initials alone say nothing");
            return (0, detail);
        }

        if (coreA.Length > coreB.Length)
            (a, b, coreA, coreB) = (b, a, coreB, coreA);
        var alignment = Alignment.Of(coreA, coreB);
        double score = alignment.Product;
        detail.Pairs.AddRange(alignment.Pairs());
        var unmatched = coreB.Where((_, j) => !alignment.Chosen.Contains(j)).ToList();
        score *= Extra(a, b, coreA, unmatched, detail);
        score *= Endings(a, b, detail);
        if (score < 0.3)
            return (score, detail);
        if (PatronymicRule.Contradiction(a, b) is { } patronymics)
            return Vetoed(patronymics);
        if (InitialRule.Contradiction(a, b, coreA, unmatched) is { } initials)
            return Vetoed(initials);
        if (a.Gender != NameGender.Unknown && b.Gender != NameGender.Unknown && a.Gender != b.Gender)
            return Vetoed("one is a woman's name, the other a man's");
        return (score, detail);

        (double, Explanation) Vetoed(string reason)
        {
            detail.Veto(reason);
            return (Math.Min(score, Scores.Veto), detail);
        }
    }

    private static double Extra(WrittenName a, WrittenName b, NameWord[] coreA, List<NameWord> unmatched, Explanation detail)
    {
        if (unmatched.Count == 0)
        {
            if (coreA.Length > 1 || (a.InitialWords.Length == 0 && b.InitialWords.Length == 0))
                return 1;
            if (a.InitialWords.Length > 0 && b.InitialWords.Length > 0)
            {
                detail.Note("given names are initials only");
                return Scores.InitialForInitial;
            }

            detail.Note("one side has a single word");
            return Scores.OneWordOfMany;
        }

        if (coreA.Length == 1 && a.InitialWords.Length > 0)
        {
            detail.Note($"initial {a.InitialWords[0].Text}. for {string.Join(' ', unmatched.Select(word => word.Text))}");
            return unmatched.Count > 1 ? Scores.InitialForGiven * Scores.ExtraWord : Scores.InitialForGiven;
        }

        if (coreA.Length == 1)
        {
            detail.Note("one side has a single word");
            return Scores.OneWordOfMany;
        }

        detail.Note($"without counterpart: {string.Join(' ', unmatched.Select(word => word.Text))}");
        return Scores.ExtraWord * Math.Pow(Scores.FurtherExtraWord, unmatched.Count - 1);
    }

    private static double Endings(WrittenName a, WrittenName b, Explanation detail)
    {
        if (a.IsInflected || b.IsInflected)
            return 1;
        if (detail.Pairs.Exists(pair => pair.A.Hits.Length > 0 && Array.TrueForAll(pair.A.Hits, hit => !hit.Name.IsSlavic)) && detail.Pairs.Find(pair => OtherVowelAtEnd(pair.A, pair.B)) is { A: { } one, B: { } other })
        {
            // о and а are one sound only in East Slavic names: Rivero and Rivera are two families.
            detail.Note($"surnames differ: {one.Text}, {other.Text}");
            return Scores.OtherVowel;
        }

        foreach (var (x, y, match) in detail.Pairs)
        {
            if (match.Kind is not WordMatchKind.Sound || x.Surnames.Length == 0 || y.Surnames.Length == 0)
                continue;
            var ofX = x.Surnames[0].Ending;
            var ofY = y.Surnames[0].Ending;
            if (ofX == ofY || (ofX != NameGender.Female && ofY != NameGender.Female) || !Array.TrueForAll(x.Surnames, form => form.Ending == ofX) || !Array.TrueForAll(y.Surnames, form => form.Ending == ofY))
                continue;
            detail.Note($"gender endings differ: {x.Text}, {y.Text}");
            return Scores.OtherEnding;
        }

        return 1;
    }

    private static bool OtherVowelAtEnd(NameWord a, NameWord b) =>
        a.Script == NameScript.Latin && b.Script == NameScript.Latin && a.Word.Length == b.Word.Length && a.Word[^1] != b.Word[^1]
        && a.Word[^1] is 'a' or 'o' && b.Word[^1] is 'a' or 'o' && a.Word.AsSpan(0, a.Word.Length - 1).SequenceEqual(b.Word.AsSpan(0, b.Word.Length - 1));

    private static IEnumerable<NameWord[]> Joined(NameWord[] words)
    {
        for (var i = 0; i + 1 < words.Length; i++)
        {
            if (words[i].Script != words[i + 1].Script || words[i].Word.Length + words[i + 1].Word.Length > 24)
                continue;
            var joined = new NameWord(words[i].Text + words[i + 1].Text, words[i].Word + words[i + 1].Word, words[i].Script, isInitial: false, maxReadings: 4);
            yield return [.. words[..i], joined, .. words[(i + 2)..]];
        }
    }
}
