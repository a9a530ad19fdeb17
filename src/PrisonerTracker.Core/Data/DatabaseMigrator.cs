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
        await using var context = Unhurried(ownerConnectionString);
        IReadOnlyList<string> pending = [.. await context.Database.GetPendingMigrationsAsync(cancellationToken)];
        await context.Database.MigrateAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await context.Database.ExecuteSqlRawAsync("SELECT pg_advisory_xact_lock(hashtext('grants'))", cancellationToken);
        await context.Database.ExecuteSqlRawAsync(Sql("grants.sql"), cancellationToken);
        await context.Database.ExecuteSqlRawAsync(Sql("search_indexes.sql"), cancellationToken);
        await context.Database.ExecuteSqlRawAsync(Sql("list_filters.sql"), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        await StandingRestater.RestateAsync(context, cancellationToken);
        await NameIndex.RestateAsync(context, cancellationToken);
        return pending;
    }

    /// <summary>
    /// Runs a load of very many people without the indexes of the search, which cost more to extend person by person than to make anew.
    /// When even the end of this is broken off, the next <see cref="MigrateAsync"/> brings them back.
    /// </summary>
    public static async Task FillAsync(string ownerConnectionString, Func<Task> load, CancellationToken cancellationToken = default)
    {
        await using var context = Unhurried(ownerConnectionString);
        await context.Database.ExecuteSqlRawAsync(
            "DROP INDEX IF EXISTS ix_prisoners_search_text, ix_prisoners_name_lexemes, ix_prisoners_name_beginnings, ix_prisoners_search_document, ix_person_names_match_keys", cancellationToken);
        try
        {
            await load();
        }
        finally
        {
            await context.Database.ExecuteSqlRawAsync(Sql("search_indexes.sql"), CancellationToken.None);
        }
    }

    /// <summary>Tells the planner about a bulk load at once, instead of whenever the autovacuum comes by.</summary>
    public static async Task AnalyzeAsync(string ownerConnectionString, CancellationToken cancellationToken = default)
    {
        await using var context = Unhurried(ownerConnectionString);
        await context.Database.ExecuteSqlRawAsync("ANALYZE", cancellationToken);
    }

    // A large register takes its time to migrate.
    private static RegisterContext Unhurried(string ownerConnectionString)
    {
        var context = new RegisterContext(RegisterDatabase.Options(ownerConnectionString));
        context.Database.SetCommandTimeout(0);
        return context;
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
