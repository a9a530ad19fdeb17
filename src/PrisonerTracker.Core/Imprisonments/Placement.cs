using PrisonerTracker.Core.Shared;
using PrisonerTracker.Core.Sources;

namespace PrisonerTracker.Core.Imprisonments;

/// <summary>A stay in one facility, or under stated conditions when the facility is not known.</summary>
public sealed class Placement : Fact
{
    private Placement()
    {
    }

    public Guid PlacementId { get; private set; } = Guid.CreateVersion7();
    public Guid ImprisonmentId { get; private set; }
    public Guid? FacilityId { get; private set; }
    public Facility? Facility { get; private set; }
    public PartialDate? FromOn { get; private set; }
    public PartialDate? UntilOn { get; private set; }
    public Regime? Regime { get; private set; }
    public bool InIsolation { get; private set; }
    public bool Incommunicado { get; private set; }
    public LocalizedText Note { get; private set; } = LocalizedText.Empty;

    internal static Placement Create(PlacementDetails details, Facility? facility)
    {
        if (details is { FromOn: { } from, UntilOn: { } until } && until.IsCertainlyBefore(from))
            throw new RuleException(nameof(details.UntilOn), $"The stay ends on {until}, before it begins on {from}. Correct one of them.");

        var placement = new Placement
        {
            FacilityId = facility?.FacilityId,
            FromOn = details.FromOn,
            UntilOn = details.UntilOn,
            Regime = details.Regime,
            InIsolation = details.InIsolation,
            Incommunicado = details.Incommunicado,
            Note = details.Note,
        };
        placement.Cite(details.Citations);
        return placement;
    }
}

public sealed record PlacementDetails
{
    /// <summary>The facility's name; added to the catalogue when it is new. Empty when only the conditions are known.</summary>
    public LocalizedText Facility { get; init; } = LocalizedText.Empty;

    public FacilityKind FacilityKind { get; init; } = FacilityKind.Other;
    public PartialDate? FromOn { get; init; }
    public PartialDate? UntilOn { get; init; }
    public Regime? Regime { get; init; }
    public bool InIsolation { get; init; }
    public bool Incommunicado { get; init; }
    public LocalizedText Note { get; init; } = LocalizedText.Empty;
    public IReadOnlyList<CitationDetails> Citations { get; init; } = [];
}
