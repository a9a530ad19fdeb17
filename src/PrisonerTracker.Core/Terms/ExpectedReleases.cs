using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.Imprisonments;
using PrisonerTracker.Core.Prisoners;
using PrisonerTracker.Core.Shared;

namespace PrisonerTracker.Core.Terms;

/// <summary>Somebody whose term, by arithmetic alone, may end within the days asked for.</summary>
public sealed record ExpectedRelease(Guid PrisonerId, string Slug, LocalizedText Name, bool IsFictional, DateTime UpdatedAt, ExpectedEnd End)
{
    public SentencesInForce Sentences { get; init; } = SentencesInForce.Of(Array.Empty<Decision>());
}

public static class ExpectedReleases
{
    /// <summary>
    /// Whose term may end within the days, soonest first. The database leaves out whose terms cannot reach them; the rest is worked out as on
    /// the profile.
    /// </summary>
    /// <param name="register">The register.</param>
    /// <param name="people">Among whom.</param>
    /// <param name="from">The first day.</param>
    /// <param name="until">The last day.</param>
    /// <param name="today">Up to which remand is counted when nothing says that the sentence came into force.</param>
    /// <param name="rules">The credit rules of every country.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public static async Task<IReadOnlyList<ExpectedRelease>> ExpectedReleasesAsync(
        this RegisterContext register, IQueryable<Prisoner> people, DateOnly from, DateOnly until, DateOnly today, IReadOnlyCollection<CreditRule> rules,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(register);

        // A day of custody counts for at most so many days of a term, so that no term is over before that part of it was served.
        var most = Math.Max(1, rules.Select(r => (r.TermDays + r.CustodyDays - 1) / r.CustodyDays).DefaultIfEmpty(1).Max());
        // Where remand counts for less than its days, and for house arrest, a term may run from the sentence, later than from the detention.
        var runsLater = rules.Any(r => r.Custody == CustodyBefore.Remand && r.TermDays < r.CustodyDays);
        var found = await people
            .Where(p => p.Standing.Custody == Custody.Serving)
            .SelectMany(p => p.Imprisonments, (p, i) => new { Person = p, Case = i })
            .Where(x => x.Case.Kind != ImprisonmentKind.InAbsentia && x.Case.EndedOn == null && x.Case.Sentences.Any(s => s.Term != null))
            .Where(x => x.Case.DetainedOn == null
                || x.Case.DetainedOn.Earliest.AddMonths((x.Case.Sentences.Where(s => s.Term != null).Min(s => (int?)(s.Term!.Years * 12 + s.Term.Months)) ?? 0) / most) <= until)
            .Where(x => runsLater || x.Case.Kind == ImprisonmentKind.HouseArrest || x.Case.DetainedOn == null
                || x.Case.Sentences.Any(s => s.Instance == Instance.Replacement)
                || x.Case.DetainedOn.Latest.AddMonths(x.Case.Sentences.Where(s => s.Term != null).Sum(s => s.Term!.Years * 12 + s.Term.Months + s.Term.Days / 28 + 1)) >= from)
            .Select(x => new
            {
                x.Person.PrisonerId,
                x.Person.Slug,
                x.Person.PreferredNames,
                x.Person.IsFictional,
                x.Person.UpdatedAt,
                x.Case.Country,
                x.Case.Kind,
                x.Case.DetainedOn,
                Decisions = x.Case.Sentences.Select(s => new
                {
                    s.SentenceId,
                    s.SupersedesSentenceId,
                    s.Instance,
                    s.Outcome,
                    s.Penalty,
                    s.Regime,
                    s.Term,
                    s.DecidedOn,
                    s.InForceOn,
                    s.InAbsentia,
                }).ToList(),
                Stays = x.Case.Placements
                    .Where(s => s.FromOn != null && (s.Facility!.Kind == FacilityKind.Colony || s.Facility.Kind == FacilityKind.Prison))
                    .Select(s => s.FromOn)
                    .ToList(),
            })
            .ToListAsync(cancellationToken);

        return
        [
            .. found
                .Select(x =>
                {
                    var decisions = x.Decisions.ConvertAll(s => new Decision
                    {
                        SentenceId = s.SentenceId,
                        SupersedesSentenceId = s.SupersedesSentenceId,
                        Instance = s.Instance,
                        Outcome = s.Outcome,
                        Penalty = s.Penalty,
                        Regime = s.Regime,
                        Term = s.Term,
                        DecidedOn = s.DecidedOn,
                        InForceOn = s.InForceOn,
                        InAbsentia = s.InAbsentia,
                    });
                    var verdict = decisions.Select(d => d.DecidedOn).Min();
                    var facts = new TermFacts
                    {
                        Country = x.Country,
                        Kind = x.Kind,
                        DetainedOn = x.DetainedOn,
                        Decisions = decisions,
                        InColonyOn = x.Stays.Where(stay => stay?.CompareTo(verdict) >= 0).Min(),
                        AsOf = today,
                    };
                    return new ExpectedRelease(x.PrisonerId, x.Slug, x.PreferredNames, x.IsFictional, x.UpdatedAt, ExpectedEnd.Of(facts, rules))
                    {
                        Sentences = SentencesInForce.Of(decisions),
                    };
                })
                .Where(x => x.End.Missing is null && x.End.Earliest <= until && x.End.Latest >= from)
                .OrderBy(x => x.End.Earliest).ThenBy(x => x.End.Latest).ThenBy(x => x.PrisonerId),
        ];
    }
}
