using PrisonerTracker.Core.Imprisonments;
using PrisonerTracker.Core.Prisoners;
using PrisonerTracker.Core.Releases;
using PrisonerTracker.Core.Shared;

namespace PrisonerTracker.Core.Rosters;

/// <summary>
/// What was to be said of a person at the end of a past day, as the facts are known today: everything the status sentence needs. Where
/// dates are imprecise there are several, in the order in which one follows the other, and each is possible.
/// </summary>
public sealed record StatusOn
{
    private StatusOn()
    {
    }

    public required Standing Standing { get; init; }

    /// <summary>The release that had ended the latest imprisonment; null while it went on.</summary>
    public Release? Release { get; private init; }

    /// <summary>A release of the latest imprisonment that had been followed by a return to custody.</summary>
    public Release? Returned { get; private init; }

    public ImprisonmentKind? Kind { get; private init; }
    public Penalty? Penalty { get; private init; }
    public PartialDate? ReplacedOn { get; private init; }
    public bool OnlyInAbsentia { get; private init; }
    public bool SentencedInAbsentia { get; private init; }
    public bool HadDied { get; private init; }

    /// <summary>How many imprisonments had begun beside the latest.</summary>
    public int Earlier { get; private init; }

    /// <summary>Derives it from the facts.</summary>
    /// <param name="day">The day; at its end.</param>
    /// <param name="imprisonments">All of the person's, with charges and their steps, sentences, placements and releases.</param>
    /// <param name="diedOn">The person's death.</param>
    public static IReadOnlyList<StatusOn> Of(DateOnly day, IEnumerable<Imprisonment> imprisonments, PartialDate? diedOn) =>
        [.. new LifeCourse(imprisonments, diedOn).Courses(day).Select(c => Of(c.Cases, c.HasDied))];

    private static StatusOn Of(IReadOnlyList<CaseSoFar> cases, bool hasDied)
    {
        var latest = Standing.Latest(cases.Where(c => c.Kind != ImprisonmentKind.InAbsentia));
        return new StatusOn
        {
            Standing = Standing.Of(cases, false, hasDied),
            Release = latest?.Release,
            Returned = latest?.Returned,
            Kind = latest?.Kind,
            Penalty = latest?.Penalty,
            ReplacedOn = latest?.ReplacedOn,
            OnlyInAbsentia = latest is null && cases.Count > 0,
            SentencedInAbsentia = cases.Any(c => c is { Kind: ImprisonmentKind.InAbsentia, Penalty: not null }),
            HadDied = hasDied,
            Earlier = cases.Count(c => c != latest && c.Kind != ImprisonmentKind.InAbsentia),
        };
    }
}
