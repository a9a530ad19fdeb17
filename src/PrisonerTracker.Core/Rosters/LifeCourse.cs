using PrisonerTracker.Core.Imprisonments;
using PrisonerTracker.Core.Shared;

namespace PrisonerTracker.Core.Rosters;

/// <summary>
/// The dated facts of a life, in the order they can have happened in. On a given day some certainly had happened, some certainly
/// had not, and of the rest the first few: as many courses the life can have taken until then.
/// </summary>
internal sealed class LifeCourse
{
    private readonly List<(Happening What, PartialDate? On)> _steps = [];
    private readonly IReadOnlyList<Imprisonment> _imprisonments;
    private readonly bool _hasDied;

    /// <summary>Puts the facts in order.</summary>
    /// <param name="imprisonments">All of the person's.</param>
    /// <param name="diedOn">The person's death.</param>
    /// <param name="withCharges">Whether the charges matter; to custody "held or not" they do not.</param>
    public LifeCourse(IEnumerable<Imprisonment> imprisonments, PartialDate? diedOn, bool withCharges = true)
    {
        _imprisonments = [.. imprisonments.OrderBy(i => i.BeganOn).ThenBy(i => i.ImprisonmentId)];
        _hasDied = diedOn is not null;
        foreach (var imprisonment in _imprisonments)
            AddImprisonment(imprisonment, withCharges);
        if (_hasDied)
            _steps.Add((new(this, Moment.Died), diedOn));
    }

    /// <summary>The days on which something may change, in order.</summary>
    public IEnumerable<DateOnly> Turns =>
        _steps.Where(s => s.On is not null).SelectMany(s => new[] { s.On!.Earliest, s.On.Latest }).Append(DateOnly.MinValue).Distinct().Order();

    /// <summary>The cases and whether the person had died, for each course the life can have taken until the end of the day.</summary>
    public IEnumerable<(IReadOnlyList<CaseSoFar> Cases, bool HasDied)> Courses(DateOnly day)
    {
        var happened = _steps.Where(s => s.On?.Latest <= day).Select(s => s.What).ToHashSet();
        yield return Course(happened);
        foreach (var step in _steps.Where(s => s.On is null || (s.On.Earliest <= day && s.On.Latest > day)))
        {
            happened.Add(step.What);
            yield return Course(happened);
        }
    }

    private (IReadOnlyList<CaseSoFar>, bool) Course(HashSet<Happening> happened) =>
        ([.. _imprisonments.Select(i => CaseSoFar.Of(i, happened.Contains)).OfType<CaseSoFar>()], _hasDied && happened.Contains(new(this, Moment.Died)));

    private void AddImprisonment(Imprisonment imprisonment, bool withCharges)
    {
        if (imprisonment.Kind != ImprisonmentKind.InAbsentia)
            Add(imprisonment, Moment.Detained, imprisonment.DetainedOn);

        var between = new List<(Happening What, PartialDate? On, PartialDate? NotBefore)>();
        if (withCharges)
        {
            foreach (var charge in imprisonment.Charges)
                between.AddRange(StepsOf(charge, imprisonment.DetainedOn));
            if (imprisonment.ConfirmedOn is not null)
                between.Add((new(imprisonment, Moment.Confirmed), imprisonment.ConfirmedOn, null));
            between.AddRange(imprisonment.Placements.Where(p => (p.FromOn ?? p.SeenOn) is not null).Select(p => (new Happening(p, Moment.Placed), p.FromOn ?? p.SeenOn, (PartialDate?)null)));
        }

        between.AddRange(imprisonment.Sentences.Select(s => (new Happening(s, Moment.Decided), s.DecidedOn, (PartialDate?)null)));
        foreach (var release in imprisonment.Releases.Where(r => r.WasAtLibertyBetween()))
        {
            between.Add((new(release, Moment.Freed), release.ReleasedOn, null));
            between.Add((new(release, Moment.TakenBack), release.UndoneOn, release.ReleasedOn));
        }

        _steps.AddRange(between
            .OrderBy(s => s.On is null)
            .ThenBy(s => s.NotBefore is { } first && first.CompareTo(s.On) > 0 ? first : s.On)
            .ThenBy(s => s.What.Moment)
            .Select(s => (s.What, s.On)));

        if (imprisonment.CurrentRelease is { } current)
            Add(current, Moment.Freed, current.ReleasedOn);
    }

    // What somebody was detained for is counted from the detention on when nobody says since when.
    private static IEnumerable<(Happening, PartialDate?, PartialDate?)> StepsOf(Charge charge, PartialDate? detainedOn)
    {
        if (charge.Steps.Count == 0)
            return [(new(charge, Moment.Charged), null, null)];
        return charge.Steps.Select(s => (
            new Happening(s, Moment.Charged),
            s.TookPlaceOn ?? (s is { Ordinal: 0, Status: ChargeStatus.Investigated or ChargeStatus.Laid } ? detainedOn : null),
            (PartialDate?)null));
    }

    private void Add(object fact, Moment moment, PartialDate? on) => _steps.Add((new(fact, moment), on));
}
