using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Names;
using PrisonerTracker.Core.Rosters;

namespace PrisonerTracker.Core.Data;

/// <summary>Brings a database to the current schema, and the application's role to its rights.</summary>
public static class DatabaseMigrator
{
    /// <summary>Applies what is pending; safe to repeat, and safe when two do it at once.</summary>
    /// <param name="ownerConnectionString">The login that owns the schema; the application's own must not be able to do this.</param>
    /// <param name="cancellationToken">Stops between two migrations.</param>
    /// <returns>The names of the migrations that were applied.</returns>
    public static async Task<IReadOnlyList<string>> MigrateAsync(string ownerConnectionString, CancellationToken cancellationToken = default)
    {
        await using var context = new RegisterContext(RegisterDatabase.Options(ownerConnectionString));
        IReadOnlyList<string> pending = [.. await context.Database.GetPendingMigrationsAsync(cancellationToken)];
        await context.Database.MigrateAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await context.Database.ExecuteSqlRawAsync("SELECT pg_advisory_xact_lock(hashtext('grants'))", cancellationToken);
        await context.Database.ExecuteSqlRawAsync(Sql("grants.sql"), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        await StandingRestater.RestateAsync(context, cancellationToken);
        await NameIndex.RestateAsync(context, cancellationToken);
        return pending;
    }

    /// <summary>Tells the planner about a bulk load at once, instead of whenever the autovacuum comes by.</summary>
    public static async Task AnalyzeAsync(string ownerConnectionString, CancellationToken cancellationToken = default)
    {
        await using var context = new RegisterContext(RegisterDatabase.Options(ownerConnectionString));
        await context.Database.ExecuteSqlRawAsync("ANALYZE", cancellationToken);
    }

    /// <summary>The text of a file beside the migrations.</summary>
    internal static string Sql(string file)
    {
        using var stream = typeof(DatabaseMigrator).Assembly.GetManifestResourceStream($"Migrations/{file}")
            ?? throw new InvalidOperationException($"No embedded file {file}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
