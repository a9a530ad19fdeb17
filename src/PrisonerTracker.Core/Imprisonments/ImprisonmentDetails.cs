using PrisonerTracker.Core.Shared;
using PrisonerTracker.Core.Sources;

namespace PrisonerTracker.Core.Imprisonments;

/// <summary>A deprivation of liberty with the case behind it, as an editor enters it.</summary>
public sealed record ImprisonmentDetails
{
    public required string Country { get; init; }
    public ImprisonmentKind Kind { get; init; }
    public PartialDate? DetainedOn { get; init; }
    public LocalizedText DetentionPlace { get; init; } = LocalizedText.Empty;
    public LocalizedText Circumstances { get; init; } = LocalizedText.Empty;
    public string? DetainedBy { get; init; }
    public PartialDate? ConfirmedOn { get; init; }
    public IReadOnlyList<ChargeDetails> Charges { get; init; } = [];
    public IReadOnlyList<SentenceDetails> Sentences { get; init; } = [];
    public IReadOnlyList<PlacementDetails> Placements { get; init; } = [];

    /// <summary>How it ended, for one that is long over; null while the person is held.</summary>
    public Releases.ReleaseDetails? Release { get; init; }

    public IReadOnlyList<CitationDetails> Citations { get; init; } = [];
}
