using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Bulk;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.Desk;
using PrisonerTracker.Core.Shared;

namespace PrisonerTracker.Web.Pages.Prisoners.Bulk;

/// <summary>Bulk actions that are being prepared, and those that are recorded.</summary>
internal sealed class IndexModel(RegisterContext register) : PageModel
{
    private const int Most = 200;

    public sealed record BulkRow(
        Guid Id, BulkKind? Kind, LocalizedText? Label, ListStatus Status, DateTime CreatedAt, string CreatedBy, string? SentBy, string? AppliedBy, int People, int Recorded);

    public IReadOnlyList<BulkRow> Rows { get; private set; } = [];

    public async Task OnGetAsync() =>
        Rows = await register.BulkActions.AsNoTracking()
            .OrderBy(a => a.Status == ListStatus.Draft || a.Status == ListStatus.AwaitingApproval ? 0 : 1)
            .ThenByDescending(a => a.CreatedAt)
            .Take(Most)
            .Select(a => new BulkRow(
                a.BulkActionId, a.Kind,
                a.FacilityId != null ? a.Facility!.Name : a.OrganisationId != null ? a.Organisation!.Name : a.TagId != null ? a.Tag!.Name : null,
                a.Status, a.CreatedAt, a.CreatedBy, a.SentBy, a.AppliedBy, a.People.Count, a.People.Count(p => p.AppliedAt != null)))
            .ToListAsync();
}
