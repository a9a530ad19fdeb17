using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.Shared;

namespace PrisonerTracker.Core.Names;

/// <summary>The register as the matcher sees it: people by the keys stored with their names. Whoever the context hides is not there.</summary>
/// <param name="context">The register.</param>
/// <param name="among">Only these people; everybody when null.</param>
public sealed class RegisterCandidates(RegisterContext context, IQueryable<Prisoners.Prisoner>? among = null) : ICandidateSource
{
    /// <summary>More names than this that share a key are too many to compare.</summary>
    private const int MostNames = 600;

    /// <summary>Of too many, these are offered to choose from.</summary>
    private const int SomePeople = 60;

    public async Task<CandidateSet> FindAsync(IReadOnlyList<string> keys, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(keys);
        if (keys.Count == 0)
            return new CandidateSet([], IsComplete: true);

        var bearers = await BearersAsync(context, [.. keys.Select(NameKeys.Number)], MostNames + 1, cancellationToken);
        var isComplete = bearers.Count <= MostNames;
        Guid[] ids = [.. bearers.Distinct().Take(isComplete ? MostNames : SomePeople)];
        var people = await (among ?? context.Prisoners).AsNoTracking()
            .Where(p => ids.Contains(p.PrisonerId))
            .Select(p => new { p.PrisonerId, p.BornOn, Names = p.Names.OrderBy(n => n.Ordinal).Select(n => n.Full).ToList() })
            .ToListAsync(cancellationToken);
        return new CandidateSet(
            [.. people.Select(p => new RegisterEntry(p.PrisonerId.ToString(), [.. p.Names.Select(NameParser.Parse)], BirthHintOf(p.BornOn)))],
            isComplete);
    }

    /// <summary>Whose names have one of the keys, published or not: a person once for each such name, so many at most.</summary>
    /// <remarks>
    /// The planner takes rare keys for common ones, and with a limit beside the condition reads the whole table in the hope of meeting some
    /// early. Materialized, the condition is planned for itself: by the index.
    /// </remarks>
    internal static Task<List<Guid>> BearersAsync(RegisterContext context, int[] keys, int most, CancellationToken cancellationToken) =>
        context.Database.SqlQuery<Guid>(
            $"""
            WITH bearers AS MATERIALIZED (SELECT prisoner_id FROM person_names WHERE match_keys && {keys})
            SELECT prisoner_id AS "Value" FROM bearers LIMIT {most}
            """).ToListAsync(cancellationToken);

    /// <summary>A birth as far as it may veto: an approximate one may be a year off.</summary>
    public static BirthHint? BirthHintOf(PartialDate? bornOn) => bornOn switch
    {
        null => null,
        { IsApproximate: true } => new BirthHint(bornOn.Earliest.Year - 1, bornOn.Latest.Year + 1),
        { Precision: DatePrecision.Day } => BirthHint.On(bornOn.Earliest),
        _ => BirthHint.InYear(bornOn.Earliest.Year),
    };
}
