using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Npgsql;

namespace PrisonerTracker.Core.Data;

/// <summary>How the register connects: the roles, and the limits every connection of the application lives under.</summary>
public static class RegisterDatabase
{
    public const string OwnerRole = "prisonertracker_owner";
    public const string ApplicationRole = "prisonertracker_app";

    // jit: compiling a page's statement costs a hundred times what running it does (docs/performance.md).
    // work_mem: what a statistic of 100,000 people tells apart stays in memory.
    // client_connection_check_interval: a reader who has left stops costing; the timeouts bound what one request can hold.
    private const string ApplicationLimits =
        "-c jit=off -c work_mem=16MB -c statement_timeout=5000 -c lock_timeout=2000 -c idle_in_transaction_session_timeout=15000 -c client_connection_check_interval=1000";

    /// <summary>
    /// The connection string as the application uses it: always in the application's role, which can neither change the schema nor
    /// rewrite history, also when only the owner's login was configured.
    /// </summary>
    public static string ForApplication(string connectionString) => With(connectionString, ApplicationLimits);

    /// <summary>For exports and other long reads, which may run longer than a page.</summary>
    public static string ForLongReads(string connectionString) =>
        With(connectionString, ApplicationLimits.Replace("statement_timeout=5000", "statement_timeout=600000", StringComparison.Ordinal));

    public static DbContextOptions<RegisterContext> Options(string connectionString) =>
        new DbContextOptionsBuilder<RegisterContext>().UseRegister(connectionString).Options;

    public static TBuilder UseRegister<TBuilder>(this TBuilder builder, string connectionString)
        where TBuilder : DbContextOptionsBuilder
    {
        builder.UseNpgsql(connectionString, npgsql => npgsql.MigrationsHistoryTable("migrations"));
        return builder;
    }

    /// <summary>For a host, whose contexts share one data source and close its connections with it.</summary>
    public static TBuilder UseRegister<TBuilder>(this TBuilder builder, NpgsqlDataSource dataSource)
        where TBuilder : DbContextOptionsBuilder
    {
        builder.UseNpgsql(dataSource, npgsql => npgsql.MigrationsHistoryTable("migrations"));
        return builder;
    }

    private static string With(string connectionString, string limits)
    {
        var builder = new NpgsqlConnectionStringBuilder(connectionString);
        var role = builder.Username == ApplicationRole ? "" : $" -c role={ApplicationRole}";
        builder.Options = $"{builder.Options} {limits}{role}".Trim();
        builder.CommandTimeout = 0; // the server's statement_timeout decides
        builder.NoResetOnClose = true; // nothing is ever set for a session alone, and a reset would discard the plans its functions keep
        builder.IncludeErrorDetail = false; // details carry row values, and errors are logged
        return builder.ConnectionString;
    }
}

/// <summary>For <c>dotnet ef migrations add</c>, which needs the model and no server.</summary>
internal sealed class RegisterContextFactory : IDesignTimeDbContextFactory<RegisterContext>
{
    public RegisterContext CreateDbContext(string[] args) => new(RegisterDatabase.Options("Host=design-time"));
}
