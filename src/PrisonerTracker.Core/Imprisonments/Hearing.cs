using PrisonerTracker.Core.Law;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Core.Sources;

namespace PrisonerTracker.Core.Imprisonments;

/// <summary>What a court sits about.</summary>
public enum HearingKind
{
    Trial,
    Appeal,
    Supervisory,

    /// <summary>Whether the person is to be detained, or longer.</summary>
    Remand,

    /// <summary>Another penalty or regime in the place of the one in force.</summary>
    Replacement,
    Other,
}

public enum HearingStatus
{
    /// <summary>Announced. Of a day gone by: nobody recorded whether it took place.</summary>
    Scheduled,
    Held,

    /// <summary>Put off before or on its day; where it went is a hearing of its own.</summary>
    Adjourned,
    Cancelled,
}

/// <summary>One sitting of a court in a case: announced for a day ahead, or held.</summary>
public sealed class Hearing : Fact
{
    private Hearing()
    {
    }

    public Guid HearingId { get; private set; } = Guid.CreateVersion7();
    public Guid ImprisonmentId { get; private set; }
    public HearingKind Kind { get; private set; }
    public HearingStatus Status { get; private set; }

    /// <summary>May lie in the future.</summary>
    public PartialDate HeardOn { get; private set; } = null!;

    /// <summary>The time of day by the clocks of the place, as it was announced; only of a full day.</summary>
    public TimeOnly? HeardAt { get; private set; }

    public Guid? CourtId { get; private set; }
    public Court? Court { get; private set; }

    /// <summary>The public is not let in.</summary>
    public bool IsClosed { get; private set; }

    /// <summary>The room, the address, what else somebody who wants to come needs to know.</summary>
    public LocalizedText Note { get; private set; } = LocalizedText.Empty;

    /// <summary>Counts the changes of the hearing; the posted one must match.</summary>
    public int Version { get; private set; }

    internal static Hearing Create(HearingDetails details, Court? court)
    {
        var hearing = new Hearing();
        hearing.Set(details, court);
        return hearing;
    }

    internal void Set(HearingDetails details, Court? court)
    {
        if (details.HeardAt is not null && details.HeardOn is not { Precision: DatePrecision.Day, IsApproximate: false })
            throw new RuleException(nameof(details.HeardAt), "A time belongs to a certain day. Write the day in full, or leave the time empty.");

        Kind = details.Kind;
        Status = details.Status;
        HeardOn = details.HeardOn;
        HeardAt = details.HeardAt is { } time ? new TimeOnly(time.Hour, time.Minute) : null;
        CourtId = court?.CourtId;
        IsClosed = details.IsClosed;
        Note = details.Note;
        Version++;
        Cite(details.Citations);
    }
}

public sealed record HearingDetails
{
    public HearingKind Kind { get; init; }
    public HearingStatus Status { get; init; }
    public required PartialDate HeardOn { get; init; }

    /// <summary>To the minute.</summary>
    public TimeOnly? HeardAt { get; init; }

    /// <summary>The court's name; added to the catalogue when it is new.</summary>
    public LocalizedText Court { get; init; } = LocalizedText.Empty;

    public bool IsClosed { get; init; }
    public LocalizedText Note { get; init; } = LocalizedText.Empty;
    public IReadOnlyList<CitationDetails> Citations { get; init; } = [];
}
