using System.Globalization;
using System.Text.RegularExpressions;

namespace PrisonerTracker.Core.Data.LocalPostgres;

/// <summary>An installed PostgreSQL server: its programs and their major version.</summary>
internal sealed partial record PostgresBinaries(string Directory, int MajorVersion)
{
    public const int OldestMajorVersion = 15;

    public string InitDb => Program(Directory, "initdb");

    public string PgCtl => Program(Directory, "pg_ctl");

    /// <summary>
    /// The configured installation, else the first on PATH, else the newest in the usual folders; for an existing
    /// cluster the first of its own major version.
    /// </summary>
    public static async Task<PostgresBinaries> FindAsync(
        string? configured, int? clusterVersion, string dataDirectory, ServerAccount account, CancellationToken cancellation)
    {
        var found = new List<PostgresBinaries>();
        foreach (var folder in configured is null ? Candidates() : [Path.GetFullPath(configured)])
        {
            if (await VersionAsync(folder, account, cancellation) is not { } version)
                continue;
            var binaries = new PostgresBinaries(folder, version);
            if (version >= OldestMajorVersion && version == (clusterVersion ?? version))
                return binaries;
            found.Add(binaries);
        }

        var installed = found.Count == 0
            ? "none"
            : string.Join(", ", found.Select(b => $"{b.MajorVersion} in {b.Directory}").Distinct());
        if (clusterVersion is { } needed)
        {
            throw new LocalPostgresException(
                $"The data in {dataDirectory} was written by PostgreSQL {needed}, and no usable server of that version was found "
                + $"(found: {installed}). Nothing was touched. Install PostgreSQL {needed} (Debian: apt-get install postgresql-{needed}), "
                + "or carry the data over with pg_upgrade, or let LocalPostgres__DataDirectory name another folder.");
        }

        throw new LocalPostgresException(
            $"No PostgreSQL server {OldestMajorVersion} or newer was found "
            + (configured is null ? "on PATH or in the usual folders" : $"in {configured} (LocalPostgres__BinDirectory)")
            + $" (found: {installed}). Install one (Debian and Ubuntu: apt-get install postgresql; Red Hat: dnf install postgresql-server; "
            + "macOS: brew install postgresql), or name its bin folder in LocalPostgres__BinDirectory, "
            + "or name a running server in ConnectionStrings__PrisonerTracker.");
    }

    private static IEnumerable<string> Candidates()
    {
        var onPath = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        string[] usual =
        [
            .. Versions("/usr/lib/postgresql", "*"), // Debian
            .. Versions("/usr", "pgsql-*"), // Red Hat, from postgresql.org
            .. Versions("/opt/homebrew/opt", "postgresql@*"),
            .. Versions("/usr/local/opt", "postgresql@*"), // Homebrew on Intel
            .. Versions("/home/linuxbrew/.linuxbrew/opt", "postgresql@*"),
            .. OperatingSystem.IsWindows() ? Versions(Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ProgramFiles), "PostgreSQL"), "*") : [],
        ];
        return onPath.Where(Path.IsPathRooted).Concat(usual);
    }

    private static IEnumerable<string> Versions(string parent, string pattern)
    {
        if (!System.IO.Directory.Exists(parent))
            return [];
        return System.IO.Directory.GetDirectories(parent, pattern)
            .OrderByDescending(folder => Number().Match(Path.GetFileName(folder)) is { Success: true } number ? int.Parse(number.ValueSpan, CultureInfo.InvariantCulture) : 0)
            .Select(folder => Path.Combine(folder, "bin"));
    }

    private static async Task<int?> VersionAsync(string folder, ServerAccount account, CancellationToken cancellation)
    {
        // Debian puts the client programs alone on PATH.
        if (!new[] { "initdb", "pg_ctl", "postgres" }.All(program => File.Exists(Program(folder, program))))
            return null;
        var answer = await account.RunAsync(Program(folder, "pg_ctl"), ["--version"], cancellation);
        return Number().Match(answer.Output) is { Success: true } number ? int.Parse(number.ValueSpan, CultureInfo.InvariantCulture) : null;
    }

    private static string Program(string folder, string name) =>
        Path.Combine(folder, OperatingSystem.IsWindows() ? name + ".exe" : name);

    [GeneratedRegex("[0-9]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Number();
}
