using PrisonerTracker.Core.Shared;
using PrisonerTracker.Core.Sources;

namespace PrisonerTracker.Core.Prisoners;

/// <summary>What a prisoner said, when, and through which channel it came out.</summary>
public sealed class Quotation : Fact
{
    private Quotation()
    {
    }

    public Guid QuotationId { get; private set; } = Guid.CreateVersion7();
    public Guid PrisonerId { get; private set; }
    public LocalizedText Text { get; private set; } = LocalizedText.Empty;
    public LocalizedText Channel { get; private set; } = LocalizedText.Empty;
    public PartialDate? SaidOn { get; private set; }

    internal static Quotation Create(QuotationDetails details)
    {
        var quotation = new Quotation { Text = details.Text, Channel = details.Channel, SaidOn = details.SaidOn };
        quotation.Cite(details.Citations);
        return quotation;
    }
}

public sealed record QuotationDetails
{
    public required LocalizedText Text { get; init; }
    public LocalizedText Channel { get; init; } = LocalizedText.Empty;
    public PartialDate? SaidOn { get; init; }
    public IReadOnlyList<CitationDetails> Citations { get; init; } = [];
}
