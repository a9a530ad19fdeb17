namespace PrisonerTracker.Core.Tests.Names.Matching.Generated;

public sealed record GivenEntry(bool Male, string Be, string Tarask, string Ru, string Uk, string Short, string FatherBe, string FatherRu);

public sealed record SurnameEntry(string Be, string Ru, string Feminine)
{
    public string BeFor(bool male) => male ? Be : Feminine switch
    {
        "ov" => Be[..^1] + "ва",
        "in" => Be + "а",
        "ski" => Be[..^1] + "ая",
        "yj" => Be[..^1] + "ая",
        _ => Be,
    };

    public string RuFor(bool male) => male ? Ru : Feminine switch
    {
        "ov" or "in" => Ru + "а",
        "ski" or "yj" => Ru[..^2] + "ая",
        _ => Ru,
    };

    /// <summary>The Russian accusative of the masculine.</summary>
    public string RuAccusative() => Feminine switch
    {
        "ov" or "in" => Ru + "а",
        "ski" or "yj" => Ru[..^2] + (Ru.EndsWith("кий", StringComparison.Ordinal) || Ru.EndsWith("хий", StringComparison.Ordinal) || Ru.EndsWith("ый", StringComparison.Ordinal) ? "ого" : "его"),
        _ when Ru.EndsWith('о') || Ru.EndsWith('а') || Ru.EndsWith('я') => Ru,
        _ when Ru.EndsWith('й') => Ru[..^1] + "я",
        _ => Ru + "а",
    };
}

/// <summary>The words of the generated set (<c>Data/lexicon.tsv</c>, <c>Data/given.tsv</c>).</summary>
public static class Lexicon
{
    public static IReadOnlyList<SurnameEntry> Surnames { get; } = [.. Rows("lexicon.tsv").Select(row => new SurnameEntry(row[0], row[1], row[2]))];

    public static IReadOnlyList<GivenEntry> Given { get; } =
        [.. Rows("given.tsv").Select(row => new GivenEntry(row[0] == "m", row[1], row[2], row[3], row[4], row[5], row.ElementAtOrDefault(6) ?? "", row.ElementAtOrDefault(7) ?? ""))];

    public static IEnumerable<string[]> Rows(string file) =>
        File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Names", "Matching", "Data", file)).Where(line => line.Length > 0 && line[0] != '#').Skip(1).Select(line => line.Split('\t'));
}
