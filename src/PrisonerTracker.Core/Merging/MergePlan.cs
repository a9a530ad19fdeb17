using PrisonerTracker.Core.Shared;

namespace PrisonerTracker.Core.Merging;

public enum MergeStep
{
    /// <summary>A fact that only the absorbed record has goes to the kept one.</summary>
    Moved,

    /// <summary>Both records have it; its citations are put together.</summary>
    Equal,

    /// <summary>Both have it, and each knew something of it that the other did not.</summary>
    Combined,

    /// <summary>Both have it and contradict each other: two claims will stand side by side.</summary>
    Contradicting,
}

/// <summary>What a merge does with one fact.</summary>
public sealed record MergeLine(MergeStep Step, string Fact, Phrase Text);

/// <summary>What a merge would do, row by row, and in words.</summary>
internal sealed record MergePlan(
    RecordRow Kept, RecordRow Absorbed, IReadOnlyList<RowChange> Changes, IReadOnlyList<MergeLine> Lines, IReadOnlyList<Guid> Imprisonments);
