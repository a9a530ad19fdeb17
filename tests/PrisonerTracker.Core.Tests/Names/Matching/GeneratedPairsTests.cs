using PrisonerTracker.Core.Names;
using PrisonerTracker.Core.Tests.Names.Matching.Generated;
using Xunit;

namespace PrisonerTracker.Core.Tests.Names.Matching;

/// <summary>How the matcher does on pairs it was not tuned to: other surnames, every scheme, easily confused people.</summary>
public class GeneratedPairsTests(ITestOutputHelper output)
{
    [Fact]
    public void Compare_ThousandsOfGeneratedPairs_ReachesTheFigures()
    {
        var scored = GeneratedPairs.Make(6000, seed: 20260101).Select(pair => (Pair: pair, NameComparer.Compare(pair.A, pair.B).Score)).ToList();
        foreach (var group in scored.GroupBy(one => one.Pair.Kind).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            var right = group.Count(one => one.Score >= NameThresholds.Same == one.Pair.Same);
            output.WriteLine($"{group.Key,-22} {right}/{group.Count()}");
            foreach (var miss in group.Where(one => one.Score >= NameThresholds.Same != one.Pair.Same).Take(12))
                output.WriteLine($"    {miss.Score:0.00} {miss.Pair.A} | {miss.Pair.B}");
        }

        var figures = Figures.At(NameThresholds.Same, scored.Select(one => (one.Score, one.Pair.Same)));
        var recall = Figures.RecallAtPrecision(0.99, [.. scored.Select(one => (one.Score, one.Pair.Same))]);
        output.WriteLine($"{figures}; recall at 99 % precision {recall:0.000}");
        Assert.True(figures.F1 >= 0.97, figures.ToString());
    }
}
