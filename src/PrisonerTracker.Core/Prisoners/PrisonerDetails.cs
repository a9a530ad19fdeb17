using PrisonerTracker.Core.Names;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Core.Sources;

namespace PrisonerTracker.Core.Prisoners;

/// <summary>Identity and names, as an editor enters them.</summary>
public sealed record PrisonerDetails
{
    public required IReadOnlyList<NameDetails> Names { get; init; }
    public Gender Gender { get; init; }
    public PartialDate? BornOn { get; init; }
    public PartialDate? DiedOn { get; init; }
    public IReadOnlyList<string> Citizenships { get; init; } = [];
    public LocalizedText Occupation { get; init; } = LocalizedText.Empty;
    public LocalizedText Summary { get; init; } = LocalizedText.Empty;
    public bool IsFictional { get; init; }
    public IReadOnlyList<CitationDetails> Citations { get; init; } = [];
}
