using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.Imprisonments;
using PrisonerTracker.Core.Prisoners;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Core.Solidarity;
using PrisonerTracker.Core.Terms;
using PrisonerTracker.Web.Infrastructure;
using PrisonerTracker.Web.Pages.Prisoners;
using PrisonerTracker.Web.Pages.Solidarity;

namespace PrisonerTracker.Web.Feeds;

/// <summary>
/// <c>/birthdays.ics</c>, <c>/expected-releases.ics</c> and <c>/hearings.ics</c>, each for the people of a filter: the query string of the
/// list, as it is. The first two of held people only; whoever was freed or died within a year is cancelled, so that a calendar takes the
/// entry out. Who asks is not remembered.
/// </summary>
internal static class CalendarFeeds
{
    /// <summary>More entries no calendar program takes well; a narrower filter has them all.</summary>
    public const int Most = 5000;

    private const int MonthsAhead = 12;

    // A leap year, so that 29 February is in it. Always the same year: a beginning that moved on would be a change each year.
    private const int FirstYear = 2020;

    public static void MapCalendarFeeds(this WebApplication app)
    {
        app.MapRead("/birthdays.ics", BirthdaysAsync).AllowAnonymous().RequireRateLimiting(Limits.Exports);
        app.MapRead("/expected-releases.ics", ExpectedReleasesAsync).AllowAnonymous().RequireRateLimiting(Limits.Exports);
        app.MapRead("/hearings.ics", HearingsAsync).AllowAnonymous().RequireRateLimiting(Limits.Exports);
    }

    private static async Task<IResult> BirthdaysAsync(HttpContext http, RegisterContext register, SiteOptions site, TimeProvider clock, CancellationToken cancellation)
    {
        register.ShowWhatReadersSee();
        var query = PrisonersQuery.From(http.Request.Query, clock.Day());
        if (query.Problems.Count > 0)
            return Feed.Refuse(query.Problems);

        var found = await (await PeopleAsync(register, query.Filter, clock.Day(), cancellation)).WithBirthDate()
            .Where(p => p.BornOn!.Earliest == p.BornOn.Latest && !p.BornOn.IsApproximate)
            .OrderBy(p => p.PrisonerId)
            .Take(Most)
            .Select(p => new { p.PrisonerId, p.Slug, p.DisplayName, p.BornOn, p.Standing, p.UpdatedAt, p.IsFictional })
            .ToListAsync(cancellation);
        return Answer(http, T("Birthdays of people held"), T("Only people whose day of birth is known and public."), [.. found.Select(p => new CalendarEntry
        {
            Id = Feed.StableId("birthday", p.PrisonerId),
            From = Birthdays.In(p.BornOn!.Earliest, FirstYear),
            IsYearly = true,
            Title = T("Birthday: {0}", p.DisplayName),
            Text = Text(
                p.IsFictional,
                T("Born on {0}.", Dates.Of(p.BornOn)),
                $"{Words.Of(p.Standing.Custody)}.",
                IsHeld(p.Standing) ? T("How to write: {0}", http.Address(site, $"/prisoners/{p.Slug}/letter")) : ""),
            Address = http.Address(site, $"/prisoners/{p.Slug}"),
            Category = T("Birthday"),
            IsCancelled = !IsHeld(p.Standing),
            ChangedAt = p.UpdatedAt,
            Sequence = CalendarFile.SequenceOf(p.UpdatedAt),
        })]);
    }

    private static async Task<IResult> ExpectedReleasesAsync(HttpContext http, RegisterContext register, SiteOptions site, TimeProvider clock, CancellationToken cancellation)
    {
        register.ShowWhatReadersSee();
        var today = clock.Day();
        var query = PrisonersQuery.From(http.Request.Query, today);
        if (query.Problems.Count > 0)
            return Feed.Refuse(query.Problems);

        var people = await PeopleAsync(register, query.Filter, today, cancellation);
        var rules = await register.CreditRules.AsNoTracking().ToListAsync(cancellation);
        var expected = await register.ExpectedReleasesAsync(people, today, today.AddMonths(MonthsAhead), today, rules, cancellation);
        var freed = await people
            .Where(p => !Standing.Held.Contains(p.Standing.Custody) && p.Standing.ReleasedOn != null)
            .OrderBy(p => p.PrisonerId)
            .Take(Most)
            .Select(p => new { p.PrisonerId, p.Slug, p.DisplayName, p.Standing, p.UpdatedAt, p.IsFictional })
            .ToListAsync(cancellation);

        // A rule that was changed moves ends, too; rules are never taken out, so the sum of their versions only grows.
        var ruled = rules.Sum(r => r.Version);
        return Answer(
            http,
            T("Expected ends of terms"),
            T("Arithmetic, not a promise: pardons, early releases and new sentences are not foreseen."),
            [
                .. expected.Take(Most).Select(p =>
                {
                    // Where nobody knows since when a sentence is in force, each day makes the range of its end another.
                    var changed = p.End.InForceAssumed && today.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc) is var midnight && midnight > p.UpdatedAt ? midnight : p.UpdatedAt;
                    return new CalendarEntry
                    {
                        Id = Feed.StableId("expected-release", p.PrisonerId),
                        From = p.End.Earliest,
                        Until = p.End.Latest,
                        Title = T("Expected end of the term: {0}", T(p.Name)),
                        Text = Text(p.IsFictional, $"{TermWords.Of(p.End)}.", $"{string.Join("; ", ExpectedWords.Basis(p)).Capitalised()}."),
                        Address = http.Address(site, $"/prisoners/{p.Slug}"),
                        Category = T("Expected end of the term"),
                        IsTentative = true,
                        ChangedAt = changed,
                        Sequence = CalendarFile.SequenceOf(changed) + ruled,
                    };
                }),
                .. freed.Select(p => new CalendarEntry
                {
                    Id = Feed.StableId("expected-release", p.PrisonerId),
                    From = p.Standing.ReleasedOn!.Earliest,
                    Title = T("Expected end of the term: {0}", p.DisplayName),
                    Text = Text(p.IsFictional, $"{Words.Of(p.Standing.Custody)}."),
                    Address = http.Address(site, $"/prisoners/{p.Slug}"),
                    Category = T("Expected end of the term"),
                    IsCancelled = true,
                    ChangedAt = p.UpdatedAt,
                    Sequence = CalendarFile.SequenceOf(p.UpdatedAt) + ruled,
                }),
            ]);
    }

    // A hearing is where the court says, whether the person is held or comes from home: the filter alone decides.
    private static async Task<IResult> HearingsAsync(HttpContext http, RegisterContext register, SiteOptions site, TimeProvider clock, CancellationToken cancellation)
    {
        register.ShowWhatReadersSee();
        var query = PrisonersQuery.From(http.Request.Query, clock.Day());
        if (query.Problems.Count > 0)
            return Feed.Refuse(query.Problems);

        var since = clock.Day().AddYears(-1);
        var searched = await query.Filter.SearchedAsync(register, cancellation);
        var found = await register.HearingsOf(searched.Apply(register.Prisoners.AsNoTracking()))
            .Where(x => x.Hearing.HeardOn.Earliest == x.Hearing.HeardOn.Latest && !x.Hearing.HeardOn.IsApproximate && x.Hearing.HeardOn.Earliest >= since)
            .OrderByDescending(x => x.Hearing.HeardOn.Earliest).ThenBy(x => x.Hearing.HearingId)
            .Take(Most)
            .Select(x => new
            {
                x.Hearing.HearingId,
                x.Hearing.Kind,
                x.Hearing.Status,
                x.Hearing.HeardOn,
                x.Hearing.HeardAt,
                Court = x.Hearing.Court!.Name,
                x.Hearing.IsClosed,
                x.Hearing.Note,
                x.Person.Slug,
                x.Person.DisplayName,
                x.Person.UpdatedAt,
                x.Person.IsFictional,
            })
            .ToListAsync(cancellation);
        return Answer(http, T("Court hearings"), T("Only hearings whose day is known. Courts move them at short notice: ask before you go."), [.. found.Select(h => new CalendarEntry
        {
            Id = Feed.StableId("hearing", h.HearingId),
            From = h.HeardOn.Earliest,
            At = h.HeardAt,
            Title = $"{Words.Of(h.Kind)}: {h.DisplayName}",
            Text = Text(
                h.IsFictional,
                $"{Words.Of(h.Status)}.",
                h.HeardAt is { } time ? T("{0} by the clocks of the place.", Dates.Of(time)) : T("The time is not known."),
                h.IsClosed ? T("Closed to the public.") : "",
                T(h.Note)),
            Place = h.Court is { } court ? T(court) : "",
            Address = http.Address(site, $"/prisoners/{h.Slug}"),
            Category = T("Court hearing"),
            IsCancelled = h.Status is HearingStatus.Adjourned or HearingStatus.Cancelled,
            ChangedAt = h.UpdatedAt,
            Sequence = CalendarFile.SequenceOf(h.UpdatedAt),
        })]);
    }

    /// <summary>Whoever the filter finds and is held, and whoever it would find and is held no more since less than a year.</summary>
    private static async Task<IQueryable<Prisoner>> PeopleAsync(RegisterContext register, PrisonerFilter filter, DateOnly today, CancellationToken cancellation)
    {
        var custody = filter.Custody.Count == 0 ? Standing.Held : [.. filter.Custody.Intersect(Standing.Held)];
        var since = today.AddYears(-1);
        var searched = await (filter with { Custody = [] }).SearchedAsync(register, cancellation);

        // What is true of people only while they are held is not asked of those who are not.
        var isLasting = searched is { Incommunicado: false, CanBeWrittenTo: false };
        var fitNow = searched.Apply(register.Prisoners.AsNoTracking()).Select(p => p.PrisonerId);
        return (searched with { Incommunicado = false, CanBeWrittenTo = false }).Apply(register.Prisoners.AsNoTracking())
            .Where(p => p.Publication == Publication.Published && ((custody.Contains(p.Standing.Custody) && (isLasting || fitNow.Contains(p.PrisonerId)))
                || (!Standing.Held.Contains(p.Standing.Custody) && (p.Standing.ReleasedOn!.Latest >= since || p.DiedOn!.Latest >= since))));
    }

    private static bool IsHeld(Standing standing) => Standing.Held.Contains(standing.Custody);

    private static string Text(bool isFictional, params IEnumerable<string> lines) =>
        string.Join('\n', lines.Append(isFictional ? T("This person is invented.") : "").Where(l => l.Length > 0));

    private static IResult Answer(HttpContext http, string name, string description, IReadOnlyList<CalendarEntry> entries) => Feed.Answer(
        http,
        new CalendarFile(name, description, entries).Write(),
        CalendarFile.ContentType,
        entries.Count == 0 ? DateTime.UnixEpoch : entries.Max(e => e.ChangedAt));
}
