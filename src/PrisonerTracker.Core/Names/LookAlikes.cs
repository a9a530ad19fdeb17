using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.Shared;

namespace PrisonerTracker.Core.Names;

/// <summary>Somebody of the register whose name looks like one that is about to be added.</summary>
/// <param name="PrisonerId">Who.</param>
/// <param name="Spelling">The spelling in the register that is nearest.</param>
/// <param name="Comparison">How near, and why.</param>
public sealed record LookAlike(Guid PrisonerId, string Spelling, NameComparison Comparison);

/// <summary>Finds people who may be somebody about to be added, so that nobody is added twice.</summary>
public sealed class LookAlikes(RegisterContext context)
{
    private const int Most = 8;

    /// <summary>People with a name that is the same or may be, the nearest first; none whose birth or patronymic contradicts.</summary>
    public async Task<IReadOnlyList<LookAlike>> FindAsync(
        IEnumerable<string> names, PartialDate? bornOn, CancellationToken cancellationToken = default)
    {
        var matcher = new RegisterMatcher(new RegisterCandidates(context));
        var birth = RegisterCandidates.BirthHintOf(bornOn);
        var found = new List<LookAlike>();
        foreach (var name in names)
        {
            var match = await matcher.MatchAsync(NameParser.Parse(name), birth, cancellationToken);
            found.AddRange(match.Candidates.Select(c => new LookAlike(Guid.Parse(c.Entry.Id), c.Name.Text, c.Comparison)));
        }

        return [.. found.GroupBy(l => l.PrisonerId).Select(g => g.MaxBy(l => l.Comparison.Score)!).OrderByDescending(l => l.Comparison.Score).Take(Most)];
    }
}
