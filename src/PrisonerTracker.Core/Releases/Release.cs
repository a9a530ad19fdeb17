using PrisonerTracker.Core.Imprisonments;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Core.Sources;

namespace PrisonerTracker.Core.Releases;

public enum ReleaseGround
{
    NotStated,
    TermServed,
    Pardon,
    Amnesty,
    Exchange,
    NegotiatedRelease,
    Acquittal,
    CaseClosed,
    EarlyRelease,
    ConditionalRelease,
    ReplacedPenalty,
    MedicalTreatment,
    Died,
    Escaped,
}

public enum UndoKind
{
    /// <summary>The release happened, or was about to, and the person is back in custody.</summary>
    ReturnedToCustody,

    /// <summary>The register was wrong: there was no such release.</summary>
    RecordedInError,

    /// <summary>Another claim is followed, by which the person is still inside or was freed at another time. It can be restored.</summary>
    Disputed,
}

/// <summary>The end of one imprisonment. An undone one stays on record.</summary>
public sealed class Release : Fact
{
    public const int ReasonLength = 1000;

    private Release()
    {
    }

    public Guid ReleaseId { get; private set; } = Guid.CreateVersion7();
    public Guid ImprisonmentId { get; private set; }
    public Imprisonment Imprisonment { get; private set; } = null!;
    public Guid? ReleaseEventId { get; private set; }
    public ReleaseEvent? ReleaseEvent { get; private set; }
    public PartialDate ReleasedOn { get; private set; } = null!;
    public ReleaseGround Ground { get; private set; }
    public string? DestinationCountry { get; private set; }

    /// <summary>Whether the person was made to leave the country; null when no source says.</summary>
    public bool? ForcedOut { get; private set; }

    public LocalizedText Conditions { get; private set; } = LocalizedText.Empty;

    /// <summary>Passport and other papers the authorities kept.</summary>
    public LocalizedText DocumentsKept { get; private set; } = LocalizedText.Empty;

    public LocalizedText Note { get; private set; } = LocalizedText.Empty;
    public UndoKind? UndoneAs { get; private set; }
    public PartialDate? UndoneOn { get; private set; }
    public string? UndoneBecause { get; private set; }
    public DateTime? UndoneAt { get; private set; }
    public DateTime RecordedAt { get; private set; }

    /// <summary>Counts the corrections of the release; the posted one must match.</summary>
    public int Version { get; private set; }

    public bool IsCurrent => UndoneAt is null;

    /// <summary>
    /// It took place and was undone by a return to custody on a known day. Without that day, or on the same one, the person was not at
    /// liberty at the end of any day.
    /// </summary>
    internal bool WasAtLibertyBetween() => UndoneAs == UndoKind.ReturnedToCustody && UndoneOn is not null;

    internal static Release Create(ReleaseDetails details, DateTime now)
    {
        var release = new Release { ReleaseEventId = details.ReleaseEventId, RecordedAt = now };
        release.Describe(details);
        return release;
    }

    /// <summary>Sets what is known of it, when it is recorded and when it is corrected; the event stays.</summary>
    internal void Describe(ReleaseDetails details)
    {
        ReleasedOn = details.ReleasedOn;
        Ground = details.Ground;
        DestinationCountry = details.DestinationCountry is null
            ? null
            : Countries.Require(details.DestinationCountry, nameof(details.DestinationCountry));
        ForcedOut = details.ForcedOut;
        Conditions = details.Conditions;
        DocumentsKept = details.DocumentsKept;
        Note = details.Note;
        Version++;
        Cite(details.Citations);
    }

    internal void Undo(UndoDetails details, DateTime now)
    {
        if (Blank.ToNull(details.Reason) is not { } reason)
            throw new RuleException(nameof(details.Reason), "Say why the release is undone.");
        if (details.UndoneOn is { } back && back.IsCertainlyBefore(ReleasedOn))
            throw new RuleException(nameof(details.UndoneOn), $"The person came back on {back}, before the release on {ReleasedOn}. Correct the date.");
        if (details.UndoneOn is { } future && future.Earliest > Today.Latest(now))
            throw new RuleException(nameof(details.UndoneOn), "The date lies in the future. Correct it.");

        UndoneAs = details.Kind;
        UndoneOn = details.Kind == UndoKind.ReturnedToCustody ? details.UndoneOn : null;
        UndoneBecause = reason;
        UndoneAt = now;
        Cite(details.Citations);
    }

    /// <summary>Makes a disputed release stand again.</summary>
    internal void Restore()
    {
        if (UndoneAs != UndoKind.Disputed)
            throw new RuleException("", "Only a release that was disputed can be restored.");
        (UndoneAs, UndoneOn, UndoneBecause, UndoneAt) = (null, null, null, null);
    }

    internal void CorrectDestination(string? country)
    {
        DestinationCountry = country is null ? null : Countries.Require(country, nameof(DestinationCountry));
        Version++;
    }

    internal void Attach(ReleaseEvent to)
    {
        if (!to.HappenedOn.Overlaps(ReleasedOn.Earliest, ReleasedOn.Latest))
            throw new RuleException("Releases", $"A release on {ReleasedOn} cannot belong to an event on {to.HappenedOn}.");
        var releaseEventId = to.ReleaseEventId;
        if (!IsCurrent)
            throw new RuleException("Releases", "An undone release cannot be attached to an event.");
        if (ReleaseEventId is { } other && other != releaseEventId)
            throw new RuleException("Releases", "This release already belongs to another event. Undo and record it again if that was wrong.");
        ReleaseEventId = releaseEventId;
    }
}

public sealed record ReleaseDetails
{
    public required PartialDate ReleasedOn { get; init; }
    public ReleaseGround Ground { get; init; }
    public Guid? ReleaseEventId { get; init; }
    public string? DestinationCountry { get; init; }
    public bool? ForcedOut { get; init; }
    public LocalizedText Conditions { get; init; } = LocalizedText.Empty;
    public LocalizedText DocumentsKept { get; init; } = LocalizedText.Empty;
    public LocalizedText Note { get; init; } = LocalizedText.Empty;
    public IReadOnlyList<CitationDetails> Citations { get; init; } = [];
}

public sealed record UndoDetails
{
    public required UndoKind Kind { get; init; }
    public required string Reason { get; init; }
    public PartialDate? UndoneOn { get; init; }
    public IReadOnlyList<CitationDetails> Citations { get; init; } = [];
}
