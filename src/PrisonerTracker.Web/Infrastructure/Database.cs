using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;
using PrisonerTracker.Core.Bulk;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.Data.LocalPostgres;
using PrisonerTracker.Core.Designations;
using PrisonerTracker.Core.Desk;
using PrisonerTracker.Core.Duplicates;
using PrisonerTracker.Core.History;
using PrisonerTracker.Core.Imprisonments;
using PrisonerTracker.Core.Law;
using PrisonerTracker.Core.Merging;
using PrisonerTracker.Core.Names;
using PrisonerTracker.Core.Prisoners;
using PrisonerTracker.Core.Prisoners.Facts;
using PrisonerTracker.Core.Releases;
using PrisonerTracker.Core.Sample;
using PrisonerTracker.Core.Sources;
using PrisonerTracker.Core.Tags;
using PrisonerTracker.Core.Terms;
using PrisonerTracker.Web.Verbs;

namespace PrisonerTracker.Web.Infrastructure;

/// <summary>Which PostgreSQL server the register lives on: the configured one, or a private one that lives as long as this.</summary>
internal sealed class Database : IAsyncDisposable
{
    private readonly LocalPostgresServer? _local;

    private Database(LocalPostgresServer? local, string connectionString, string ownerConnectionString) =>
        (_local, ConnectionString, OwnerConnectionString) = (local, connectionString, ownerConnectionString);

    public string ConnectionString { get; }

    /// <summary>The login that owns the schema, for migrations only.</summary>
    public string OwnerConnectionString { get; }

    public static async Task<Database> OpenAsync(
        IConfiguration configuration, IHostEnvironment environment, Action<string> say, CancellationToken cancellation)
    {
        if (configuration.GetConnectionString("PrisonerTracker") is { Length: > 0 } configured)
            return new Database(null, configured, configuration.GetConnectionString("PrisonerTrackerOwner") ?? configured);

        var options = configuration.GetSection("LocalPostgres").Get<LocalPostgresOptions>() ?? new LocalPostgresOptions();
        if (configuration["LocalPostgres:DataDirectory"] is not { Length: > 0 })
            options = options with { DataDirectory = Path.Combine(DataFolder.Of(configuration, environment), "postgres") };
        try
        {
            var local = await LocalPostgresServer.StartAsync(options, say, cancellation);
            return new Database(
                local,
                local.ConnectionString(LocalPostgresServer.Database, LocalPostgresServer.AppRole),
                local.ConnectionString(LocalPostgresServer.Database, LocalPostgresServer.OwnerRole));
        }
        catch (LocalPostgresException e)
        {
            throw new VerbException(e.Message);
        }
    }

    public ValueTask DisposeAsync() => _local?.DisposeAsync() ?? ValueTask.CompletedTask;
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
        services.AddSingleton<FictionalNotice>();
        services.AddScoped<RegisterWriter>();
        services.AddScoped<HistoryVerifier>();
        services.AddScoped<PrisonerService>();
        services.AddScoped<ImprisonmentService>();
        services.AddScoped<LookAlikes>();
        services.AddScoped<MergeService>();
        services.AddScoped<DistinctService>();
        services.AddScoped<DuplicateFinder>();
        services.AddHostedService<DuplicateWatch>();
        services.AddScoped<CatalogueService>();
        services.AddScoped<ChargeService>();
        services.AddScoped<SentenceService>();
        services.AddScoped<PlacementService>();
        services.AddScoped<HearingService>();
        services.AddScoped<ReleaseService>();
        services.AddScoped<ReleaseEventService>();
        services.AddScoped<ReleaseListService>();
        services.AddScoped<ListRecorder>();
        services.AddScoped<ListMatching>();
        services.AddScoped<BulkService>();
        services.AddScoped<BulkRecorder>();
        services.AddScoped<TagService>();
        services.AddSingleton(provider => new ApprovalRule(provider.GetRequiredService<IConfiguration>().GetValue("Releases:ApprovalAbove", new ApprovalRule().Above)));
        services.AddHostedService<ListWatch>();
        services.AddScoped<SourceService>();
        services.AddScoped<OrganisationService>();
        services.AddScoped<CreditRuleService>();
        services.AddScoped<ClaimService>();
        services.AddScoped<PersonFactService>();
        services.AddScoped<SampleData>();
        services.AddScoped<SyntheticRegister>();
    }
}
