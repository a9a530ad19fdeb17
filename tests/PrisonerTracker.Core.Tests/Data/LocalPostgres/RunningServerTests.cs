using Npgsql;
using PrisonerTracker.Core.Data.LocalPostgres;
using Xunit;
using static PrisonerTracker.Core.Tests.Data.LocalPostgres.ServerTools;

namespace PrisonerTracker.Core.Tests.Data.LocalPostgres;

/// <summary>What holds for a fresh, durable server; none of these tests changes it.</summary>
public sealed class RunningServerTests(RunningServer fixture) : IClassFixture<RunningServer>
{
    private LocalPostgresServer Server => fixture.Server;

    [Fact]
    public async Task Start_NoCluster_MakesDatabaseRolesAndChecksums()
    {
        Assert.Equal("on", await ScalarAsync("SHOW data_checksums"));
        Assert.Equal("on", await ScalarAsync("SHOW fsync"));
        Assert.Equal("UTF8", await ScalarAsync("SHOW server_encoding"));
        Assert.Equal("prisonertracker_owner", await ScalarAsync("SELECT pg_get_userbyid(datdba)::text FROM pg_database WHERE datname = 'prisonertracker'"));
        Assert.Equal(false, await ScalarAsync("SELECT bool_or(rolsuper OR rolcreatedb OR rolcreaterole) FROM pg_roles WHERE rolname LIKE 'prisonertracker%'"));
        Assert.Equal("ž ђ", await ScalarAsync("SELECT lower('Ž Ђ')"));
        Assert.Equal("prisonertracker_app", await ScalarAsync("SELECT current_user::text", LocalPostgresServer.AppRole));
        Assert.Contains(fixture.Said, line => line.Contains(Server.DataDirectory, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Start_OnUnix_ListensInPrivateFolderOnly()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "reads /proc");

        var folder = (string)(await ScalarAsync("SELECT trim('\"' FROM current_setting('unix_socket_directories'))", LocalPostgresServer.Superuser))!;
        Assert.Equal("drwx------", Mode(folder));
        Assert.Equal("", await ScalarAsync("SHOW listen_addresses"));
        Assert.Empty(ListeningTcpSockets(Server.ProcessId));
    }

    [Fact]
    public async Task Start_AsRoot_ServerIsUnprivileged()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess, "needs root on Linux");

        var status = await File.ReadAllLinesAsync($"/proc/{Server.ProcessId}/status");
        var user = status.Single(line => line.StartsWith("Uid:", StringComparison.Ordinal)).Split('\t');
        var groups = status.Single(line => line.StartsWith("Groups:", StringComparison.Ordinal)).Split('\t', ' ');
        Assert.DoesNotContain("0", user);
        Assert.DoesNotContain("0", groups);
    }

    [Fact]
    public async Task Start_OnUnix_ServerHasSessionOfItsOwn()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "reads /proc");

        // Fields after the name in parentheses: state, parent, group, session.
        var stat = await File.ReadAllTextAsync($"/proc/{Server.ProcessId}/stat");
        Assert.NotEqual(OwnSession(), stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[3]);

        static string OwnSession()
        {
            var own = File.ReadAllText("/proc/self/stat");
            return own[(own.LastIndexOf(')') + 2)..].Split(' ')[3];
        }
    }

    [Fact]
    public async Task Log_FailingSearch_DoesNotNameThePerson()
    {
        await Assert.ThrowsAsync<PostgresException>(() => ScalarAsync("SELECT to_tsquery('simple', 'Jovan Jovanović (')"));
        await Assert.ThrowsAsync<PostgresException>(() => ScalarAsync("SELECT 'Jovan Jovanović'::date"));

        var log = await File.ReadAllTextAsync(Path.Combine(Server.DataDirectory, "server.log"));
        Assert.Contains("ready to accept connections", log, StringComparison.Ordinal);
        Assert.DoesNotContain("Jovan", log, StringComparison.Ordinal);
    }

    private Task<object?> ScalarAsync(string sql, string role = LocalPostgresServer.OwnerRole) =>
        ServerTools.ScalarAsync(Server, sql, role);

    private static string[] ListeningTcpSockets(int processId)
    {
        var own = Directory.GetFiles($"/proc/{processId}/fd").Select(fd => new FileInfo(fd).LinkTarget).ToHashSet();
        return new[] { "/proc/net/tcp", "/proc/net/tcp6" }.Where(File.Exists).SelectMany(File.ReadAllLines).Skip(1)
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Where(fields => fields[3] == "0A" && own.Contains($"socket:[{fields[9]}]"))
            .Select(fields => fields[1]).ToArray();
    }
}
