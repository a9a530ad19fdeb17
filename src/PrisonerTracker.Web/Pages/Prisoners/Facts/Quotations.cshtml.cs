using System.ComponentModel.DataAnnotations;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.Prisoners;
using PrisonerTracker.Core.Prisoners.Facts;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Core.Sources;
using PrisonerTracker.Web.Forms;
using PrisonerTracker.Web.Identity;

namespace PrisonerTracker.Web.Pages.Prisoners.Facts;

internal sealed class QuotationInput : FactInput<Quotation>
{
    public TextsInput Text { get; set; } = new();

    public TextsInput Channel { get; set; } = new();

    [Display(Name = "Said on")]
    public PartialDate? SaidOn { get; set; }


    public override void Read(Quotation fact)
    {
        (Text, Channel, SaidOn) = (TextsInput.Of(fact.Text), TextsInput.Of(fact.Channel), fact.SaidOn);
    }

    public override PersonFactDetails<Quotation> ToDetails(Quotation? before, IReadOnlyList<CitationDetails> citations) => new QuotationDetails
    {
        Text = Text.Over(before?.Text),
        Channel = Channel.Over(before?.Channel),
        SaidOn = SaidOn,
        Citations = citations,
    };

    public override IEnumerable<(string Field, string? Value)> Fields() =>
    [
        (T("Words"), Text.ToString()),
        (T("Channel"), Channel.ToString()),
        (T("Said on"), SaidOn?.ToString()),
    ];
}

internal sealed class QuotationsModel(RegisterContext register, CurrentActor actor, PersonFactService facts) : FactPage<Quotation, QuotationInput>(register, actor, facts);
