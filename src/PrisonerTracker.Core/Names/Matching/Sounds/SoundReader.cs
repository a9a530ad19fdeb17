namespace PrisonerTracker.Core.Names.Sounds;

/// <summary>Reads a lower-case word of an alphabetic script into sounds.</summary>
internal static class SoundReader
{
    private static readonly SoundTable Cyrillic = SoundTable.Load("sounds-cyrillic.tsv");
    private static readonly SoundTable Latin = SoundTable.Load("sounds-latin.tsv");
    private static readonly SoundTable Greek = SoundTable.Load("sounds-greek.tsv");
    private static readonly SoundTable Georgian = SoundTable.Load("sounds-georgian.tsv");
    private static readonly SoundTable Armenian = SoundTable.Load("sounds-armenian.tsv");

    public static SoundReading[] Read(string word, NameScript script) => script switch
    {
        NameScript.Cyrillic => Cyrillic.Read(word),
        NameScript.Latin => Latin.Read(IsTurkic(word) ? word.Replace('c', 'ǯ') : word),
        NameScript.Greek => Greek.Read(word),
        NameScript.Georgian => Georgian.Read(word),
        NameScript.Armenian => Armenian.Read(word),
        _ => [],
    };

    // Letters that only Turkish and Azerbaijani have say how c is read there: as дж.
    private static bool IsTurkic(string word) => word.Contains('c') && word.AsSpan().IndexOfAny("ığə") >= 0;
}
