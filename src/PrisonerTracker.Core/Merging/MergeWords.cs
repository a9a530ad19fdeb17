using System.Globalization;
using System.Text.Json.Nodes;
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
    public string Label(RecordRow row) => Shortened(row.Table.Type.ClrType switch
    {
        _ when row.Text("visibility") == "editors_only" => "one for editors only",
        var t when t == typeof(PersonName) => row.Text("full"),
        var t when t == typeof(Imprisonment) => string.Join(", ", new[]
        {
            Of(row, nameof(Imprisonment.Kind)),
            Of(row, nameof(Imprisonment.DetainedOn)) is { Length: > 0 } on ? $"detained {on}" : "detained on an unknown date",
            Of(row, nameof(Imprisonment.Country)),
        }),
        var t when t == typeof(Charge) => $"article {Of(row, nameof(Charge.ArticleId))}",
        var t when t == typeof(Sentence) => Joined(row, nameof(Sentence.Instance), nameof(Sentence.DecidedOn), nameof(Sentence.Penalty), nameof(Sentence.Term)),
        var t when t == typeof(Placement) => Joined(row, nameof(Placement.FacilityId), nameof(Placement.FromOn), nameof(Placement.Note)),
        var t when t == typeof(Hearing) => Joined(row, nameof(Hearing.Kind), nameof(Hearing.HeardOn), nameof(Hearing.HeardAt), nameof(Hearing.CourtId)),
        var t when t == typeof(Release) => Joined(row, nameof(Release.ReleasedOn), nameof(Release.Ground), nameof(Release.DestinationCountry)),
        var t when t == typeof(Designation) => Joined(row, nameof(Designation.OrganisationId), nameof(Designation.DesignatedOn)),
        var t when t == typeof(Honour) => Of(row, nameof(Honour.Title)),
        var t when t == typeof(Claim) => Of(row, nameof(Claim.Statement)),
        var t when t == typeof(NamedPerson) => Of(row, nameof(NamedPerson.ReleaseEventId)),
        var t when t == typeof(FormerSlug) => row.Text("slug"),
        _ => Joined(row, [.. row.Table.Values.Select(v => v.Name)]),
    });

    public string Of(RecordRow row, string value) =>
        row.Table.Values.FirstOrDefault(v => v.Name == value) is { } found ? Of(row, found) : "";

    /// <summary>A value as people write it; empty when there is none.</summary>
    public string Of(RecordRow row, RecordValue value)
    {
        if (RowValues.IsBlank(row, value))
            return "";
        if (value.IsDate)
            return When(RowValues.Date(row, value)!);
        if (value.IsText)
            return RowValues.Texts(row, value).GetValueOrDefault(Languages.English) ?? RowValues.Texts(row, value).Values.First();
        if (value.Type == typeof(Term))
            return TermWords(row, value);
        var node = row.Values[value.Columns[0]]!;
        return node is JsonArray list ? string.Join(", ", list.Select(n => n!.ToString()))
            : value.LeadsTo is not null ? tree.Label(node.ToString()) ?? "another entry"
            : value.Type.IsEnum ? node.ToString().Replace('_', ' ')
            : value.Type == typeof(bool) ? "yes"
            : value.Type == typeof(TimeOnly) ? node.ToString()[..5]
            : value.Name.EndsWith("Country", StringComparison.Ordinal) ? Countries.Name(node.ToString())
            : Shortened(node.ToString());
    }

    /// <summary>What one record says of a value, as a sentence that stands beside the other's.</summary>
    public string Statement(RecordRow row, RecordValue value) => (row.Table.Type.ClrType, value.Name) switch
    {
        (var t, nameof(Imprisonment.DetainedOn)) when t == typeof(Imprisonment) => $"Detained {Preposition(row, value)}{Of(row, value)}",
        (var t, nameof(Release.ReleasedOn)) when t == typeof(Release) => $"Released {Preposition(row, value)}{Of(row, value)}",
        (var t, nameof(Prisoner.BornOn)) when t == typeof(Prisoner) => $"Born {Preposition(row, value)}{Of(row, value)}",
        (var t, nameof(Prisoner.DiedOn)) when t == typeof(Prisoner) => $"Died {Preposition(row, value)}{Of(row, value)}",
        (var t, _) when t == typeof(Imprisonment) => $"{Name(value)}: {Of(row, value)}",
        _ => $"{Fact(row.Table)} ({Label(row)}): {Name(value).ToLowerInvariant()} {Of(row, value)}",
    };

    /// <summary>The value as a machine reads it, where it has such a form.</summary>
    public static string? Machine(RecordRow row, RecordValue value) =>
        value.IsDate ? RowValues.Date(row, value)!.ToString()
        : value.Columns.Count == 1 && !value.IsText && value.LeadsTo is null && row.Text(value.Columns[0]) is { Length: > 0 and <= Claim.ValueLength } text ? text
        : null;

    private static string Name(RecordValue value) => Spaced(value.LeadsTo is null ? value.Name : value.Name[..^2]);

    private string Joined(RecordRow row, params string[] values) =>
        string.Join(", ", values.Select(v => Of(row, v)).Where(v => v.Length > 0)) is { Length: > 0 } words ? words : "without details";

    private static string TermWords(RecordRow row, RecordValue value) => string.Join(" ", new[] { "years", "months", "days" }
        .Select(unit => (Unit: unit, Number: row.Text(value.Columns.Single(c => c.EndsWith(unit, StringComparison.Ordinal)))))
        .Where(p => p.Number is not ("" or "0"))
        .Select(p => p.Number == "1" ? $"1 {p.Unit[..^1]}" : $"{p.Number} {p.Unit}"));

    private static string Preposition(RecordRow row, RecordValue value) =>
        RowValues.Date(row, value)!.Precision == DatePrecision.Day ? "on " : "in ";

    private static string When(PartialDate date) => (date.IsApproximate ? "about " : "") + date.Earliest.ToString(
        date.Precision switch { DatePrecision.Day => "d MMMM yyyy", DatePrecision.Month => "MMMM yyyy", _ => "yyyy" }, CultureInfo.InvariantCulture);

    private static string Shortened(string text) => text.Length <= Longest ? text : text[..(Longest - 1)].TrimEnd() + "…";
}
