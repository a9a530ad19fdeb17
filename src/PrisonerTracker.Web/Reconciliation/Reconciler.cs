using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.Names;
using PrisonerTracker.Core.Prisoners;
using PrisonerTracker.Core.Shared;

namespace PrisonerTracker.Web.Reconciliation;

/// <summary>Finds who is meant by a name, among published people, as the matcher decides it.</summary>
internal sealed class Reconciler(RegisterContext register)
{
    /// <summary>Somebody who may be meant.</summary>
    /// <param name="Id">The person's slug.</param>
    /// <param name="Name">As lists show it.</param>
    /// <param name="Description">What tells namesakes apart, and why the name fits.</param>
    /// <param name="Type">Always a person.</param>
    /// <param name="Score">0 to 100.</param>
    /// <param name="Match">Certainly this one, so that nobody need look.</param>
    /// <param name="Features">What the score is made of.</param>
    public sealed record Candidate(
        string Id, string Name, string Description, IReadOnlyList<object> Type, double Score, bool Match, IReadOnlyList<object> Features);

    private static readonly object[] PersonType = [new { id = ReconciliationManifest.Person, name = "Prisoner" }];

    public async Task<IReadOnlyList<Candidate>> FindAsync(ReconciliationQuery query, CancellationToken cancellation)
    {
        var name = NameParser.Parse(query.Name);
        if (query.IsOfOtherType || query.Limit == 0 || name.Words.Count == 0)
            return [];

        var people = register.Prisoners.AsQueryable();
        if (query.Country is { } country)
            people = people.Where(p => p.Standing.Country == null || p.Standing.Country == country);
        if (query.Gender is { } gender)
            people = people.Where(p => p.Gender == Gender.Unknown || p.Gender == gender);
        var found = await new RegisterMatcher(new RegisterCandidates(register, people)).MatchAsync(name, query.Birth, cancellation);

        Guid[] ids = [.. found.Candidates.Select(c => Guid.Parse(c.Entry.Id))];
        var known = await register.Prisoners.AsNoTracking()
            .Where(p => ids.Contains(p.PrisonerId))
            .Select(p => new { p.PrisonerId, p.Slug, p.DisplayName, p.BornOn, HidesBirth = p.WithheldParts.Any(w => w.Part == PersonPart.BirthDate), p.Standing.Custody, p.Standing.Country, p.IsFictional })
            .ToDictionaryAsync(p => p.PrisonerId, cancellation);
        var isCertain = found.Decision == RegisterDecision.Match && !query.IsPartlyUnread;
        return
        [
            .. found.Candidates.Take(query.Limit).Select((candidate, rank) =>
            {
                var person = known[Guid.Parse(candidate.Entry.Id)];
                return new Candidate(
                    person.Slug,
                    person.DisplayName,
                    Describe(person.HidesBirth ? null : person.BornOn, person.Custody, person.Country, person.IsFictional, candidate.Comparison.Reasons),
                    PersonType,
                    Math.Round(100 * candidate.Comparison.Score, 1),
                    isCertain && rank == 0,
                    [
                        new { id = "name", value = candidate.Comparison.Score },
                        new { id = "birthKnown", value = query.Birth is not null && candidate.Entry.Birth is not null },
                    ]);
            }),
        ];
    }

    public static string Describe(PartialDate? bornOn, Custody custody, string? country, bool isFictional, IReadOnlyList<string> reasons)
    {
        string?[] facts =
        [
            isFictional ? "fictional" : null,
            bornOn is null ? null : $"born {bornOn}",
            Words.Of(custody).ToLowerInvariant(),
            country is null ? null : CountryNames.Of(country),
        ];
        var first = string.Join("; ", facts.OfType<string>());
        return reasons.Count == 0 ? first : $"{first}. {string.Join("; ", reasons)}";
    }
}
