using PrisonerTracker.Core.Names.Arabic;
using PrisonerTracker.Core.Names.Slavic;
using PrisonerTracker.Core.Names.Sounds;

namespace PrisonerTracker.Core.Names;

/// <summary>One word of a written name with its readings.</summary>
public sealed class NameWord
{
    internal NameWord(string text, string word, NameScript script, bool isInitial, int maxReadings = int.MaxValue)
    {
        Text = text;
        Word = word;
        Script = script;
        IsInitial = isInitial;
        Readings = SoundReader.Read(word, script);
        if (Readings.Length > maxReadings)
            Readings = Readings[..maxReadings];
        Arabic = script == NameScript.Arabic ? ArabicText.Normalize(word) : "";
        if (isInitial)
        {
            Part = NamePart.Initial;
            FirstSounds = Initials.SoundsOf(word, Readings);
            return;
        }

        Hits = GivenNames.Find(word, script, Readings);
        Patronymic = Slavic.Patronymics.Read(Readings);
        Surnames = Slavic.Surnames.Read(Readings);
        Stems = Array.ConvertAll(Surnames, form => new SoundReading(form.Stem, form.Cost));
        FirstSounds = [.. Readings.Select(reading => reading.Sounds[0])];
    }

    /// <summary>As written, homoglyphs repaired.</summary>
    public string Text { get; }

    public NameScript Script { get; }

    /// <summary>What the parser takes the word for.</summary>
    public NamePart Part { get; internal set; }

    /// <summary>Lower-case, without apostrophes.</summary>
    internal string Word { get; }

    internal bool IsInitial { get; }

    internal SoundReading[] Readings { get; }

    internal string Arabic { get; }

    internal GivenNameHit[] Hits { get; private set; } = [];

    internal Patronymic? Patronymic { get; }

    internal SurnameForm[] Surnames { get; private set; } = [];

    internal SoundReading[] Stems { get; private set; } = [];

    internal HashSet<char> FirstSounds { get; }

    /// <summary>Written with an Arabic article of its own, which is not part of <see cref="Word"/>.</summary>
    internal bool HasArticle { get; init; }

    /// <summary>A word of an Arabic or Persian name.</summary>
    internal bool IsArabic { get; set; }

    /// <summary>The word read without the article it is written together with.</summary>
    internal NameWord? WithoutArticle { get; set; }

    internal bool IsInflectedGiven => Hits.Length > 0 && Array.TrueForAll(Hits, hit => hit.Kind == GivenNameKind.Inflected);

    /// <summary>A nominative that is another name's accusative, too.</summary>
    internal bool MayBeInflected => Array.Exists(Hits, hit => hit.Kind == GivenNameKind.Inflected) && !IsInflectedGiven;

    internal bool IsFullGiven => Array.Exists(Hits, hit => hit.Kind == GivenNameKind.Full);

    /// <summary>Decides for or against the accusative where the word may be either.</summary>
    internal void SettleCase(bool inflected)
    {
        if (Array.Exists(Hits, hit => hit.Kind == GivenNameKind.Inflected) && Array.Exists(Hits, hit => hit.Kind != GivenNameKind.Inflected))
            Hits = Array.FindAll(Hits, hit => hit.Kind == GivenNameKind.Inflected == inflected);
    }

    /// <summary>Adds the nominative of a surname that stands in the accusative.</summary>
    internal void AddNominative(NameGender gender)
    {
        Surnames = [.. Surnames, .. Accusative.NominativesOf(Readings, gender)];
        Stems = Array.ConvertAll(Surnames, form => new SoundReading(form.Stem, form.Cost));
    }
}
