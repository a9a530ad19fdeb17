namespace PrisonerTracker.Core.Names.Asia;

/// <summary>A name read as syllables, where one syllable makes another person: Chinese, Vietnamese and Burmese names.</summary>
internal sealed class AsianName
{
    private static readonly AsianName None = new();
    private static readonly HashSet<string> BurmeseWords = Text.DataTable.Words("burmese-words.txt");

    /// <summary>The Han characters, simplified; empty unless the name is written in them.</summary>
    public string Han { get; private init; } = "";

    /// <summary>Readings as pinyin syllables in a canonical rotation, so that the order of surname and given name does not matter.</summary>
    public IReadOnlySet<string> Pinyin { get; private init; } = new HashSet<string>();

    /// <summary>The name is Chinese beyond doubt: in Han characters, or a Chinese surname and whole syllables.</summary>
    public bool IsChinese { get; private init; }

    /// <summary>Written in Latin letters, of Burmese syllables only.</summary>
    public bool IsBurmese { get; private init; }

    public bool IsVietnamese { get; private init; }

    /// <summary>Burmese syllables in Latin letters, each with its spellings; empty unless written in Burmese.</summary>
    public IReadOnlyList<NameWord> Burmese { get; private init; } = [];

    public static AsianName Read(WrittenName name)
    {
        var words = name.Words;
        if (words.Count == 0)
            return None;
        if (words.Any(word => word.Script == NameScript.Han))
        {
            var han = HanReadings.Simplify(string.Concat(words.Select(word => word.Word)));
            return new AsianName { Han = han, Pinyin = HanReadings.Sequences(han), IsChinese = true };
        }

        if (words.Any(word => word.Script == NameScript.Burmese))
            return new AsianName { Burmese = BurmeseReader.Words(string.Concat(words.Where(word => word.Script == NameScript.Burmese).Select(word => word.Word))) };

        if (words.Count is 2 or 3 or 4 && words.All(word => (!word.IsInitial || word.Word == "у") && word.Script is NameScript.Latin or NameScript.Cyrillic))
        {
            var pinyin = PinyinSyllables.Sequences(words);
            var surname = pinyin.Count > 0 && !words.Any(PinyinSyllables.IsOtherGivenName) && (PinyinSyllables.IsSurname(words[0]) || PinyinSyllables.IsSurname(words[^1]));
            return new AsianName
            {
                Pinyin = pinyin,
                IsChinese = surname,
                IsVietnamese = Vietnamese.IsName(words),
                IsBurmese = words.All(word => BurmeseWords.Contains(word.Word)),
            };
        }

        return None;
    }
}
