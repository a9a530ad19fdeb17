using PrisonerTracker.Core.Names.Sounds;

namespace PrisonerTracker.Core.Names.Comparing;

/// <summary>Two patronymics of different fathers are two people; equal ones add nothing.</summary>
internal static class PatronymicRule
{
    public static string? Contradiction(WrittenName a, WrittenName b)
    {
        if (a.PatronymicWord is not { } x || b.PatronymicWord is not { } y || Agree(x, y))
            return null;
        return $"patronymics differ: {x.Text}, {y.Text}";
    }

    private static bool Agree(NameWord x, NameWord y)
    {
        if (x.Word == y.Word)
            return true;
        if (x.Patronymic is not { } one || y.Patronymic is not { } two)
            return WordLikeness.OfSounds(x, y) >= 0.8f;
        if (one.Fathers.Intersect(two.Fathers).Any())
            return true;
        if (one.Fathers.Count > 0 && two.Fathers.Count > 0)
            return false;
        return one.Stem == two.Stem || SoundDistance.Likeness(x.Readings, y.Readings, cyrillic: true, latin: true) >= 0.8f;
    }
}
