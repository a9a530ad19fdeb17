using PrisonerTracker.Core.Prisoners.Facts;
using PrisonerTracker.Core.Shared;

namespace PrisonerTracker.Core.Prisoners;

/// <summary>What a prisoner said, when, and through which channel it came out.</summary>
public sealed class Quotation : PersonFact
{
    private Quotation()
    {
    }

    public Guid QuotationId { get; private set; } = Guid.CreateVersion7();
    public LocalizedText Text { get; private set; } = LocalizedText.Empty;
    public LocalizedText Channel { get; private set; } = LocalizedText.Empty;
    public PartialDate? SaidOn { get; private set; }

    internal static Quotation Empty() => new();

    internal void Describe(QuotationDetails details, DateOnly today)
    {
        if (details.Text.IsEmpty)
            throw new RuleException(nameof(details.Text), "Write what the person said.");
        NotInFuture(details.SaidOn, nameof(details.SaidOn), today, $"The date, {details.SaidOn}, lies in the future. Correct it.");
        Text = details.Text;
        Channel = details.Channel;
        SaidOn = details.SaidOn;
    }
}

public sealed record QuotationDetails : PersonFactDetails<Quotation>
{
    public required LocalizedText Text { get; init; }
    public LocalizedText Channel { get; init; } = LocalizedText.Empty;
    public PartialDate? SaidOn { get; init; }

    private protected override Quotation New() => Quotation.Empty();

    private protected override void Describe(Quotation fact, DateOnly today) => fact.Describe(this, today);
}
