using System.Security.Cryptography;
using PrisonerTracker.Core.Data.LocalPostgres;

namespace PrisonerTracker.Testing;

/// <summary>A folder for one test or test run. What a killed run left is removed by a later one.</summary>
public sealed class TemporaryFolder : IDisposable
{
    private const string Prefix = "prisonertracker-test-";

    private const long EnoughMemory = 2L << 30;

    // Copying a database is some 300 small files: seven times quicker in memory than on a disk.
    // /tmp rather than TMPDIR: short enough for sockets, and open to the account that runs the server for root.
    private static readonly string[] Bases =
        OperatingSystem.IsWindows() ? [System.IO.Path.GetTempPath()]
        : Directory.Exists("/dev/shm") && new DriveInfo("/dev/shm").AvailableFreeSpace > EnoughMemory ? ["/dev/shm", "/tmp"]
        : ["/tmp"];

    public TemporaryFolder()
    {
        Directory.CreateDirectory(Path);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(Path, File.GetUnixFileMode(Path) | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);
    }

    public string Path { get; } = System.IO.Path.Combine(Bases[0], Prefix + RandomNumberGenerator.GetHexString(8, lowercase: true));

    /// <summary>Where a test keeps its cluster, so that a later run finds a server that was left running.</summary>
    public string Cluster => ClusterIn(Path);

    public void Dispose()
    {
        if (Directory.Exists(Path))
            Directory.Delete(Path, recursive: true);
    }

    public static async Task RemoveLeftOversAsync()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        foreach (var folder in Bases.SelectMany(place => Directory.GetDirectories(place, Prefix + "*")))
        {
            // A young one may not have taken its lock yet.
            if (DateTime.UtcNow - Directory.GetLastWriteTimeUtc(folder) < TimeSpan.FromMinutes(1))
                continue;
            try
            {
                var options = new LocalPostgresOptions { DataDirectory = ClusterIn(folder), Durable = false };
                if (await LocalPostgresServer.StopAbandonedAsync(options, limit.Token))
                    Directory.Delete(folder, recursive: true);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or LocalPostgresException)
            {
                // Another user's, or another run removes it at this moment.
            }
        }
    }

    private static string ClusterIn(string folder) => System.IO.Path.Combine(folder, "postgres");
}
