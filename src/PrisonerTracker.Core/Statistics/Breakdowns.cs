using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Imprisonments;
using PrisonerTracker.Core.Law;
using PrisonerTracker.Core.Prisoners;
using PrisonerTracker.Core.Shared;

namespace PrisonerTracker.Core.Statistics;

/// <summary>Published people of a population by what is recorded of them; withheld parts of a record count as not known, for everybody who looks.</summary>
public static class Breakdowns
{
    /// <summary>How many occupations are told apart, the commonest first.</summary>
    public const int MostOccupations = 500;

    public static async Task<IReadOnlyList<Share<Gender>>> ByGenderAsync(this Population population, CancellationToken cancellationToken = default) =>
    [
        .. (await population.Published
            .GroupBy(p => p.Gender)
            .Select(g => new { g.Key, People = g.Count(), Held = g.Count(p => Standing.Held.Contains(p.Standing.Custody)) })
            .ToListAsync(cancellationToken)).Select(g => new Share<Gender>(g.Key, new(g.People, g.Held))),
    ];

    /// <summary>By the articles people were charged under, whatever became of the charge; each person once under each.</summary>
    public static async Task<IReadOnlyList<Share<Article>>> ByArticleAsync(this Population population, CancellationToken cancellationToken = default)
    {
        var groups = await population.Published
            .SelectMany(p => p.Imprisonments, (p, i) => new { p.PrisonerId, p.Standing.Custody, i.Charges })
            .SelectMany(x => x.Charges, (x, c) => new { x.PrisonerId, c.ArticleId, IsHeld = Standing.Held.Contains(x.Custody) })
            .Distinct()
            .GroupBy(x => x.ArticleId)
            .Select(g => new { g.Key, People = g.Count(), Held = g.Count(x => x.IsHeld) })
            .ToListAsync(cancellationToken);
        Guid[] ids = [.. groups.Select(g => g.Key)];
        var articles = await population.Register.Articles.AsNoTracking().Include(a => a.LegalCode).Where(a => ids.Contains(a.ArticleId)).ToDictionaryAsync(a => a.ArticleId, cancellationToken);
        return [.. groups.Select(g => new Share<Article>(articles[g.Key], new(g.People, g.Held)))];
    }

    /// <summary>By the facilities people are known to have been in, each person once in each; held counts those who are there now.</summary>
    public static async Task<IReadOnlyList<Share<Facility>>> ByFacilityAsync(this Population population, CancellationToken cancellationToken = default)
    {
        var groups = await population.Published
            .Where(p => !p.WithheldParts.Any(w => w.Part == PersonPart.Placements))
            .SelectMany(p => p.Imprisonments, (p, i) => new { p.PrisonerId, IsHeld = Standing.Held.Contains(p.Standing.Custody) && i.EndedOn == null, i.Placements })
            .SelectMany(x => x.Placements, (x, s) => new { x.PrisonerId, s.FacilityId, IsThere = x.IsHeld && s.UntilOn == null })
            .Where(x => x.FacilityId != null)
            .GroupBy(x => x.FacilityId)
            .Select(g => new { g.Key, People = g.Select(x => x.PrisonerId).Distinct().Count(), There = g.Where(x => x.IsThere).Select(x => x.PrisonerId).Distinct().Count() })
            .ToListAsync(cancellationToken);
        Guid?[] ids = [.. groups.Select(g => g.Key)];
        var facilities = await population.Register.Facilities.AsNoTracking().Where(f => ids.Contains(f.FacilityId)).ToDictionaryAsync(f => f.FacilityId, cancellationToken);
        return [.. groups.Select(g => new Share<Facility>(facilities[g.Key!.Value], new(g.People, g.There)))];
    }

    /// <summary>By the penalty in force in the latest imprisonment or case; null without a sentence.</summary>
    public static async Task<IReadOnlyList<Share<Penalty?>>> ByPenaltyAsync(this Population population, CancellationToken cancellationToken = default) =>
    [
        .. (await population.Published
            .GroupBy(p => p.Standing.PenaltyInForce)
            .Select(g => new { g.Key, People = g.Count(), Held = g.Count(p => Standing.Held.Contains(p.Standing.Custody)) })
            .ToListAsync(cancellationToken)).Select(g => new Share<Penalty?>(g.Key, new(g.People, g.Held))),
    ];

    /// <summary>By the length of the term in force.</summary>
    public static async Task<IReadOnlyList<Share<TermGroup>>> ByTermAsync(this Population population, CancellationToken cancellationToken = default)
    {
        var groups = await population.Published
            .GroupBy(p => new
            {
                p.Standing.PenaltyInForce,
                Step = p.Standing.TermMonths == null ? -1
                    : (p.Standing.TermMonths >= 12 ? 1 : 0) + (p.Standing.TermMonths >= 24 ? 1 : 0) + (p.Standing.TermMonths >= 36 ? 1 : 0)
                    + (p.Standing.TermMonths >= 60 ? 1 : 0) + (p.Standing.TermMonths >= 120 ? 1 : 0) + (p.Standing.TermMonths >= 180 ? 1 : 0),
            })
            .Select(g => new { g.Key.PenaltyInForce, g.Key.Step, People = g.Count(), Held = g.Count(p => Standing.Held.Contains(p.Standing.Custody)) })
            .ToListAsync(cancellationToken);
        return Together(groups.Select(g => new Share<TermGroup>(
            g.Step >= 0 ? TermGroup.UnderOneYear + g.Step : g.PenaltyInForce switch
            {
                null => TermGroup.NoSentence,
                Penalty.LifeImprisonment => TermGroup.Life,
                Penalty.Death => TermGroup.Death,
                Penalty.NotStated or Penalty.Imprisonment or Penalty.Arrest or Penalty.RestrictionOfLibertyInFacility or Penalty.RestrictionOfLibertyAtHome => TermGroup.NotKnown,
                _ => TermGroup.NoTerm,
            },
            new(g.People, g.Held))));
    }

    /// <summary>By age today; a birth date known to the year or month counts where it leaves one group only.</summary>
    public static async Task<IReadOnlyList<Share<AgeGroup>>> ByAgeAsync(this Population population, CancellationToken cancellationToken = default)
    {
        DateOnly Turning(int age) => population.Today.AddYears(-age);
        var (a, b, c, d, e, f) = (Turning(18), Turning(30), Turning(40), Turning(50), Turning(60), Turning(70));
        var groups = await population.Published
            .GroupBy(p => new
            {
                HasDied = p.DiedOn != null || p.Standing.Custody == Custody.DiedInCustody,
                IsKnown = p.BornOn != null && !p.WithheldParts.Any(w => w.Part == PersonPart.BirthDate),
                Oldest = p.BornOn == null ? 0
                    : (p.BornOn.Earliest <= a ? 1 : 0) + (p.BornOn.Earliest <= b ? 1 : 0) + (p.BornOn.Earliest <= c ? 1 : 0)
                    + (p.BornOn.Earliest <= d ? 1 : 0) + (p.BornOn.Earliest <= e ? 1 : 0) + (p.BornOn.Earliest <= f ? 1 : 0),
                Youngest = p.BornOn == null ? 0
                    : (p.BornOn.Latest <= a ? 1 : 0) + (p.BornOn.Latest <= b ? 1 : 0) + (p.BornOn.Latest <= c ? 1 : 0)
                    + (p.BornOn.Latest <= d ? 1 : 0) + (p.BornOn.Latest <= e ? 1 : 0) + (p.BornOn.Latest <= f ? 1 : 0),
            })
            .Select(g => new { g.Key, People = g.Count(), Held = g.Count(p => Standing.Held.Contains(p.Standing.Custody)) })
            .ToListAsync(cancellationToken);
        return Together(groups.Select(g => new Share<AgeGroup>(
            g.Key.HasDied ? AgeGroup.Died
            : !g.Key.IsKnown ? AgeGroup.NotKnown
            : g.Key.Oldest != g.Key.Youngest ? AgeGroup.LeftOpen
            : AgeGroup.Under18 + g.Key.Oldest,
            new(g.People, g.Held))));
    }

    /// <summary>By how long people were held in all their imprisonments together; imprecise dates count where they leave one group only.</summary>
    /// <param name="population">Who.</param>
    /// <param name="all">How many there are, for those who were never held.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task<IReadOnlyList<Share<HeldFor>>> ByTimeHeldAsync(this Population population, Tally all, CancellationToken cancellationToken = default)
    {
        var today = population.Today;
        var groups = await population.Published
            .SelectMany(p => p.HeldPeriods, (p, h) => new
            {
                p.PrisonerId,
                IsHeld = Standing.Held.Contains(p.Standing.Custody),
                h.IsCertain,
                IsOpen = h.Days.LowerBoundInfinite ? 1 : 0,
                Days = (h.Days.UpperBoundInfinite || h.Days.UpperBound > today ? today : h.Days.UpperBound).DayNumber - h.Days.LowerBound.DayNumber,
            })
            .GroupBy(x => new { x.PrisonerId, x.IsHeld })
            .Select(g => new { g.Key.IsHeld, IsOpen = g.Max(x => x.IsOpen), Least = g.Sum(x => x.IsCertain ? x.Days : 0), Most = g.Sum(x => x.Days) })
            .GroupBy(x => new
            {
                x.IsHeld,
                x.IsOpen,
                Least = (x.Least >= 365 ? 1 : 0) + (x.Least >= 730 ? 1 : 0) + (x.Least >= 1096 ? 1 : 0) + (x.Least >= 1826 ? 1 : 0) + (x.Least >= 3652 ? 1 : 0),
                Most = (x.Most >= 365 ? 1 : 0) + (x.Most >= 730 ? 1 : 0) + (x.Most >= 1096 ? 1 : 0) + (x.Most >= 1826 ? 1 : 0) + (x.Most >= 3652 ? 1 : 0),
            })
            .Select(g => new { g.Key, Count = g.Count() })
            .ToListAsync(cancellationToken);
        var shares = groups.Select(g => new Share<HeldFor>(
            g.Key.IsOpen == 1 && g.Key.Least < 5 || g.Key.Least != g.Key.Most ? HeldFor.LeftOpen : HeldFor.UnderOneYear + g.Key.Least,
            new(g.Count, g.Key.IsHeld ? g.Count : 0))).ToList();
        return Together(shares.Append(new Share<HeldFor>(HeldFor.Never, all - shares.Aggregate(Tally.None, (sum, s) => sum + s.Tally))));
    }

    /// <summary>By citizenship, an ISO 3166-1 code; each person once under each, and under null without any that is known.</summary>
    public static async Task<IReadOnlyList<Share<string?>>> ByCitizenshipAsync(this Population population, CancellationToken cancellationToken = default)
    {
        var groups = await population.Published
            .GroupBy(p => new { p.Citizenships, IsHidden = p.WithheldParts.Any(w => w.Part == PersonPart.Citizenship) })
            .Select(g => new { g.Key.Citizenships, g.Key.IsHidden, People = g.Count(), Held = g.Count(p => Standing.Held.Contains(p.Standing.Custody)) })
            .ToListAsync(cancellationToken);
        return Together(groups.SelectMany(g =>
            (g.IsHidden ? [] : g.Citizenships).Cast<string?>().DefaultIfEmpty().Select(c => new Share<string?>(c, new(g.People, g.Held)))));
    }

    /// <summary>By occupation as it is written, the commonest first; under an empty text those of whom none is known, or not one of the commonest.</summary>
    /// <param name="population">Who.</param>
    /// <param name="all">How many there are.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static async Task<IReadOnlyList<Share<LocalizedText>>> ByOccupationAsync(this Population population, Tally all, CancellationToken cancellationToken = default)
    {
        var groups = await population.Published
            .Where(p => !p.Occupation.Equals(LocalizedText.Empty) && !p.WithheldParts.Any(w => w.Part == PersonPart.Description))
            .GroupBy(p => p.Occupation)
            .Select(g => new { g.Key, People = g.Count(), Held = g.Count(p => Standing.Held.Contains(p.Standing.Custody)) })
            .OrderByDescending(g => g.People)
            .Take(MostOccupations)
            .ToListAsync(cancellationToken);
        var shares = groups
            .GroupBy(g => g.Key.ToString(), StringComparer.OrdinalIgnoreCase)
            .Select(g => new Share<LocalizedText>(g.First().Key, g.Aggregate(Tally.None, (sum, x) => sum + new Tally(x.People, x.Held))))
            .ToList();
        return [.. shares, new(LocalizedText.Empty, all - shares.Aggregate(Tally.None, (sum, s) => sum + s.Tally))];
    }

    private static List<Share<TKey>> Together<TKey>(IEnumerable<Share<TKey>> shares) =>
        [.. shares.GroupBy(s => s.Key).Select(g => new Share<TKey>(g.Key, g.Aggregate(Tally.None, (sum, s) => sum + s.Tally)))];
}
