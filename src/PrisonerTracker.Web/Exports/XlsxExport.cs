using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;

namespace PrisonerTracker.Web.Exports;

/// <summary>
/// An Office Open XML workbook (ECMA-376) with the people on the first sheet and what the export says about itself on the second.
/// Written straight into the archive: the libraries for this format keep the sheet in memory (docs/adr/0006-workbooks-are-streamed.md).
/// Every cell is an inline string, so nothing in it can be a formula.
/// </summary>
internal sealed class XlsxExport : ExportFile
{
    private const string Sheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const int LongestCell = 32_767;

    private static readonly XmlWriterSettings Settings = new() { Async = true, Encoding = new UTF8Encoding(false), CheckCharacters = false };

    // The parts that are the same in every workbook.
    private static readonly (string Path, string Xml)[] FixedParts =
    [
        ("[Content_Types].xml", """
            <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/worksheets/sheet2.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/></Types>
            """),
        ("_rels/.rels", """
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>
            """),
        ("xl/_rels/workbook.xml.rels", """
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet2.xml"/></Relationships>
            """),
        ("xl/workbook.xml", """
            <workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Prisoners" sheetId="1" r:id="rId1"/><sheet name="About" sheetId="2" r:id="rId2"/></sheets></workbook>
            """),
    ];

    public override string ContentType => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    public override string Extension => "xlsx";

    public override async Task WriteAsync(Stream output, ExportAbout about, IAsyncEnumerable<ExportRow> rows, CancellationToken cancellationToken)
    {
        // A closing archive writes without waiting, which a response does not allow; a file of its own does.
        await using var file = OwnFile();
        await using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (path, xml) in FixedParts)
            {
                await using var part = await archive.CreateEntry(path).OpenAsync(cancellationToken);
                await part.WriteAsync(Encoding.UTF8.GetBytes("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>" + xml.Trim()), cancellationToken);
            }

            await WriteSheetAsync(archive, "xl/worksheets/sheet1.xml", People(about, rows, cancellationToken), cancellationToken);
            await WriteSheetAsync(archive, "xl/worksheets/sheet2.xml", About(about), cancellationToken);
        }

        file.Position = 0;
        await file.CopyToAsync(output, cancellationToken);
    }

    // Nobody else may read it, and where the system allows it has no name: a killed process leaves nothing behind.
    private static FileStream OwnFile()
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Share = FileShare.Delete,
            BufferSize = 64 * 1024,
            Options = FileOptions.Asynchronous | (OperatingSystem.IsWindows() ? FileOptions.DeleteOnClose : FileOptions.None),
        };
        if (OperatingSystem.IsWindows())
            return new FileStream(path, options);

        options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var file = new FileStream(path, options);
        File.Delete(path);
        return file;
    }

    private static async IAsyncEnumerable<IEnumerable<string>> People(
        ExportAbout about,
        IAsyncEnumerable<ExportRow> rows,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        yield return about.Columns.Select(c => c.Name);
        await foreach (var row in rows.WithCancellation(cancellationToken))
            yield return about.Columns.Select(c => c.Value(row, about.ToAddress));
    }

    private static IAsyncEnumerable<IEnumerable<string>> About(ExportAbout about) => new List<IEnumerable<string>>
    {
        new[] { "list", about.ToAddress("/prisoners" + about.Filter) },
        new[] { "filter", about.Filter.Length == 0 ? "none" : about.Filter },
        new[] { "as_of", about.Moment },
        new[] { "row_count", about.Count.ToString(CultureInfo.InvariantCulture) },
    }.ToAsyncEnumerable();

    private static async Task WriteSheetAsync(
        ZipArchive archive, string path, IAsyncEnumerable<IEnumerable<string>> rows, CancellationToken cancellationToken)
    {
        await using var part = await archive.CreateEntry(path, CompressionLevel.Fastest).OpenAsync(cancellationToken);
        await using var xml = XmlWriter.Create(part, Settings);
        await xml.WriteStartDocumentAsync();
        await xml.WriteStartElementAsync(null, "worksheet", Sheet);
        await xml.WriteStartElementAsync(null, "sheetData", Sheet);
        await foreach (var row in rows.WithCancellation(cancellationToken))
        {
            await xml.WriteStartElementAsync(null, "row", Sheet);
            foreach (var text in row)
            {
                await xml.WriteStartElementAsync(null, "c", Sheet);
                await xml.WriteAttributeStringAsync(null, "t", null, "inlineStr");
                await xml.WriteStartElementAsync(null, "is", Sheet);
                await xml.WriteStartElementAsync(null, "t", Sheet);
                await xml.WriteStringAsync(Clean(text));
                await xml.WriteEndElementAsync();
                await xml.WriteEndElementAsync();
                await xml.WriteEndElementAsync();
            }

            await xml.WriteEndElementAsync();
        }

        await xml.WriteEndElementAsync();
        await xml.WriteEndElementAsync();
    }

    // XML has no form for most control characters, and a cell no room for more than 32,767.
    private static string Clean(string text)
    {
        var shortened = text.Length > LongestCell ? text[..LongestCell] : text;
        return shortened.All(XmlConvert.IsXmlChar) ? shortened : string.Concat(shortened.Where(c => XmlConvert.IsXmlChar(c) || char.IsSurrogate(c)));
    }
}
