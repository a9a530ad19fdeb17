using PrisonerTracker.Core.Shared;
using PrisonerTracker.Core.Statistics;

namespace PrisonerTracker.Web.Charts;

/// <summary>A release event on the chart of who was held.</summary>
internal sealed record EventMark(string Slug, LocalizedText Title, PartialDate HappenedOn, int? Announced);

/// <summary>Held over time, ready to be drawn: two areas, one above the other, and a line at each release event.</summary>
internal sealed record HeldChart
{
    private const int MostRows = 370;
    private const int MostEvents = 12;

    private HeldChart()
    {
    }

    public required Plot Plot { get; init; }

    /// <summary>Each change of the number from the left edge on; the first is the number at that edge.</summary>
    public required IReadOnlyList<HeldDay> Days { get; init; }

    public required IReadOnlyList<int> Numbers { get; init; }
    public IReadOnlyList<PartialDate> Dates { get; private init; } = [];

    /// <summary>The events within the days shown.</summary>
    public IReadOnlyList<EventMark> Events { get; private init; } = [];

    /// <summary>The largest of them, latest first.</summary>
    public IReadOnlyList<EventMark> NamedEvents => [.. Events.OrderByDescending(e => e.Announced ?? 0).Take(MostEvents).OrderByDescending(e => e.HappenedOn)];

    public string Certain => Plot.Steps(Days.Select(d => (d.Day, d.Certain)));
    public string Possible => Days.All(d => d.Certain == d.Possible) ? "" : Plot.Steps(Days.Select(d => (d.Day, d.Possible)));
    public string Marks => Plot.Marks(Events.Select(e => e.HappenedOn.Earliest));

    /// <summary>The line in a sentence.</summary>
    public string Description
    {
        get
        {
            var highest = Days.MaxBy(d => d.Certain)!;
            return T("From {0} to {1}. At most {2} people were certainly held, on {3}; {4} are held today.", Plot.From, Plot.To, highest.Certain, highest.Day, Days[^1].Certain);
        }
    }

    /// <summary>The rows of the table: every change, or the ends of months where there are too many.</summary>
    public (Figures Figures, bool IsMonthly) Table
    {
        get
        {
            if (Days.Count <= MostRows)
                return (Figures.Of(Days), false);
            var (ends, at) = (new List<HeldDay>(), 0);
            for (var month = new DateOnly(Plot.From.Year, Plot.From.Month, 1).AddMonths(1); ; month = month.AddMonths(1))
            {
                var day = month.AddDays(-1) < Plot.To ? month.AddDays(-1) : Plot.To;
                while (at + 1 < Days.Count && Days[at + 1].Day <= day)
                    at++;
                ends.Add(Days[at] with { Day = day });
                if (day == Plot.To)
                    return (Figures.Of(ends), true);
            }
        }
    }

    /// <summary>Makes it of everything, or of the last years.</summary>
    /// <param name="days">Every change, ending today.</param>
    /// <param name="events">Published events, for the marks.</param>
    /// <param name="years">How many years back; null for all.</param>
    public static HeldChart Of(IReadOnlyList<HeldDay> days, IEnumerable<EventMark> events, int? years = null)
    {
        var today = days[^1].Day;
        var first = days.FirstOrDefault(d => d.Day > DateOnly.MinValue && d.Day < today)?.Day ?? today.AddYears(-1);
        var from = years is { } last && today.AddYears(-last) is var since && since > first ? since : first;
        var shown = days.Where(d => d.Day > from).ToList();
        shown.Insert(0, days.LastOrDefault(d => d.Day <= from) is { } before ? before with { Day = from } : new HeldDay(from, 0, 0));
        var numbers = Ticks.Numbers(shown.Max(d => d.Possible));
        return new HeldChart
        {
            Plot = new Plot(from, today, numbers[^1]),
            Days = shown,
            Numbers = numbers,
            Dates = Ticks.Dates(from, today),
            Events = [.. events.Where(e => e.HappenedOn.Earliest >= from && e.HappenedOn.Earliest <= today)],
        };
    }
}
