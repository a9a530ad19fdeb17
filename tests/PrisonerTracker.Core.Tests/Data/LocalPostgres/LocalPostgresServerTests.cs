using System.Diagnostics;
using System.Globalization;
using Npgsql;
using PrisonerTracker.Core.Data.LocalPostgres;
using PrisonerTracker.Testing;
using Xunit;
using static PrisonerTracker.Core.Tests.Data.LocalPostgres.ServerTools;

namespace PrisonerTracker.Core.Tests.Data.LocalPostgres;

public sealed class LocalPostgresServerTests(MadeCluster made) : IClassFixture<MadeCluster>, IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly List<string> _said = [];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Start_ExistingCluster_IsQuickAndKeepsData()
    {
        made.CopyTo(_folder.Cluster);
        await using (var first = await StartAsync(Options))
            await ScalarAsync(first, "CREATE TABLE kept AS SELECT 1 AS one");

        var clock = Stopwatch.StartNew();
        await using var second = await StartAsync(Options);
        var took = clock.Elapsed;

        Assert.Equal(1, await ScalarAsync(second, "SELECT one FROM kept"));
        Assert.True(took < TimeSpan.FromSeconds(1.5), $"It took {took}.");
    }

    [Fact]
    public async Task Dispose_SecondUser_LastOneStopsServer()
    {
        made.CopyTo(_folder.Cluster);
        var first = await StartAsync();
        var second = await StartAsync();
        Assert.Equal(first.ProcessId, second.ProcessId);

        await first.DisposeAsync();
        Assert.True(IsServer(second.ProcessId));
        Assert.Equal(1, await ScalarAsync(second, "SELECT 1"));

        await second.DisposeAsync();
        await AssertEndsAsync(second.ProcessId);
        Assert.False(File.Exists(PidFile));
    }

    [Fact]
    public async Task Start_TwoAtOnce_ShareOneServer()
    {
        made.CopyTo(_folder.Cluster);
        var servers = await Task.WhenAll(StartAsync(), StartAsync());

        Assert.Equal(servers[0].ProcessId, servers[1].ProcessId);
        await Task.WhenAll(servers.Select(server => server.DisposeAsync().AsTask()));
        await AssertEndsAsync(servers[0].ProcessId);
    }

    [Fact]
    public async Task Start_ServerKilledWithItsApplication_RecoversData()
    {
        made.CopyTo(_folder.Cluster);
        var server = await StartAsync(Options);
        await ScalarAsync(server, "CREATE TABLE kept AS SELECT 1 AS one");
        var killed = server.ProcessId;
        await server.AbandonAsync();
        Kill(killed);
        Assert.True(File.Exists(PidFile));

        await using var next = await StartAsync(Options);

        Assert.NotEqual(killed, next.ProcessId);
        Assert.Equal(1, await ScalarAsync(next, "SELECT one FROM kept"));
    }

    [Fact]
    public async Task Running_ServerKilled_IsStartedAgain()
    {
        made.CopyTo(_folder.Cluster);
        await using var server = await StartAsync();
        var killed = server.ProcessId;

        Kill(killed);

        for (var clock = Stopwatch.StartNew(); server.ProcessId == killed && clock.Elapsed < TimeSpan.FromSeconds(10);)
            await Task.Delay(50);
        Assert.NotEqual(killed, server.ProcessId);
        Assert.Equal(1, await ScalarAsync(server, "SELECT 1"));
        Assert.Contains(_said, line => line.Contains("died", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Start_ServerOfKilledApplicationRunning_AdoptsAndStopsIt()
    {
        made.CopyTo(_folder.Cluster);
        var abandoned = await StartAsync();
        await abandoned.AbandonAsync();

        var next = await StartAsync();
        Assert.Equal(abandoned.ProcessId, next.ProcessId);

        await next.DisposeAsync();
        await AssertEndsAsync(abandoned.ProcessId);
    }

    [Fact]
    public async Task Start_PidFileNamesLivingStranger_Starts()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "uses Unix programs");
        made.CopyTo(_folder.Cluster);
        // Of the server's own account, or PostgreSQL itself would see through it.
        var account = await ServerAccount.ChooseAsync(null, CancellationToken.None);
        var spawned = await account.ShellAsync("cd \"$1\" && (sleep 60 >/dev/null 2>&1 & echo $!)", _folder.Cluster, CancellationToken.None);
        var stranger = int.Parse(spawned.Output, CultureInfo.InvariantCulture);
        try
        {
            var pidFile = $"{stranger}\n{_folder.Cluster}\n1700000000\n5432\n{_folder.Cluster}\n\n\nready\n";
            await File.WriteAllTextAsync(PidFile, pidFile);
            await File.WriteAllTextAsync(Path.Combine(_folder.Cluster, ".s.PGSQL.5432.lock"), pidFile);

            await using var server = await StartAsync();

            Assert.NotEqual(stranger, server.ProcessId);
            Assert.Equal(1, await ScalarAsync(server, "SELECT 1"));
            Assert.True(IsAlive(stranger));
        }
        finally
        {
            Kill(stranger);
        }
    }

    [Fact]
    public async Task Start_PidFileNamesOtherServer_Starts()
    {
        made.CopyTo(_folder.Cluster);
        using var elsewhere = new TemporaryFolder();
        made.CopyTo(elsewhere.Cluster);
        await using var other = await StartAsync(Throwaway with { DataDirectory = elsewhere.Cluster });
        await File.WriteAllTextAsync(PidFile, $"{other.ProcessId}\n{_folder.Cluster}\n1700000000\n5432\n{_folder.Cluster}\n\n\nready\n");

        await using var server = await StartAsync();

        Assert.NotEqual(other.ProcessId, server.ProcessId);
        Assert.Equal(1, await ScalarAsync(other, "SELECT 1"));
        Assert.Equal(1, await ScalarAsync(server, "SELECT 1"));
    }

    [Fact]
    public async Task Start_OtherMajorVersion_RefusesAndTouchesNothing()
    {
        Directory.CreateDirectory(_folder.Cluster);
        var version = Path.Combine(_folder.Cluster, "PG_VERSION");
        await File.WriteAllTextAsync(version, "14\n");

        var refusal = await Assert.ThrowsAsync<LocalPostgresException>(() => StartAsync());

        Assert.Contains("PostgreSQL 14", refusal.Message, StringComparison.Ordinal);
        Assert.Contains(_folder.Cluster, refusal.Message, StringComparison.Ordinal);
        Assert.Equal([version], Directory.GetFileSystemEntries(_folder.Cluster));
        Assert.Equal("14\n", await File.ReadAllTextAsync(version));
    }

    [Fact]
    public async Task Start_FolderWithOtherFiles_RefusesAndTouchesNothing()
    {
        Directory.CreateDirectory(_folder.Cluster);
        var file = Path.Combine(_folder.Cluster, "letter.txt");
        await File.WriteAllTextAsync(file, "Dear");

        await Assert.ThrowsAsync<LocalPostgresException>(() => StartAsync());

        Assert.Equal([file], Directory.GetFileSystemEntries(_folder.Cluster));
    }

    [Fact]
    public async Task Start_NoBinaries_SaysWhatToInstall()
    {
        var refusal = await Assert.ThrowsAsync<LocalPostgresException>(() => StartAsync(Throwaway with { BinDirectory = _folder.Path }));

        Assert.Contains("apt-get install postgresql", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Start_CreationInterrupted_Recovers()
    {
        using (var interrupted = new CancellationTokenSource(TimeSpan.FromMilliseconds(250)))
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => LocalPostgresServer.StartAsync(Throwaway, Say, interrupted.Token));
        Assert.False(Directory.Exists(_folder.Cluster));
        // What a power cut leaves looks like a cluster, but is not complete.
        var half = Directory.CreateDirectory(_folder.Cluster + ".new-half");
        await File.WriteAllTextAsync(Path.Combine(half.FullName, "PG_VERSION"), "15\n");

        await using var server = await StartAsync();

        Assert.Equal(1, await ScalarAsync(server, "SELECT 1"));
        Assert.False(half.Exists && Directory.Exists(half.FullName));
    }

    [Fact]
    public async Task Start_KilledBeforeRolesWereMade_MakesThem()
    {
        made.CopyTo(_folder.Cluster);
        await using (var first = await StartAsync())
        {
            var administrator = new NpgsqlConnectionStringBuilder(first.ConnectionString("postgres", LocalPostgresServer.Superuser)) { Pooling = false };
            foreach (var sql in new[] { "DROP DATABASE prisonertracker", "DROP ROLE prisonertracker_owner" })
                await ScalarAsync(administrator.ConnectionString, sql);
        }

        await using var server = await StartAsync();

        Assert.Equal(1, await ScalarAsync(server, "SELECT 1"));
    }

    [Fact]
    public async Task Start_LongPath_PutsSocketInPrivateFolder()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Unix only");
        var options = Throwaway with { DataDirectory = Path.Combine(_folder.Path, new string('d', 100), "postgres") };
        string folder;
        await using (var server = await LocalPostgresServer.StartAsync(options, Say))
        {
            folder = new NpgsqlConnectionStringBuilder(server.ConnectionString("postgres", "postgres")).Host!;
            Assert.StartsWith("/tmp/prisonertracker-", folder, StringComparison.Ordinal);
            Assert.Equal("drwx------", Mode(folder));
            Assert.Equal(1, await ScalarAsync(server, "SELECT 1"));
        }

        Assert.False(Directory.Exists(folder));
        Run("mkdir", "-m", "705", folder);
        try
        {
            var refusal = await Assert.ThrowsAsync<LocalPostgresException>(() => LocalPostgresServer.StartAsync(options, Say));
            Assert.Contains(folder, refusal.Message, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder);
        }
    }

    [Fact]
    public async Task Start_AsRootBelowClosedFolder_MovesToSystemFolderAndSaysSo()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess, "needs root on Linux");
        var closed = Path.Combine(_folder.Path, "home");
        Run("mkdir", "-m", "700", closed);
        var system = Path.Combine(_folder.Path, "system");
        var options = Throwaway with { DataDirectory = Path.Combine(closed, ".data", "postgres"), SystemFolder = system };

        await using var server = await LocalPostgresServer.StartAsync(options, Say);

        Assert.StartsWith(system, server.DataDirectory, StringComparison.Ordinal);
        Assert.Contains(_said, line => line.Contains(server.DataDirectory, StringComparison.Ordinal));
        Assert.Equal(1, await ScalarAsync(server, "SELECT 1"));
        Assert.Empty(Directory.GetFileSystemEntries(closed));
    }

    [Fact]
    public async Task Start_AsRootOnForeignData_RefusesAndTouchesNothing()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess, "needs root on Linux");
        Directory.CreateDirectory(_folder.Cluster); // root's
        await File.WriteAllTextAsync(Path.Combine(_folder.Cluster, "PG_VERSION"), await MajorVersionAsync());

        var refusal = await Assert.ThrowsAsync<LocalPostgresException>(() => StartAsync());

        Assert.Contains("LocalPostgres__Account", refusal.Message, StringComparison.Ordinal);
        Assert.Single(Directory.GetFileSystemEntries(_folder.Cluster));
    }

    private LocalPostgresOptions Options => new() { DataDirectory = _folder.Cluster, Timeout = TimeSpan.FromSeconds(30) };

    /// <summary>Quicker, for the tests that do not ask about durability.</summary>
    private LocalPostgresOptions Throwaway => Options with { Durable = false };

    private string PidFile => Path.Combine(_folder.Cluster, "postmaster.pid");

    private void Say(string line)
    {
        lock (_said)
            _said.Add(line);
    }

    private Task<LocalPostgresServer> StartAsync(LocalPostgresOptions? options = null) => LocalPostgresServer.StartAsync(options ?? Throwaway, Say);

    private static async Task<string> MajorVersionAsync()
    {
        var account = await ServerAccount.ChooseAsync(null, CancellationToken.None);
        var binaries = await PostgresBinaries.FindAsync(null, null, "", account, CancellationToken.None);
        return binaries.MajorVersion.ToString(CultureInfo.InvariantCulture);
    }
}
