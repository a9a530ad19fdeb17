using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Core.Sources;
using PrisonerTracker.Web.Pages.Organisations;

namespace PrisonerTracker.Web.Pages.Sources;

/// <summary>One source, with the people and the events that cite it.</summary>
internal sealed class SourceModel(RegisterContext register) : PageModel
{
    private const int MostPeople = 200;

    public sealed record EntryView(string Kind, string Page, string? Key, Guid? Id, string? Number, LocalizedText Name);

    public sealed record EventView(string Slug, LocalizedText Title);

    public Source Source { get; private set; } = null!;
    public IReadOnlyList<CataloguePeople.Person> People { get; private set; } = [];
    public IReadOnlyList<EventView> Events { get; private set; } = [];

    /// <summary>Entries of the catalogues that cite it.</summary>
    public IReadOnlyList<EntryView> Entries { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string slug)
    {
        var source = await register.Sources.AsNoTracking().SingleOrDefaultAsync(s => s.Slug == slug);
        if (source is null)
            return NotFound();

        Source = source;
        var cited = register.Citations.Where(c => c.SourceId == source.SourceId);
        var held = cited.Where(c => c.ImprisonmentId != null).Select(c => c.ImprisonmentId)
            .Concat(register.Charges.Where(x => cited.Any(c => c.ChargeId == x.ChargeId)).Select(x => (Guid?)x.ImprisonmentId))
            .Concat(register.Sentences.Where(x => cited.Any(c => c.SentenceId == x.SentenceId)).Select(x => (Guid?)x.ImprisonmentId))
            .Concat(register.Placements.Where(x => cited.Any(c => c.PlacementId == x.PlacementId)).Select(x => (Guid?)x.ImprisonmentId))
            .Concat(register.Hearings.Where(x => cited.Any(c => c.HearingId == x.HearingId)).Select(x => (Guid?)x.ImprisonmentId))
            .Concat(register.Releases.Where(x => cited.Any(c => c.ReleaseId == x.ReleaseId)).Select(x => (Guid?)x.ImprisonmentId));
        var people = cited.Where(c => c.PrisonerId != null).Select(c => c.PrisonerId)
            .Concat(register.PersonNames.Where(x => cited.Any(c => c.PersonNameId == x.PersonNameId)).Select(x => (Guid?)x.PrisonerId))
            .Concat(register.Honours.Where(x => cited.Any(c => c.HonourId == x.HonourId)).Select(x => (Guid?)x.PrisonerId))
            .Concat(register.Quotations.Where(x => cited.Any(c => c.QuotationId == x.QuotationId)).Select(x => (Guid?)x.PrisonerId))
            .Concat(register.Designations.Where(x => cited.Any(c => c.DesignationId == x.DesignationId)).Select(x => (Guid?)x.PrisonerId))
            .Concat(register.LetterAddresses.Where(x => cited.Any(c => c.LetterAddressId == x.LetterAddressId)).Select(x => (Guid?)x.PrisonerId))
            .Concat(register.RiskFactors.Where(x => cited.Any(c => c.RiskFactorId == x.RiskFactorId)).Select(x => (Guid?)x.PrisonerId))
            .Concat(register.StateListings.Where(x => cited.Any(c => c.StateListingId == x.StateListingId)).Select(x => (Guid?)x.PrisonerId))
            .Concat(register.Claims.Where(x => cited.Any(c => c.ClaimId == x.ClaimId)).Select(x => x.PrisonerId))
            .Concat(register.Imprisonments.Where(i => held.Contains(i.ImprisonmentId)).Select(i => (Guid?)i.PrisonerId));
        People = await register.Prisoners.AsNoTracking()
            .Where(p => people.Contains(p.PrisonerId))
            .OrderBy(p => p.SortName)
            .Take(MostPeople)
            .Select(CataloguePeople.Person.Shown)
            .ToListAsync();
        Events = await register.ReleaseEvents.AsNoTracking()
            .Where(e => e.Citations.Any(c => c.SourceId == source.SourceId)
                || e.Concessions.Any(x => x.Citations.Any(c => c.SourceId == source.SourceId))
                || e.Parties.Any(x => x.Citations.Any(c => c.SourceId == source.SourceId))
                || e.Named.Any(x => x.Citations.Any(c => c.SourceId == source.SourceId))
                || e.Claims.Any(x => x.Citations.Any(c => c.SourceId == source.SourceId))
                || register.ReportedCounts.Any(x => x.ReleaseEventId == e.ReleaseEventId && x.Citations.Any(c => c.SourceId == source.SourceId)))
            .OrderByDescending(e => e.HappenedOn.Earliest)
            .Select(e => new EventView(e.Slug, e.Title))
            .ToListAsync();
        Entries = await EntriesAsync(source.SourceId, User.IsSignedIn());
        return Page();
    }

    // One statement: the catalogues are small tables, read by the index of their citations.
    private async Task<IReadOnlyList<EntryView>> EntriesAsync(Guid sourceId, bool all) =>
    [
        .. (await register.LegalCodes.Where(x => (all || x.IsPublic) && x.Citations.Any(c => c.SourceId == sourceId))
                .Select(x => new { Kind = "Law", Page = "/Articles/Index", Key = (string?)x.Key, Id = (Guid?)null, Number = (string?)null, Name = x.Title })
            .Concat(register.Articles.Where(x => (all || x.IsPublic) && x.Citations.Any(c => c.SourceId == sourceId))
                .Select(x => new { Kind = "Article", Page = "/Articles/Article", Key = (string?)x.LegalCode.Key, Id = (Guid?)null, Number = (string?)x.Number, Name = x.Title }))
            .Concat(register.Facilities.Where(x => (all || x.IsPublic) && x.Citations.Any(c => c.SourceId == sourceId))
                .Select(x => new { Kind = "Facility", Page = "/Facilities/Facility", Key = (string?)x.Key, Id = (Guid?)null, Number = (string?)null, Name = x.Name }))
            .Concat(register.Courts.Where(x => (all || x.IsPublic) && x.Citations.Any(c => c.SourceId == sourceId))
                .Select(x => new { Kind = "Court", Page = "/Courts/Court", Key = (string?)null, Id = (Guid?)x.CourtId, Number = (string?)null, Name = x.Name }))
            .Concat(register.Judges.Where(x => (all || x.IsPublic) && x.Citations.Any(c => c.SourceId == sourceId))
                .Select(x => new { Kind = "Judge", Page = "/Judges/Judge", Key = (string?)null, Id = (Guid?)x.JudgeId, Number = (string?)null, Name = x.Name }))
            .Concat(register.SeenOrganisations(all).Where(x => x.Citations.Any(c => c.SourceId == sourceId))
                .Select(x => new { Kind = "Organisation", Page = "/Organisations/Organisation", Key = (string?)x.Key, Id = (Guid?)null, Number = (string?)null, Name = x.Name }))
            .Take(MostPeople)
            .ToListAsync())
        .Select(x => new EntryView(x.Kind, x.Page, x.Key, x.Id, x.Number, x.Name))
        .OrderBy(x => x.Kind, StringComparer.Ordinal).ThenBy(x => x.Number ?? x.Name.ToString(), StringComparer.Ordinal),
    ];
}
