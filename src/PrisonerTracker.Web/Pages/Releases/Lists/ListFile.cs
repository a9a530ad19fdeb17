using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;
using CsvHelper;
using PrisonerTracker.Core.Desk;
using PrisonerTracker.Core.Shared;

namespace PrisonerTracker.Web.Pages.Releases.Lists;

/// <summary>An uploaded list as text: a text file as it is, a table with tabs between its cells.</summary>
internal static class ListFile
{
    public const int MostBytes = 512 * 1024;

    private const int MostUnpacked = 16 * 1024 * 1024;
    private const int MostCells = 40;
    private const string Field = "Upload";

    /// <summary>Reads a file by what it is, and not by what its name says.</summary>
    /// <exception cref="RuleException">It is too large, or no text, CSV or XLSX.</exception>
    public static string Read(byte[] content, string? name)
    {
        if (content.Length > MostBytes)
            throw new RuleException(Field, $"The file is larger than {MostBytes / 1024} kB. Save only the sheet with the list, or paste it as text.");
        if (content.AsSpan().StartsWith("PK\u0003\u0004"u8))
            return Workbook(content);
        if (content.AsSpan().IndexOf((byte)0) >= 0 && !content.AsSpan().StartsWith(Encoding.Unicode.Preamble))
            throw new RuleException(Field, "This is no text, CSV or XLSX file. Open it in its own program and copy the list from there.");
        var text = Text(content);
        return name?.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) == true ? Csv(text) : text;
    }

    private static string Text(byte[] content)
    {
        try
        {
            using var reader = new StreamReader(new MemoryStream(content), new UTF8Encoding(false, throwOnInvalidBytes: true), detectEncodingFromByteOrderMarks: true);
            return reader.ReadToEnd();
        }
        catch (DecoderFallbackException)
        {
            throw new RuleException(Field, "The file is not in UTF-8, so its letters cannot be read. Save it as UTF-8, or paste the list as text.");
        }
    }

    private static string Csv(string text)
    {
        var first = text.Split('\n', 2)[0];
        var separator = new[] { ';', '\t', ',' }.MaxBy(c => first.Count(x => x == c));
        var options = CsvReaderOptions.Default with
        {
            HasHeader = false,
            Separator = separator,
            MalformedData = CsvMalformedDataHandling.Recover,
            FieldCountMismatch = CsvFieldCountHandling.Allow,
        };
        using var csv = CsvReader.FromText(text, options);
        var rows = new List<string>();
        while (rows.Count <= ReleaseList.MostLines && csv.Read())
            rows.Add(Row(Enumerable.Range(0, Math.Min(csv.FieldCount, MostCells)).Select(i => csv.GetString(i))));
        return string.Join('\n', rows);
    }

    // The first sheet of an Office Open XML workbook (ECMA-376, part 1, clause 18).
    private static string Workbook(byte[] content)
    {
        try
        {
            using var zip = new ZipArchive(new MemoryStream(content), ZipArchiveMode.Read);
            var sheet = zip.Entries.Where(e => e.FullName.StartsWith("xl/worksheets/sheet", StringComparison.Ordinal)).OrderBy(e => e.FullName.Length).ThenBy(e => e.FullName, StringComparer.Ordinal).FirstOrDefault()
                ?? throw new RuleException(Field, "There is no sheet in this file. Save the list as XLSX or CSV, or paste it as text.");
            var texts = zip.GetEntry("xl/sharedStrings.xml") is { } shared ? Texts(shared) : [];
            return string.Join('\n', Rows(sheet, texts));
        }
        catch (Exception e) when (e is InvalidDataException or XmlException or EndOfStreamException)
        {
            throw new RuleException(Field, "The workbook cannot be read: it is damaged, or unpacks to more than a list would. Save it anew, or paste the list as text.");
        }
    }

    private static List<string> Texts(ZipArchiveEntry entry)
    {
        var texts = new List<string>();
        using var xml = Open(entry);
        while (xml.Read())
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "si" })
                texts.Add(TextIn(xml, "si"));
        }

        return texts;
    }

    private static IEnumerable<string> Rows(ZipArchiveEntry sheet, List<string> texts)
    {
        using var xml = Open(sheet);
        var cells = new List<string>();
        for (var rows = 0; xml.Read() && rows <= ReleaseList.MostLines;)
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "c" })
            {
                // Empty cells are left out of the file; their place is in the name of the next, such as D7.
                var place = Math.Min(Column(xml.GetAttribute("r")) ?? cells.Count, MostCells);
                while (cells.Count < place)
                    cells.Add("");
                var kind = xml.GetAttribute("t");
                var text = xml.IsEmptyElement ? "" : TextIn(xml, "c");
                if (cells.Count < MostCells)
                    cells.Add(kind == "s" ? int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var i) && i < texts.Count ? texts[i] : "" : text);
            }
            else if (xml is { NodeType: XmlNodeType.EndElement, LocalName: "row" })
            {
                yield return Row(cells);
                cells.Clear();
                rows++;
            }
        }
    }

    private static string TextIn(XmlReader xml, string element)
    {
        var text = new StringBuilder();
        if (xml.IsEmptyElement)
            return "";
        var isText = false;
        while (xml.Read() && !(xml.NodeType == XmlNodeType.EndElement && xml.LocalName == element))
        {
            if (xml.NodeType == XmlNodeType.Element)
                isText = xml.LocalName is "t" or "v";
            else if (xml.NodeType == XmlNodeType.EndElement)
                isText = false;
            else if (isText && xml.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace or XmlNodeType.CDATA)
                text.Append(xml.Value);
        }

        return text.ToString();
    }

    private static int? Column(string? cell)
    {
        var column = 0;
        foreach (var letter in (cell ?? "").TakeWhile(char.IsAsciiLetterUpper).Take(3))
            column = (column * 26) + letter - 'A' + 1;
        return column == 0 ? null : column - 1;
    }

    private static string Row(IEnumerable<string> cells) =>
        string.Join('\t', cells.Select(cell => cell.Replace('\t', ' ').Replace('\n', ' ').Replace('\r', ' ').Trim())).TrimEnd('\t');

    // No DTD, nothing from elsewhere, and never more unpacked than a list would be.
    private static XmlReader Open(ZipArchiveEntry entry) => XmlReader.Create(entry.Open(), new XmlReaderSettings
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = MostUnpacked,
        CloseInput = true,
    });
}
