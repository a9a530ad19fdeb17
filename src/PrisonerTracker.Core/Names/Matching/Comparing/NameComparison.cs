namespace PrisonerTracker.Core.Names;

/// <summary>The outcome of comparing two names.</summary>
/// <param name="Score">From 0 to 1, see docs/names.md; comparable between pairs, not a probability.</param>
/// <param name="Decision">The score against <see cref="NameThresholds"/>.</param>
/// <param name="Reasons">Why, in words, the most telling first.</param>
public sealed record NameComparison(double Score, MatchDecision Decision, IReadOnlyList<string> Reasons);
