using System.Diagnostics;
using System.Globalization;

namespace PrisonerTracker.Core.Data.LocalPostgres;

/// <summary>What a server says about itself in <c>postmaster.pid</c>; what it has not yet written is empty.</summary>
internal sealed record PostmasterFile(int ProcessId, string StartedAt, int Port, string SocketDirectory, bool IsReady)
{
    public const string Name = "postmaster.pid";

    /// <summary>Whether the process lives and is a PostgreSQL server: not necessarily the one that wrote this.</summary>
    public bool IsAlive
    {
        get
        {
            try
            {
                if (!OperatingSystem.IsLinux())
                {
                    using var process = Process.GetProcessById(ProcessId);
                    return process.ProcessName.StartsWith("postgres", StringComparison.Ordinal);
                }

                // .NET takes a zombie for alive, and in a container nobody may ever collect it.
                var stat = File.ReadAllText($"/proc/{ProcessId}/stat");
                return stat.Contains("(postgres)", StringComparison.Ordinal) && !stat.Contains(") Z ", StringComparison.Ordinal);
            }
            catch (Exception e) when (e is IOException or ArgumentException or InvalidOperationException)
            {
                return false;
            }
        }
    }

    public static PostmasterFile? Read(string dataDirectory)
    {
        try
        {
            return Parse(File.ReadAllText(Path.Combine(dataDirectory, Name)));
        }
        catch (IOException)
        {
            return null;
        }
    }

    public static PostmasterFile Parse(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        return new PostmasterFile(Number(0), Line(2), Number(3), Line(4), Line(7) == "ready");

        string Line(int index) => index < lines.Length ? lines[index].Trim() : "";
        int Number(int index) => int.TryParse(Line(index), CultureInfo.InvariantCulture, out var number) ? number : 0;
    }
}
