using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Bulk;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.Designations;
using PrisonerTracker.Core.Imprisonments;
using PrisonerTracker.Core.Releases;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Core.Sources;

namespace PrisonerTracker.Web.Pages.Prisoners.Bulk;

/// <summary>What to set, as the form says it. What it leads to is chosen by its handle, as the list offers it, or by its name.</summary>
internal sealed class BulkInput
{
    private const int Most = 1000;
    private const int NameLength = 300;

    [Display(Name = "Facility")]
    [StringLength(NameLength)]
    public string? Facility { get; set; }

    [Display(Name = "Organisation")]
    [StringLength(NameLength)]
    public string? Organisation { get; set; }

    [Display(Name = "Tag")]
    [StringLength(NameLength)]
    public string? Tag { get; set; }

    public PartialDate? HappenedOn { get; set; }
    public bool EndsPrevious { get; set; } = true;
    public Regime? Regime { get; set; }
    public bool Incommunicado { get; set; }
    public Definition Definition { get; set; }
    public Demand Demand { get; set; }

    [StringLength(Designation.GroundLength)]
    public string? Ground { get; set; }

    public ReleaseGround ReleaseGround { get; set; }

    [StringLength(Countries.CodeLength)]
    public string? DestinationCountry { get; set; }

    public bool? ForcedOut { get; set; }

    [StringLength(1000)]
    public string? Note { get; set; }

    /// <summary>What the lists offer: the handle, and the words beside it.</summary>
    [BindNever]
    public IReadOnlyList<(Guid Id, string Key, string Label)> Offered { get; private set; } = [];

    public static BulkInput Of(BulkAction action) => new()
    {
        Facility = action.Facility?.Key,
        Organisation = action.Organisation?.Key,
        Tag = action.Tag?.Slug,
        HappenedOn = action.HappenedOn,
        EndsPrevious = action.EndsPrevious || action.Kind != BulkKind.Placement,
        Regime = action.Regime,
        Incommunicado = action.Incommunicado,
        Definition = action.Definition ?? Definition.NotStated,
        Demand = action.Demand ?? Demand.NotStated,
        Ground = action.Ground,
        ReleaseGround = action.ReleaseGround ?? ReleaseGround.NotStated,
        DestinationCountry = action.DestinationCountry,
        ForcedOut = action.ForcedOut,
        Note = Blank.ToNull(action.Note.ToString()),
    };

    /// <summary>Loads what the form of a kind offers.</summary>
    public async Task OfferAsync(RegisterContext register, BulkKind kind) => Offered = kind switch
    {
        BulkKind.Placement => [.. (await register.Facilities.AsNoTracking().OrderBy(f => f.Key).Take(Most).Select(f => new { f.FacilityId, f.Key, f.Name, f.Country }).ToListAsync())
            .Select(f => (f.FacilityId, f.Key, $"{f.Name}, {CountryNames.Of(f.Country)}"))],
        BulkKind.Designation => [.. (await register.Organisations.AsNoTracking().OrderBy(o => o.Key).Take(Most).Select(o => new { o.OrganisationId, o.Key, o.Name }).ToListAsync())
            .Select(o => (o.OrganisationId, o.Key, o.Name.ToString()))],
        BulkKind.Tag => [.. (await register.Tags.AsNoTracking().OrderBy(t => t.Slug).Take(Most).Select(t => new { t.TagId, t.Slug, t.Name }).ToListAsync())
            .Select(t => (t.TagId, t.Slug, t.Name.ToString()))],
        _ => [],
    };

    /// <summary>What the form says, as the service takes it. A name that leads to several is a problem at its field.</summary>
    public BulkDetails ToDetails(BulkKind kind, ModelStateDictionary problems, IReadOnlyList<CitationDetails> citations) => new()
    {
        Kind = kind,
        HappenedOn = HappenedOn,
        FacilityId = kind == BulkKind.Placement ? Find(Facility, nameof(Facility), problems) : null,
        EndsPrevious = EndsPrevious,
        Regime = Regime,
        Incommunicado = Incommunicado,
        OrganisationId = kind == BulkKind.Designation ? Find(Organisation, nameof(Organisation), problems) : null,
        Definition = Definition,
        Demand = Demand,
        Ground = Ground,
        TagId = kind == BulkKind.Tag ? Find(Tag, nameof(Tag), problems) : null,
        ReleaseGround = ReleaseGround,
        DestinationCountry = DestinationCountry,
        ForcedOut = ForcedOut,
        Note = LocalizedText.English(Note),
        Citations = citations,
    };

    private Guid? Find(string? typed, string field, ModelStateDictionary problems)
    {
        if (Blank.ToNull(typed) is not { } wanted)
            return null;
        var found = Offered.Where(o => o.Key == wanted).ToList();
        if (found.Count == 0)
            found = [.. Offered.Where(o => o.Label.Equals(wanted, StringComparison.OrdinalIgnoreCase) || o.Label.Split(", ")[0].Equals(wanted, StringComparison.OrdinalIgnoreCase))];
        if (found.Count == 1)
            return found[0].Id;
        problems.AddModelError($"Input.{field}", found.Count == 0
            ? T("The register has nothing called “{0}” here. Choose from the list.", wanted)
            : T("Several are called “{0}”. Choose one from the list: {1}", wanted, string.Join(", ", found.Select(f => f.Key))));
        return null;
    }
}
