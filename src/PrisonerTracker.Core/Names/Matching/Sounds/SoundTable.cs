using System.Globalization;
using PrisonerTracker.Core.Names.Text;

namespace PrisonerTracker.Core.Names.Sounds;

/// <summary>A table of spelling rules (<c>Data/sounds-*.tsv</c>) that reads a word into sounds, in up to <see cref="MaxReadings"/> ways.</summary>
internal sealed class SoundTable
{
    public const int MaxReadings = 12;
    private const int MaxWord = 40;
    private const string VowelLetters = "aeiouyаеёиоуыэюяіїєαεηιουωაეიოუաեէըիոօ";

    private readonly Dictionary<char, Rule[]> _rules;

    private SoundTable(Dictionary<char, Rule[]> rules) => _rules = rules;

    public static SoundTable Load(string file)
    {
        var rules = new List<Rule>();
        foreach (var row in DataTable.Rows(file))
        {
            var context = row[1].Split('_');
            var readings = row[2].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(text =>
            {
                var parts = text.Split(':');
                return new SoundReading(parts[0] == "-" ? "" : parts[0], parts.Length > 1 ? float.Parse(parts[1], CultureInfo.InvariantCulture) : 0);
            });
            rules.Add(new Rule(row[0], context[0][0], context[1][0], [.. readings]));
        }

        return new SoundTable(rules.GroupBy(rule => rule.Pattern[0])
            .ToDictionary(group => group.Key, group => group.OrderByDescending(rule => rule.Pattern.Length).ToArray()));
    }

    /// <summary>Readings of a lower-case word, the usual one first; letters without a rule are tried without their marks, then skipped.</summary>
    public SoundReading[] Read(string word)
    {
        if (word.Length > MaxWord)
            word = word[..MaxWord];
        var limit = word.Length > 20 ? 4 : MaxReadings;
        var beam = new List<SoundReading> { new("", 0) };
        for (var at = 0; at < word.Length;)
        {
            var rule = Find(word, at);
            if (rule is null)
            {
                at++;
                continue;
            }

            beam = Extend(beam, rule.Readings, limit);
            at += rule.Pattern.Length;
        }

        return [.. beam
            .Select(reading => reading with { Sounds = SoundAlphabet.Tidy(reading.Sounds) })
            .Where(reading => reading.Sounds.Length > 0)
            .GroupBy(reading => reading.Sounds)
            .Select(same => same.MinBy(reading => reading.Cost))
            .OrderBy(reading => reading.Cost)];
    }

    private static List<SoundReading> Extend(List<SoundReading> beam, SoundReading[] alternatives, int limit)
    {
        var next = new List<SoundReading>(beam.Count * alternatives.Length);
        foreach (var begun in beam)
        {
            foreach (var alternative in alternatives)
                next.Add(new SoundReading(begun.Sounds + alternative.Sounds, begun.Cost + alternative.Cost));
        }

        return next.Count <= limit ? next : [.. next.OrderBy(reading => reading.Cost).Take(limit)];
    }

    private Rule? Find(string word, int at)
    {
        if (_rules.TryGetValue(word[at], out var candidates))
        {
            foreach (var rule in candidates)
            {
                if (string.CompareOrdinal(word, at, rule.Pattern, 0, rule.Pattern.Length) == 0
                    && Fits(rule.Before, at == 0 ? '^' : word[at - 1])
                    && Fits(rule.After, at + rule.Pattern.Length >= word.Length ? '$' : word[at + rule.Pattern.Length]))
                {
                    return rule;
                }
            }
        }

        var plain = NameText.WithoutMarks(word[at].ToString());
        return plain.Length == 1 && plain[0] != word[at] && _rules.TryGetValue(plain[0], out candidates)
            ? Array.Find(candidates, rule => rule.Pattern.Length == 1 && rule.Before == '*' && rule.After == '*')
            : null;
    }

    private static bool Fits(char wanted, char letter) => wanted switch
    {
        '*' => true,
        '^' or '$' => letter == wanted,
        'V' => IsVowelLetter(letter),
        'C' => char.IsLetter(letter) && !IsVowelLetter(letter),
        'E' => Plain(letter) is 'e' or 'i' or 'y',
        _ => false,
    };

    private static bool IsVowelLetter(char letter) => VowelLetters.Contains(Plain(letter));

    private static char Plain(char letter) => letter < 128 || letter >= 'а' ? letter : NameText.WithoutMarks(letter.ToString()) is [var plain, ..] ? plain : letter;

    private sealed record Rule(string Pattern, char Before, char After, SoundReading[] Readings);
}
