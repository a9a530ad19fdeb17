using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.AccessControl;
using System.Security.Cryptography;
using System.Security.Principal;
using System.Text;

namespace PrisonerTracker.Core.Data.LocalPostgres;

/// <summary>A data directory and the server on it. Callers hold <see cref="MutexPath"/>.</summary>
internal sealed class PostgresCluster(string directory, PostgresBinaries binaries, ServerAccount account, LocalPostgresOptions options)
{
    // The kernel allows 107 bytes on Linux and 103 on macOS; the socket's own name takes 14.
    private const int LongestSocketFolder = 103 - 14;
    private const int UnixPort = 5432; // names the socket file, nothing more

    private int? _windowsPort;

    public string Directory => directory;

    public PostgresBinaries Binaries => binaries;

    public string MutexPath => directory + ".lock";

    public string UsersPath => directory + ".users";

    public string LogPath => Path.Combine(directory, "server.log");

    /// <summary>Only Windows has one: on Unix the socket's folder keeps others out.</summary>
    public string? Password { get; private set; }

    /// <summary>The major version that wrote the directory; null when there is no cluster yet.</summary>
    public static int? VersionOf(string directory)
    {
        var path = Path.Combine(directory, "PG_VERSION");
        if (File.Exists(path) && int.TryParse(File.ReadAllText(path).Split('.')[0], CultureInfo.InvariantCulture, out var version)) // once "9.6"
            return version;
        if (System.IO.Directory.Exists(directory) && System.IO.Directory.EnumerateFileSystemEntries(directory).Any())
        {
            throw new LocalPostgresException(
                $"The folder {directory} holds something else than a PostgreSQL cluster. Nothing was touched. "
                + "Empty it, or let LocalPostgres__DataDirectory name another folder.");
        }

        return null;
    }

    /// <summary>Makes the cluster if there is none, and starts its server if none is running.</summary>
    public async Task<PostmasterFile> EnsureRunningAsync(Action<string> say, CancellationToken cancellation)
    {
        Password = OperatingSystem.IsWindows() ? ReadOrMakePassword(directory + ".password") : null;
        if (VersionOf(directory) is null)
        {
            say($"Creating the database in {directory} (PostgreSQL {binaries.MajorVersion}).");
            await CreateAsync(cancellation);
        }
        else if (!await account.OwnsAsync(directory, cancellation))
        {
            throw new LocalPostgresException(
                $"The data in {directory} does not belong to the account {account}, which would run its server. "
                + "Start the application as the user who made it (as root: name that user in LocalPostgres__Account), "
                + "or let LocalPostgres__DataDirectory name another folder.");
        }

        while (true)
        {
            if (!await IsRunningAsync(cancellation))
                await StartAsync(cancellation);
            if (PostmasterFile.Read(directory) is { IsReady: true } running)
                return running;
            await Task.Delay(TimeSpan.FromMilliseconds(20), cancellation);
        }
    }

    public async Task StopAsync(CancellationToken cancellation)
    {
        if (!await IsRunningAsync(cancellation))
            return;
        var socketFolder = PostmasterFile.Read(directory)?.SocketDirectory;
        // A throw-away cluster need not write its last checkpoint.
        string[] modes = options.Durable ? ["fast", "immediate"] : ["immediate"];
        foreach (var mode in modes)
        {
            var stopped = await account.RunAsync(binaries.PgCtl, ["stop", "-s", "-w", "-t", "30", "-m", mode, "-D", directory], cancellation);
            if (stopped.Succeeded)
                break;
        }

        if (socketFolder is { Length: > 0 } && socketFolder != directory && System.IO.Directory.Exists(socketFolder))
            System.IO.Directory.Delete(socketFolder, recursive: true);
    }

    private async Task CreateAsync(CancellationToken cancellation)
    {
        // Made beside its place and moved there when complete: a kill leaves no half cluster.
        var parent = Path.GetDirectoryName(directory)!;
        var prefix = Path.GetFileName(directory) + ".new-";
        foreach (var leftOver in System.IO.Directory.GetDirectories(parent, prefix + "*"))
            TryDelete(leftOver);
        var fresh = Path.Combine(parent, prefix + RandomNumberGenerator.GetHexString(8, lowercase: true));
        await account.MakePrivateFolderAsync(fresh, cancellation);

        // Sorted by code point, the same everywhere; but every script's letters must count as letters (pg_trgm, lower).
        var letters = OperatingSystem.IsWindows() ? "en-US" : OperatingSystem.IsMacOS() ? "en_US.UTF-8" : "C.UTF-8";
        string[] arguments =
        [
            "-D", fresh, "--username=" + LocalPostgresServer.Superuser, "--data-checksums",
            "--encoding=UTF8", "--locale=C", "--lc-ctype=" + letters, "--text-search-config=simple",
            "--auth-local=trust", "--auth-host=scram-sha-256",
            .. OperatingSystem.IsWindows() ? ["--pwfile=" + directory + ".password"] : Array.Empty<string>(),
            .. options.Durable ? Array.Empty<string>() : ["--no-sync"],
        ];
        var made = await account.RunAsync(binaries.InitDb, arguments, cancellation);
        if (!made.Succeeded)
        {
            TryDelete(fresh);
            throw new LocalPostgresException($"PostgreSQL could not make a cluster in {directory}: {made.Output}");
        }

        if (System.IO.Directory.Exists(directory))
            System.IO.Directory.Delete(directory); // it is empty
        System.IO.Directory.Move(fresh, directory);
    }

    private async Task StartAsync(CancellationToken cancellation)
    {
        var socketFolder = await SocketFolderAsync(cancellation);
        // Their process id may by now be somebody else's, which PostgreSQL would take for a running server.
        File.Delete(Path.Combine(directory, PostmasterFile.Name));
        if (socketFolder.Length > 0)
            File.Delete(Path.Combine(socketFolder, $".s.PGSQL.{UnixPort}.lock"));

        string[] arguments = ["start", "-s", "-w", "-t", Seconds(options.Timeout), "-D", directory, "-l", LogPath, "-o", CommandLine(Settings(socketFolder))];
        while (true)
        {
            var logged = File.Exists(LogPath) ? new FileInfo(LogPath).Length : 0;
            var started = await account.RunAsync(binaries.PgCtl, arguments, cancellation);
            if (started.Succeeded)
                return;
            var log = ReadLog(from: logged);
            // The sessions of a killed server end a moment after it.
            if (!log.Contains("pre-existing shared memory block", StringComparison.Ordinal))
                throw new LocalPostgresException($"PostgreSQL did not start on {directory}. {started.Output}{Environment.NewLine}{LogPath}:{Environment.NewLine}{log}");
            await Task.Delay(TimeSpan.FromMilliseconds(200), cancellation);
        }
    }

    private async Task<bool> IsRunningAsync(CancellationToken cancellation)
    {
        if (PostmasterFile.Read(directory) is not { IsAlive: true } recorded)
            return false;
        if (!OperatingSystem.IsLinux())
            return true;
        // Another server may have got the number. Asked as the account: root in a container may not look into its processes.
        var own = await account.RunAsync("cat", [$"/proc/{recorded.ProcessId}/cwd/{PostmasterFile.Name}"], cancellation);
        return own.Succeeded && PostmasterFile.Parse(own.Output) is var its
            && (its.ProcessId, its.StartedAt) == (recorded.ProcessId, recorded.StartedAt);
    }

    private async Task<string> SocketFolderAsync(CancellationToken cancellation)
    {
        if (OperatingSystem.IsWindows())
            return "";
        // Commas and colons mean something else in a connection string's host.
        if (Encoding.UTF8.GetByteCount(directory) <= LongestSocketFolder && !directory.AsSpan().ContainsAny(",:'\""))
            return directory;

        var folder = "/tmp/prisonertracker-" + LocalPostgresServer.ShortHash(directory);
        await account.ShellAsync("mkdir -m 700 -- \"$1\"", folder, cancellation);
        const UnixFileMode others = ~(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        if (!await account.OwnsAsync(folder, cancellation) || (File.GetUnixFileMode(folder) & others) != UnixFileMode.None)
        {
            throw new LocalPostgresException(
                $"The folder {folder}, meant for the server's socket, belongs to somebody else than {account} or is open to others. "
                + "Remove it, or let LocalPostgres__DataDirectory name a folder with a shorter path.");
        }

        return folder;
    }

    private (string Name, string Value)[] Settings(string socketFolder)
    {
        var durable = options.Durable ? "on" : "off";
        return
        [
            ("fsync", durable), ("synchronous_commit", durable), ("full_page_writes", durable), ("autovacuum", durable),
            ("listen_addresses", OperatingSystem.IsWindows() ? "127.0.0.1" : ""),
            ("port", Port().ToString(CultureInfo.InvariantCulture)),
            ("unix_socket_directories", socketFolder.Length == 0 ? "" : $"\"{socketFolder}\""),
            ("unix_socket_permissions", "0700"),
            ("max_connections", options.Durable ? "50" : "200"), ("shared_buffers", "128MB"),
            ("max_wal_size", options.Durable ? "1GB" : "128MB"), // throw-away clusters may lie in memory
            ("timezone", "UTC"), ("log_timezone", "UTC"), ("log_destination", "stderr"), ("logging_collector", "off"),
            // Statements, their values and errors ("syntax error in tsquery: ...") name people: the log gets the
            // server's own life alone ("log" lies above "error"). The application logs its errors itself.
            ("log_min_messages", "log"), ("log_error_verbosity", "terse"), ("log_statement", "none"), ("log_checkpoints", "off"),
            ("log_min_error_statement", "panic"), ("log_min_duration_statement", "-1"),
            ("log_parameter_max_length", "0"), ("log_parameter_max_length_on_error", "0"),
        ];
    }

    // On the command line they also win over what ALTER SYSTEM may once have left.
    private static string CommandLine(IEnumerable<(string Name, string Value)> settings) =>
        string.Join(' ', settings.Select(s => OperatingSystem.IsWindows() ? $"-c {s.Name}={s.Value}" : $"-c '{s.Name}={s.Value}'"));

    private int Port()
    {
        if (!OperatingSystem.IsWindows())
            return UnixPort;
        if (_windowsPort is null)
        {
            using var probe = new TcpListener(IPAddress.Loopback, 0);
            probe.Start();
            _windowsPort = ((IPEndPoint)probe.LocalEndpoint).Port;
        }

        return _windowsPort.Value; // the same after a crash: connection strings are out
    }

    private static string ReadOrMakePassword(string path)
    {
        if (!OperatingSystem.IsWindows())
            throw new PlatformNotSupportedException();
        if (!File.Exists(path))
        {
            using var identity = WindowsIdentity.GetCurrent();
            var onlyMe = new FileSecurity();
            onlyMe.SetAccessRuleProtection(isProtected: true, preserveInheritance: false);
            onlyMe.AddAccessRule(new FileSystemAccessRule(identity.User!, FileSystemRights.FullControl, AccessControlType.Allow));
            using var file = new FileInfo(path).Create(FileMode.CreateNew, FileSystemRights.Write, FileShare.None, 4096, FileOptions.WriteThrough, onlyMe);
            file.Write(Encoding.ASCII.GetBytes(RandomNumberGenerator.GetHexString(48)));
        }

        return File.ReadAllText(path).Trim();
    }

    private string ReadLog(long from)
    {
        if (!File.Exists(LogPath))
            return "";
        using var reader = new StreamReader(new FileStream(LogPath, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        reader.BaseStream.Position = Math.Min(from, reader.BaseStream.Length);
        return reader.ReadToEnd();
    }

    private static void TryDelete(string folder)
    {
        try
        {
            System.IO.Directory.Delete(folder, recursive: true);
        }
        catch (IOException)
        {
            // An initdb that outlived its application still writes into it; the next creation removes it.
        }
    }

    private static string Seconds(TimeSpan span) => ((int)Math.Ceiling(span.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
}
