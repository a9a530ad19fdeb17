using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Web.Verbs;

namespace PrisonerTracker.Web.Infrastructure;

/// <summary>Which PostgreSQL server the register lives on, and how its services reach it.</summary>
internal sealed class Database : IAsyncDisposable
{
    public required string ConnectionString { get; init; }

    /// <summary>The login that owns the schema, for migrations only.</summary>
    public required string OwnerConnectionString { get; init; }

    public static Task<Database> OpenAsync(IConfiguration configuration, Action<string> say, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (configuration.GetConnectionString("PrisonerTracker") is not { Length: > 0 } configured)
            throw new VerbException("No database is configured: set ConnectionStrings__PrisonerTracker.");
        var owner = configuration.GetConnectionString("PrisonerTrackerOwner") ?? configured;
        say("Using the configured database.");
        return Task.FromResult(new Database { ConnectionString = configured, OwnerConnectionString = owner });
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}

internal static class DatabaseServices
{
    public static void AddRegister(this IServiceCollection services, Database database)
    {
        services.AddSingleton(_ => NpgsqlDataSource.Create(RegisterDatabase.ForApplication(database.ConnectionString)));
        services.AddSingleton(provider => new DbContextOptionsBuilder<RegisterContext>()
            .UseRegister(provider.GetRequiredService<NpgsqlDataSource>())
            .UseLoggerFactory(provider.GetRequiredService<ILoggerFactory>())
            .ConfigureWarnings(warnings => warnings.Ignore( // a citation of a confidential source is meant to vanish with it
                CoreEventId.PossibleIncorrectRequiredNavigationWithQueryFilterInteractionWarning))
            .Options);
        services.AddScoped<RegisterContext>();
    }
}
