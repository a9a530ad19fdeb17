namespace PrisonerTracker.Core.Names;

/// <summary>
/// Parses each spelling once: in a large register namesakes share most of theirs, and one object for all who bear a spelling lets the matcher
/// compare it once. Not for use by several threads.
/// </summary>
internal sealed class ParsedNames
{
    /// <summary>A bound on memory: a list of many lines looks at many names.</summary>
    private const int Most = 20_000;

    private readonly Dictionary<string, WrittenName> _parsed = new(StringComparer.Ordinal);

    public WrittenName Of(string full)
    {
        if (_parsed.TryGetValue(full, out var known))
            return known;
        if (_parsed.Count >= Most)
            _parsed.Clear();
        return _parsed[full] = NameParser.Parse(full);
    }
}
