using System.Text.RegularExpressions;
using PrisonerTracker.Core.Names;
using PrisonerTracker.Core.Names.Text;

namespace PrisonerTracker.Core.Desk;

/// <summary>
/// Takes apart a line that names several people: "A. B., C. D. and E. F.". Only where at least two parts are whole names by themselves;
/// "Ivanova Anna, teacher, Minsk" stays one line, and so does whatever is not clear.
/// </summary>
internal static partial class NamesInLine
{
    private const int LongestLine = 20_000;
    private const int MostWords = 4;

    private static readonly HashSet<string> NoNames = [.. DataTable.Words("professions.txt"), .. DataTable.Words("places.txt")];

    /// <summary>The parts, a person each, with what stands between two names at the first of them; fewer than two when it is no such line.</summary>
    public static IReadOnlyList<string> Split(string line)
    {
        if (line.Length > LongestLine)
            return [];
        var parts = Separator().Split(Colon().Replace(line, "")).Select(part => part.Trim(' ', '.', '\u00A0')).Where(part => part.Length > 0).ToList();
        if (parts.Count < 2)
            return [];
        if (FamilyFirst(parts) is { } joined)
            return joined;

        parts[0] = Beginning(parts[0]);
        var people = new List<string>();
        foreach (var part in parts)
        {
            if (IsName(part))
                people.Add(part);
            else if (people.Count > 0)
                people[^1] += ", " + part;
        }

        // A word alone before the first name would be lost, and may be a surname.
        return people.Count >= 2 && IsName(parts[0]) ? people : [];
    }

    // "Ivanova, Anna, Petrov, Ivan Ivanavich": surname and given name in turns.
    private static List<string>? FamilyFirst(List<string> parts)
    {
        if (parts.Count < 4 || parts.Count % 2 != 0)
            return null;
        for (var i = 0; i < parts.Count; i += 2)
        {
            if (parts[i].Contains(' ', StringComparison.Ordinal) || !char.IsUpper(parts[i][0]) || NoNames.Contains(NameText.Lower(parts[i])) || !IsGiven(parts[i + 1]))
                return null;
        }

        return [.. Enumerable.Range(0, parts.Count / 2).Select(i => $"{parts[2 * i]} {parts[(2 * i) + 1]}")];
    }

    // "Among the freed are Anna Ivanova" begins with the name that stands at its end.
    private static string Beginning(string part)
    {
        var words = part.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var last = Array.FindLastIndex(words, word => char.IsLower(word[0]));
        return last < 0 || last == words.Length - 1 ? part : string.Join(' ', words[(last + 1)..]);
    }

    private static bool IsName(string part)
    {
        if (Bare(part) is not { } words || words.Length < 2)
            return false;
        var name = NameParser.Parse(string.Join(' ', words));
        return name.Words.Count >= 2
            && name.Words.Any(word => word.IsInitial || word.Hits.Length > 0 || word.Patronymic is not null)
            && name.Words.Any(word => !word.IsInitial && word.Text.Length > 1);
    }

    private static bool IsGiven(string part) =>
        Bare(part) is { Length: <= 2 } words && NameParser.Parse(string.Join(' ', words)).Words is { Count: > 0 } read && (read[0].IsInitial || read[0].Hits.Length > 0);

    // The words before a bracket, a dash or a figure; null when they are not written like a name.
    private static string[]? Bare(string part)
    {
        var end = Other().Match(part);
        var words = (end.Success ? part[..end.Index] : part).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length is > 0 and <= MostWords && Array.TrueForAll(words, word => char.IsUpper(word[0]) && !NoNames.Contains(NameText.Lower(word.Trim('.')))) ? words : null;
    }

    [GeneratedRegex(@"\s*[,;]\s*(?:(?:и|і|й|та|and|oraz|und|et)\s+)?|\s+(?:и|і|й|та|and|oraz|und|et)\s+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Separator();

    // A heading before the names, and a number before it.
    [GeneratedRegex(@"^\s*(?:[^:,;]{0,200}:\s*|[-–—•*·]\s*|[0-9]{1,4}[.)]\s+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Colon();

    [GeneratedRegex(@"[(\[0-9]|\s[-–—]|[–—]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Other();
}
