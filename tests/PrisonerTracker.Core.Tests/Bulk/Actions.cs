using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Bulk;
using PrisonerTracker.Core.Imprisonments;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Core.Sources;
using PrisonerTracker.Core.Tags;
using PrisonerTracker.Testing;

namespace PrisonerTracker.Core.Tests.Bulk;

/// <summary>What tests of bulk actions do over and over.</summary>
internal static class Actions
{
    public static readonly DateOnly Today = new(2026, 1, 15);

    public static async Task<Guid> FacilityAsync(this Work work, string name, string country = "BY") =>
        (await work.Catalogue.AddFacilityAsync(new FacilityDetails { Country = country, Name = LocalizedText.English(name) }, Valid.Submission())).Subjects[0];

    public static async Task<Guid> OrganisationAsync(this Work work, string name) =>
        (await work.Organisations.AddAsync(name.ToLowerInvariant(), LocalizedText.English(name), "BY", Valid.Submission())).Subjects[0];

    public static async Task<Guid> TagAsync(this Work work, string name, bool shown = true, params CitationDetails[] citations) =>
        (await work.Tags.AddAsync(new TagDetails { Name = LocalizedText.English(name), ShownToReaders = shown, Citations = citations }, Valid.Submission())).Subjects[0];

    /// <summary>A draft for some people.</summary>
    public static async Task<Guid> DraftAsync(this Work work, BulkDetails details, params Guid[] people)
    {
        var id = (await work.Bulk.ChooseAsync(null, people, null, Valid.Submission())).Subjects[0];
        await work.Bulk.SetAsync(id, 2, details, Valid.Submission());
        return id;
    }

    public static async Task<BulkAction> ReadBulkAsync(this Work work, Guid id) => (await work.Context.BulkAsync(id))!;

    public static async Task<BulkPlan> PlanOfAsync(this Work work, Guid id) => await work.Context.PlanAsync(await work.ReadBulkAsync(id), Today);

    public static async Task ApplyBulkAsync(this Work work, Guid id) =>
        await work.BulkRecorder().ApplyAsync(id, (await work.ReadBulkAsync(id)).Version, Valid.Submission());

    public static Task<List<Placement>> StaysAsync(this Work work, Guid prisonerId) =>
        work.Context.Placements.Include(p => p.Facility).Include(p => p.Citations)
            .Where(p => work.Context.Imprisonments.Any(i => i.ImprisonmentId == p.ImprisonmentId && i.PrisonerId == prisonerId))
            .OrderBy(p => p.PlacementId).AsNoTracking().ToListAsync();

    public static BulkDetails Release(string on = "2025-12-13") => new() { Kind = BulkKind.Release, HappenedOn = PartialDate.Parse(on) };

    public static BulkDetails Move(Guid facility, string on = "2025-06-01", bool endsPrevious = true) =>
        new() { Kind = BulkKind.Placement, FacilityId = facility, HappenedOn = PartialDate.Parse(on), EndsPrevious = endsPrevious };

    public static BulkDetails Designate(Guid organisation, string on = "2024-02") =>
        new() { Kind = BulkKind.Designation, OrganisationId = organisation, HappenedOn = PartialDate.Parse(on) };

    public static BulkDetails Tag(Guid tag) => new() { Kind = BulkKind.Tag, TagId = tag };
}
