using PrisonerTracker.Core.Prisoners;
using PrisonerTracker.Core.Releases;
using PrisonerTracker.Core.Terms;

namespace PrisonerTracker.Web.Pages.Releases;

/// <summary>What the people freed in an event have behind them, and what became of them since.</summary>
internal sealed class FreedTogether(IReadOnlyList<EventModel.NamedView> named)
{
    private const double DaysOfYear = 365.25;

    private readonly IReadOnlyList<EventModel.NamedView> _freed = [.. named.Where(n => n.Outcome == NamedOutcome.Freed)];

    /// <summary>Somebody with two is counted under both.</summary>
    public IEnumerable<(string Country, int Number)> Citizenships => _freed
        .SelectMany(n => n.Citizenships ?? [])
        .GroupBy(CountryNames.Of)
        .Select(g => (g.Key, g.Count()))
        .OrderByDescending(c => c.Item2).ThenBy(c => c.Key, StringComparer.Ordinal);

    public int WithoutCitizenship => _freed.Count(n => n.Citizenships is not { Length: > 0 });

    /// <summary>Of how many freed people it is known when they were detained.</summary>
    public int WithTime => Times.Count;

    public int WithoutTime => _freed.Count - Times.Count;

    /// <summary>All their years together, as far as partial dates tell.</summary>
    public (int Least, int Most) Years =>
        ((int)(Times.Sum(t => (long)t.Time.Least) / DaysOfYear), (int)Math.Ceiling(Times.Sum(t => (long)t.Time.Most) / DaysOfYear));

    public EventModel.NamedView? Longest => Times.Count == 0 ? null : Times.MaxBy(t => t.Time.Least).Person;

    public EventModel.NamedView? Shortest => Times.Count < 2 ? null : Times.MinBy(t => t.Time.Most).Person;

    /// <summary>Freed here and held now: detained again.</summary>
    public IEnumerable<EventModel.NamedView> HeldAgain => _freed.Where(n => n.Standing is { } standing && Standing.Held.Contains(standing.Custody));

    private List<(EventModel.NamedView Person, TimeServed Time)> Times =>
    [
        .. _freed.Where(n => n.ReleasedOn is not null)
            .Select(n => (n, TimeServed.Of(n.DetainedOn, n.ReleasedOn, null, [], n.ReleasedOn!.Latest)!))
            .Where(t => t.Item2 is not null),
    ];
}
