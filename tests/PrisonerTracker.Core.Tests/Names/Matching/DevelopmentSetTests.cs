using PrisonerTracker.Core.Names;
using PrisonerTracker.Core.Tests.Names.Matching.Generated;
using Xunit;

namespace PrisonerTracker.Core.Tests.Names.Matching;

/// <summary>The figures on the development data do not fall.</summary>
public class DevelopmentSetTests(ITestOutputHelper output)
{
    [Fact]
    public void Compare_DevelopmentPairs_KeepsItsFigures()
    {
        var scores = Table("dev_pairs.tsv").Where(row => row["kind"] != "alias")
            .Select(row => (NameComparer.Compare(row["name_a"], row["name_b"]).Score, row["same_person"] == "1")).ToList();

        var figures = Figures.At(NameThresholds.Same, scores);

        output.WriteLine(figures.ToString());
        Assert.True(figures.F1 >= 0.985, figures.ToString());
        Assert.True(figures.Precision >= 0.99, figures.ToString());
    }

    [Fact]
    public void Compare_ForeignPairs_KeepsItsFigures()
    {
        var scored = Table("foreign.tsv").Select(row => (Row: row, Result: NameComparer.Compare(row["name_a"], row["name_b"]), Same: row["same"] == "1")).ToList();

        var figures = Figures.At(NameThresholds.Same, scored.Select(one => (one.Result.Score, one.Same)));

        output.WriteLine(figures.ToString());
        Assert.True(figures.F1 >= 0.95 && figures.Precision >= 0.99, figures.ToString());
    }

    [Fact]
    public async Task Match_DevelopmentList_IsNeverWrong()
    {
        using var registry = new StreamReader(PathOf("dev_registry.tsv"));
        var matcher = new RegisterMatcher(new InMemoryRegister(RegisterTable.Read(registry)));
        var lines = PublishedListReader.Read(await File.ReadAllLinesAsync(PathOf("dev_release_list.txt")), year: 2020);
        var truth = Table("dev_truth.tsv").ToDictionary(row => int.Parse(row["line"], System.Globalization.CultureInfo.InvariantCulture), row => row["truth"]);
        int right = 0, first = 0, bearers = 0;

        foreach (var line in lines.Where(line => truth.ContainsKey(line.Number)))
        {
            var expected = truth[line.Number];
            var match = line.Name is null ? RegisterMatch.Nobody : await matcher.MatchAsync(line.Name, line.Birth);
            if (match.Decision == RegisterDecision.Match)
                Assert.Equal(expected, match.Best!.Entry.Id);
            if (expected is "NONE" or "AMBIGUOUS")
                continue;
            bearers++;
            first += match.Best?.Entry.Id == expected ? 1 : 0;
            right += match.Decision == RegisterDecision.Match ? 1 : 0;
        }

        output.WriteLine($"right person first {first}/{bearers}, automatic {right}/{bearers}");
        Assert.True(first >= 0.97 * bearers);
        Assert.True(right >= 0.92 * bearers);
    }

    private static string PathOf(string file) => Path.Combine(AppContext.BaseDirectory, "Names", "Matching", "Data", file);

    private static List<Dictionary<string, string>> Table(string file)
    {
        var lines = File.ReadAllLines(PathOf(file));
        var header = lines[0].Split('\t');
        return [.. lines.Skip(1).Where(line => line.Length > 0).Select(line => line.Split('\t').Zip(header).ToDictionary(cell => cell.Second, cell => cell.First))];
    }
}
