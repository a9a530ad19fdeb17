namespace PrisonerTracker.Core.Names.Comparing;

/// <summary>Compares names under a former surname: the family name is exchanged for the one in brackets.</summary>
internal static class MaidenNames
{
    public static (double Score, Explanation Detail) Compare(WrittenName a, WrittenName b)
    {
        (double Score, Explanation Detail) best = (0, new Explanation());
        foreach (var x in Variants(a))
        {
            foreach (var y in Variants(b))
            {
                var (p, q) = x.Core.Length <= y.Core.Length ? (x, y) : (y, x);
                var (score, detail) = PartNames.Compare(p, q);
                score *= Scores.Maiden;
                if (score <= best.Score)
                    continue;
                detail.Note("under the former surname");
                best = (score, detail);
            }
        }

        return best;
    }

    private static IEnumerable<WrittenName> Variants(WrittenName name)
    {
        yield return name;
        if (name.MaidenWords.Count is 0 or > 2)
            yield break;
        var given = name.Words.FirstOrDefault(word => word.Part == NamePart.Given);
        var family = name.Words.Where(word => word.Part == NamePart.Family).ToList();
        if (family.Count == 0 && name.Core.Length == 2)
            family = given is null ? [name.Core[1]] : [.. name.Core.Where(word => word != given)];
        var rest = name.Words.Except(family).ToList();
        if (family.Count == 0 || rest.Count == 0)
            yield break;
        yield return new WrittenName(name.Text, [.. rest, .. name.MaidenWords], name.Title, []);
    }
}
