namespace PrisonerTracker.Core.Names;

/// <summary>The scores at which decisions change. How they were chosen is told in docs/names.md.</summary>
public static class NameThresholds
{
    /// <summary>From here two names are one person's, as far as names can tell.</summary>
    public const double Same = 0.80;

    /// <summary>From here a person has to look.</summary>
    public const double Unsure = 0.60;

    /// <summary>A match in a register is automatic only from here …</summary>
    public const double AutomaticMatch = 0.80;

    /// <summary>… and when the next candidate is at least this much further away.</summary>
    public const double Margin = 0.08;

    /// <summary>Two people of a register whose names are this alike cannot be told apart by a name.</summary>
    public const double Namesakes = 0.97;

    internal static MatchDecision Decide(double score) =>
        score >= Same ? MatchDecision.Same : score >= Unsure ? MatchDecision.Unsure : MatchDecision.Different;
}
