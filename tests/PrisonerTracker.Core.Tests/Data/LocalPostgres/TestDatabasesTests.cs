using Npgsql;
using PrisonerTracker.Core.Data.LocalPostgres;
using PrisonerTracker.Testing;
using Xunit;
using static PrisonerTracker.Core.Tests.Data.LocalPostgres.ServerTools;

namespace PrisonerTracker.Core.Tests.Data.LocalPostgres;

public sealed class TestDatabasesTests
{
    [Fact]
    public async Task Create_Twice_GivesIndependentMigratedCopies()
    {
        await using var databases = new TestDatabases(owner => ScalarAsync(owner, "CREATE TABLE migrated AS SELECT 1 AS one; GRANT SELECT ON migrated TO prisonertracker_app"));
        await databases.InitializeAsync();
        var copies = await Task.WhenAll(databases.CreateAsync(), databases.CreateAsync());

        await ScalarAsync(copies[0].OwnerConnectionString, "UPDATE migrated SET one = 2");
        Assert.Equal(1, await ScalarAsync(copies[1].AppConnectionString, "SELECT one FROM migrated"));

        await using var open = new NpgsqlConnection(copies[0].AppConnectionString);
        await open.OpenAsync();
        await copies[0].DisposeAsync(); // although somebody is connected
        await Assert.ThrowsAsync<PostgresException>(() => ScalarAsync(copies[0].OwnerConnectionString, "SELECT 1"));
        await copies[1].DisposeAsync();
    }

    [Fact]
    public async Task RemoveLeftOvers_KilledAndLivingRun_RemovesTheKilledOne()
    {
        using var living = new TemporaryFolder();
        using var killed = new TemporaryFolder();
        await using var livingServer = await StartAsync(living);
        var killedServer = await StartAsync(killed);
        await killedServer.AbandonAsync();
        foreach (var folder in new[] { living, killed })
            Directory.SetLastWriteTimeUtc(folder.Path, DateTime.UtcNow.AddMinutes(-2));

        await TemporaryFolder.RemoveLeftOversAsync();

        Assert.False(Directory.Exists(killed.Path));
        await AssertEndsAsync(killedServer.ProcessId);
        Assert.Equal(1, await ScalarAsync(livingServer, "SELECT 1"));
    }

    private static Task<LocalPostgresServer> StartAsync(TemporaryFolder folder) =>
        LocalPostgresServer.StartAsync(new LocalPostgresOptions { DataDirectory = folder.Cluster, Durable = false }, _ => { });
}
