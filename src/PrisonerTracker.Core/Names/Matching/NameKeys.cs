using PrisonerTracker.Core.Names.Sounds;

namespace PrisonerTracker.Core.Names;

/// <summary>
/// Blocking keys of a written name, to be stored with each name form and searched with an index over arrays. Two names of one person meet: some
/// key that one stores is a key that the other asks for. Keys are opaque ASCII words; <see cref="Version"/> changes when they do, and stored ones
/// must then be made anew.
/// </summary>
/// <remarks>
/// Kinds: <c>e:</c> the coarse sounds of a word, gender ending apart, whole and with each sound left out once (typing errors), with the given name;
/// <c>n:</c> its consonants with the given name; <c>m:</c> the consonants of two words of which neither is a known given name; <c>i:</c> a surname
/// with what an initial may stand for, <c>j:</c> a surname with an initial; <c>p:</c> Chinese syllables; <c>b:</c> the consonants of a whole Burmese or
/// Vietnamese name; <c>s:</c> a word alone; <c>v:</c> the same without what ў varies with.
/// </remarks>
public static class NameKeys
{
    public const int Version = 3;

    private const int MaxKeys = 128;
    private const int MaxReadings = 6;
    private const int MaxPairedWords = 4;
    private const int MaxPairedReadings = 2;
    private const int MaxSpelledReadings = 3;
    private const int ShortestWithSlip = 4;

    public static IReadOnlyList<string> For(string? name) => For(NameParser.Parse(name));

    /// <summary>All keys that are stored with a name.</summary>
    public static IReadOnlyList<string> For(WrittenName name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return [.. Both(name, form => Whole(form).Concat(StandsForInitial(form)).Concat(HasInitial(form)).Concat(Consonants(form)).Concat(Words(form)).Concat(Spelled(form))).Take(MaxKeys)];
    }

    /// <summary>What to ask a register for, in steps: keys that few people share first, those of single words, which many may share, last.</summary>
    public static AskedKeys Asked(WrittenName name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return new AskedKeys(
            [.. Both(name, form => Whole(form).Concat(Spelled(form)).Concat(MeetsInitial(form)))],
            [.. Both(name, Consonants)],
            [.. Both(name, Words)]);
    }

    /// <summary>A key as the number that is stored: FNV-1a, 32 bits. Two keys may share one; whoever compares the names finds out.</summary>
    public static int Number(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        var hash = 2166136261u;
        foreach (var c in key)
            hash = (hash ^ c) * 16777619u;
        return unchecked((int)hash);
    }

    private static IEnumerable<string> Both(WrittenName name, Func<Form, IEnumerable<string>> keys) =>
        (name.OtherCase is { } other ? keys(new Form(name)).Concat(keys(new Form(other))) : keys(new Form(name))).Distinct(StringComparer.Ordinal);

    private static IEnumerable<string> Whole(Form form)
    {
        foreach (var pinyin in form.Name.Syllables.Pinyin)
            yield return "p:" + pinyin.Replace(' ', '-');
        var unknown = form.Words.Where(word => word.Hits.Length == 0).Take(MaxPairedWords).ToList();
        foreach (var (one, other) in unknown.SelectMany((one, i) => unknown.Skip(i + 1).Select(other => (one, other))))
        {
            foreach (var a in form.Skeletons(one).Take(MaxPairedReadings))
            {
                foreach (var b in form.Skeletons(other).Take(MaxPairedReadings))
                    yield return string.CompareOrdinal(a, b) < 0 ? $"m:{a}:{b}" : $"m:{b}:{a}";
            }
        }
    }

    private static IEnumerable<string> StandsForInitial(Form form) =>
        from word in form.Name.Core.Take(MaxPairedWords)
        from other in form.Name.Core.Take(MaxPairedWords)
        where !ReferenceEquals(word, other) && word.Part != NamePart.Given && other.Part != NamePart.Family
        from initial in InitialClasses(other)
        from stem in form.Skeletons(word)
        select $"i:{stem}:{initial}";

    private static IEnumerable<string> HasInitial(Form form) =>
        from word in form.Name.Core.Take(MaxPairedWords)
        from other in form.Name.InitialWords.Take(2)
        from initial in InitialClasses(other)
        from stem in form.Skeletons(word)
        select $"j:{stem}:{initial}";

    // An initial meets initials and what they stand for; a whole name meets initials.
    private static IEnumerable<string> MeetsInitial(Form form) =>
        HasInitial(form).SelectMany(key => new[] { key, $"i{key[1..]}" })
            .Concat(StandsForInitial(form).Select(key => $"j{key[1..]}"));

    // As wide as Initials.Agree: whatever agrees there shares a class here.
    private static IEnumerable<char> InitialClasses(NameWord word) =>
        (word.Arabic.Length > 0 ? "a" : word.FirstSounds.Concat(word.Hits.Take(4).SelectMany(hit => hit.Name.FirstSounds)))
            .Select(sound => sound switch
            {
                _ when SoundAlphabet.IsVowel(sound) => 'a',
                'x' or 'h' => 'g',
                'c' or 'C' => 't',
                'D' or 'Z' => 'd',
                _ => sound,
            })
            .Distinct();

    private static IEnumerable<string> Spelled(Form form)
    {
        foreach (var key in Asia.SyllableKeys.Of(form.Name))
            yield return "b:" + key;
        foreach (var (word, given) in form.Pairs)
        {
            foreach (var sounds in word.Stems.Take(MaxSpelledReadings).SelectMany(stem => SoundAlphabet.CoarseKeys(stem.Sounds)).Distinct(StringComparer.Ordinal))
            {
                yield return $"e:{sounds}:{given}";
                for (var i = 0; i < sounds.Length && sounds.Length >= ShortestWithSlip; i++)
                    yield return $"e:{sounds.Remove(i, 1)}:{given}";
            }
        }
    }

    private static IEnumerable<string> Consonants(Form form) =>
        from pair in form.Pairs
        from stem in form.Skeletons(pair.Word)
        select $"n:{stem}:{pair.Given}";

    private static IEnumerable<string> Words(Form form)
    {
        foreach (var word in form.Words.Concat(form.Name.MaidenWords))
        {
            if (word.Part == NamePart.Given && form.Words.Count > 1)
                continue;
            foreach (var stem in form.Skeletons(word))
            {
                yield return "s:" + stem;
                if (WithoutGlides(stem) is { Length: > 1 } rest && (rest.Length > 2 || rest != stem))
                    yield return "v:" + rest;
            }
        }
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

    private static IEnumerable<string> SkeletonsOf(NameWord word)
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

    /// <summary>A name with what its keys are made of, worked out once.</summary>
    private sealed class Form(WrittenName name)
    {
        private readonly Dictionary<NameWord, string[]> _skeletons = new(ReferenceEqualityComparer.Instance);
        private (NameWord Word, string Given)[]? _pairs;

        public WrittenName Name => name;

        public List<NameWord> Words { get; } = KeyWords(name);

        public (NameWord Word, string Given)[] Pairs => _pairs ??= [.. NameKeys.Pairs(Words)];

        public string[] Skeletons(NameWord word) =>
            _skeletons.TryGetValue(word, out var known) ? known : _skeletons[word] = [.. SkeletonsOf(word)];
    }
}

/// <summary>The keys to ask a register for, step by step.</summary>
/// <param name="Selective">Of whole names, spelling slips included: few people share them.</param>
/// <param name="Wide">Of names that agree in consonants only.</param>
/// <param name="Common">Of single words.</param>
public sealed record AskedKeys(IReadOnlyList<string> Selective, IReadOnlyList<string> Wide, IReadOnlyList<string> Common);
