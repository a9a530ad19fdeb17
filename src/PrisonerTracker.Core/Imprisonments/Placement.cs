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

    /// <summary>A day the person was seen there, for a stay whose beginning is not known.</summary>
    public PartialDate? SeenOn { get; private set; }

    public Regime? Regime { get; private set; }
    public bool InIsolation { get; private set; }
    public bool Incommunicado { get; private set; }
    public LocalizedText Note { get; private set; } = LocalizedText.Empty;

    /// <summary>Counts the changes of the stay; the posted one must match.</summary>
    public int Version { get; private set; }

    /// <summary>The stay has begun and no end of it is known.</summary>
    public bool IsOpen => UntilOn is null;

    internal static Placement Create(PlacementDetails details, Facility? facility)
    {
        var placement = new Placement();
        placement.Set(details, facility);
        return placement;
    }

    internal void Set(PlacementDetails details, Facility? facility)
    {
        if (details is { FromOn: { } from, UntilOn: { } until } && until.IsCertainlyBefore(from))
            throw new RuleException(nameof(details.UntilOn), $"The stay ends on {until}, before it begins on {from}. Correct one of them.");
        if (details is { SeenOn: { } seen, FromOn: { } began } && seen.IsCertainlyBefore(began))
            throw new RuleException(nameof(details.SeenOn), $"The person was seen there on {seen}, before the stay begins on {began}. Correct one of them.");
        if (details is { SeenOn: { } last, UntilOn: { } ended } && ended.IsCertainlyBefore(last))
            throw new RuleException(nameof(details.SeenOn), $"The person was seen there on {last}, after the stay ends on {ended}. Correct one of them.");

        FacilityId = facility?.FacilityId;
        FromOn = details.FromOn;
        UntilOn = details.UntilOn;
        SeenOn = details.SeenOn;
        Regime = details.Regime;
        InIsolation = details.InIsolation;
        Incommunicado = details.Incommunicado;
        Note = details.Note;
        Version++;
        Cite(details.Citations);
    }

    /// <summary>Ends an open stay on the day the next one begins.</summary>
    internal void Close(PartialDate on) => (UntilOn, Version) = (on, Version + 1);

    /// <summary>Takes the end back: the next one never began.</summary>
    internal void GoOn() => (UntilOn, Version) = (null, Version + 1);
}

public sealed record PlacementDetails
{
    /// <summary>The facility's name; added to the catalogue when it is new. Empty when only the conditions are known.</summary>
    public LocalizedText Facility { get; init; } = LocalizedText.Empty;

    public FacilityKind FacilityKind { get; init; } = FacilityKind.Other;
    public PartialDate? FromOn { get; init; }
    public PartialDate? UntilOn { get; init; }
    public PartialDate? SeenOn { get; init; }
    public Regime? Regime { get; init; }
    public bool InIsolation { get; init; }
    public bool Incommunicado { get; init; }
    public LocalizedText Note { get; init; } = LocalizedText.Empty;

    /// <summary>A transfer: the stay that was open until then ends on the day this one begins.</summary>
    public bool EndsPrevious { get; init; }

    public IReadOnlyList<CitationDetails> Citations { get; init; } = [];
}
