using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.Desk;

namespace PrisonerTracker.Web.Pages.Prisoners.Bulk;

/// <summary>What the list of people offers to an editor: drafts that marked people can be put into, and who on this page is in the first of them.</summary>
internal sealed record Choosing(IReadOnlyList<Choosing.Draft> Drafts, IReadOnlySet<Guid> Chosen, string Query, int Page, int Count)
{
    private const int MostDrafts = 10;

    public sealed record Draft(Guid Id, string CreatedBy, DateTime CreatedAt, int People, bool IsMine);

    /// <summary>The draft that is being filled: the editor's own latest.</summary>
    public Draft? Current => Drafts.FirstOrDefault(d => d.IsMine);

    public static async Task<Choosing> OfAsync(RegisterContext register, string editor, PrisonersQuery query, int count, IEnumerable<Guid> shown)
    {
        var drafts = await register.BulkActions.AsNoTracking()
            .Where(a => a.Status == ListStatus.Draft)
            .OrderByDescending(a => a.CreatedBy == editor).ThenByDescending(a => a.CreatedAt)
            .Take(MostDrafts)
            .Select(a => new Draft(a.BulkActionId, a.CreatedBy, a.CreatedAt, a.People.Count, a.CreatedBy == editor))
            .ToListAsync();
        var choosing = new Choosing(drafts, new HashSet<Guid>(), query.With(""), query.Page, count);
        if (choosing.Current is not { } current)
            return choosing;
        Guid[] ids = [.. shown];
        var chosen = await register.BulkPeople.Where(p => p.BulkActionId == current.Id && ids.Contains(p.PrisonerId)).Select(p => p.PrisonerId).ToListAsync();
        return choosing with { Chosen = chosen.ToHashSet() };
    }
}
