using Microsoft.EntityFrameworkCore;
using Npgsql;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.Data.LocalPostgres;
using PrisonerTracker.Core.History;
using PrisonerTracker.Core.Names;
using PrisonerTracker.Core.Search;
using PrisonerTracker.Testing;
using Xunit;

namespace PrisonerTracker.Core.Tests.Data;

/// <summary>
/// A register as the first release left it, with the sample data it loaded, brought to the schema of today. <c>first_release.sql</c> is what
/// <c>pg_dump --data-only --inserts</c> wrote of it, and stays as it is.
/// </summary>
public sealed class UpgradeTests : IAsyncLifetime
{
    private const string FirstRelease = "20261122132337_FirstRelease";

    private readonly TestDatabases _databases = new(MigrateToFirstReleaseAsync);
    private TestDatabase _database = null!;

    public async ValueTask InitializeAsync()
    {
        await _databases.InitializeAsync();
        _database = await _databases.CreateAsync();
        using var stream = typeof(UpgradeTests).Assembly.GetManifestResourceStream("first_release.sql")!;
        using var reader = new StreamReader(stream);
        await using var connection = await OpenAsync(LocalPostgresServer.Superuser);
        await using var command = new NpgsqlCommand("SET session_replication_role = replica;\n" + await reader.ReadToEndAsync(), connection);
        await command.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _database.DisposeAsync();
        await _databases.DisposeAsync();
    }

    [Fact]
    public async Task MigrateAsync_FromTheFirstRelease_LosesNothingAndFindsEverybody()
    {
        var before = await RowsAsync();
        Assert.True(before["prisoners"] > 10 && before["changes"] > 100 && before["citations"] > 100);

        await DatabaseMigrator.MigrateAsync(_database.OwnerConnectionString, TestContext.Current.CancellationToken);

        var after = await RowsAsync();
        Assert.All(before, table => Assert.True(after[table.Key] >= table.Value, $"{table.Key}: {table.Value} rows before, {after[table.Key]} after"));
        await using var context = new RegisterContext(RegisterDatabase.Options(RegisterDatabase.ForApplication(_database.AppConnectionString)));
        var verdict = await new HistoryVerifier(context).VerifyAsync(cancellationToken: TestContext.Current.CancellationToken);
        Assert.Null(verdict.Problem);
        Assert.Equal(before["changes"], verdict.Rows);
        Assert.False(await context.PersonNames.AnyAsync(n => n.KeysVersion != NameKeys.Version || n.MatchKeys.Length == 0, TestContext.Current.CancellationToken));
        foreach (var text in new[] { "Колесникова Мария", "Kolesnikowa", "Марія Кал", "Nobel" })
        {
            var found = await PrisonerSearch.FindAsync(context, context.Prisoners, text, TestContext.Current.CancellationToken);
            Assert.True(found.Hits.Count > 0, text);
        }
    }

    private static async Task MigrateToFirstReleaseAsync(string owner)
    {
        await using var context = new RegisterContext(RegisterDatabase.Options(owner));
        await context.Database.MigrateAsync(FirstRelease);
    }

    private async Task<Dictionary<string, long>> RowsAsync()
    {
        await using var connection = await OpenAsync(LocalPostgresServer.Superuser);
        await using var command = new NpgsqlCommand(
            """
            SELECT table_name, (xpath('/row/n/text()', query_to_xml(format('SELECT count(*) AS n FROM %I', table_name), false, true, '')))[1]::text::bigint
            FROM information_schema.tables WHERE table_schema = 'public' AND table_name <> 'migrations'
            """,
            connection);
        await using var rows = await command.ExecuteReaderAsync();
        var counted = new Dictionary<string, long>();
        while (await rows.ReadAsync())
            counted[rows.GetString(0)] = rows.GetInt64(1);
        return counted;
    }

    private async Task<NpgsqlConnection> OpenAsync(string role)
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(_database.OwnerConnectionString) { Username = role, Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        return connection;
    }
}
