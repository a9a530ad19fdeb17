using System.Text;
using ExcelDataReader;

namespace PrisonerTracker.Web.Tests.Exports;

/// <summary>A workbook as a spreadsheet program reads it.</summary>
internal static class Workbook
{
    static Workbook() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static IReadOnlyList<(string Name, IReadOnlyList<string[]> Rows)> Read(byte[] file)
    {
        using var stream = new MemoryStream(file);
        using var reader = ExcelReaderFactory.CreateReader(stream);
        var sheets = new List<(string, IReadOnlyList<string[]>)>();
        do
        {
            var rows = new List<string[]>();
            while (reader.Read())
                rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(i => reader.GetValue(i)?.ToString() ?? "")]);
            sheets.Add((reader.Name, rows));
        }
        while (reader.NextResult());

        return sheets;
    }
}
