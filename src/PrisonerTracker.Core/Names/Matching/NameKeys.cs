using PrisonerTracker.Core.Names.Sounds;

namespace PrisonerTracker.Core.Names;

/// <summary>
/// Blocking keys of a written name, to be stored with each name form and searched with an index over arrays: two names of one person share at
/// least one. Keys are opaque ASCII words; version <see cref="Version"/> changes when they do, and stored ones must then be made anew.
/// </summary>
/// <remarks>
/// Kinds: <c>n:</c> the consonants of a word, gender ending apart, with the given name; <c>s:</c> without it; <c>v:</c> the same without what ў
/// varies with; <c>d:</c> with one consonant left out, and the given name (typing errors); <c>p:</c> Chinese syllables; <c>b:</c> the consonants
/// of a whole Burmese or Vietnamese name.
/// </remarks>
public static class NameKeys
{
    public const int Version = 1;

    private const int MaxKeys = 96;
    private const int MaxReadings = 6;

    public static IReadOnlyList<string> For(string? name) => For(NameParser.Parse(name));

    /// <summary>All keys of a name: narrow and wide.</summary>
    public static IReadOnlyList<string> For(WrittenName name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var keys = Narrow(name).Concat(Wide(name));
        if (name.OtherCase is { } other)
            keys = keys.Concat(Narrow(other)).Concat(Wide(other));
        return [.. keys.Distinct().Take(MaxKeys)];
    }

    /// <summary>Keys of whole surnames with the given name: enough for most, and selective. Ask with these first in a large register.</summary>
    public static IReadOnlyList<string> Narrow(WrittenName name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var keys = new HashSet<string>(StringComparer.Ordinal);
        foreach (var pinyin in name.Syllables.Pinyin)
            keys.Add("p:" + pinyin.Replace(' ', '-'));
        var words = KeyWords(name);
        foreach (var (word, given) in Pairs(words))
        {
            foreach (var stem in Skeletons(word))
                keys.Add($"n:{stem}:{given}");
        }

        return [.. keys];
    }

    /// <summary>Keys of single words and of surnames with an error in them.</summary>
    public static IReadOnlyList<string> Wide(WrittenName name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var keys = new HashSet<string>(StringComparer.Ordinal);
        var words = KeyWords(name);
        foreach (var word in words.Concat(name.MaidenWords))
        {
            if (word.Part == NamePart.Given && words.Count > 1)
                continue;
            foreach (var stem in Skeletons(word))
            {
                keys.Add("s:" + stem);
                if (WithoutGlides(stem) is { Length: > 1 } rest && (rest.Length > 2 || rest != stem))
                    keys.Add("v:" + rest);
            }
        }

        foreach (var key in Asia.SyllableKeys.Of(name))
            keys.Add("b:" + key);
        foreach (var (word, given) in Pairs(words))
        {
            foreach (var stem in Skeletons(word))
            {
                keys.Add($"d:{stem}:{given}");
                for (var i = 0; i < stem.Length && stem.Length > 2; i++)
                    keys.Add($"d:{stem.Remove(i, 1)}:{given}");
            }
        }

        return [.. keys];
    }

    private static List<NameWord> KeyWords(WrittenName name)
    {
        var words = name.Core.Concat(name.Syllables.Burmese).Take(6).ToList();
        for (var i = 0; i + 1 < words.Count && words.Count <= 6; i++)
        {
            // Parts written together elsewhere ("Alinejad").
            if (words[i].Part is NamePart.Unknown or NamePart.Family && words[i + 1].Part == words[i].Part && words[i].Script == words[i + 1].Script && name.Core.Length > 2)
                words.Add(new NameWord(words[i].Text + words[i + 1].Text, words[i].Word + words[i + 1].Word, words[i].Script, isInitial: false));
        }

        return words;
    }

    private static IEnumerable<(NameWord Word, string Given)> Pairs(List<NameWord> words)
    {
        foreach (var word in words)
        {
            foreach (var other in words)
            {
                if (ReferenceEquals(word, other) || word.Part == NamePart.Given || other.Part == NamePart.Family)
                    continue;
                foreach (var hit in other.Hits.Take(4))
                    yield return (word, "g" + hit.Name.Number.ToString(System.Globalization.CultureInfo.InvariantCulture));
            }
        }
    }

    private static IEnumerable<string> Skeletons(NameWord word)
    {
        if (word.Arabic.Length > 0)
            return ArabicSkeletons(word.Arabic);
        var stems = word.Stems.Take(MaxReadings).Select(stem => stem.Sounds);
        if (word.WithoutArticle is { } rest)
            stems = stems.Concat(rest.Stems.Take(MaxReadings).Select(stem => stem.Sounds));
        if (word.IsArabic)
            stems = stems.Concat([.. stems.Where(stem => stem[^1] is 'h' or 'x').Select(stem => stem[..^1])]);
        return stems.Select(Skeleton).Where(stem => stem.Length > 0).Distinct();
    }

    // Belarusian ў stands for л or в, and у before a consonant for в (Волчок, Ваўчок; Власаў, Уласаў); в between vowels comes and goes.
    private static string WithoutGlides(string stem)
    {
        Span<char> kept = stackalloc char[stem.Length];
        var length = 0;
        for (var i = 0; i < stem.Length; i++)
        {
            var last = i == stem.Length - 1;
            if ((stem[i] is 'v' or 'l' && !last && i > 0) || (stem[i] == 'v' && i == 0) || (length > 0 && kept[length - 1] == stem[i]))
                continue;
            kept[length++] = stem[i];
        }

        return kept[..length].ToString();
    }

    /// <summary>Consonants in wide classes; a word of vowels keeps its first sound.</summary>
    private static string Skeleton(string sounds)
    {
        Span<char> kept = stackalloc char[sounds.Length];
        var length = 0;
        foreach (var sound in sounds)
        {
            var c = SoundAlphabet.Consonant(sound);
            if (c != '\0' && (length == 0 || kept[length - 1] != c))
                kept[length++] = c;
        }

        return length > 0 ? kept[..length].ToString() : sounds.Length > 0 ? SoundAlphabet.Coarse(sounds.AsSpan(0, 1)) : "";
    }

    // A weak letter may be heard as a consonant or not; both ways, for up to three of them.
    private static IEnumerable<string> ArabicSkeletons(string letters)
    {
        var readings = new List<string> { "" };
        foreach (var letter in letters.Take(16))
        {
            var sounds = letter switch
            {
                'ب' or 'پ' or 'ف' => "v",
                'ت' or 'ط' or 'د' => "t",
                'ث' => "st",
                'ض' or 'ذ' or 'ظ' => "ts",
                'ج' or 'چ' or 'ز' or 'ژ' or 'س' or 'ش' or 'ص' => "s",
                'ح' or 'خ' or 'غ' or 'ق' or 'ک' or 'گ' => "k",
                'ه' => "k-",
                'ر' => "r",
                'ل' => "l",
                'م' => "m",
                'ن' => "n",
                'و' => "-v",
                _ => "-",
            };
            readings = [.. readings.SelectMany(begun => sounds.Select(sound => sound == '-' ? begun : begun.EndsWith(sound) ? begun : begun + sound)).Distinct().Take(8)];
        }

        return readings.Where(reading => reading.Length > 0);
    }
}
