using PrisonerTracker.Core.Names.Sounds;

namespace PrisonerTracker.Core.Names.Slavic;

/// <summary>Sounds that a name with a given initial may begin with: one letter says less than a word, so classes are wide.</summary>
internal static class Initials
{
    private static readonly string[] Alike = ["gxh", "ctC", "dDZ"];
    private static readonly string[] AlikeVowels = ["aoAO", "eAO", "iA", "uU"];

    /// <summary>First sounds of the letters of an initial ("Ю", "Zh", "Дз").</summary>
    public static HashSet<char> SoundsOf(string word, SoundReading[] readings)
    {
        var sounds = readings.Select(reading => reading.Sounds[0]).ToHashSet();
        switch (word)
        {
            case "y" or "j" or "i":
                sounds.UnionWith(word == "i" ? "iAU" : "iAOUeZ");
                break;
            case "c":
                sounds.UnionWith("kcsCxt");
                break;
            case "s":
                sounds.UnionWith("sS");
                break;
            case "z":
                sounds.UnionWith("zZc");
                break;
            case "k":
                sounds.UnionWith("kx");
                break;
            case "t":
                sounds.UnionWith("tc");
                break;
            case "e" or "е" or "є":
                sounds.UnionWith("eO");
                break;
            case "и" or "й":
                sounds.UnionWith("iO");
                break;
            case "w":
                sounds.UnionWith("vu");
                break;
        }

        return sounds;
    }

    /// <summary>Whether two sets of first sounds may belong to one name of which only letters are known.</summary>
    public static bool Agree(HashSet<char> a, HashSet<char> b) => AgreeWithForms(a, b) || Array.Exists(AlikeVowels, group => a.Overlaps(group) && b.Overlaps(group));

    /// <summary>Whether an initial fits a name whose forms in all languages are known.</summary>
    public static bool AgreeWithForms(HashSet<char> a, HashSet<char> b) => a.Overlaps(b) || Array.Exists(Alike, group => a.Overlaps(group) && b.Overlaps(group));
}
