using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.Prisoners;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Core.Solidarity;

namespace PrisonerTracker.Web.Pages.Solidarity;

/// <summary>Somebody held and since when.</summary>
internal sealed record HeldRow(string Slug, LocalizedText Name, bool IsFictional, PartialDate DetainedOn)
{
    /// <summary>Whoever is held longest, in that order.</summary>
    public static async Task<IReadOnlyList<HeldRow>> LongestAsync(IQueryable<Prisoner> held, int most, CancellationToken cancellationToken) =>
        await held.LongestFirst()
            .Take(most)
            .Select(p => new HeldRow(p.Slug, p.PreferredNames, p.IsFictional, p.Standing.DetainedOn!))
            .ToListAsync(cancellationToken);
}

/// <summary>The two lists of the front page: whose birthday it is this week, and who has been held longest.</summary>
internal sealed record HomeLists(IReadOnlyList<BirthdayRow> Birthdays, int MoreBirthdays, IReadOnlyList<HeldRow> LongestHeld)
{
    private const int Most = 5;

    public static readonly HomeLists None = new([], 0, []);

    public static async Task<HomeLists> OfAsync(RegisterContext register, DateOnly today, CancellationToken cancellationToken)
    {
        var held = register.Prisoners.AsNoTracking().Held();
        var birthdays = await BirthdayRow.BetweenAsync(held, today, today.AddDays(6), null, cancellationToken);
        return new HomeLists([.. birthdays.Take(Most)], Math.Max(0, birthdays.Count - Most), await HeldRow.LongestAsync(held, Most, cancellationToken));
    }
}
