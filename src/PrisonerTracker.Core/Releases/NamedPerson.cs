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

    internal void Returned(NamedOutcome outcome) => Outcome = outcome;

    internal void NotFreed()
    {
        ReleaseId = null;
        Outcome = NamedOutcome.Unknown;
    }
}

public sealed record NamedPersonDetails
{
    public required string WrittenName { get; init; }
    public Guid? PrisonerId { get; init; }
    public LocalizedText Note { get; init; } = LocalizedText.Empty;
    public IReadOnlyList<CitationDetails> Citations { get; init; } = [];
}
