using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using PrisonerTracker.Core.Bulk;
using PrisonerTracker.Core.Desk;
using PrisonerTracker.Core.Duplicates;
using PrisonerTracker.Core.History;
using PrisonerTracker.Core.Prisoners;
using PrisonerTracker.Core.Rosters;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Core.Sources;

namespace PrisonerTracker.Core.Merging;

/// <summary>One value of a fact: a column, or the columns of a partial date or a term.</summary>
internal sealed record RecordValue(string Name, Type Type, IReadOnlyList<string> Columns, IEntityType? LeadsTo)
{
    public bool IsDate => Type == typeof(PartialDate);
    public bool IsText => Type == typeof(LocalizedText);
}

/// <summary>
/// A table of the facts about one person, and its place among them, read off the model: a table that comes later belongs to a merge
/// without a word here.
/// </summary>
internal sealed class RecordTable
{
    private static readonly HashSet<string> Bookkeeping =
    [
        nameof(Prisoner.Slug), nameof(Prisoner.Publication), nameof(Prisoner.IsFictional), nameof(Prisoner.MergedIntoId),
        nameof(Releases.Release.RecordedAt), nameof(Names.PersonName.Ordinal),
    ];

    /// <summary>Tables that lead to people and hold no facts about them: what merges did, who was told apart, whom a published list may mean or a bulk action is about, and what is derived anew.</summary>
    public static readonly IReadOnlySet<Type> Apart = new HashSet<Type> { typeof(Merge), typeof(HeldPeriod), typeof(LookAlikePair), typeof(DistinctPair), typeof(ListLine), typeof(BulkPerson) };

    private readonly List<RecordTable> _children = [];
    private readonly List<(string Column, RecordTable To)> _references = [];

    private RecordTable(IEntityType type, RecordTable? owner, string? ownerColumn)
    {
        (Type, Owner, OwnerColumn) = (type, owner, ownerColumn);
        Name = type.GetTableName()!;
        Keys = [.. type.FindPrimaryKey()!.Properties.Select(p => p.GetColumnName())];
    }

    public IEntityType Type { get; }
    public string Name { get; }
    public IReadOnlyList<string> Keys { get; }

    /// <summary>The table whose rows own these; null for the people themselves.</summary>
    public RecordTable? Owner { get; }

    public string? OwnerColumn { get; }
    public IReadOnlyList<RecordTable> Children => _children;

    /// <summary>Columns that lead to other rows of the same record, such as the imprisonment a claim is about.</summary>
    public IReadOnlyList<(string Column, RecordTable To)> References => _references;

    /// <summary>The column by which citations belong to these facts; null when they carry none.</summary>
    public string? CitationColumn { get; private set; }

    public IReadOnlyList<RecordValue> Values { get; private set; } = [];

    public bool Is<T>() => Type.ClrType == typeof(T);

    /// <summary>The people, with everything that belongs to them beneath, owners before what they own.</summary>
    public static IReadOnlyList<RecordTable> Of(IModel model)
    {
        var found = new List<RecordTable> { new(model.FindEntityType(typeof(Prisoner))!, null, null) };
        for (var i = 0; i < found.Count; i++)
        {
            foreach (var key in found[i].Type.GetReferencingForeignKeys().OrderBy(k => k.DeclaringEntityType.Name, StringComparer.Ordinal))
            {
                var (type, column) = (key.DeclaringEntityType, key.Properties[0].GetColumnName());
                if (type.ClrType == typeof(Citation))
                    found[i].CitationColumn = column;
                else if (Apart.Contains(type.ClrType) || (type == found[0].Type && i == 0))
                    continue;
                else if (found.Find(t => t.Type == type) is { } known)
                    known._references.Add((column, found[i]));
                else
                    found.Add(found[i].Child(type, column));
            }
        }

        foreach (var table in found)
            table.Values = [.. table.FindValues()];
        return found;
    }

    public static RecordTable OfCitations(IModel model) => new(model.FindEntityType(typeof(Citation))!, null, null);

    private RecordTable Child(IEntityType type, string column)
    {
        var child = new RecordTable(type, this, column);
        _children.Add(child);
        return child;
    }

    private IEnumerable<RecordValue> FindValues()
    {
        foreach (var property in Type.GetProperties())
        {
            var column = property.GetColumnName();
            if (property.IsPrimaryKey() || column == OwnerColumn || _references.Exists(r => r.Column == column) || IsLeftOut(property.Name))
                continue;
            yield return new(property.Name, Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType, [column],
                property.GetContainingForeignKeys().FirstOrDefault()?.PrincipalEntityType);
        }

        foreach (var complex in Type.GetComplexProperties().Where(c => !IsLeftOut(c.Name)))
            yield return new(complex.Name, complex.ClrType, [.. complex.ComplexType.GetProperties().Select(p => p.GetColumnName())], null);
    }

    private static bool IsLeftOut(string property) => Bookkeeping.Contains(property) || ChangeDescription.IsDerived(property);
}
