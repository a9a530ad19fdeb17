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
            Assert.InRange(keys.Count, 1, 96);
            Assert.Equal(keys.Count, keys.Distinct().Count());
            Assert.All(keys, key => Assert.InRange(key.Length, 3, 60));
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("…")]
    public void For_NoLetters_IsEmpty(string? name) => Assert.Empty(NameKeys.For(name));

    private void AssertShared(List<(string A, string B)> pairs, double atLeast)
    {
        var missed = pairs.Where(pair => !NameKeys.For(pair.A).Intersect(NameKeys.For(pair.B)).Any()).ToList();
        var recall = 1 - ((double)missed.Count / pairs.Count);
        output.WriteLine(FormattableString.Invariant($"{recall:0.0000} of {pairs.Count} share a key; {pairs.SelectMany(pair => new[] { pair.A, pair.B }).Average(name => NameKeys.For(name).Count):0.0} keys a name"));
        foreach (var (a, b) in missed.Take(30))
            output.WriteLine($"    {a} | {b}");
        Assert.True(recall >= atLeast, FormattableString.Invariant($"{recall:0.0000}"));
    }
}
