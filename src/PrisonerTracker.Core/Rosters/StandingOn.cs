using PrisonerTracker.Core.Designations;
using PrisonerTracker.Core.Imprisonments;
using PrisonerTracker.Core.Prisoners;
using PrisonerTracker.Core.Shared;

namespace PrisonerTracker.Core.Rosters;

/// <summary>How sure an answer is when dates are known to the month or the year only.</summary>
public enum Certainty
{
    No,
    Possible,
    Certain,
}

/// <summary>
/// Where a person stood at the end of a past day. The day of a detention counts as held, the day of a release does not: a stay is
/// <c>[detention, release)</c>, as in <c>ex_imprisonments_overlap</c>.
/// </summary>
/// <remarks>
/// Several values on one axis mean that the recorded dates allow each of them. Before the first imprisonment the register knows of,
/// a person counts as at liberty.
/// </remarks>
public sealed record StandingOn
{
    private StandingOn()
    {
    }

    public required DateOnly Day { get; init; }
    public required IReadOnlyList<Custody> Custody { get; init; }
    public required IReadOnlyList<LegalStage> LegalStage { get; init; }

    /// <summary>Held in any form (<see cref="Standing.Held"/>).</summary>
    public required Certainty Held { get; init; }

    public required Certainty Designated { get; init; }

    /// <summary>The latest date, certainly not after the day, at which a source confirms the custody status.</summary>
    public PartialDate? ConfirmedOn { get; init; }

    /// <summary>Derives it from the facts, as they are known today.</summary>
    /// <param name="day">The day; at its end.</param>
    /// <param name="imprisonments">All of the person's, with charges and their steps, sentences, placements and releases.</param>
    /// <param name="designations">All of the person's.</param>
    /// <param name="diedOn">The person's death.</param>
    public static StandingOn Of(
        DateOnly day, IEnumerable<Imprisonment> imprisonments, IReadOnlyCollection<Designation> designations, PartialDate? diedOn)
    {
        IReadOnlyCollection<Imprisonment> all = [.. imprisonments];
        var courses = new LifeCourse(all, diedOn).Courses(day).Select(c => Standing.Of(c.Cases, false, c.HasDied)).ToList();
        return new StandingOn
        {
            Day = day,
            Custody = [.. courses.Select(s => s.Custody == Prisoners.Custody.Unknown && all.Count > 0 ? Prisoners.Custody.AtLiberty : s.Custody).Distinct().Order()],
            LegalStage = [.. courses.Select(s => s.LegalStage).Distinct().Order()],
            Held = HeldIn(courses),
            Designated = designations.Select(d => DesignatedOn(day, d)).DefaultIfEmpty(Certainty.No).Max(),
            ConfirmedOn = courses[0].ConfirmedOn,
        };
    }

    internal static Certainty HeldIn(IReadOnlyCollection<Standing> courses) =>
        courses.All(s => Standing.Held.Contains(s.Custody)) ? Certainty.Certain
        : courses.Any(s => Standing.Held.Contains(s.Custody)) ? Certainty.Possible
        : Certainty.No;

    /// <summary>Like a stay, a designation counts from its day on and no longer on the day it is withdrawn.</summary>
    internal static Certainty DesignatedOn(DateOnly day, Designation designation)
    {
        if (designation.DesignatedOn?.Earliest > day || designation.WithdrawnOn?.Latest <= day)
            return Certainty.No;
        return designation.DesignatedOn?.Latest <= day && !(designation.WithdrawnOn?.Earliest <= day) ? Certainty.Certain : Certainty.Possible;
    }
}
