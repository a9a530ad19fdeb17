using System.ComponentModel.DataAnnotations;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.Prisoners;
using PrisonerTracker.Core.Prisoners.Facts;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Core.Sources;
using PrisonerTracker.Web.Forms;
using PrisonerTracker.Web.Identity;

namespace PrisonerTracker.Web.Pages.Prisoners.Facts;

internal sealed class HonourInput : FactInput<Honour>
{
    public HonourKind Kind { get; set; }

    public TextsInput Title { get; set; } = new();

    [Display(Name = "Date")]
    public PartialDate? ReceivedOn { get; set; }


    public override void Read(Honour fact)
    {
        (Kind, ReceivedOn, Title) = (fact.Kind, fact.ReceivedOn, TextsInput.Of(fact.Title));
    }

    public override PersonFactDetails<Honour> ToDetails(Honour? before, IReadOnlyList<CitationDetails> citations) => new HonourDetails
    {
        Kind = Kind,
        Title = Title.Over(before?.Title),
        ReceivedOn = ReceivedOn,
        Citations = citations,
    };

    public override IEnumerable<(string Field, string? Value)> Fields() =>
    [
        (T("Kind"), Words.Of(Kind)),
        (T("Honour or role"), Title.ToString()),
        (T("Date"), ReceivedOn?.ToString()),
    ];
}

internal sealed class HonoursModel(RegisterContext register, CurrentActor actor, PersonFactService facts) : FactPage<Honour, HonourInput>(register, actor, facts);
