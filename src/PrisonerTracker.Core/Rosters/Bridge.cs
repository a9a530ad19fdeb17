using PrisonerTracker.Core.Releases;

namespace PrisonerTracker.Core.Rosters;

/// <summary>Why somebody is counted at the end of a bridge and not at its start, or the other way round.</summary>
public enum Movement
{
    NewlyDesignated,
    DetainedAgain,
    NewlyDetained,
    Pardoned,
    Exchanged,
    NegotiatedRelease,
    Amnestied,
    TermServed,
    ReleasedEarly,
    Acquitted,
    Died,
    MilderPenalty,
    Treatment,
    Escaped,
    ReleasedOtherwise,
    DesignationWithdrawn,

    /// <summary>Not held any more, and no release says why: a release that was undone only later, or a penalty that changed its form.</summary>
    NotHeld,
}

/// <summary>
/// The headline, people held and designated, on two days, and every person in between: start + came − went = end, exactly. Counted
/// twice: those it is certain of, and those it is possible of, the certain ones included.
/// </summary>
/// <param name="Start">How many on the first day, as the register knows it today.</param>
/// <param name="End">How many on the second.</param>
/// <param name="Came">How many came, by reason.</param>
/// <param name="Went">How many went, by reason.</param>
/// <param name="EnteredLater">Of the start, how many were entered in the register only after that day.</param>
/// <param name="FreedLater">How many more the register counted on that day, because their release was recorded only afterwards.</param>
public sealed record Bridge(
    int Start, int End, IReadOnlyDictionary<Movement, int> Came, IReadOnlyDictionary<Movement, int> Went, int EnteredLater, int FreedLater)
{
    /// <summary>The start as the register knew it on its day.</summary>
    public int KnownThen => Start - EnteredLater + FreedLater;

    /// <summary>Builds the bridge of one measure.</summary>
    /// <param name="totals">Everybody held or possibly held on one of the days, by combination.</param>
    /// <param name="differences">The people for whom the days differ.</param>
    /// <param name="atLeast">What counts: certain ones only, or possible ones as well.</param>
    /// <param name="enteredLater">People of the start entered after its day.</param>
    /// <param name="freedLater">People freed until the first day whose release was recorded after it.</param>
    public static Bridge Of(
        IEnumerable<(Sureness Sure, int People)> totals, IEnumerable<Difference> differences, Certainty atLeast, int enteredLater, int freedLater)
    {
        var (start, end) = (0, 0);
        foreach (var (sure, people) in totals)
        {
            start += sure.Before >= atLeast ? people : 0;
            end += sure.After >= atLeast ? people : 0;
        }

        var (came, went) = (new SortedDictionary<Movement, int>(), new SortedDictionary<Movement, int>());
        foreach (var person in differences)
        {
            var (before, after) = (person.Sure.Before >= atLeast, person.Sure.After >= atLeast);
            if (!before && after)
                Count(came, Arrival(person, atLeast));
            else if (before && !after)
                Count(went, Departure(person, atLeast));
        }

        return new Bridge(start, end, came, went, enteredLater, freedLater);
    }

    /// <summary>Why somebody is counted on the second day only.</summary>
    public static Movement Arrival(Difference person, Certainty atLeast) =>
        person.Sure.HeldBefore < atLeast && person.HadBeenHeld ? Movement.DetainedAgain
        : person.Sure.DesignatedBefore < atLeast ? Movement.NewlyDesignated
        : Movement.NewlyDetained;

    /// <summary>Why somebody is counted on the first day only.</summary>
    public static Movement Departure(Difference person, Certainty atLeast)
    {
        if (person.Sure.HeldAfter >= atLeast)
            return Movement.DesignationWithdrawn;
        // A release before the last detention did not end this stay.
        var ground = person.ReleasedOn is { } released && person.DetainedOn is { } detained && released.IsCertainlyBefore(detained) ? null : person.Ground;
        return ground switch
        {
            ReleaseGround.Died => Movement.Died,
            null when person.HasDied => Movement.Died,
            null => Movement.NotHeld,
            ReleaseGround.Pardon => Movement.Pardoned,
            ReleaseGround.Exchange => Movement.Exchanged,
            ReleaseGround.NegotiatedRelease => Movement.NegotiatedRelease,
            ReleaseGround.Amnesty => Movement.Amnestied,
            ReleaseGround.TermServed => Movement.TermServed,
            ReleaseGround.EarlyRelease or ReleaseGround.ConditionalRelease => Movement.ReleasedEarly,
            ReleaseGround.Acquittal or ReleaseGround.CaseClosed => Movement.Acquitted,
            ReleaseGround.ReplacedPenalty => Movement.MilderPenalty,
            ReleaseGround.MedicalTreatment => Movement.Treatment,
            ReleaseGround.Escaped => Movement.Escaped,
            _ => Movement.ReleasedOtherwise,
        };
    }

    private static void Count(SortedDictionary<Movement, int> movements, Movement movement) =>
        movements[movement] = movements.GetValueOrDefault(movement) + 1;
}
