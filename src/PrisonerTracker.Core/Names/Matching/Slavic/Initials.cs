using PrisonerTracker.Core.Names.Sounds;

namespace PrisonerTracker.Core.Names.Slavic;

/// <summary>Sounds that a name with a given initial may begin with: one letter says less than a word, so classes are wide.</summary>
internal static class Initials
{
    private static readonly string[] Classes = ["gxh", "ctC", "dDZ", "aoAO", "eAOi", "iUuA", "sS", "zZD", "vuU", "kcCs", "fvt"];

    /// <summary>First sounds of the letters of an initial ("Ю", "Zh", "Дз").</summary>
    public static HashSet<char> SoundsOf(string word, SoundReading[] readings)
    {
        var sounds = readings.Select(reading => reading.Sounds[0]).ToHashSet();
        switch (word)
        {
            case "y" or "j" or "i":
                sounds.UnionWith("iAOUeZ");
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
                sounds.UnionWith("eOA");
                break;
            case "и" or "й":
                sounds.UnionWith("iOA");
                break;
            case "w":
                sounds.UnionWith("vu");
                break;
        }

        return sounds;
    }

    /// <summary>Whether two sets of first sounds may belong to one name.</summary>
    public static bool Agree(HashSet<char> a, HashSet<char> b) =>
        a.Overlaps(b) || Array.Exists(Classes, group => Near(group) && a.Overlaps(group) && b.Overlaps(group));

    private static bool Near(string group) => group is "gxh" or "ctC" or "dDZ" or "aoAO" or "eAOi";
}
