using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.Prisoners;
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

    private readonly ParsedNames _parsed = new();

    public async Task<CandidateSet> FindAsync(IReadOnlyList<string> keys, bool someOfTooMany, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(keys);
        if (keys.Count == 0)
            return new CandidateSet([], IsComplete: true);

        var bearers = await BearersAsync(context, [.. keys.Select(NameKeys.Number)], MostNames + 1, cancellationToken);
        var isComplete = bearers.Count <= MostNames;
        if (bearers.Count == 0 || (!isComplete && !someOfTooMany))
            return new CandidateSet([], isComplete);

        Guid[] ids = [.. bearers.Distinct().Take(isComplete ? MostNames : SomePeople)];
        var names = await (among ?? context.Prisoners).AsNoTracking()
            .Where(p => ids.Contains(p.PrisonerId))
            .SelectMany(p => p.Names, (p, n) => new { p.PrisonerId, p.BornOn, HidesBirth = !context.ShowWithheld && p.WithheldParts.Any(w => w.Part == PersonPart.BirthDate), n.Ordinal, n.Full })
            .ToListAsync(cancellationToken);
        return new CandidateSet(
            [
                .. names.GroupBy(n => n.PrisonerId).Select(person => new RegisterEntry(
                    person.Key.ToString(), [.. person.OrderBy(n => n.Ordinal).Select(n => _parsed.Of(n.Full))], BirthHintOf(person.First().HidesBirth ? null : person.First().BornOn))),
            ],
            isComplete);
    }

    /// <summary>Whose names have one of the keys, published or not: a person once for each such name, so many at most.</summary>
    internal static Task<List<Guid>> BearersAsync(RegisterContext context, int[] keys, int most, CancellationToken cancellationToken) =>
        context.Database.SqlQuery<Guid>($"""SELECT name_bearers AS "Value" FROM name_bearers({keys}, {most})""").ToListAsync(cancellationToken);

    /// <summary>A birth as far as it may veto: an approximate one may be a year off.</summary>
    public static BirthHint? BirthHintOf(PartialDate? bornOn) => bornOn switch
    {
        null => null,
        { IsApproximate: true } => new BirthHint(bornOn.Earliest.Year - 1, bornOn.Latest.Year + 1),
        { Precision: DatePrecision.Day } => BirthHint.On(bornOn.Earliest),
        _ => BirthHint.InYear(bornOn.Earliest.Year),
    };
}
