namespace PrisonerTracker.Core.Names;

/// <summary>One person of a register as the matcher sees them: an identity, every form of the name, what is known of the birth.</summary>
public sealed record RegisterEntry(string Id, IReadOnlyList<WrittenName> Names, BirthHint? Birth);
