using System.CommandLine;
using Npgsql;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.History;
using PrisonerTracker.Core.Law;
using PrisonerTracker.Web.Infrastructure;

namespace PrisonerTracker.Web.Verbs;

internal static class MigrateVerb
{
    public static Command Command(Terminal terminal)
    {
        var command = new Command("migrate", "Brings the database to the schema of this version.");
        command.SetAction((parsed, cancellation) => RunAsync(parsed, terminal, cancellation));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, Terminal terminal, CancellationToken cancellation)
    {
        var builder = Hosting.CreateBuilder(HostArguments.Of(parsed));
        await using var database = await Database.OpenAsync(builder.Configuration, builder.Environment, terminal.Say, cancellation);
        await MigrateAsync(database, terminal, cancellation);
        return CommandLine.Done;
    }

    public static async Task MigrateAsync(Database database, Terminal terminal, CancellationToken cancellation)
    {
        IReadOnlyList<string> applied;
        try
        {
            applied = await DatabaseMigrator.MigrateAsync(database.OwnerConnectionString, cancellation);
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.InsufficientPrivilege)
        {
            throw new VerbException($"This login may not change the schema ({e.MessageText}). Name the owner's in ConnectionStrings__PrisonerTrackerOwner.");
        }

        foreach (var migration in applied)
            terminal.Say($"Applied {migration}.");
        if (applied.Count == 0)
            terminal.Say("The database is up to date.");
        await LoadCatalogueAsync(database, terminal, cancellation);
    }

    // Every installation begins with it, the ones without sample data too.
    private static async Task LoadCatalogueAsync(Database database, Terminal terminal, CancellationToken cancellation)
    {
        await using var context = new RegisterContext(RegisterDatabase.Options(database.OwnerConnectionString));
        if (await new StartCatalogue(context, new RegisterWriter(context, TimeProvider.System)).LoadAsync(cancellation))
            terminal.Say("Loaded the start catalogue of laws and articles.");
    }
}
