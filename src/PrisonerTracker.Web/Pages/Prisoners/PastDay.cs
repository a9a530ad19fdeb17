using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.Rosters;
using PrisonerTracker.Core.Shared;

namespace PrisonerTracker.Web.Pages.Prisoners;

/// <summary>What was to be said of a person at the end of a past day: one sentence, or several where imprecise dates leave it open.</summary>
internal sealed record PastDay(DateOnly Day, IReadOnlyList<string> Sentences, StandingOn Standing)
{
    /// <summary>The day an address asks about, or null with the problem named; today is not past, its status stands above.</summary>
    public static DateOnly? Read(string typed, DateOnly today, ModelStateDictionary problems)
    {
        if (!PartialDate.TryParse(typed, out var date) || date.Precision != DatePrecision.Day || date.IsApproximate)
            problems.AddModelError("on", T("“{0}” is not a day; write one as 2022-01-01.", typed.Length > 30 ? typed[..30] : typed));
        else if (date.Earliest > today)
            problems.AddModelError("on", T("{0} lies in the future. Choose a day up to today.", date));
        else
            return date.Earliest;
        return null;
    }

    public static async Task<PastDay> OfAsync(RegisterContext register, Guid prisonerId, PartialDate? diedOn, DateOnly day)
    {
        var imprisonments = await register.Imprisonments.AsNoTracking().AsSplitQuery()
            .Where(i => i.PrisonerId == prisonerId)
            .Include(i => i.Charges).ThenInclude(c => c.Steps)
            .Include(i => i.Sentences)
            .Include(i => i.Placements)
            .Include(i => i.Releases)
            .ToListAsync();
        var designations = await register.Designations.AsNoTracking().Where(d => d.PrisonerId == prisonerId).ToListAsync();
        return new PastDay(
            day,
            [.. StatusOn.Of(day, imprisonments, diedOn).Select(s => StatusSentence.Of(Facts(s, diedOn))).Distinct()],
            StandingOn.Of(day, imprisonments, designations, diedOn));
    }

    private static StatusFacts Facts(StatusOn status, PartialDate? diedOn) => new()
    {
        Standing = status.Standing,
        Ground = status.Release?.Ground,
        DestinationCountry = status.Release?.DestinationCountry,
        ForcedOut = status.Release?.ForcedOut,
        Returned = status.Returned is { } returned ? (returned.ReleasedOn, returned.UndoneOn) : null,
        OnlyInAbsentia = status.OnlyInAbsentia,
        Kind = status.Kind,
        Penalty = status.Penalty,
        ReplacedOn = status.ReplacedOn,
        SentencedInAbsentia = status.SentencedInAbsentia,
        DiedOn = status.HadDied ? diedOn : null,
        Earlier = status.Earlier,
    };
}
