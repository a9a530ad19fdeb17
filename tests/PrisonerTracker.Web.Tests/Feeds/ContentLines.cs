using System.Text;
using Xunit;

namespace PrisonerTracker.Web.Tests.Feeds;

/// <summary>Reads a calendar as RFC 5545 (3.1, 3.3.11) says, and refuses what it forbids; not with the library that writes it.</summary>
internal static class ContentLines
{
    private const int MostOctets = 75;

    /// <summary>The lines, unfolded.</summary>
    public static IReadOnlyList<string> Read(byte[] calendar)
    {
        var lines = new List<byte[]>();
        var physical = new List<byte>();
        for (var i = 0; i < calendar.Length; i++)
        {
            if (calendar[i] != '\r')
            {
                Assert.NotEqual((byte)'\n', calendar[i]); // never alone
                physical.Add(calendar[i]);
                continue;
            }

            Assert.Equal((byte)'\n', calendar[++i]);
            Assert.True(physical.Count <= MostOctets, $"A line of {physical.Count} octets.");
            Assert.Equal(physical, Encoding.UTF8.GetBytes(Strict.GetString([.. physical]))); // no character is torn
            if (physical is [(byte)' ', ..])
                lines[^1] = [.. lines[^1], .. physical.Skip(1)];
            else
                lines.Add([.. physical]);
            physical.Clear();
        }

        Assert.Empty(physical);
        return lines.ConvertAll(Strict.GetString);
    }

    /// <summary>The entries: their properties by name, parameters left out, texts as they were before they were escaped.</summary>
    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Events(byte[] calendar)
    {
        var events = new List<IReadOnlyDictionary<string, string>>();
        Dictionary<string, string>? current = null;
        foreach (var line in Read(calendar))
        {
            if (line == "BEGIN:VEVENT")
            {
                current = new(StringComparer.Ordinal);
            }
            else if (line == "END:VEVENT")
            {
                events.Add(current!);
                current = null;
            }
            else
            {
                current?.Add(line[..line.IndexOfAny([';', ':'])], Unescaped(line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..]));
            }
        }

        return events;
    }

    private static Encoding Strict { get; } = new UTF8Encoding(false, throwOnInvalidBytes: true);

    private static string Unescaped(string text)
    {
        var plain = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '\\')
                plain.Append(text[i]);
            else
                plain.Append(text[++i] is 'n' or 'N' ? '\n' : text[i]);
        }

        return plain.ToString();
    }
}
