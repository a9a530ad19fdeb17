using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.Imprisonments;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Core.Sources;
using PrisonerTracker.Web.Identity;

namespace PrisonerTracker.Web.Pages.Prisoners.Imprisonments;

/// <summary>Adds a stay in a facility, as a transfer or not, or changes one.</summary>
internal sealed class PlacementModel(RegisterContext register, CurrentActor actor, PlacementService placements) : CasePage(register, actor)
{
    public sealed class PlacementInput
    {
        [Display(Name = "Facility")]
        [StringLength(300)]
        public string? Facility { get; set; }

        [Display(Name = "Kind of a new facility")]
        public FacilityKind FacilityKind { get; set; } = FacilityKind.Colony;

        [Display(Name = "From")]
        public PartialDate? FromOn { get; set; }

        [Display(Name = "Until")]
        public PartialDate? UntilOn { get; set; }

        [Display(Name = "Seen there on")]
        public PartialDate? SeenOn { get; set; }

        [Display(Name = "The stay before this one ended the same day (a transfer)")]
        public bool EndsPrevious { get; set; }

        [Display(Name = "Regime")]
        public Regime? Regime { get; set; }

        [Display(Name = "In isolation")]
        public bool InIsolation { get; set; }

        [Display(Name = "Held incommunicado")]
        public bool Incommunicado { get; set; }

        [Display(Name = "Note")]
        [StringLength(2000)]
        public string? Note { get; set; }

        public static PlacementInput Of(Placement placement) => new()
        {
            Facility = placement.Facility?.Name.ToString(),
            FacilityKind = placement.Facility?.Kind ?? FacilityKind.Colony,
            FromOn = placement.FromOn,
            UntilOn = placement.UntilOn,
            SeenOn = placement.SeenOn,
            Regime = placement.Regime,
            InIsolation = placement.InIsolation,
            Incommunicado = placement.Incommunicado,
            Note = placement.Note.Exactly(Languages.English),
        };

        public PlacementDetails ToDetails(Placement? before, IReadOnlyList<CitationDetails> citations) => new()
        {
            Facility = LocalizedText.English(Facility),
            FacilityKind = FacilityKind,
            FromOn = FromOn,
            UntilOn = UntilOn,
            SeenOn = SeenOn,
            EndsPrevious = EndsPrevious,
            Regime = Regime,
            InIsolation = InIsolation,
            Incommunicado = Incommunicado,
            Note = (before?.Note ?? LocalizedText.Empty).With(Languages.English, Note),
            Citations = citations,
        };

        public IEnumerable<(string Field, string? Value)> Fields() =>
        [
            (T("Facility"), Facility),
            (T("From"), FromOn?.ToString()),
            (T("Until"), UntilOn?.ToString()),
            (T("Seen there on"), SeenOn?.ToString()),
            (T("Regime"), Regime is { } regime ? Words.Of(regime) : null),
            (T("In isolation"), InIsolation ? T("yes") : T("no")),
            (T("Held incommunicado"), Incommunicado ? T("yes") : T("no")),
            (T("Note"), Note),
        ];
    }

    [FromRoute]
    public Guid? PlacementId { get; set; }

    [BindProperty]
    public PlacementInput Input { get; set; } = new();

    public IReadOnlyList<string> Facilities { get; private set; } = [];

    /// <summary>The stay that a transfer would end.</summary>
    public Placement? Open => Imprisonment.Placements.Where(p => p.IsOpen).OrderBy(p => p.FromOn ?? p.SeenOn).LastOrDefault();

    private Placement? Placement => Imprisonment.Placements.FirstOrDefault(p => p.PlacementId == PlacementId);

    protected override IQueryable<Citation>? Cited => PlacementId is null ? null : Register.Citations.Where(c => c.PlacementId == PlacementId);

    protected override IQueryable<Imprisonment> With(IQueryable<Imprisonment> imprisonments) =>
        imprisonments.Include(i => i.Placements).ThenInclude(p => p.Facility);

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await LoadAsync() || (PlacementId is not null && Placement is null))
            return NotFound();

        if (Placement is { } placement)
            (Input, Version) = (PlacementInput.Of(placement), placement.Version);
        return await ShowAsync();
    }

    public Task<IActionResult> OnPostAsync() => SaveAsync((citations, submission) => PlacementId is { } id
        ? placements.EditAsync(ImprisonmentId, id, Version, Input.ToDetails(Placement, citations), submission)
        : placements.AddAsync(ImprisonmentId, Input.ToDetails(null, citations), submission));

    protected override async Task OfferAsync()
    {
        var names = await Register.Facilities.Where(f => f.Country == Imprisonment.Country).Select(f => f.Name).ToListAsync();
        Facilities = [.. names.Select(n => n.ToString()).Order()];
    }

    protected override (int Version, IEnumerable<(string Field, string? Value)> Fields)? Theirs() =>
        Placement is { } placement ? (placement.Version, PlacementInput.Of(placement).Fields()) : null;

    protected override IEnumerable<(string Field, string? Value)> Yours() => Input.Fields();
}
