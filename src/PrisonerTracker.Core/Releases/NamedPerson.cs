using PrisonerTracker.Core.Prisoners;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Core.Sources;

namespace PrisonerTracker.Core.Releases;

public enum NamedOutcome
{
    /// <summary>A source names the person; the register records no release.</summary>
    Unknown,
    Freed,
    RefusedToLeave,
    ReturnedToPrison,
}

/// <summary>Somebody a source names as part of a release event, whether or not the register knows the person.</summary>
public sealed class NamedPerson : Fact
{
    public const int WrittenNameLength = 200;

    private NamedPerson()
    {
    }

    public Guid NamedPersonId { get; private set; } = Guid.CreateVersion7();
    public Guid ReleaseEventId { get; private set; }

    /// <summary>As the source wrote it.</summary>
    public string WrittenName { get; private set; } = "";

    /// <summary>The register's person, when matched.</summary>
    public Guid? PrisonerId { get; private set; }

    public Prisoner? Prisoner { get; private set; }
    public Guid? ReleaseId { get; private set; }
    public Release? Release { get; private set; }
    public NamedOutcome Outcome { get; private set; }
    public LocalizedText Note { get; private set; } = LocalizedText.Empty;

    /// <summary>Where a source says the person was taken, of whom the register has no release.</summary>
    public string? DestinationCountry { get; private set; }

    /// <summary>Whether the person was made to leave the country, as a source says of whom the register has no release.</summary>
    public bool? ForcedOut { get; private set; }

    /// <summary>A source says that the person is not regarded as a political prisoner.</summary>
    public bool NotDesignated { get; private set; }

    internal static NamedPerson Create(NamedPersonDetails details)
    {
        var person = new NamedPerson
        {
            WrittenName = Blank.ToNull(details.WrittenName)
                ?? throw new RuleException(nameof(details.WrittenName), "Write the name as the source has it."),
            PrisonerId = details.PrisonerId,
            Note = details.Note,
        };
        person.Cite(details.Citations);
        return person;
    }

    internal void Freed(Release release)
    {
        ReleaseId = release.ReleaseId;
        Outcome = NamedOutcome.Freed;
    }

    /// <summary>What a source says of somebody whose release is not recorded.</summary>
    internal void Tell(NamedOutcome outcome, string? destination, bool? forcedOut) => (Outcome, DestinationCountry, ForcedOut) = (outcome, destination, forcedOut);

    internal void Regard(bool notDesignated, string? note)
    {
        NotDesignated |= notDesignated;
        if (note is not null)
            Note = Note.With(Languages.English, note);
    }

    internal FormerNaming AsItIs() => new(Outcome, DestinationCountry, ForcedOut, NotDesignated, Note);

    /// <summary>As the event named the person before.</summary>
    internal void Restore(FormerNaming former)
    {
        ReleaseId = null;
        (Outcome, DestinationCountry, ForcedOut) = (former.Outcome, former.DestinationCountry, former.ForcedOut);
    }

    /// <summary>Takes back what <see cref="Regard"/> wrote, unless somebody wrote something else since.</summary>
    internal void RestoreRegard(FormerNaming former, bool notDesignated, string? note)
    {
        if (notDesignated)
            NotDesignated = former.NotDesignated;
        if (note is not null && Note.Equals(former.Note.With(Languages.English, note)))
            Note = former.Note;
    }

    internal void Returned(NamedOutcome outcome) => Outcome = outcome;

    internal void NotFreed()
    {
        ReleaseId = null;
        Outcome = NamedOutcome.Unknown;
    }
}

/// <summary>How an event named somebody, so that it can do so again.</summary>
internal sealed record FormerNaming(NamedOutcome Outcome, string? DestinationCountry, bool? ForcedOut, bool NotDesignated, LocalizedText Note);

public sealed record NamedPersonDetails
{
    public required string WrittenName { get; init; }
    public Guid? PrisonerId { get; init; }
    public LocalizedText Note { get; init; } = LocalizedText.Empty;
    public IReadOnlyList<CitationDetails> Citations { get; init; } = [];
}
