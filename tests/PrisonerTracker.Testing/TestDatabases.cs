using Npgsql;
using PrisonerTracker.Core.Data.LocalPostgres;
using Xunit;

namespace PrisonerTracker.Testing;

/// <summary>
/// One cluster per test process with one migrated template; every test class works on its own copy of it.
/// </summary>
/// <param name="migrate">Brings an empty database up to date; gets the owner's connection string.</param>
public sealed class TestDatabases(Func<string, Task> migrate) : IAsyncLifetime
{
    private const string Template = "template_migrated";

    private readonly SemaphoreSlim _oneCopy = new(1); // PostgreSQL copies a template for one at a time
    private TestCluster? _cluster;
    private int _copies;

    private TestCluster Cluster => _cluster ?? throw new InvalidOperationException("The cluster is not started.");

    public async ValueTask InitializeAsync()
    {
        _cluster = await TestCluster.StartAsync();
        await ExecuteAsync($"CREATE DATABASE {Template} OWNER {LocalPostgresServer.OwnerRole}");
        var owner = Cluster.ConnectionString(Template, LocalPostgresServer.OwnerRole);
        await migrate(owner);
        ClearPool(owner); // a template must have no sessions
        await ExecuteAsync($"ALTER DATABASE {Template} ALLOW_CONNECTIONS false");
    }

    public async Task<TestDatabase> CreateAsync()
    {
        var name = $"test_{Interlocked.Increment(ref _copies)}";
        await _oneCopy.WaitAsync();
        try
        {
            await ExecuteAsync($"CREATE DATABASE {name} TEMPLATE {Template} OWNER {LocalPostgresServer.OwnerRole}");
        }
        finally
        {
            _oneCopy.Release();
        }

        return new TestDatabase(this, name);
    }

    public async ValueTask DisposeAsync()
    {
        if (_cluster is not null)
            await _cluster.DisposeAsync();
        _oneCopy.Dispose();
    }

    internal string ConnectionString(string database, string role) => Cluster.ConnectionString(database, role);

    internal Task DropAsync(string database) => ExecuteAsync($"DROP DATABASE {database} WITH (FORCE)");

    internal static void ClearPool(string connectionString)
    {
        using var connection = new NpgsqlConnection(connectionString);
        NpgsqlConnection.ClearPool(connection);
    }

    private async Task ExecuteAsync(string sql)
    {
        var administrator = new NpgsqlConnectionStringBuilder(ConnectionString("postgres", LocalPostgresServer.Superuser)) { Pooling = false };
        await using var connection = new NpgsqlConnection(administrator.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}

/// <summary>A migrated database of one test class.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private readonly TestDatabases _databases;

    internal TestDatabase(TestDatabases databases, string name) => (_databases, Name) = (databases, name);

    public string Name { get; }

    public string OwnerConnectionString => _databases.ConnectionString(Name, LocalPostgresServer.OwnerRole);

    public string AppConnectionString => _databases.ConnectionString(Name, LocalPostgresServer.AppRole);

    public async ValueTask DisposeAsync()
    {
        TestDatabases.ClearPool(OwnerConnectionString);
        TestDatabases.ClearPool(AppConnectionString);
        await _databases.DropAsync(Name);
    }
}
