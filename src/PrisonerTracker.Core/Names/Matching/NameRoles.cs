namespace PrisonerTracker.Core.Names;

/// <summary>Says which word of a name is the given name, the patronymic, the family name.</summary>
internal static class NameRoles
{
    /// <summary>Whether a given name is a woman's nominative or a man's accusative, and nothing else in the name tells ("Валерия Сорокина").</summary>
    public static bool IsOfUnclearCase(List<NameWord> words) =>
        words.Count is 2 or 3 && words.TrueForAll(word => word.Script == NameScript.Cyrillic) && words.Exists(word => word.MayBeInflected)
        && !words.Exists(word => Slavic.Accusative.IsMans(word.Word));

    /// <summary>Settles the words' parts; with <paramref name="accusative"/> an unclear case is taken for the accusative.</summary>
    public static void Assign(List<NameWord> words, bool accusative = false)
    {
        SettleCases(words, accusative);
        var whole = words.Where(word => !word.IsInitial).ToList();
        var patronymic = whole.Find(word => word.Part == NamePart.Patronymic) ?? FindPatronymic(whole, words.Count > whole.Count);
        if (patronymic is not null)
        {
            patronymic.Part = NamePart.Patronymic;
            var at = whole.IndexOf(patronymic);
            whole.Remove(patronymic);
            var given = at > 0 ? whole[at - 1] : whole[0];
            Split(whole, given);
            return;
        }

        if (whole.Count == 1 && words.Count > 1)
        {
            whole[0].Part = NamePart.Family;
            return;
        }

        var known = whole.FindAll(word => word.Hits.Length > 0);
        if (whole.Count > 1 && known.Count == 1)
            Split(whole, known[0]);
    }

    // A list in the accusative: the given name says so, or the surname does where the given name may be a woman's ("Евгения Ходкевича").
    private static void SettleCases(List<NameWord> words, bool accusative)
    {
        if (words.Count is < 2 or > 4)
        {
            words.ForEach(word => word.SettleCase(inflected: false));
            return;
        }

        foreach (var word in words)
            word.SettleCase(accusative || words.Exists(other => !ReferenceEquals(other, word) && Slavic.Accusative.IsMans(other.Word)));
        var inflected = words.Find(word => word.IsInflectedGiven);
        if (inflected is null)
            return;
        foreach (var word in words.Where(word => !ReferenceEquals(word, inflected) && !word.IsInitial))
            word.AddNominative(inflected.Hits[0].Name.Gender);
    }

    private static void Split(List<NameWord> words, NameWord given)
    {
        foreach (var word in words)
            word.Part = ReferenceEquals(word, given) ? NamePart.Given : NamePart.Family;
    }

    private static NameWord? FindPatronymic(List<NameWord> words, bool hasInitials)
    {
        if (words.Count < 3 && !(hasInitials && words.Count == 2))
            return null;
        NameWord? unknown = null;
        for (var i = 1; i < words.Count; i++)
        {
            if (words[i].Patronymic is not { } patronymic)
                continue;
            var before = words[i - 1];
            if (Array.Exists(before.Hits, hit => hit.Name.Gender == patronymic.Gender))
                return words[i];
            if (unknown is null && words.Count == 3 && before.Hits.Length == 0)
                unknown = words[i];
        }

        // A given name the table does not know: "Бийсултан Султанбиевич Хамзаев". The surname before it never ends like a patronymic's neighbour does.
        return unknown;
    }
}
