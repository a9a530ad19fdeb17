using System.ComponentModel.DataAnnotations;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.Prisoners.Facts;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Core.Sources;
using PrisonerTracker.Web.Forms;
using PrisonerTracker.Web.Identity;

namespace PrisonerTracker.Web.Pages.Prisoners.Facts;

internal sealed class RiskFactorInput : FactInput<RiskFactor>
{
    [Display(Name = "What it is")]
    [Required(ErrorMessage = "Choose what it is.")]
    public RiskKind? Kind { get; set; }

    public TextsInput Text { get; set; } = new();

    [Display(Name = "Since")]
    public PartialDate? SinceOn { get; set; }

    [Display(Name = "Until")]
    public PartialDate? UntilOn { get; set; }

    [Display(Name = "Who may see it")]
    public Visibility Visibility { get; set; }


    public override void Read(RiskFactor fact)
    {
        (Kind, Text, SinceOn, UntilOn, Visibility) = (fact.Kind, TextsInput.Of(fact.Text), fact.SinceOn, fact.UntilOn, fact.Visibility);
    }

    public override PersonFactDetails<RiskFactor> ToDetails(RiskFactor? before, IReadOnlyList<CitationDetails> citations) => new RiskFactorDetails
    {
        Kind = Kind!.Value,
        Text = Text.Over(before?.Text),
        SinceOn = SinceOn,
        UntilOn = UntilOn,
        Visibility = Visibility,
        Citations = citations,
    };

    public override IEnumerable<(string Field, string? Value)> Fields() =>
    [
        (T("What it is"), Kind is { } kind ? Words.Of(kind) : null),
        (T("In words"), Text.ToString()),
        (T("Since"), SinceOn?.ToString()),
        (T("Until"), UntilOn?.ToString()),
        (T("Who may see it"), Words.Of(Visibility)),
    ];
}

internal sealed class RisksModel(RegisterContext register, CurrentActor actor, PersonFactService facts) : FactPage<RiskFactor, RiskFactorInput>(register, actor, facts);
