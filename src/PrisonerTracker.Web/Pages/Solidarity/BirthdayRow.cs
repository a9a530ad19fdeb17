using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Prisoners;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Core.Solidarity;

namespace PrisonerTracker.Web.Pages.Solidarity;

/// <summary>Somebody's next birthday and the age they reach on it; no day where only the month of the birth is known.</summary>
internal sealed record BirthdayRow(string Slug, LocalizedText Name, bool IsFictional, PartialDate BornOn, DateOnly? On)
{
    public int Age => On!.Value.Year - BornOn.Earliest.Year;

    /// <summary>The birthdays of some days in their order, behind them those of some day of a month.</summary>
    public static async Task<IReadOnlyList<BirthdayRow>> BetweenAsync(
        IQueryable<Prisoner> held, DateOnly first, DateOnly last, int? orSomeDayOfMonth, CancellationToken cancellationToken)
    {
        var days = Enumerable.Range(0, last.DayNumber - first.DayNumber + 1).Select(first.AddDays);
        var found = await held.WithBirthDate().WithBirthdayOn(days, orSomeDayOfMonth)
            .OrderBy(p => p.SortName).ThenBy(p => p.PrisonerId)
            .Select(p => new { p.Slug, p.PreferredNames, p.IsFictional, p.BornOn })
            .ToListAsync(cancellationToken);
        return
        [
            .. found
                .Select(p => new BirthdayRow(p.Slug, p.PreferredNames, p.IsFictional, p.BornOn!, Birthdays.HasDay(p.BornOn) ? Birthdays.Next(p.BornOn!.Earliest, first) : null))
                .OrderBy(b => b.On ?? DateOnly.MaxValue),
        ];
    }
}
