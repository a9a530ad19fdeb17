namespace PrisonerTracker.Core.Names;

/// <summary>A name as somebody wrote it, taken apart by <see cref="NameParser"/>. Immutable and safe to keep and to share between threads.</summary>
public sealed class WrittenName
{
    internal WrittenName(string text, IReadOnlyList<NameWord> words, string? title, IReadOnlyList<NameWord> maiden)
    {
        Text = text;
        Words = words;
        Title = title;
        MaidenWords = maiden;
        Core = [.. words.Where(word => word.Part is not (NamePart.Initial or NamePart.Patronymic))];
        InitialWords = [.. words.Where(word => word.Part == NamePart.Initial)];
        PatronymicWord = words.FirstOrDefault(word => word.Part == NamePart.Patronymic);
        Gender = GenderOf();
        Syllables = Asia.AsianName.Read(this);
    }

    /// <summary>The text as given.</summary>
    public string Text { get; }

    /// <summary>All words in the order written, without title and maiden name.</summary>
    public IReadOnlyList<NameWord> Words { get; }

    public string? Title { get; }

    /// <summary>Given names; empty where the writing does not tell given from family name.</summary>
    public IEnumerable<string> Given => Words.Where(word => word.Part == NamePart.Given).Select(word => word.Text);

    public string? Patronymic => PatronymicWord?.Text;

    public IEnumerable<string> Family => Words.Where(word => word.Part == NamePart.Family).Select(word => word.Text);

    public IEnumerable<string> Initials => InitialWords.Select(word => word.Text);

    /// <summary>A former surname given in brackets or after "née".</summary>
    public string? Maiden => MaidenWords.Count == 0 ? null : string.Join(' ', MaidenWords.Select(word => word.Text));

    public NameGender Gender { get; }

    internal IReadOnlyList<NameWord> MaidenWords { get; }

    internal NameWord[] Core { get; }

    internal NameWord[] InitialWords { get; }

    internal NameWord? PatronymicWord { get; }

    /// <summary>The name taken for an accusative, where it may be a nominative or an accusative.</summary>
    internal WrittenName? OtherCase { get; set; }

    internal Asia.AsianName Syllables { get; }

    /// <summary>The given name is in the accusative, so the surname may be too.</summary>
    internal bool IsInflected => Array.Exists(Core, word => word.IsInflectedGiven);

    public override string ToString() => Text;

    private NameGender GenderOf()
    {
        if (PatronymicWord?.Patronymic is { } patronymic)
            return patronymic.Gender;
        var given = Core.Where(word => word.Hits.Length > 0).OrderBy(word => word.Part == NamePart.Given ? 0 : 1).ToList();
        foreach (var word in given)
        {
            if (Array.TrueForAll(word.Hits, hit => hit.Name.Gender == word.Hits[0].Name.Gender))
                return given.Count == 1 || word.Part == NamePart.Given || given.TrueForAll(other => Array.TrueForAll(other.Hits, hit => hit.Name.Gender == word.Hits[0].Name.Gender))
                    ? word.Hits[0].Name.Gender
                    : NameGender.Unknown;
            if (word.Part == NamePart.Given)
                break;
        }

        var endings = Core.Where(word => word.Hits.Length == 0 && word.Script is NameScript.Cyrillic or NameScript.Latin && word.Surnames.Length > 0)
            .Select(word => word.Surnames[0].Ending).Where(ending => ending != NameGender.Unknown).Distinct().ToList();
        return endings.Count == 1 ? endings[0] : NameGender.Unknown;
    }
}
