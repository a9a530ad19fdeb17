using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.Duplicates;
using PrisonerTracker.Core.Prisoners;
using PrisonerTracker.Core.Rosters;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Core.Sources;

namespace PrisonerTracker.Core.History;

/// <summary>
/// What an action is about to change, as two JSON arrays: every added, changed or removed fact with its values before and after.
/// Read off the change tracker, so that nothing can be forgotten; what merely follows from the facts is left out.
/// </summary>
internal static class ChangeDescription
{
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // Derived, or bookkeeping: not what somebody decided.
    private static readonly HashSet<string> LeftOut =
    [
        nameof(Prisoner.SearchText), nameof(Prisoner.SearchSounds), PrisonerMapping.SearchDocument, nameof(Prisoner.SortName), nameof(Prisoner.DisplayName),
        nameof(Prisoner.Standing), nameof(Prisoner.StandingRules), nameof(Prisoner.Version), nameof(Prisoner.CreatedAt), nameof(Prisoner.UpdatedAt),
        nameof(Prisoner.HasUnsourced), nameof(Imprisonments.Imprisonment.EndedOn), nameof(Imprisonments.Imprisonment.DetentionVersion),
        nameof(Names.PersonName.MatchKeys), nameof(Names.PersonName.KeysVersion), nameof(Prisoner.ComparedVersion),
        nameof(DistinctPair.Basis), nameof(DistinctPair.DecidedAt), nameof(DistinctPair.DecidedBy),
    ];

    /// <summary>Whether a property follows from others, or keeps the books.</summary>
    public static bool IsDerived(string property) => LeftOut.Contains(property);

    /// <summary>Loads the sources that new citations lead to, so that the description can name them.</summary>
    public static async Task LoadNamesAsync(RegisterContext context, CancellationToken cancellationToken)
    {
        var cited = context.ChangeTracker.Entries<Citation>()
            .Where(e => e.State == EntityState.Added)
            .Select(e => e.Entity.SourceId)
            .Except(context.Sources.Local.Select(s => s.SourceId))
            .ToList();
        if (cited.Count > 0)
            await context.Sources.Where(s => cited.Contains(s.SourceId)).LoadAsync(cancellationToken);
    }

    public static (string Before, string After) Of(ChangeTracker tracker)
    {
        tracker.DetectChanges();
        var entries = tracker.Entries()
            .Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted && e.Entity is not (HeldPeriod or LookAlikePair))
            .Select(e => (Entry: e, Values: Changed(e)))
            .Where(x => x.Values.Count > 0)
            .OrderBy(x => x.Entry.Metadata.ClrType.Name, StringComparer.Ordinal)
            .ThenBy(x => Key(x.Entry), StringComparer.Ordinal)
            .ToList();

        return (
            Write(entries.Where(x => x.Entry.State != EntityState.Added), v => v.Before),
            Write(entries.Where(x => x.Entry.State != EntityState.Deleted), v => v.After));
    }

    private static List<(string Name, object? Before, object? After)> Changed(EntityEntry entry)
    {
        var values = new List<(string, object?, object?)>();
        foreach (var property in entry.Metadata.GetProperties().Where(p => !p.IsPrimaryKey() && !LeftOut.Contains(p.Name)))
        {
            var value = entry.Property(property);
            Add(property.Name, value.OriginalValue, value.CurrentValue, value.IsModified);
        }

        foreach (var complex in entry.Metadata.GetComplexProperties().Where(c => !LeftOut.Contains(c.Name)))
        {
            var current = entry.ComplexProperty(complex).CurrentValue;
            Add(complex.Name, Original(entry, complex), current, entry.ComplexProperty(complex).IsModified);
        }

        // An id says nothing to a reader, and what it leads to may be renamed later: its name of today is kept beside it.
        foreach (var reference in entry.Metadata.GetNavigations().Where(n => n.IsOnDependent && n.ClrType.IsAssignableTo(typeof(ILabelled))))
        {
            var now = (entry.Reference(reference).CurrentValue as ILabelled)?.Label;
            var isModified = reference.ForeignKey.Properties.Any(p => entry.Property(p).IsModified);
            var (before, after) = entry.State switch
            {
                EntityState.Added => (null, now),
                EntityState.Deleted => (now, null),
                _ => isModified ? (Former(entry, reference), now) : (null, null),
            };
            if (before is not null || after is not null)
                values.Add((reference.Name, before, after));
        }

        return values;

        void Add(string name, object? before, object? after, bool modified)
        {
            var changed = entry.State switch
            {
                EntityState.Added => !IsNothing(after),
                EntityState.Deleted => !IsNothing(before),
                _ => modified && !Equals(before, after),
            };
            if (changed)
                values.Add((name, before, after));
        }
    }

    // What a changed reference led to before, where that is loaded.
    private static string? Former(EntityEntry entry, INavigation navigation)
    {
        var key = entry.Property(navigation.ForeignKey.Properties[0]).OriginalValue;
        return entry.Context.ChangeTracker.Entries()
            .FirstOrDefault(e => e.Metadata == navigation.TargetEntityType && Equals(e.Property(navigation.ForeignKey.PrincipalKey.Properties[0]).CurrentValue, key))
            ?.Entity is ILabelled former ? former.Label : null;
    }

    // The change tracker keeps the parts of a complex value, not the value.
    private static object? Original(EntityEntry entry, IComplexProperty complex)
    {
        if (entry.State == EntityState.Added)
            return null;

        object? Part(string name) => entry.OriginalValues[complex.ComplexType.FindProperty(name)!];
        return complex.ClrType == typeof(PartialDate)
            ? Part(nameof(PartialDate.Earliest)) is DateOnly first and not { Year: 1 } && Part(nameof(PartialDate.Latest)) is DateOnly last
                ? PartialDate.OfInterval(first, last, Part(nameof(PartialDate.IsApproximate)) is true)
                : null
            : entry.ComplexProperty(complex).CurrentValue;
    }

    private static bool IsNothing(object? value) =>
        value is null or "" or false or LocalizedText { IsEmpty: true } or Array { Length: 0 };

    private static string Write(
        IEnumerable<(EntityEntry Entry, List<(string Name, object? Before, object? After)> Values)> entries,
        Func<(string Name, object? Before, object? After), object?> side)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Readable))
        {
            json.WriteStartArray();
            foreach (var (entry, values) in entries)
            {
                json.WriteStartObject();
                json.WriteString("fact", entry.Metadata.ClrType.Name);
                json.WriteString("id", Key(entry));
                json.WriteStartObject("values");
                foreach (var value in values)
                {
                    json.WritePropertyName(value.Name);
                    WriteValue(json, side(value));
                }

                json.WriteEndObject();
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    private static void WriteValue(Utf8JsonWriter json, object? value)
    {
        switch (value)
        {
            case null: json.WriteNullValue(); break;
            case Enum e: json.WriteStringValue(e.ToString()); break;
            default: JsonSerializer.Serialize(json, value, value.GetType()); break;
        }
    }

    private static string Key(EntityEntry entry) =>
        string.Join('/', entry.Metadata.FindPrimaryKey()!.Properties.Select(p => entry.Property(p).CurrentValue));
}
