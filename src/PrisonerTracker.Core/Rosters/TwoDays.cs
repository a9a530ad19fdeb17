using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.Imprisonments;
using PrisonerTracker.Core.Prisoners;
using PrisonerTracker.Core.Releases;
using PrisonerTracker.Core.Shared;

namespace PrisonerTracker.Core.Rosters;

/// <summary>How sure it is that somebody was held, and designated, at the end of two days.</summary>
public sealed record Sureness(Certainty HeldBefore, Certainty HeldAfter, Certainty DesignatedBefore, Certainty DesignatedAfter)
{
    /// <summary>Held and designated, the headline: as sure as the less sure of the two.</summary>
    public Certainty Before => HeldBefore < DesignatedBefore ? HeldBefore : DesignatedBefore;

    public Certainty After => HeldAfter < DesignatedAfter ? HeldAfter : DesignatedAfter;
}

/// <summary>Somebody for whom two days differ, with what it takes to say why.</summary>
public sealed record Difference
{
    /// <summary>Empty, as the name is, for somebody who is withheld.</summary>
    public required string Slug { get; init; }

    public required string Name { get; init; }
    public bool IsWithheld => Slug.Length == 0;
    public required Sureness Sure { get; init; }

    /// <summary>The ground of the last release that stands and may have happened by the second day.</summary>
    public ReleaseGround? Ground { get; init; }

    public PartialDate? ReleasedOn { get; init; }

    /// <summary>The last detention that may have happened by the second day.</summary>
    public PartialDate? DetainedOn { get; init; }

    /// <summary>Certainly held on some day up to the first; restricted liberty is not held.</summary>
    public bool HadBeenHeld { get; init; }

    public bool HasDied { get; init; }
}

/// <summary>
/// Reads two days at once, by the same rules as a roster, the same for whoever looks: published people, and in every number also those
/// whose records are withheld, who are named nowhere.
/// </summary>
public static class TwoDays
{
    /// <summary>How many people there are of each combination, of those held or possibly held on one of the days.</summary>
    public static async Task<IReadOnlyList<(Sureness Sure, int People)>> TotalsAsync(
        this RegisterContext register, DateOnly before, DateOnly after, DateOnly today, CancellationToken cancellationToken = default)
    {
        var groups = await Both(register, before, after, today)
            .GroupBy(x => new { x.HeldBefore, x.HeldAfter, x.DesignatedBefore, x.DesignatedAfter })
            .Select(g => new { g.Key, Count = g.Count() })
            .ToListAsync(cancellationToken);
        return [.. groups.Select(g => (Sure(g.Key.HeldBefore, g.Key.HeldAfter, g.Key.DesignatedBefore, g.Key.DesignatedAfter), g.Count))];
    }

    /// <summary>Everybody for whom the days differ, by name.</summary>
    public static async Task<IReadOnlyList<Difference>> DifferencesAsync(
        this RegisterContext register, DateOnly before, DateOnly after, DateOnly today, CancellationToken cancellationToken = default)
    {
        var rows = await Both(register, before, after, today)
            .Where(x => x.HeldBefore != x.HeldAfter || x.DesignatedBefore != x.DesignatedAfter)
            .OrderBy(x => x.Person.SortName).ThenBy(x => x.Person.PrisonerId)
            .Select(x => new
            {
                Slug = x.Person.Publication == Publication.Published ? x.Person.Slug : "",
                Name = x.Person.Publication == Publication.Published ? x.Person.DisplayName : "",
                x.HeldBefore,
                x.HeldAfter,
                x.DesignatedBefore,
                x.DesignatedAfter,
                Release = x.Person.Imprisonments.SelectMany(i => i.Releases)
                    .Where(r => r.UndoneAt == null && r.ReleasedOn.Earliest <= after)
                    .OrderByDescending(r => r.ReleasedOn.Earliest).ThenByDescending(r => r.ReleaseId)
                    .Select(r => new { r.Ground, r.ReleasedOn })
                    .FirstOrDefault(),
                DetainedOn = x.Person.Imprisonments
                    .Where(i => i.DetainedOn!.Earliest <= after)
                    .OrderByDescending(i => i.DetainedOn!.Earliest)
                    .Select(i => i.DetainedOn)
                    .FirstOrDefault(),
                HadBeenHeld = x.Person.HeldPeriods.Any(h => h.IsCertain && (h.Days.LowerBoundInfinite || h.Days.LowerBound <= before)),
                HasDied = x.Person.DiedOn != null && x.Person.DiedOn.Earliest <= after,
            })
            .ToListAsync(cancellationToken);
        return
        [
            .. rows.Select(x => new Difference
            {
                Slug = x.Slug,
                Name = x.Name,
                Sure = Sure(x.HeldBefore, x.HeldAfter, x.DesignatedBefore, x.DesignatedAfter),
                Ground = x.Release?.Ground,
                ReleasedOn = x.Release?.ReleasedOn,
                DetainedOn = x.DetainedOn,
                HadBeenHeld = x.HadBeenHeld,
                HasDied = x.HasDied,
            }),
        ];
    }

    /// <summary>
    /// What the register learned only after the first day about that day's headline: people entered later, and people whose release
    /// until then was recorded later.
    /// </summary>
    public static async Task<(int CertainEntered, int PossiblyEntered, int Freed)> LearnedLaterAsync(
        this RegisterContext register, DateOnly before, DateOnly today, CancellationToken cancellationToken = default)
    {
        var known = before.AddDays(1).ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
        var entered = await Both(register, before, before, today)
            .Where(x => x.Person.CreatedAt >= known && x.HeldBefore > 0 && x.DesignatedBefore > 0)
            .GroupBy(x => x.HeldBefore == 2 && x.DesignatedBefore == 2)
            .Select(g => new { IsCertain = g.Key, Count = g.Count() })
            .ToListAsync(cancellationToken);
        var freed = await Counted(register).CountAsync(
            p => p.CreatedAt < known
                && !p.HeldPeriods.Any(h => h.Days.Contains(before))
                && p.Designations.Any(d => d.DesignatedOn!.Latest <= before && (d.WithdrawnOn == null || d.WithdrawnOn.Earliest > before))
                && p.Imprisonments.Any(i => i.Kind == ImprisonmentKind.Custody && i.DetainedOn!.Latest <= before
                    && i.Releases.Any(r => r.UndoneAt == null && r.ReleasedOn.Latest <= before && r.RecordedAt >= known)),
            cancellationToken);
        return (entered.Where(e => e.IsCertain).Sum(e => e.Count), entered.Sum(e => e.Count), freed);
    }

    // 0, 1, 2 are Certainty's values: the database compares and groups them as numbers.
    private sealed class Row
    {
        public required Prisoner Person { get; init; }
        public int HeldBefore { get; init; }
        public int HeldAfter { get; init; }
        public int DesignatedBefore { get; init; }
        public int DesignatedAfter { get; init; }
    }

    private static Sureness Sure(int heldBefore, int heldAfter, int designatedBefore, int designatedAfter) =>
        new((Certainty)heldBefore, (Certainty)heldAfter, (Certainty)designatedBefore, (Certainty)designatedAfter);

    private static IQueryable<Prisoner> Counted(RegisterContext register) =>
        register.Prisoners.AsNoTracking().IgnoreQueryFilters().Where(p => p.Publication == Publication.Published || p.Publication == Publication.Withheld);

    private static IQueryable<Row> Both(RegisterContext register, DateOnly before, DateOnly after, DateOnly today)
    {
        var (first, second) = (PartialDate.OfDay(before), PartialDate.OfDay(after));
        var ((daysBefore, isNowBefore), (daysAfter, isNowAfter)) = (Roster.Of(first, today), Roster.Of(second, today));
        return Counted(register)
            .Where(Either(Roster.Possibly(first, today), Roster.Possibly(second, today)))
            .Select(p => new Row
            {
                Person = p,
                HeldBefore = isNowBefore ? Standing.Held.Contains(p.Standing.Custody) ? 2 : 0
                    : p.HeldPeriods.Where(h => h.Days.Overlaps(daysBefore)).Max(h => (int?)(h.IsCertain ? 2 : 1)) ?? 0,
                HeldAfter = isNowAfter ? Standing.Held.Contains(p.Standing.Custody) ? 2 : 0
                    : p.HeldPeriods.Where(h => h.Days.Overlaps(daysAfter)).Max(h => (int?)(h.IsCertain ? 2 : 1)) ?? 0,
                DesignatedBefore = isNowBefore ? p.Standing.IsDesignated ? 2 : 0
                    : p.Designations
                        .Where(d => (d.DesignatedOn == null || d.DesignatedOn.Earliest <= before) && (d.WithdrawnOn == null || d.WithdrawnOn.Latest > before))
                        .Max(d => (int?)(d.DesignatedOn!.Latest <= before && (d.WithdrawnOn == null || d.WithdrawnOn.Earliest > before) ? 2 : 1)) ?? 0,
                DesignatedAfter = isNowAfter ? p.Standing.IsDesignated ? 2 : 0
                    : p.Designations
                        .Where(d => (d.DesignatedOn == null || d.DesignatedOn.Earliest <= after) && (d.WithdrawnOn == null || d.WithdrawnOn.Latest > after))
                        .Max(d => (int?)(d.DesignatedOn!.Latest <= after && (d.WithdrawnOn == null || d.WithdrawnOn.Earliest > after) ? 2 : 1)) ?? 0,
            });
    }

    private static Expression<Func<Prisoner, bool>> Either(Expression<Func<Prisoner, bool>> one, Expression<Func<Prisoner, bool>> other)
    {
        var person = one.Parameters[0];
        return Expression.Lambda<Func<Prisoner, bool>>(Expression.OrElse(one.Body, new Renamed(other.Parameters[0], person).Visit(other.Body)), person);
    }

    private sealed class Renamed(ParameterExpression from, ParameterExpression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : node;
    }
}
