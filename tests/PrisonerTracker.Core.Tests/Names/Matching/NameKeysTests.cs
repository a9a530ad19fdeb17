using PrisonerTracker.Core.Names;
using PrisonerTracker.Core.Tests.Names.Matching.Generated;
using Xunit;

namespace PrisonerTracker.Core.Tests.Names.Matching;

/// <summary>Blocking keys find nearly everybody whom a comparison would call the same.</summary>
public class NameKeysTests(ITestOutputHelper output)
{
    [Fact]
    public void For_GeneratedPairsOfOnePerson_ShareAKey()
    {
        var same = GeneratedPairs.Make(4000, seed: 11).Where(pair => pair.Same).Select(pair => (pair.A, pair.B)).ToList();

        AssertShared(same, atLeast: 0.99);
    }

    [Theory]
    [InlineData("dev_pairs.tsv", "same_person")]
    [InlineData("foreign.tsv", "same")]
    [InlineData("fresh.tsv", "same")]
    [InlineData("world.tsv", "same")]
    public void For_WrittenPairsOfOnePerson_ShareAKey(string file, string truth)
    {
        var same = DevelopmentTables.Read(file).Where(row => row[truth] == "1" && row.GetValueOrDefault("kind") != "alias").Select(row => (row["name_a"], row["name_b"])).ToList();

        AssertShared(same, atLeast: 0.97);
    }

    [Fact]
    public void For_AnyName_GivesShortAsciiFreeOfDuplicates()
    {
        foreach (var pair in GeneratedPairs.Make(500, seed: 12))
        {
            var keys = NameKeys.For(pair.A);
            Assert.InRange(keys.Count, 1, 128);
            Assert.Equal(keys.Count, keys.Distinct().Count());
            Assert.All(keys, key => Assert.InRange(key.Length, 3, 60));
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("…")]
    public void For_NoLetters_IsEmpty(string? name) => Assert.Empty(NameKeys.For(name));

    [Fact]
    public void Asked_Initials_MeetTheNamesTheyStandFor()
    {
        Assert.True(Meet("Калеснікава М.", "Maria Kalesnikava"));
        Assert.True(Meet("Марыя Калеснікава", "Kolesnikova M. A."));
        Assert.Empty(NameKeys.Asked(NameParser.Parse("Калеснікава М.")).Selective.Intersect(NameKeys.For("Вольга Калеснікава")));
    }

    [Fact]
    public void Number_KeysOfManyNames_HardlyEverCollide()
    {
        var keys = GeneratedPairs.Make(4000, seed: 13).SelectMany(pair => NameKeys.For(pair.A)).ToHashSet();

        Assert.InRange(keys.Select(NameKeys.Number).Distinct().Count(), keys.Count - 3, keys.Count);
    }

    private static bool Meet(string asked, string stored)
    {
        var keys = NameKeys.Asked(NameParser.Parse(asked));
        return keys.Selective.Concat(keys.Wide).Concat(keys.Common).Intersect(NameKeys.For(stored)).Any();
    }

    private void AssertShared(List<(string A, string B)> pairs, double atLeast)
    {
        var missed = pairs.Where(pair => !Meet(pair.A, pair.B)).ToList();
        var recall = 1 - ((double)missed.Count / pairs.Count);
        var selective = pairs.Count(pair => NameKeys.Asked(NameParser.Parse(pair.A)).Selective.Intersect(NameKeys.For(pair.B)).Any());
        output.WriteLine(FormattableString.Invariant($"{recall:0.0000} of {pairs.Count} share a key, {(double)selective / pairs.Count:0.0000} a selective one; {pairs.SelectMany(pair => new[] { pair.A, pair.B }).Average(name => NameKeys.For(name).Count):0.0} keys a name"));
        foreach (var (a, b) in missed.Take(30))
            output.WriteLine($"    {a} | {b}");
        Assert.True(recall >= atLeast, FormattableString.Invariant($"{recall:0.0000}"));
    }
}
