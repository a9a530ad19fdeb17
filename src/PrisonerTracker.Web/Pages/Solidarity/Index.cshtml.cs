using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.Prisoners;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Core.Solidarity;
using PrisonerTracker.Core.Terms;

namespace PrisonerTracker.Web.Pages.Solidarity;

/// <summary>Occasions to write, to come, to remember and to ask: birthdays, hearings, ends of terms, and who is held longest or silent longest.</summary>
internal sealed class IndexModel(RegisterContext register, TimeProvider clock) : PageModel
{
    /// <summary>How many months ahead ends of terms are listed.</summary>
    public const int MonthsAhead = 3;

    private const int MostBirthdays = 300;
    private const int MostHearings = 300;
    private const int MostExpected = 100;
    private const int MostInList = 10;

    public sealed record PersonRow(string Slug, LocalizedText Name, bool IsFictional);

    public DateOnly Today { get; } = clock.Day();
    public IReadOnlyList<BirthdayRow> ThisWeek { get; private set; } = [];

    /// <summary>Those of the rest of the month, behind the seven days.</summary>
    public IReadOnlyList<BirthdayRow> LaterThisMonth { get; private set; } = [];

    /// <summary>Born in a month like this one, on a day that is not known.</summary>
    public IReadOnlyList<BirthdayRow> SomeDayThisMonth { get; private set; } = [];

    /// <summary>Those of the next month, also of people who are not held.</summary>
    public IReadOnlyList<HearingRow> Hearings { get; private set; } = [];

    public DateOnly LastHearingDay => Today.AddMonths(1);

    /// <summary>The soonest of them.</summary>
    public IReadOnlyList<ExpectedRelease> Expected { get; private set; } = [];

    /// <summary>How many more there are; the calendar has them.</summary>
    public int MoreExpected { get; private set; }

    public IReadOnlyList<HeldRow> LongestHeld { get; private set; } = [];
    public IReadOnlyList<Silence> Silent { get; private set; } = [];

    public int Held { get; private set; }
    public int WithoutAddress { get; private set; }
    public IReadOnlyList<PersonRow> Unaddressed { get; private set; } = [];

    /// <summary>Those held longest of whom nobody has written anything here.</summary>
    public IReadOnlyList<HeldRow> Untold { get; private set; } = [];

    public async Task OnGetAsync()
    {
        register.ShowWhatReadersSee();
        var cancellation = HttpContext.RequestAborted;
        var held = register.Prisoners.AsNoTracking().Held();

        var (week, month) = (Today.AddDays(6), new DateOnly(Today.Year, Today.Month, DateTime.DaysInMonth(Today.Year, Today.Month)));
        var birthdays = (await BirthdayRow.BetweenAsync(held, Today, month > week ? month : week, Today.Month, cancellation)).ToLookup(b => b.On is null ? 2 : b.On > week ? 1 : 0);
        (ThisWeek, LaterThisMonth, SomeDayThisMonth) = ([.. birthdays[0]], [.. birthdays[1].Take(MostBirthdays)], [.. birthdays[2].Take(MostBirthdays)]);

        Hearings = await HearingRow.NextAsync(register.HearingsOf(register.Prisoners.AsNoTracking()).AnnouncedFor(Today, LastHearingDay), MostHearings, cancellation);
        var rules = await register.CreditRules.AsNoTracking().ToListAsync(cancellation);
        var expected = await register.ExpectedReleasesAsync(held, Today, Today.AddMonths(MonthsAhead), Today, rules, cancellation);
        (Expected, MoreExpected) = ([.. expected.Take(MostExpected)], Math.Max(0, expected.Count - MostExpected));
        LongestHeld = await HeldRow.LongestAsync(held, MostInList, cancellation);
        Untold = await HeldRow.LongestAsync(held.Untold(), MostInList, cancellation);
        Silent = await held.LongestSilentAsync(MostInList, cancellation);

        var letters = await held
            .GroupBy(p => !p.LetterAddresses.Any(a => a.Lines != null) && !p.WithheldParts.Any(w => w.Part == PersonPart.LetterAddresses))
            .Select(g => new { HasNone = g.Key, Count = g.Count() })
            .ToListAsync(cancellation);
        (Held, WithoutAddress) = (letters.Sum(l => l.Count), letters.Where(l => l.HasNone).Sum(l => l.Count));
        Unaddressed = await held.WithoutAddress()
            .OrderBy(p => p.Standing.DetainedOn == null).ThenBy(p => p.Standing.DetainedOn!.Latest).ThenBy(p => p.PrisonerId)
            .Take(MostInList)
            .Select(p => new PersonRow(p.Slug, p.PreferredNames, p.IsFictional))
            .ToListAsync(cancellation);
    }
}
