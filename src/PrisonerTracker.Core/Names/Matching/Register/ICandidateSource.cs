namespace PrisonerTracker.Core.Names;

/// <summary>
/// Finds the people of a register who may bear a name: those with a stored key (<see cref="NameKeys.For(WrittenName)"/>) among the asked ones
/// (<see cref="NameKeys.Asked"/>). One implementation holds a small register in memory, another asks PostgreSQL's GIN index.
/// </summary>
public interface ICandidateSource
{
    /// <summary>People with at least one of the keys; the caller compares and decides.</summary>
    /// <param name="keys">Of <see cref="NameKeys.Asked"/>.</param>
    /// <param name="someOfTooMany">When so many share a key that not all can be compared: give some of them, to choose from, or else nobody.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    Task<CandidateSet> FindAsync(IReadOnlyList<string> keys, bool someOfTooMany, CancellationToken cancellationToken);
}

/// <summary>People who may bear a name.</summary>
/// <param name="Entries">Each with every form of the name.</param>
/// <param name="IsComplete">There are no others; false when so many share a key that only some were looked at.</param>
public sealed record CandidateSet(IReadOnlyList<RegisterEntry> Entries, bool IsComplete);
