using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using CsvHelper;
using PrisonerTracker.Core.Shared;

namespace PrisonerTracker.Web.Exports;

/// <summary>What an export says about itself: the filter on screen, the moment, and how many people.</summary>
/// <param name="Filter">The query string of the list.</param>
/// <param name="AsOf">When the rows were read, all at one moment.</param>
/// <param name="Count">How many rows follow.</param>
/// <param name="ToAddress">Makes a path of this register a full address.</param>
/// <param name="HeldOn">The day the list is the roster of, if it is one.</param>
internal sealed record ExportAbout(string Filter, DateTime AsOf, int Count, Func<string, string> ToAddress, PartialDate? HeldOn = null)
{
    /// <summary>The columns of every format; a roster also says for which day, and how sure it is.</summary>
    public IReadOnlyList<(string Name, Func<ExportRow, Func<string, string>, string> Value)> Columns { get; } = HeldOn is null
        ? ExportRow.Columns
        : [.. ExportRow.Columns, ("held_on", (_, _) => HeldOn.ToIso8601()), ("held", (r, _) => r.IsCertainlyHeld ? "certain" : "possible")];

    public string Moment => AsOf.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}

/// <summary>A format the list is written in, row by row as the database sends it.</summary>
internal abstract class ExportFile
{
    public abstract string ContentType { get; }
    public abstract string Extension { get; }

    public abstract Task WriteAsync(Stream output, ExportAbout about, IAsyncEnumerable<ExportRow> rows, CancellationToken cancellationToken);
}

/// <summary>UTF-8 with a byte order mark, which spreadsheets need to read other scripts; formulas are neutralised (ASVS 1.2.10).</summary>
internal sealed class CsvExport : ExportFile
{
    private static readonly CsvWriterOptions Options = CsvWriterOptions.Default with { Injection = CsvInjection.Escape };

    public override string ContentType => "text/csv; charset=utf-8";
    public override string Extension => "csv";

    public override async Task WriteAsync(Stream output, ExportAbout about, IAsyncEnumerable<ExportRow> rows, CancellationToken cancellationToken)
    {
        await output.WriteAsync(Encoding.UTF8.Preamble.ToArray(), cancellationToken);
        await using var csv = CsvWriter.Create(output, Options, leaveOpen: true);
        await csv.WriteRecordAsync([.. about.Columns.Select(c => c.Name)], cancellationToken);
        await foreach (var row in rows.WithCancellation(cancellationToken))
            await csv.WriteRecordAsync([.. about.Columns.Select(c => c.Value(row, about.ToAddress))], cancellationToken);
    }
}

/// <summary>One array with one object per person; what is not known is left out.</summary>
internal sealed class JsonExport : ExportFile
{
    private const int FlushAfter = 32 * 1024;

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public override string ContentType => "application/json; charset=utf-8";
    public override string Extension => "json";

    public override async Task WriteAsync(Stream output, ExportAbout about, IAsyncEnumerable<ExportRow> rows, CancellationToken cancellationToken)
    {
        await using var json = new Utf8JsonWriter(output, Options);
        json.WriteStartArray();
        await foreach (var row in rows.WithCancellation(cancellationToken))
        {
            json.WriteStartObject();
            foreach (var (name, value) in about.Columns)
            {
                if (value(row, about.ToAddress) is { Length: > 0 } text)
                    json.WriteString(name, text);
            }

            json.WriteEndObject();
            if (json.BytesPending > FlushAfter)
                await json.FlushAsync(cancellationToken);
        }

        json.WriteEndArray();
    }
}
