namespace PrisonerTracker.Core.Names;

/// <summary>A small register held in memory, indexed by <see cref="NameKeys"/>.</summary>
public sealed class InMemoryRegister : ICandidateSource
{
    private readonly Dictionary<string, List<RegisterEntry>> _byKey = new(StringComparer.Ordinal);

    public InMemoryRegister(IEnumerable<RegisterEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        foreach (var entry in entries)
        {
            foreach (var key in entry.Names.SelectMany(NameKeys.For).Distinct())
            {
                if (!_byKey.TryGetValue(key, out var bearers))
                    _byKey[key] = bearers = [];
                bearers.Add(entry);
            }
        }
    }

    public Task<CandidateSet> FindAsync(IReadOnlyList<string> keys, bool someOfTooMany, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(keys);
        var found = new HashSet<RegisterEntry>(ReferenceEqualityComparer.Instance);
        foreach (var key in keys)
        {
            if (_byKey.TryGetValue(key, out var bearers))
                found.UnionWith(bearers);
        }

        return Task.FromResult(new CandidateSet([.. found], IsComplete: true));
    }
}
