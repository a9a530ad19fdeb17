using PrisonerTracker.Core.Shared;

namespace PrisonerTracker.Core.Merging;

/// <summary>A value of the identity in which two records differ, as people write it; null where a record has none.</summary>
public sealed record IdentityDifference(string Name, Phrase? Kept, Phrase? Absorbed);

/// <summary>What two records hold of one kind of fact, side by side.</summary>
public sealed record FactComparison(string Fact, IReadOnlyList<Phrase> Kept, IReadOnlyList<Phrase> Absorbed);

/// <summary>Two records side by side, and what merging them would do.</summary>
public sealed record MergePreview(Guid KeptId, IReadOnlyList<IdentityDifference> Differences, IReadOnlyList<FactComparison> Facts)
{
    public byte[] State { get; init; } = [];
    public IReadOnlyList<MergeLine> Lines { get; init; } = [];

    /// <summary>The values that would come from the absorbed record.</summary>
    public IReadOnlySet<string> Taken { get; init; } = new HashSet<string>();

    internal static MergePreview Compare(RecordTree tree)
    {
        var words = new MergeWords(tree);
        return new MergePreview(
            tree.Kept.Id,
            [
                .. tree.Kept.Table.Values.Where(v => !RowValues.AreEqual(tree.Kept, tree.Absorbed, v)).Select(v => new IdentityDifference(
                    v.Name, words.Of(tree.Kept, v), words.Of(tree.Absorbed, v))),
            ],
            [
                .. tree.Kept.Table.Children.Select(t => new FactComparison(
                    MergeWords.Fact(t),
                    [.. tree.Kept.Children.Where(c => c.Table == t).Select(words.Label)],
                    [.. tree.Absorbed.Children.Where(c => c.Table == t).Select(words.Label)])),
            ]);
    }
}
