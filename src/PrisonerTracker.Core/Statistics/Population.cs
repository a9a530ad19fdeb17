using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.Prisoners;

namespace PrisonerTracker.Core.Statistics;

/// <summary>
/// Whom a statistic counts, the same for whoever looks: published people who fit a filter. Whose record is withheld counts in totals
/// over time, while nothing is filtered, and is never told apart by what the record says.
/// </summary>
/// <param name="register">The register.</param>
/// <param name="filter">With its text looked for.</param>
/// <param name="today">The day "held today" means.</param>
public sealed class Population(RegisterContext register, PrisonerFilter filter, DateOnly today)
{
    public PrisonerFilter Filter => filter;
    public DateOnly Today => today;

    /// <summary>Nobody is filtered out.</summary>
    public bool IsEverybody => filter.IsEverybody;

    /// <summary>Published people who fit.</summary>
    public IQueryable<Prisoner> Published => filter.Apply(register.Prisoners.AsNoTracking().Where(p => p.Publication == Publication.Published));

    /// <summary>The same, with the withheld while nothing is filtered: for totals only.</summary>
    public IQueryable<Prisoner> Counted => IsEverybody
        ? register.Prisoners.AsNoTracking().IgnoreQueryFilters().Where(p => p.Publication == Publication.Published || p.Publication == Publication.Withheld)
        : Published;

    internal RegisterContext Register => register;

    /// <summary>How many people there are, and how many of them are held today: published, and withheld when those are counted.</summary>
    public async Task<(Tally Published, Tally Withheld)> TotalsAsync(CancellationToken cancellationToken = default)
    {
        var rows = await Counted
            .GroupBy(p => p.Publication)
            .Select(g => new { g.Key, People = g.Count(), Held = g.Count(p => Standing.Held.Contains(p.Standing.Custody)) })
            .ToListAsync(cancellationToken);
        Tally Of(Publication publication) => rows.Find(r => r.Key == publication) is { } row ? new Tally(row.People, row.Held) : Tally.None;
        return (Of(Publication.Published), Of(Publication.Withheld));
    }
}

/// <summary>How many people, each once, and how many of them are held today.</summary>
public sealed record Tally(int People, int Held)
{
    public static readonly Tally None = new(0, 0);

    public static Tally operator +(Tally a, Tally b) => new(a.People + b.People, a.Held + b.Held);

    public static Tally operator -(Tally a, Tally b) => new(a.People - b.People, a.Held - b.Held);
}

/// <summary>A group of a breakdown.</summary>
public sealed record Share<TKey>(TKey Key, Tally Tally);
