using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.Prisoners;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Core.Statistics;
using PrisonerTracker.Web.Charts;
using PrisonerTracker.Web.Pages.Prisoners;

namespace PrisonerTracker.Web.Pages.Statistics;

/// <summary>A page of numbers about the people the list's filter chooses; its address takes the same query string.</summary>
internal abstract class StatisticsPage(RegisterContext register, TimeProvider clock) : PageModel
{
    private const int MostEvents = 1000;

    /// <summary>How far back a chart over time may begin.</summary>
    public static readonly IReadOnlyList<int> YearsOffered = [1, 5, 10];

    protected RegisterContext Register => register;

    public PrisonersQuery Query { get; private set; } = null!;
    public Population Population { get; private set; } = null!;
    public Tally Published { get; private set; } = Tally.None;
    public Tally Withheld { get; private set; } = Tally.None;

    /// <summary>How many years the chart goes back; null for all.</summary>
    public int? Years { get; private set; }

    public DateOnly Today => Population.Today;

    /// <summary>An address of this kind with the filter of this page.</summary>
    /// <param name="path">Such as <c>statistics/held.csv</c>.</param>
    /// <param name="without">The parameter to leave out, if any.</param>
    public string To(string path, string? without = null) => Url.Content(Query.With($"~/{path}", without));

    /// <summary>The same, going back so many years.</summary>
    public string Since(string path, int? years) => To(path) is var address && years is null ? address : $"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}years={years}";

    /// <summary>Reads the filter and counts whom it chooses; false when the address cannot be read, which is answered with 400.</summary>
    protected async Task<bool> ReadAsync()
    {
        var today = clock.Day();
        Query = PrisonersQuery.From(Request.Query, today);
        Years = YearsOf(Request);
        foreach (var (_, problem) in Query.Problems)
            ModelState.AddModelError("", problem); // the form with the fields is on another page
        if (Query.Problems.Count > 0)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return false;
        }

        await Query.NameKeysAsync(HttpContext, register);
        Population = new Population(register, await Query.Filter.SearchedAsync(register, HttpContext.RequestAborted), today);
        (Published, Withheld) = await Population.TotalsAsync(HttpContext.RequestAborted);
        return true;
    }

    protected async Task<HeldChart> HeldAsync() =>
        HeldChart.Of(await Population.HeldOverTimeAsync(HttpContext.RequestAborted), await EventsAsync(register, Query.Filter.Country), Years);

    internal static int? YearsOf(HttpRequest request) =>
        int.TryParse(request.Query["years"], out var years) && YearsOffered.Contains(years) ? years : null;

    /// <summary>Published events, of one country or of all.</summary>
    internal static async Task<IReadOnlyList<EventMark>> EventsAsync(RegisterContext register, string? country = null) =>
        await register.ReleaseEvents.AsNoTracking()
            .Where(e => e.Publication == Publication.Published && (country == null || e.Country == country))
            .OrderByDescending(e => e.HappenedOn.Earliest).ThenBy(e => e.ReleaseEventId)
            .Take(MostEvents)
            .Select(e => new EventMark(e.Slug, e.Title, e.HappenedOn, e.AnnouncedCount))
            .ToListAsync();
}
