using Npgsql;
using PrisonerTracker.Core.Data;
using Xunit;

namespace PrisonerTracker.Testing;

/// <summary>Copies of one migrated template on a server that is already running.</summary>
public sealed class RegisterDatabases : IAsyncLifetime
{
    private static readonly string Server = Environment.GetEnvironmentVariable("TEST_POSTGRES") ?? "Host=/tmp/scratch";
    private readonly string _template = $"web_template_{Guid.NewGuid():N}";

    public async ValueTask InitializeAsync()
    {
        await ExecuteAsync($"CREATE DATABASE {_template} OWNER {RegisterDatabase.OwnerRole}");
        await DatabaseMigrator.MigrateAsync(ConnectionString(_template, RegisterDatabase.OwnerRole));
        NpgsqlConnection.ClearAllPools();
    }

    public async Task<TestDatabase> CreateAsync()
    {
        var name = $"web_{Guid.NewGuid():N}";
        await ExecuteAsync($"CREATE DATABASE {name} TEMPLATE {_template} OWNER {RegisterDatabase.OwnerRole}");
        return new TestDatabase(name);
    }

    public async ValueTask DisposeAsync() => await ExecuteAsync($"DROP DATABASE {_template} WITH (FORCE)");

    internal static string ConnectionString(string database, string role) => $"{Server};Database={database};Username={role}";

    internal static async Task ExecuteAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(ConnectionString("postgres", "postgres") + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}

public sealed class TestDatabase(string name) : IAsyncDisposable
{
    public string Name { get; } = name;
    public string OwnerConnectionString => RegisterDatabases.ConnectionString(Name, RegisterDatabase.OwnerRole);
    public string AppConnectionString => RegisterDatabases.ConnectionString(Name, RegisterDatabase.ApplicationRole);

    public async ValueTask DisposeAsync() => await RegisterDatabases.ExecuteAsync($"DROP DATABASE {Name} WITH (FORCE)");
}
