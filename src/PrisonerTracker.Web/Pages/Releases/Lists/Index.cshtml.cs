using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.Desk;
using PrisonerTracker.Core.Shared;

namespace PrisonerTracker.Web.Pages.Releases.Lists;

/// <summary>Published lists that are being worked on, and those that are recorded.</summary>
internal sealed class IndexModel(RegisterContext register) : PageModel
{
    private const int Most = 200;

    public sealed record ListRow(
        Guid Id, string EventSlug, LocalizedText EventTitle, PartialDate HappenedOn, ListStatus Status, string? FileName, DateTime CreatedAt, string CreatedBy, string? SentBy, string? AppliedBy,
        int Lines, int Waiting, int Recorded);

    /// <summary>Only the lists of this event.</summary>
    [BindProperty(SupportsGet = true, Name = "event")]
    public string? Event { get; set; }

    public IReadOnlyList<ListRow> Lists { get; private set; } = [];

    public async Task OnGetAsync() =>
        Lists = await register.ReleaseLists.AsNoTracking()
            .Where(l => Event == null || l.ReleaseEvent.Slug == Event)
            .OrderBy(l => l.Status == ListStatus.Draft || l.Status == ListStatus.AwaitingApproval ? 0 : 1)
            .ThenByDescending(l => l.CreatedAt)
            .Take(Most)
            .Select(l => new ListRow(
                l.ReleaseListId, l.ReleaseEvent.Slug, l.ReleaseEvent.Title, l.ReleaseEvent.HappenedOn, l.Status, l.FileName, l.CreatedAt, l.CreatedBy, l.SentBy, l.AppliedBy,
                l.Lines.Count,
                l.Lines.Count(x => x.Decision == LineDecision.Unmatched || x.Decision == LineDecision.Choose || x.Decision == LineDecision.Nobody),
                l.Lines.Count(x => x.AppliedAt != null)))
            .ToListAsync();
}
