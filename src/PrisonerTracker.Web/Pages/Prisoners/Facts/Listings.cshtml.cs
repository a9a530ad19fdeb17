using System.ComponentModel.DataAnnotations;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.Prisoners.Facts;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Core.Sources;
using PrisonerTracker.Web.Forms;
using PrisonerTracker.Web.Identity;

namespace PrisonerTracker.Web.Pages.Prisoners.Facts;

internal sealed class StateListingInput : FactInput<StateListing>
{
    [Display(Name = "Register of")]
    public StateListKind Kind { get; set; }

    [Display(Name = "Country")]
    public string Country { get; set; } = "BY";

    public TextsInput ListName { get; set; } = new();

    [Display(Name = "Number of the entry")]
    [StringLength(StateListing.NumberLength)]
    public string? Number { get; set; }

    [Display(Name = "Put on it on")]
    public PartialDate? ListedOn { get; set; }

    [Display(Name = "Removed from it on")]
    public PartialDate? RemovedOn { get; set; }


    public override void Read(StateListing fact)
    {
        (Kind, Country, ListName, Number, ListedOn, RemovedOn) =
            (fact.Kind, fact.Country, TextsInput.Of(fact.ListName), fact.Number, fact.ListedOn, fact.RemovedOn);
    }

    public override PersonFactDetails<StateListing> ToDetails(StateListing? before, IReadOnlyList<CitationDetails> citations) => new StateListingDetails
    {
        Kind = Kind,
        Country = Country,
        ListName = ListName.Over(before?.ListName),
        Number = Number,
        ListedOn = ListedOn,
        RemovedOn = RemovedOn,
        Citations = citations,
    };

    public override IEnumerable<(string Field, string? Value)> Fields() =>
    [
        (T("Register of"), Words.Of(Kind)),
        (T("Country"), Country),
        (T("Name of the register"), ListName.ToString()),
        (T("Number"), Number),
        (T("Put on it on"), ListedOn?.ToString()),
        (T("Removed from it on"), RemovedOn?.ToString()),
    ];
}

internal sealed class ListingsModel(RegisterContext register, CurrentActor actor, PersonFactService facts) : FactPage<StateListing, StateListingInput>(register, actor, facts);
