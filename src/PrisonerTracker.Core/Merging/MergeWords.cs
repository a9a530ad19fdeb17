using System.Globalization;
using System.Text.Json.Nodes;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.Designations;
using PrisonerTracker.Core.Imprisonments;
using PrisonerTracker.Core.Names;
using PrisonerTracker.Core.Prisoners;
using PrisonerTracker.Core.Releases;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Core.Sources;

namespace PrisonerTracker.Core.Merging;

/// <summary>Rows and their values in words, for whoever decides about a merge, and for its history.</summary>
internal sealed class MergeWords(RecordTree tree)
{
    private const int Longest = 120;

    /// <summary>The kind of fact: <c>Person name</c>.</summary>
    public static string Fact(RecordTable table) => Spaced(table.Type.ClrType.Name);

    public static string Spaced(string name) =>
        string.Concat(name.Select((c, i) => i > 0 && char.IsUpper(c) ? " " + char.ToLowerInvariant(c) : c.ToString()));

    /// <summary>The one fact among its like.</summary>
    /// <remarks>Nothing of a fact for editors only: the words go into the history, which viewers read.</remarks>
    public Phrase Label(RecordRow row) => row.Text("visibility") == "editors_only" ? "one for editors only" : row.Table.Type.ClrType switch
    {
        var t when t == typeof(PersonName) => Phrase.Of(Shortened(row.Text("full"))),
        var t when t == typeof(Imprisonment) => Joined([Of(row, nameof(Imprisonment.Kind)), Detained(row), Of(row, nameof(Imprisonment.Country))]),
        var t when t == typeof(Charge) => $"article {Of(row, nameof(Charge.ArticleId))}",
        var t when t == typeof(Sentence) => Joined(row, nameof(Sentence.Instance), nameof(Sentence.DecidedOn), nameof(Sentence.Penalty), nameof(Sentence.Term)),
        var t when t == typeof(Placement) => Joined(row, nameof(Placement.FacilityId), nameof(Placement.FromOn), nameof(Placement.Note)),
        var t when t == typeof(Hearing) => Joined(row, nameof(Hearing.Kind), nameof(Hearing.HeardOn), nameof(Hearing.HeardAt), nameof(Hearing.CourtId)),
        var t when t == typeof(Release) => Joined(row, nameof(Release.ReleasedOn), nameof(Release.Ground), nameof(Release.DestinationCountry)),
        var t when t == typeof(Designation) => Joined(row, nameof(Designation.OrganisationId), nameof(Designation.DesignatedOn)),
        var t when t == typeof(Honour) => Joined(row, nameof(Honour.Title)),
        var t when t == typeof(Claim) => Joined(row, nameof(Claim.Statement)),
        var t when t == typeof(NamedPerson) => Joined(row, nameof(NamedPerson.ReleaseEventId)),
        var t when t == typeof(FormerSlug) => Phrase.Of(row.Text("slug")),
        _ => Joined(row, [.. row.Table.Values.Select(v => v.Name)]),
    };

    /// <summary>A value as people write it; null when there is none.</summary>
    public Phrase? Of(RecordRow row, RecordValue value)
    {
        if (RowValues.IsBlank(row, value))
            return null;
        if (value.IsDate)
            return Phrase.Of(RowValues.Date(row, value));
        if (value.IsText)
            return Phrase.Of(LocalizedText.Of(RowValues.Texts(row, value)));
        if (value.Type == typeof(Term))
            return Phrase.Of(Term.Of(Part("years"), Part("months"), Part("days")));
        var node = row.Values[value.Columns[0]]!;
        return value.Name == nameof(Prisoner.Citizenships) ? Phrase.Joined(", ", node.AsArray().Select(n => Phrase.Of(new CountryCode(n!.ToString()))))
            : node is JsonArray list ? Phrase.Of(string.Join(", ", list.Select(n => n!.ToString())))
            : value.LeadsTo is not null ? tree.Label(node.ToString()) is { } label ? Phrase.Of(label) : "another entry"
            : value.Type.IsEnum ? Phrase.Of(Enum.GetValues(value.Type).Cast<Enum>().Single(e => SnakeCase.Of(e.ToString()) == node.ToString()))
            : value.Type == typeof(bool) ? "yes"
            : value.Type == typeof(TimeOnly) ? Phrase.Of(TimeOnly.Parse(node.ToString(), CultureInfo.InvariantCulture))
            : value.Name.EndsWith("Country", StringComparison.Ordinal) ? Phrase.Of(new CountryCode(node.ToString()))
            : Phrase.Of(Shortened(node.ToString()));

        int Part(string unit) => int.TryParse(row.Text(value.Columns.Single(c => c.EndsWith(unit, StringComparison.Ordinal))), CultureInfo.InvariantCulture, out var number) ? number : 0;
    }

    /// <summary>What one record says of a value, as a sentence that stands beside the other's.</summary>
    public Phrase Statement(RecordRow row, RecordValue value)
    {
        var said = Of(row, value);
        var isDay = value.IsDate && RowValues.Date(row, value) is { Precision: DatePrecision.Day };
        return (row.Table.Type.ClrType, value.Name) switch
        {
            (var t, nameof(Imprisonment.DetainedOn)) when t == typeof(Imprisonment) => isDay ? (Phrase)$"Detained on {said}" : (Phrase)$"Detained in {said}",
            (var t, nameof(Release.ReleasedOn)) when t == typeof(Release) => isDay ? (Phrase)$"Released on {said}" : (Phrase)$"Released in {said}",
            (var t, nameof(Prisoner.BornOn)) when t == typeof(Prisoner) => isDay ? (Phrase)$"Born on {said}" : (Phrase)$"Born in {said}",
            (var t, nameof(Prisoner.DiedOn)) when t == typeof(Prisoner) => isDay ? (Phrase)$"Died on {said}" : (Phrase)$"Died in {said}",
            (var t, _) when t == typeof(Imprisonment) => $"{Name(value)}: {said}",
            _ => $"{Phrase.Translated(Fact(row.Table))} ({Label(row)}), {Name(value)}: {said}",
        };
    }

    /// <summary>The value as a machine reads it, where it has such a form.</summary>
    public static string? Machine(RecordRow row, RecordValue value) =>
        value.IsDate ? RowValues.Date(row, value)!.ToString()
        : value.Columns.Count == 1 && !value.IsText && value.LeadsTo is null && row.Text(value.Columns[0]) is { Length: > 0 and <= Claim.ValueLength } text ? text
        : null;

    // As people look it up in a list, not as they read it.
    private Phrase? Of(RecordRow row, string name) => row.Table.Values.FirstOrDefault(v => v.Name == name) is not { } value ? null
        : value.IsText && !RowValues.IsBlank(row, value)
            ? Phrase.Of(LocalizedText.Of(RowValues.Texts(row, value).Select(t => KeyValuePair.Create(t.Key, Shortened(t.Value)))))
            : Of(row, value);

    private Phrase Detained(RecordRow row) => Of(row, nameof(Imprisonment.DetainedOn)) is { } on ? (Phrase)$"detained {on}" : "detained on an unknown date";

    private static Phrase Name(RecordValue value) => Phrase.Translated(Spaced(value.LeadsTo is null ? value.Name : value.Name[..^2]));

    private Phrase Joined(RecordRow row, params string[] values) => Joined(values.Select(v => Of(row, v)));

    private static Phrase Joined(IEnumerable<Phrase?> values) =>
        values.OfType<Phrase>().ToList() is { Count: > 0 } said ? Phrase.Joined(", ", said) : "without details";

    private static string Shortened(string text) => text.Length <= Longest ? text : text[..(Longest - 1)].TrimEnd() + "…";
}
