using PrisonerTracker.Core.Imprisonments;
using PrisonerTracker.Core.Releases;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Core.Terms;

namespace PrisonerTracker.Web.LifeLines;

/// <summary>What a life line is drawn from: only what the reader may see.</summary>
public sealed record LifeFacts(IReadOnlyList<LifeCase> Cases, PartialDate? DiedOn, DateOnly Today);

/// <summary>One imprisonment, or a case in absentia.</summary>
public sealed record LifeCase
{
    public required ImprisonmentKind Kind { get; init; }
    public PartialDate? DetainedOn { get; init; }
    public PartialDate? ConfirmedOn { get; init; }
    public IReadOnlyList<Decision> Decisions { get; init; } = [];

    /// <summary>The current release, and those that were followed by a return to custody.</summary>
    public IReadOnlyList<LifeRelease> Releases { get; init; } = [];

    /// <summary>When the person was moved to another facility.</summary>
    public IReadOnlyList<PartialDate> Transfers { get; init; } = [];

    /// <summary>The end of the term as the credit rules have it, where it can be computed.</summary>
    public ExpectedEnd? ExpectedEnd { get; init; }
}

public sealed record LifeRelease(PartialDate ReleasedOn, ReleaseGround Ground, UndoKind? UndoneAs, PartialDate? UndoneOn);
