using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.Designations;
using PrisonerTracker.Core.Prisoners.Facts;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Core.Sources;
using PrisonerTracker.Web.Identity;

namespace PrisonerTracker.Web.Pages.Prisoners.Facts;

internal sealed class DesignationInput : FactInput<Designation>
{
    [Display(Name = "Organisation")]
    [StringLength(300)]
    public string? Organisation { get; set; }

    [Display(Name = "Name of the organisation")]
    [StringLength(300)]
    public string? NewOrganisation { get; set; }

    [Display(Name = "Stated on")]
    public PartialDate? DesignatedOn { get; set; }

    public Definition Definition { get; set; }

    [Display(Name = "Ground within the definition")]
    [StringLength(Designation.GroundLength)]
    public string? Ground { get; set; }

    public Demand Demand { get; set; }

    [Display(Name = "Withdrawn on")]
    public PartialDate? WithdrawnOn { get; set; }

    /// <summary>The organisation that <see cref="Organisation"/> names.</summary>
    [BindNever]
    public Guid OrganisationId { get; set; }


    public override void Read(Designation fact)
    {
        (Organisation, DesignatedOn, Definition, Ground, Demand, WithdrawnOn) =
            (fact.Organisation.Label, fact.DesignatedOn, fact.Definition, fact.Ground, fact.Demand, fact.WithdrawnOn);
    }

    public override PersonFactDetails<Designation> ToDetails(Designation? before, IReadOnlyList<CitationDetails> citations) => new DesignationDetails
    {
        OrganisationId = OrganisationId,
        NewOrganisation = LocalizedText.English(NewOrganisation),
        DesignatedOn = DesignatedOn,
        Definition = Definition,
        Ground = Ground,
        Demand = Demand,
        WithdrawnOn = WithdrawnOn,
        Citations = citations,
    };

    public override IEnumerable<(string Field, string? Value)> Fields() =>
    [
        (T("Organisation"), NewOrganisation ?? Organisation),
        (T("Stated on"), DesignatedOn?.ToString()),
        (T("Definition"), Words.Of(Definition)),
        (T("Ground"), Ground),
        (T("Demand"), Words.Of(Demand)),
        (T("Withdrawn on"), WithdrawnOn?.ToString()),
    ];
}

internal sealed class DesignationsModel(RegisterContext register, CurrentActor actor, PersonFactService facts) : FactPage<Designation, DesignationInput>(register, actor, facts)
{
    private const int Most = 500;

    private IReadOnlyList<(Guid Id, string Key, LocalizedText Name)> _organisations = [];

    /// <summary>What the organisations of the register are called.</summary>
    public IEnumerable<string> Organisations => _organisations.Select(o => o.Name.ToString());

    protected override IQueryable<Designation> Facts() => base.Facts().Include(d => d.Organisation);

    protected override async Task ReadAsync()
    {
        await LoadOrganisationsAsync();
        var typed = Blank.ToNull(Input.Organisation);
        var isNew = Blank.ToNull(Input.NewOrganisation) is not null;
        var found = _organisations.Where(o => Means(o, isNew ? Input.NewOrganisation! : typed ?? "")).ToList();
        if (isNew && found.Count == 0)
            Input.OrganisationId = Guid.Empty;
        else if (found.Count == 1)
            (Input.OrganisationId, Input.NewOrganisation) = (found[0].Id, null);
        else
            ModelState.AddModelError("Input.Organisation", typed is null ? T("Say which organisation designates the person.") : T("The register has no organisation of this name. Choose one from the list, or write the name of a new one below."));
    }

    protected override async Task ShowAsync()
    {
        await base.ShowAsync();
        await LoadOrganisationsAsync();
    }

    private async Task LoadOrganisationsAsync()
    {
        if (_organisations.Count == 0)
        {
            _organisations = [.. (await Register.Organisations.OrderBy(o => o.Key).Take(Most)
                .Select(o => new { o.OrganisationId, o.Key, o.Name }).ToListAsync()).Select(o => (o.OrganisationId, o.Key, o.Name))];
        }
    }

    private static bool Means((Guid Id, string Key, LocalizedText Name) organisation, string typed) =>
        organisation.Key == typed || organisation.Name.Any(n => string.Equals(n.Value, typed.Trim(), StringComparison.OrdinalIgnoreCase));
}
