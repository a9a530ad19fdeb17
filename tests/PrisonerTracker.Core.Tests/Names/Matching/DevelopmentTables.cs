namespace PrisonerTracker.Core.Tests.Names.Matching;

/// <summary>Tables with a header in the tests' data folder.</summary>
internal static class DevelopmentTables
{
    public static string PathOf(string file) => Path.Combine(AppContext.BaseDirectory, "Names", "Matching", "Data", file);

    public static List<Dictionary<string, string>> Read(string file)
    {
        var lines = File.ReadAllLines(PathOf(file));
        var header = lines[0].Split('\t');
        return [.. lines.Skip(1).Where(line => line.Length > 0).Select(line => line.Split('\t').Zip(header).ToDictionary(cell => cell.Second, cell => cell.First))];
    }
}
