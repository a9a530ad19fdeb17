namespace PrisonerTracker.Core.Names.Slavic;

/// <summary>Accusative forms as Slavic lists print them after "released:" ("Григория Журавлёва", "Марыю Калеснікаву").</summary>
internal static class Accusative
{
    /// <summary>The accusative of a given name in Cyrillic letters; nothing where it equals the nominative.</summary>
    public static IEnumerable<string> OfGivenName(string form, NameGender gender)
    {
        if (form.Length < 2)
            yield break;
        var stem = form[..^1];
        switch (form[^1])
        {
            case 'а':
                yield return stem + "у";
                break;
            case 'я':
                yield return stem + "ю";
                break;
            case 'й' or 'ь' when gender == NameGender.Male:
                yield return stem + "я";
                break;
            case 'о' when gender == NameGender.Male:
                yield return stem + "а";
                break;
            case var last when gender == NameGender.Male && "бвгґджзклмнпрстфхцчшщў".Contains(last):
                yield return form + "а";
                if (form.Length > 2 && "еаё".Contains(form[^2]) && last is 'л' or 'в' or 'ў')
                    yield return form[..^2] + (last == 'ў' ? 'в' : last) + "а";
                break;
        }
    }
}
