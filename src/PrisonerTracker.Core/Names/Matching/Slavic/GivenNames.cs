using PrisonerTracker.Core.Names.Sounds;
using PrisonerTracker.Core.Names.Text;

namespace PrisonerTracker.Core.Names.Slavic;

/// <summary>The table of given names, looked up by sound so that every transliteration of a listed form is found.</summary>
internal static class GivenNames
{
    private static readonly Dictionary<string, List<GivenNameHit>> BySound = new(StringComparer.Ordinal);
    private static readonly Dictionary<string, List<GivenNameHit>> ByText = new(StringComparer.Ordinal);
    private static readonly Dictionary<string, List<GivenName>> ByStem = new(StringComparer.Ordinal);

    static GivenNames()
    {
        var number = 0;
        foreach (var row in DataTable.Rows("given-names.tsv").Skip(1))
            Add(row, number++);
    }

    /// <summary>
    /// The names a word may be. A form written just so in the table goes before forms that only sound so. Inflected forms are among the
    /// hits even beside full ones ("Валерия" is a woman, or "of Валерий"): the parser decides.
    /// </summary>
    public static GivenNameHit[] Find(string word, NameScript script, SoundReading[] readings)
    {
        var hits = new List<GivenNameHit>();
        if (ByText.TryGetValue(TextKey(word, script), out var exact) || (script == NameScript.Latin && ByText.TryGetValue(NameText.WithoutMarks(word), out exact)))
            hits.AddRange(exact);
        if (hits.Count == 0 || script != NameScript.Cyrillic)
        {
            foreach (var key in readings.SelectMany(reading => SoundAlphabet.CoarseKeys(reading.Sounds)).Distinct())
            {
                if (BySound.TryGetValue(key, out var found))
                    hits.AddRange(found);
            }
        }

        if (script != NameScript.Cyrillic)
            hits.RemoveAll(hit => hit.Kind == GivenNameKind.Inflected);
        return hits.Count == 0 ? [] : [.. hits.GroupBy(hit => hit.Name).Select(same => same.MinBy(hit => hit.Kind))];
    }

    /// <summary>Men's names whose patronymic has this stem (Никит-, Яковл-, Андр-), in coarse sounds.</summary>
    public static IReadOnlyList<GivenName> FathersOf(string stem) => ByStem.TryGetValue(stem, out var names) ? names : [];

    private static void Add(string[] row, int number)
    {
        string[] Forms(int column) => column < row.Length ? row[column].Split(' ', StringSplitOptions.RemoveEmptyEntries) : [];
        string[] full = [.. Forms(1), .. Forms(2), .. Forms(3), .. Forms(4)];
        var name = new GivenName
        {
            Number = number,
            Gender = row[0] == "m" ? NameGender.Male : NameGender.Female,
            Display = Forms(2).FirstOrDefault() ?? full[0],
            FullForms = full,
            ShortForms = Forms(5),
            IsSlavic = row[2].Length > 0,
        };
        var slavic = name.IsSlavic;
        foreach (var form in full)
            AddForm(name, form, GivenNameKind.Full, slavic);
        foreach (var form in name.ShortForms)
            AddForm(name, form, GivenNameKind.Short, slavic);
    }

    private static void AddForm(GivenName name, string written, GivenNameKind kind, bool slavic)
    {
        var form = NameText.Lower(NameText.Clean(written));
        var script = Scripts.Of(form[0]);
        var readings = SoundReader.Read(Strip(form), script);
        var hit = new GivenNameHit(name, kind);
        Put(ByText, TextKey(form, script), hit);
        if (script == NameScript.Latin)
            Put(ByText, NameText.WithoutMarks(Strip(form)), hit);

        // A Latin form beside Cyrillic ones is there because its letters mislead (Eugene, Andrzej): it is found as written only.
        var first = readings.FirstOrDefault();
        if (first.Sounds is null || (slavic && script == NameScript.Latin))
            return;
        foreach (var reading in readings.Where(reading => reading.Cost <= 0.05f))
        {
            foreach (var key in SoundAlphabet.CoarseKeys(reading.Sounds))
                Put(BySound, key, hit);
        }

        if (kind == GivenNameKind.Full)
            name.FirstSounds.Add(first.Sounds[0]);
        if (script != NameScript.Cyrillic)
            return;
        foreach (var inflected in Accusative.OfGivenName(Strip(form), name.Gender))
        {
            Put(ByText, inflected, new GivenNameHit(name, GivenNameKind.Inflected));
            foreach (var reading in SoundReader.Read(inflected, script))
                Put(BySound, SoundAlphabet.Coarse(reading.Sounds), new GivenNameHit(name, GivenNameKind.Inflected));
        }

        if (name.Gender == NameGender.Male && kind == GivenNameKind.Full)
        {
            foreach (var stem in Patronymics.StemsOfFather(first.Sounds))
                PutName(stem, name);
        }
    }

    private static string Strip(string form) => new([.. form.Where(c => !Scripts.IsApostrophe(c))]);

    private static string TextKey(string word, NameScript script) => script == NameScript.Arabic ? Arabic.ArabicText.Normalize(word) : Strip(word);

    private static void Put(Dictionary<string, List<GivenNameHit>> index, string key, GivenNameHit hit)
    {
        if (!index.TryGetValue(key, out var hits))
            index[key] = hits = [];
        if (!hits.Contains(hit))
            hits.Add(hit);
    }

    private static void PutName(string stem, GivenName name)
    {
        if (!ByStem.TryGetValue(stem, out var names))
            ByStem[stem] = names = [];
        if (!names.Contains(name))
            names.Add(name);
    }
}
