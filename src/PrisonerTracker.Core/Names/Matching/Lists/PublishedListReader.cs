using System.Globalization;
using System.Text.RegularExpressions;
using PrisonerTracker.Core.Names.Slavic;
using PrisonerTracker.Core.Names.Text;

namespace PrisonerTracker.Core.Names;

/// <summary>
/// Reads a list of people as news sites print it, in any of the supported scripts: numbering, bullets, headers, birth years and dates, ages, professions, places,
/// maiden names, remarks. The list's year (from its header, else given) turns ages into years of birth.
/// </summary>
public static partial class PublishedListReader
{
    private const int MaxLine = 400;

    private static readonly HashSet<string> HeaderWords = DataTable.Words("list-header-words.txt");
    private static readonly HashSet<string> Places = DataTable.Words("places.txt");
    private static readonly HashSet<string> Professions = DataTable.Words("professions.txt");

    /// <summary>Reads a whole list; <paramref name="year"/> is used when no header tells one.</summary>
    public static IReadOnlyList<PublishedLine> Read(IReadOnlyList<string> lines, int year)
    {
        ArgumentNullException.ThrowIfNull(lines);
        var stated = lines.Where(IsHeader).Select(line => YearOf(line)).FirstOrDefault(found => found is not null);
        return [.. lines.Select((line, i) => ReadLine(line, i + 1, stated ?? year))];
    }

    /// <summary>Reads one line.</summary>
    public static PublishedLine ReadLine(string? line, int number, int listYear)
    {
        var text = line ?? "";
        var work = NameText.Clean(text.Length > MaxLine ? text[..MaxLine] : text).Trim();
        if (IsHeader(text))
            return new PublishedLine(number, text, null, null, null, work.Length > 0 ? work : null);
        work = Numbering().Replace(work, "");
        var birth = BirthOf(work, listYear);
        var (brackets, unbracketed) = TakeBrackets(work);
        var (namePart, notes) = Cut(unbracketed);
        string? place = null, former = null;
        foreach (var inside in brackets)
        {
            if (IsFormerName(inside))
                former = inside;
            else if (IsPlace(inside))
                place = inside.Trim();
            else
                notes = string.Join("; ", new[] { notes, inside.Trim() }.Where(note => !string.IsNullOrEmpty(note)));
        }

        var name = NameParser.Parse(former is null ? namePart : $"{namePart} ({former})");
        return new PublishedLine(number, text, name.Words.Count == 0 ? null : name, birth, place, string.IsNullOrEmpty(notes) ? null : notes);
    }

    private static bool IsHeader(string line)
    {
        var text = line.Trim().Trim('*', '#', '=', '_', ' ');
        if (text.Length == 0 || text.EndsWith(':'))
            return true;
        var words = Words(text);
        return words.Count == 0 || words.Exists(HeaderWords.Contains);
    }

    private static int? YearOf(string line)
    {
        var year = Year().Matches(line).LastOrDefault();
        return year is null ? null : int.Parse(year.Value, CultureInfo.InvariantCulture);
    }

    private static BirthHint? BirthOf(string text, int listYear)
    {
        if (Date().Match(text) is { Success: true } date && ToDate(date) is { } day)
            return BirthHint.On(day);
        if (IsoDate().Match(text) is { Success: true } iso && DateOnly.TryParseExact(iso.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day))
            return BirthHint.On(day);
        if (Year().Match(text) is { Success: true } year)
            return BirthHint.InYear(int.Parse(year.Value, CultureInfo.InvariantCulture));
        if (Age().Match(text) is { Success: true } age && int.Parse(age.Groups["age"].Value, CultureInfo.InvariantCulture) is var years and >= 12 and <= 105)
            return BirthHint.Aged(years, listYear);
        return null;
    }

    private static DateOnly? ToDate(Match date)
    {
        int Part(string name) => int.Parse(date.Groups[name].Value, CultureInfo.InvariantCulture);
        var (day, month, year) = (Part("day"), Part("month"), Part("year"));
        return month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;
    }

    private static (List<string> Inside, string Outside) TakeBrackets(string text)
    {
        var inside = new List<string>();
        var outside = Bracket().Replace(text, match =>
        {
            inside.Add(match.Groups["inside"].Value);
            return " ";
        });
        return (inside, outside);
    }

    /// <summary>The name is what stands before the first dash, semicolon, digit or comma; but "STEPANOVA, Yana" is one name.</summary>
    private static (string Name, string Notes) Cut(string text)
    {
        var end = NameEnd().Match(text) is { Success: true } stop ? stop.Index : text.Length;
        var name = text[..end];
        var notes = text[end..].Trim(' ', ',', ';', '.', '-', '–', '—');
        if (end < text.Length && text[end] == ',' && Words(name).Count == 1)
        {
            var rest = text[(end + 1)..];
            var next = NameEnd().Match(rest) is { Success: true } second ? rest[..second.Index] : rest;
            if (IsGivenPart(next))
                return ($"{name} {next}", rest[next.Length..].Trim(' ', ',', ';', '.', '-', '–', '—'));
        }

        return (name, notes);
    }

    // "Yana", "Я. П.", "Яна Андреевна": begins with a capital and is no profession.
    private static bool IsGivenPart(string text)
    {
        var words = Words(text);
        return words.Count is 1 or 2 or 3 && char.IsUpper(text.TrimStart()[0]) && !words.Exists(Professions.Contains) && !words.Exists(Places.Contains);
    }

    private static bool IsFormerName(string text)
    {
        var name = NameParser.Parse($"X ({text})");
        var words = Words(text);
        return words.Count is 1 or 2 && name.Maiden is not null && char.IsUpper(text.TrimStart().FirstOrDefault(char.IsLetter)) && !IsPlace(text)
            && !text.AsSpan().ContainsAnyInRange('0', '9') && !words.Exists(Professions.Contains) && text.AsSpan().IndexOfAny('«', '"') < 0
            && !(words.Count == 1 && GivenNames.Find(words[0], name.MaidenWords[0].Script, []).Length > 0 && name.MaidenWords[0].IsFullGiven)
            || (words.Count == 2 && name.Maiden is not null && name.MaidenWords.Count == 1);
    }

    private static bool IsPlace(string text)
    {
        var words = Words(text);
        return words.Count > 0 && words.Exists(Places.Contains);
    }

    private static List<string> Words(string text) => [.. Word().Matches(text).Select(match => NameText.Lower(match.Value))];

    [GeneratedRegex(@"^\s*(?:[-–—•*·▪►✔+]+\s*)?(?:№\s*)?(?:[0-9]{1,4}\s*[.):]\s*|[0-9]{1,4}\s+)?(?:[-–—•*·▪►✔+]+\s*)?", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Numbering();

    [GeneratedRegex(@"(?<![0-9])(?:19|20)[0-9][0-9](?![0-9])", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Year();

    [GeneratedRegex(@"(?<![0-9])(?<day>[0-9]{1,2})[./](?<month>[0-9]{1,2})[./](?<year>(19|20)[0-9][0-9])(?![0-9])", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Date();

    [GeneratedRegex(@"(?<![0-9])(19|20)[0-9][0-9]-[0-9][0-9]-[0-9][0-9](?![0-9])", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex IsoDate();

    [GeneratedRegex(@"(?<![0-9.])(?<age>[0-9]{2,3})(?![0-9.][0-9])(?=\s*(?:$|[,;.()–—-]|лет|год|гадоў|гады|рок|years|year|yrs|y\.?o|ans|Jahre|lat|сал))", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Age();

    [GeneratedRegex(@"[(\[](?<inside>[^)\]]*)[)\]]?", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Bracket();

    [GeneratedRegex(@"[,;:0-9/|]|\s[-–—]+\s|[–—]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NameEnd();

    [GeneratedRegex(@"[\p{L}\p{M}'’ʼ]+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Word();
}
