namespace PrisonerTracker.Core.Tests.Names.Matching.Generated;

/// <summary>A transliteration scheme, written from the rules of the scheme itself so that the matcher is not measured by its own tables.</summary>
public sealed class Romanization
{
    private const string Vowels = "аеёиоуыэюяіїє";

    private readonly Dictionary<string, string> _letters;
    private readonly Func<char, char, string?> _context;
    private readonly (string From, string To)[] _finish;

    private Romanization(string name, string letters, Func<char, char, string?>? context = null, params (string, string)[] finish)
    {
        Name = name;
        _letters = letters.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=')).ToDictionary(pair => pair[0], pair => pair[1]);
        _context = context ?? ((_, _) => null);
        _finish = finish;
    }

    public string Name { get; }

    public static IReadOnlyList<Romanization> Belarusian { get; } =
    [
        new("passport", "а=a б=b в=v г=h д=d е=e ё=io ж=zh з=z і=i й=i к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ў=u ф=f х=kh ц=ts ч=ch ш=sh ы=y ь= э=e ю=iu я=ia ’= '=", Initial("е=ye ё=yo ю=yu я=ya")),
        new("icao", "а=a б=b в=v г=h д=d е=e ё=io ж=zh з=z і=i й=i к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ў=u ф=f х=kh ц=ts ч=ch ш=sh ы=y ь= э=e ю=iu я=ia ’= '="),
        new("bgn1979", "а=a б=b в=v г=h д=d е=ye ё=yo ж=zh з=z і=i й=y к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ў=w ф=f х=kh ц=ts ч=ch ш=sh ы=y ь=’ э=e ю=yu я=ya ’= '="),
        new("national2007", "а=a б=b в=v г=h д=d е=ie ё=io ж=ž з=z і=i й=j к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ў=ŭ ф=f х=ch ц=c ч=č ш=š ы=y ь=' э=e ю=iu я=ia ’= '=", Iotated("е=je ё=jo ю=ju я=ja"), ("l'", "ĺ"), ("n'", "ń"), ("s'", "ś"), ("z'", "ź"), ("c'", "ć"), ("'", "")),
        new("national2023", "а=a б=b в=v г=h д=d е=ie ё=io ж=zh з=z і=i й=i к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ў=u ф=f х=kh ц=ts ч=ch ш=sh ы=y ь= э=e ю=iu я=ia ’= '=", Iotated("е=je ё=jo ю=ju я=ja")),
        new("łacinka", "а=a б=b в=v г=h д=d е=ie ё=io ж=ž з=z і=i й=j к=k л=ł м=m н=n о=o п=p р=r с=s т=t у=u ў=ŭ ф=f х=ch ц=c ч=č ш=š ы=y ь=' э=e ю=iu я=ia ’= '=", Iotated("е=je ё=jo ю=ju я=ja"), ("łie", "le"), ("łia", "la"), ("łiu", "lu"), ("łio", "lo"), ("łi", "li"), ("ł'", "l"), ("n'", "ń"), ("s'", "ś"), ("z'", "ź"), ("c'", "ć"), ("'", "")),
        new("iso9-be", "а=a б=b в=v г=g д=d е=e ё=ë ж=ž з=z і=ì й=j к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ў=ŭ ф=f х=h ц=c ч=č ш=š ы=y ь=ʹ э=è ю=û я=â ’=ʼ '=ʼ"),
        new("polish", "а=a б=b в=w г=h д=d е=ie ё=io ж=ż з=z і=i й=j к=k л=ł м=m н=n о=o п=p р=r с=s т=t у=u ў=u ф=f х=ch ц=c ч=cz ш=sz ы=y ь=' э=e ю=iu я=ia ’= '=", Iotated("е=je ё=jo ю=ju я=ja"), ("łie", "le"), ("łia", "la"), ("łiu", "lu"), ("łio", "lo"), ("łi", "li"), ("ł'", "l"), ("n'", "ń"), ("s'", "ś"), ("z'", "ź"), ("c'", "ć"), ("'", "")),
    ];

    public static IReadOnlyList<Romanization> Russian { get; } =
    [
        new("ru-passport", "а=a б=b в=v г=g д=d е=e ё=e ж=zh з=z и=i й=i к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f х=kh ц=ts ч=ch ш=sh щ=shch ъ=ie ы=y ь= э=e ю=iu я=ia"),
        new("bgn1947", "а=a б=b в=v г=g д=d е=e ё=e ж=zh з=z и=i й=y к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f х=kh ц=ts ч=ch ш=sh щ=shch ъ= ы=y ь=’ э=e ю=yu я=ya", Iotated("е=ye ё=yë")),
        new("english", "а=a б=b в=v г=g д=d е=e ё=yo ж=zh з=z и=i й=y к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f х=kh ц=ts ч=ch ш=sh щ=shch ъ= ы=y ь= э=e ю=yu я=ya", Initial("е=ye"), ("iy$", "y"), ("yy$", "y"), ("iya$", "ia")),
        new("iso9-ru", "а=a б=b в=v г=g д=d е=e ё=ë ж=ž з=z и=i й=j к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f х=h ц=c ч=č ш=š щ=ŝ ъ=ʺ ы=y ь=ʹ э=è ю=û я=â"),
        new("duden", "а=a б=b в=w г=g д=d е=e ё=jo ж=sch з=s и=i й=i к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f х=ch ц=z ч=tsch ш=sch щ=schtsch ъ= ы=y ь= э=e ю=ju я=ja", Iotated("е=je"), ("ii$", "i"), ("yi$", "y")),
        new("french", "а=a б=b в=v г=g д=d е=e ё=io ж=j з=z и=i й=ï к=k л=l м=m н=n о=o п=p р=r с=s т=t у=ou ф=f х=kh ц=ts ч=tch ш=ch щ=chtch ъ= ы=y ь= э=e ю=iou я=ia", Initial("е=ie"), ("ge", "gue"), ("gi", "gui"), ("iï$", "i"), ("yï$", "y"), ("in$", "ine")),
    ];

    public static IReadOnlyList<Romanization> Ukrainian { get; } =
    [
        new("uk2010", "а=a б=b в=v г=h ґ=g д=d е=e є=ie ж=zh з=z и=y і=i ї=i й=i к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f х=kh ц=ts ч=ch ш=sh щ=shch ь= ю=iu я=ia ’= '=", Initial("є=ye ї=yi й=y ю=yu я=ya")),
    ];

    public string Write(string name) => string.Join(' ', name.Split(' ').Select(word => string.Join('-', word.Split('-').Select(WriteWord))));

    private string WriteWord(string word)
    {
        var lower = word.ToLowerInvariant();
        var latin = "";
        for (var i = 0; i < lower.Length; i++)
            latin += _context(i == 0 ? '^' : lower[i - 1], lower[i]) ?? (_letters.TryGetValue(lower[i].ToString(), out var to) ? to : lower[i].ToString());
        foreach (var (from, to) in _finish)
        {
            if (!from.EndsWith('$'))
                latin = latin.Replace(from, to, StringComparison.Ordinal);
            else if (latin.EndsWith(from[..^1], StringComparison.Ordinal))
                latin = latin[..^(from.Length - 1)] + to;
        }

        return latin.Length == 0 ? "" : char.ToUpperInvariant(latin[0]) + latin[1..];
    }

    private static Func<char, char, string?> Initial(string letters) => When(letters, before => before == '^');

    private static Func<char, char, string?> Iotated(string letters) => When(letters, before => before is '^' or 'ь' or 'ъ' or 'ў' or '\'' or '’' || Vowels.Contains(before));

    private static Func<char, char, string?> When(string letters, Func<char, bool> fits)
    {
        var map = letters.Split(' ').Select(pair => pair.Split('=')).ToDictionary(pair => pair[0][0], pair => pair[1]);
        return (before, letter) => map.TryGetValue(letter, out var to) && fits(before) ? to : null;
    }
}
