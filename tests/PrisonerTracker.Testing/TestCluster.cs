using PrisonerTracker.Core.Data.LocalPostgres;

namespace PrisonerTracker.Testing;

/// <summary>A throw-away PostgreSQL server in the temporary folder.</summary>
public sealed class TestCluster : IAsyncDisposable
{
    private readonly TemporaryFolder _folder;
    private readonly LocalPostgresServer _server;

    private TestCluster(TemporaryFolder folder, LocalPostgresServer server) => (_folder, _server) = (folder, server);

    public static async Task<TestCluster> StartAsync()
    {
        await TemporaryFolder.RemoveLeftOversAsync();
        var folder = new TemporaryFolder();
        try
        {
            var server = await LocalPostgresServer.StartAsync(
                new LocalPostgresOptions { DataDirectory = folder.Cluster, Durable = false }, Console.Error.WriteLine);
            return new TestCluster(folder, server);
        }
        catch
        {
            folder.Dispose();
            throw;
        }
    }

    public string ConnectionString(string database, string role) => _server.ConnectionString(database, role);

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _folder.Dispose();
    }
}
