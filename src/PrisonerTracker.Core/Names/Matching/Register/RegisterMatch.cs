namespace PrisonerTracker.Core.Names;

/// <summary>What the matcher decided about one name.</summary>
public enum RegisterDecision
{
    /// <summary>Nobody in the register.</summary>
    None,

    /// <summary>Somebody may be meant; a person has to choose among the candidates.</summary>
    Unsure,

    /// <summary>Exactly one person fits, and no other comes near.</summary>
    Match,
}

/// <summary>A person of the register who may be meant, and how well the name fits.</summary>
public sealed record RegisterCandidate(RegisterEntry Entry, NameComparison Comparison, WrittenName Name);

/// <summary>The decision about one name, with the candidates, best first.</summary>
public sealed record RegisterMatch(RegisterDecision Decision, IReadOnlyList<RegisterCandidate> Candidates)
{
    public static RegisterMatch Nobody { get; } = new(RegisterDecision.None, []);

    /// <summary>The best candidate of a match or an unsure decision.</summary>
    public RegisterCandidate? Best => Candidates.Count > 0 ? Candidates[0] : null;
}
