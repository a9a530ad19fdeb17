using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.Shared;

namespace PrisonerTracker.Core.Names;

/// <summary>The register as the matcher sees it: people by the keys stored with their names. Whoever the context hides is not there.</summary>
public sealed class RegisterCandidates(RegisterContext context) : ICandidateSource
{
    /// <summary>More people than this with one name are namesakes that a name cannot tell apart.</summary>
    private const int MostPeople = 300;

    public async Task<CandidateSet> FindAsync(IReadOnlyList<string> keys, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(keys);
        if (keys.Count == 0)
            return new CandidateSet([], IsComplete: true);

        int[] numbers = [.. keys.Select(NameKeys.Number)];
        var people = await context.Prisoners.AsNoTracking()
            .Where(p => p.Names.Any(n => n.MatchKeys.Any(k => numbers.Contains(k))))
            .Take(MostPeople + 1)
            .Select(p => new { p.PrisonerId, p.BornOn, Names = p.Names.OrderBy(n => n.Ordinal).Select(n => n.Full).ToList() })
            .ToListAsync(cancellationToken);
        return new CandidateSet(
            [.. people.Take(MostPeople).Select(p => new RegisterEntry(p.PrisonerId.ToString(), [.. p.Names.Select(NameParser.Parse)], BirthHintOf(p.BornOn)))],
            IsComplete: people.Count <= MostPeople);
    }

    /// <summary>A birth as far as it may veto: an approximate one may be a year off.</summary>
    public static BirthHint? BirthHintOf(PartialDate? bornOn) => bornOn switch
    {
        null => null,
        { IsApproximate: true } => new BirthHint(bornOn.Earliest.Year - 1, bornOn.Latest.Year + 1),
        { Precision: DatePrecision.Day } => BirthHint.On(bornOn.Earliest),
        _ => BirthHint.InYear(bornOn.Earliest.Year),
    };
}
