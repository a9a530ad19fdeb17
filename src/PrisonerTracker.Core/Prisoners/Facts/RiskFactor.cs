using PrisonerTracker.Core.Shared;

namespace PrisonerTracker.Core.Prisoners.Facts;

/// <summary>Why imprisonment is harder on this person. Age is not among them: it follows from the birth date.</summary>
public enum RiskKind
{
    Illness,
    Disability,
    MinorChildren,
    FamilyHeldToo,
    Other,
}

public enum Visibility
{
    EditorsOnly,
    Public,
}

/// <summary>Health or another heightened risk. Sensitive: nobody but editors sees it unless one of them made it public.</summary>
public sealed class RiskFactor : PersonFact
{
    private RiskFactor()
    {
    }

    public Guid RiskFactorId { get; private set; } = Guid.CreateVersion7();
    public RiskKind Kind { get; private set; }
    public LocalizedText Text { get; private set; } = LocalizedText.Empty;
    public PartialDate? SinceOn { get; private set; }
    public PartialDate? UntilOn { get; private set; }
    public Visibility Visibility { get; private set; }

    internal static RiskFactor Empty() => new();

    internal void Describe(RiskFactorDetails details, DateOnly today)
    {
        NotInFuture(details.SinceOn, nameof(details.SinceOn), today, $"The beginning, {details.SinceOn}, lies in the future. Correct it.");
        NotInFuture(details.UntilOn, nameof(details.UntilOn), today, $"The end, {details.UntilOn}, lies in the future. Correct it.");
        InOrder(details.SinceOn, details.UntilOn, nameof(details.UntilOn), $"It ended on {details.UntilOn}, before it began on {details.SinceOn}. Correct one of them.");
        if (details is { Kind: RiskKind.Other, Text.IsEmpty: true })
            throw new RuleException(nameof(details.Text), "Say what the risk is.");
        Kind = details.Kind;
        Text = details.Text;
        SinceOn = details.SinceOn;
        UntilOn = details.UntilOn;
        Visibility = details.Visibility;
    }
}

public sealed record RiskFactorDetails : PersonFactDetails<RiskFactor>
{
    public required RiskKind Kind { get; init; }
    public LocalizedText Text { get; init; } = LocalizedText.Empty;
    public PartialDate? SinceOn { get; init; }
    public PartialDate? UntilOn { get; init; }
    public Visibility Visibility { get; init; }

    private protected override RiskFactor New() => RiskFactor.Empty();

    private protected override void Describe(RiskFactor fact, DateOnly today) => fact.Describe(this, today);
}
