using Npgsql;
using PrisonerTracker.Core.Data.LocalPostgres;
using PrisonerTracker.Testing;

namespace PrisonerTracker.Core.Tests.Data;

/// <summary>Statements past the application, as one of the database's roles.</summary>
internal static class Sql
{
    public static Task<int> AsOwnerAsync(this Register register, string sql) => ExecuteAsync(register.Database.OwnerConnectionString, sql);

    public static Task<int> AsApplicationAsync(this Register register, string sql) => ExecuteAsync(register.Database.AppConnectionString, sql);

    /// <summary>As somebody who may do anything, and with no trigger in the way.</summary>
    public static Task<int> AsSuperuserAsync(this Register register, string sql) => ExecuteAsync(
        new NpgsqlConnectionStringBuilder(register.Database.OwnerConnectionString) { Username = LocalPostgresServer.Superuser }.ConnectionString,
        $"SET session_replication_role = replica; {sql}");

    private static async Task<int> ExecuteAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteNonQueryAsync();
    }
}
