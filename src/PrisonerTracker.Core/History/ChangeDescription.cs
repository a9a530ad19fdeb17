using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.Desk;
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
        nameof(Prisoner.SearchText), nameof(Prisoner.SearchSounds), PrisonerMapping.SearchDocument, PrisonerMapping.NameLexemes, PrisonerMapping.NameBeginnings, nameof(Prisoner.SortName), nameof(Prisoner.DisplayName),
        nameof(Prisoner.PreferredNames),
        nameof(Prisoner.Standing), nameof(Prisoner.StandingRules), nameof(Prisoner.Version), nameof(Prisoner.CreatedAt), nameof(Prisoner.UpdatedAt),
        nameof(Prisoner.HasUnsourced), nameof(Imprisonments.Imprisonment.EndedOn), nameof(Imprisonments.Imprisonment.DetentionVersion),
        nameof(Names.PersonName.MatchKeys), nameof(Names.PersonName.KeysVersion), nameof(Prisoner.ComparedVersion), nameof(Prisoner.ConsentVersion),
        nameof(DistinctPair.Basis), nameof(DistinctPair.DecidedAt), nameof(DistinctPair.DecidedBy),
        nameof(ReleaseList.PastedText), nameof(ListLine.Candidates), nameof(ListLine.FormerOutcome),
        nameof(ListLine.FormerNote), nameof(ListLine.FormerNotDesignated), nameof(ListLine.FormerDestinationCountry), nameof(ListLine.FormerForcedOut),
    ];

    // Of a fact that is changed, what says which of its like it is; unchanged itself, and told beside what changed.
    private static readonly Dictionary<Type, string[]> ToldBy = new()
    {
        [typeof(Claim)] = [nameof(Claim.Topic), nameof(Claim.Value)],
        [typeof(Names.PersonName)] = [nameof(Names.PersonName.Full)],
        [typeof(Imprisonments.Imprisonment)] = [nameof(Imprisonments.Imprisonment.DetainedOn)],
        [typeof(Imprisonments.Charge)] = [nameof(Imprisonments.Charge.Article)],
        [typeof(Imprisonments.Sentence)] = [nameof(Imprisonments.Sentence.Instance), nameof(Imprisonments.Sentence.DecidedOn)],
        [typeof(Imprisonments.Placement)] = [nameof(Imprisonments.Placement.Facility), nameof(Imprisonments.Placement.FromOn)],
        [typeof(Imprisonments.Hearing)] = [nameof(Imprisonments.Hearing.Kind), nameof(Imprisonments.Hearing.HeardOn)],
        [typeof(Releases.Release)] = [nameof(Releases.Release.ReleasedOn)],
        [typeof(Releases.NamedPerson)] = [nameof(Releases.NamedPerson.WrittenName)],
        [typeof(Designations.Designation)] = [nameof(Designations.Designation.Organisation)],
        [typeof(Designations.ReportedCount)] = [nameof(Designations.ReportedCount.AsOf), nameof(Designations.ReportedCount.Number)],
        [typeof(Tags.Tag)] = [nameof(Tags.Tag.Name)],
        [typeof(Bulk.BulkPerson)] = [nameof(Bulk.BulkPerson.Name), nameof(Bulk.BulkPerson.PrisonerId)],
        [typeof(Honour)] = [nameof(Honour.Title)],
        [typeof(Law.Article)] = [nameof(Law.Article.Number)],
        [typeof(Imprisonments.Facility)] = [nameof(Imprisonments.Facility.Name)],
        [typeof(Law.Court)] = [nameof(Law.Court.Name)],
        [typeof(Law.Judge)] = [nameof(Law.Judge.Name)],
        [typeof(Designations.Organisation)] = [nameof(Designations.Organisation.Name)],
    };

    /// <summary>Whether a property follows from others, or keeps the books.</summary>
    public static bool IsDerived(string property) => LeftOut.Contains(property);

    /// <summary>Loads what changed facts refer to, now and before, so that the description can name it.</summary>
    public static async Task LoadNamesAsync(RegisterContext context, CancellationToken cancellationToken)
    {
        foreach (var entry in context.ChangeTracker.Entries().Where(e => e.Entity is not Citation && e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted).ToList())
        {
            foreach (var reference in Labelled(entry))
            {
                var key = entry.Property(reference.ForeignKey.Properties[0]);
                foreach (var id in new[] { key.OriginalValue, key.CurrentValue }.OfType<Guid>().Distinct())
                    await context.FindAsync(reference.TargetEntityType.ClrType, [id], cancellationToken);
            }
        }

        foreach (var article in context.ChangeTracker.Entries<Law.Article>().Where(a => a.Entity.LegalCode is null).ToList())
            await article.Reference(a => a.LegalCode).LoadAsync(cancellationToken);

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
        foreach (var reference in Labelled(entry))
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

    private static IEnumerable<INavigation> Labelled(EntityEntry entry) =>
        entry.Metadata.GetNavigations().Where(n => n.IsOnDependent && n.ClrType.IsAssignableTo(typeof(ILabelled)));

    // Which fact it is, by what it said before the change; of a new or removed one all values are told anyway.
    private static List<(string Name, object? Value)> Told(EntityEntry entry, List<(string Name, object? Before, object? After)> changed)
    {
        if (entry.State != EntityState.Modified || !ToldBy.TryGetValue(entry.Metadata.ClrType, out var names))
            return [];
        return [.. names.Where(n => !changed.Exists(c => c.Name == n)).Select(n => (n, Value(n))).Where(v => !IsNothing(v.Item2))];

        object? Value(string name) =>
            entry.Metadata.FindProperty(name) is { } property ? entry.Property(property).OriginalValue
            : entry.Metadata.FindComplexProperty(name) is { } complex ? entry.ComplexProperty(complex).CurrentValue
            : (entry.Reference(name).CurrentValue as ILabelled)?.Label;
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
                if (Told(entry, values) is { Count: > 0 } told)
                {
                    json.WriteStartObject("of");
                    foreach (var (name, value) in told)
                    {
                        json.WritePropertyName(name);
                        WriteValue(json, value);
                    }

                    json.WriteEndObject();
                }

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
