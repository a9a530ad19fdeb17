namespace PrisonerTracker.Core.Names;

/// <summary>
/// Finds the people of a register who may bear a name: all whose stored keys (<see cref="NameKeys.For(WrittenName)"/>) meet the name's.
/// One implementation holds a small register in memory, another asks PostgreSQL's GIN index.
/// </summary>
public interface ICandidateSource
{
    /// <summary>People with at least one of the keys; the caller compares and decides.</summary>
    Task<IReadOnlyList<RegisterEntry>> FindAsync(IReadOnlyList<string> keys, CancellationToken cancellationToken);
}
