namespace PrisonerTracker.Core.Names;

/// <summary>What a comparison of two names comes to.</summary>
public enum MatchDecision
{
    Different,

    /// <summary>The names alone cannot decide.</summary>
    Unsure,

    Same,
}
