using PrisonerTracker.Core.Names;
using PrisonerTracker.Core.Tests.Names.Matching.Generated;
using Xunit;

namespace PrisonerTracker.Core.Tests.Names.Matching;

/// <summary>A list against a register that neither was tuned to.</summary>
public class GeneratedRegisterTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Match_GeneratedList_IsPreciseAndComplete()
    {
        var register = new GeneratedRegister(4000, seed: 7);
        var matcher = new RegisterMatcher(new InMemoryRegister(register.Entries));
        int wrong = 0, right = 0, unique = 0, ambiguous = 0, ambiguousMatched = 0, nobody = 0, nobodyMatched = 0;

        foreach (var (line, fitting, drawn) in register.Lines(3000))
        {
            var read = PublishedListReader.ReadLine(line, 1, 2025);
            var match = read.Name is null ? RegisterMatch.Nobody : await matcher.MatchAsync(read.Name, read.Birth);
            var matched = match.Decision == RegisterDecision.Match;
            if (fitting.Count == 0)
            {
                nobody++;
                nobodyMatched += matched ? 1 : 0;
                if (matched)
                    output.WriteLine($"nobody  {line} → {string.Join(" / ", match.Best!.Entry.Names)} {match.Best.Comparison.Score}");
            }
            else if (fitting.Count > 1)
            {
                ambiguous++;
                ambiguousMatched += matched && match.Best!.Entry.Id != drawn ? 1 : 0;
                if (matched && match.Best!.Entry.Id != drawn)
                    output.WriteLine($"ambiguous  {line} → {string.Join(" / ", match.Best!.Entry.Names)} {match.Best.Comparison.Score}; meant {string.Join(" / ", register.Entries.First(entry => entry.Id == drawn).Names)}");
            }
            else
            {
                unique++;
                right += matched && match.Best!.Entry.Id == fitting[0] ? 1 : 0;
                wrong += matched && match.Best!.Entry.Id != fitting[0] ? 1 : 0;
                if (matched && match.Best!.Entry.Id != fitting[0])
                    output.WriteLine($"wrong  {line} → {string.Join(" / ", match.Best!.Entry.Names)} {match.Best.Comparison.Score}");
                else if (!matched && unique % 5 == 0)
                    output.WriteLine($"missed  {line} → {match.Decision} {string.Join(" || ", match.Candidates.Take(2).Select(one => string.Join(" / ", one.Entry.Names) + " " + one.Comparison.Score))}");
            }
        }

        output.WriteLine($"one fits: {right}/{unique} matched, {wrong} wrong; several fit: {ambiguousMatched}/{ambiguous} matched wrongly; nobody: {nobodyMatched}/{nobody} matched");
        Assert.Equal(0, wrong + ambiguousMatched + nobodyMatched);
        Assert.True(right >= 0.96 * unique, $"{right} of {unique}");
    }

    [Fact]
    public async Task Match_InSteps_DecidesAsAmongEverybody()
    {
        var register = new GeneratedRegister(800, seed: 9);
        var matcher = new RegisterMatcher(new InMemoryRegister(register.Entries));
        var other = new List<string>();

        foreach (var (line, _, _) in register.Lines(250))
        {
            var read = PublishedListReader.ReadLine(line, 1, 2025);
            if (read.Name is null)
                continue;
            var (stepwise, whole) = (await matcher.MatchAsync(read.Name, read.Birth), RegisterMatcher.Decide(read.Name, read.Birth, register.Entries));
            if (stepwise.Decision == RegisterDecision.Match && (whole.Decision != RegisterDecision.Match || whole.Best!.Entry.Id != stepwise.Best!.Entry.Id))
                other.Add($"{line}: {stepwise.Best!.Entry.Id}, among everybody {whole.Decision} {whole.Best?.Entry.Id} {whole.Best?.Comparison.Score}");
        }

        Assert.Empty(other);
    }

    [Fact]
    public async Task Match_MoreNamesakesThanLookedAt_LeavesItToAPerson()
    {
        var entry = new RegisterEntry("1", [NameParser.Parse("Марыя Калеснікава")], null);

        var match = await new RegisterMatcher(new Some(entry)).MatchAsync(NameParser.Parse("Maria Kalesnikava"), cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(RegisterDecision.Unsure, match.Decision);
        Assert.Equal("1", match.Best!.Entry.Id);
    }

    private sealed class Some(RegisterEntry entry) : ICandidateSource
    {
        public Task<CandidateSet> FindAsync(IReadOnlyList<string> keys, bool someOfTooMany, CancellationToken cancellationToken) =>
            Task.FromResult(new CandidateSet([entry], IsComplete: false));
    }
}
