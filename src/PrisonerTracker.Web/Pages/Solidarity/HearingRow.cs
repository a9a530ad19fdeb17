using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Imprisonments;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Core.Solidarity;

namespace PrisonerTracker.Web.Pages.Solidarity;

/// <summary>A hearing that is announced, and whose.</summary>
internal sealed record HearingRow(
    string Slug, LocalizedText Name, bool IsFictional, HearingKind Kind, PartialDate HeardOn, TimeOnly? HeardAt, LocalizedText? Court, bool IsClosed, LocalizedText Note)
{
    /// <summary>The next ones first; of a day those first whose time is known.</summary>
    public static async Task<IReadOnlyList<HearingRow>> NextAsync(IQueryable<HearingOfPerson> hearings, int most, CancellationToken cancellationToken) =>
        await hearings
            .OrderBy(x => x.Hearing.HeardOn.Earliest).ThenBy(x => x.Hearing.HeardOn.Latest).ThenBy(x => x.Hearing.HeardAt).ThenBy(x => x.Hearing.HearingId)
            .Take(most)
            .Select(x => new HearingRow(
                x.Person.Slug, x.Person.PreferredNames, x.Person.IsFictional, x.Hearing.Kind, x.Hearing.HeardOn, x.Hearing.HeardAt, x.Hearing.Court!.Name, x.Hearing.IsClosed, x.Hearing.Note))
            .ToListAsync(cancellationToken);
}
