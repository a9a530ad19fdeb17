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
        var scores = DevelopmentTables.Read("dev_pairs.tsv").Where(row => row["kind"] != "alias")
            .Select(row => (NameComparer.Compare(row["name_a"], row["name_b"]).Score, row["same_person"] == "1")).ToList();

        var figures = Figures.At(NameThresholds.Same, scores);

        output.WriteLine(figures.ToString());
        Assert.True(figures.F1 >= 0.99, figures.ToString());
        Assert.True(figures.Precision >= 0.99, figures.ToString());
    }

    [Theory]
    [InlineData("foreign.tsv", "")]
    [InlineData("fresh.tsv", "")]
    [InlineData("world.tsv", "FA AR")]
    [InlineData("world.tsv", "ZH MY")]
    [InlineData("world.tsv", "ES TR VI")]
    public void Compare_PairsOfTheWorld_KeepsItsFigures(string file, string languages)
    {
        var scores = DevelopmentTables.Read(file).Where(row => languages.Length == 0 || languages.Split(' ').Contains(row["language"]))
            .Select(row => (NameComparer.Compare(row["name_a"], row["name_b"]).Score, row["same"] == "1")).ToList();

        var figures = Figures.At(NameThresholds.Same, scores);

        output.WriteLine(figures.ToString());
        Assert.True(figures.F1 >= 0.97 && figures.Precision >= 0.99, figures.ToString());
    }

    [Fact]
    public async Task Match_DevelopmentList_IsNeverWrong()
    {
        using var registry = new StreamReader(DevelopmentTables.PathOf("dev_registry.tsv"));
        var matcher = new RegisterMatcher(new InMemoryRegister(RegisterTable.Read(registry)));
        var lines = PublishedListReader.Read(await File.ReadAllLinesAsync(DevelopmentTables.PathOf("dev_release_list.txt")), year: 2020);
        var truth = DevelopmentTables.Read("dev_truth.tsv").ToDictionary(row => int.Parse(row["line"], System.Globalization.CultureInfo.InvariantCulture), row => row["truth"]);
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
}
