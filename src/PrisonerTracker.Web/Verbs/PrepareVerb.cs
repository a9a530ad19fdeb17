using System.CommandLine;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Sample;
using PrisonerTracker.Core.Users;
using PrisonerTracker.Web.Identity;
using PrisonerTracker.Web.Infrastructure;

namespace PrisonerTracker.Web.Verbs;

/// <summary>Makes an empty database ready to use: schema, sample data and a first administrator. Safe to repeat.</summary>
internal static class PrepareVerb
{
    private const string DefaultAdministrator = "administrator@localhost";

    public static Command Command(Terminal terminal)
    {
        var command = new Command("prepare", "Prepares the database as a start without a verb does, and does not serve.");
        command.SetAction((parsed, cancellation) => RunAsync(parsed, terminal, thenServe: false, cancellation));
        return command;
    }

    public static async Task<int> RunAsync(ParseResult parsed, Terminal terminal, bool thenServe, CancellationToken cancellation)
    {
        var builder = Hosting.CreateBuilder(HostArguments.Of(parsed));
        await using var database = await Database.OpenAsync(builder.Configuration, builder.Environment, terminal.Say, cancellation);
        await MigrateVerb.MigrateAsync(database, terminal, cancellation);
        await using var app = Program.Build(builder, database);
        await LoadSampleIntoEmptyAsync(app, terminal, cancellation);
        await AddFirstAdministratorAsync(app, terminal, cancellation);
        if (thenServe)
            await ServeVerb.ListenAsync(app, terminal, cancellation);
        return CommandLine.Done;
    }

    private static async Task LoadSampleIntoEmptyAsync(WebApplication app, Terminal terminal, CancellationToken cancellation)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var sample = scope.ServiceProvider.GetRequiredService<SampleData>();
        if (!await sample.IsEmptyAsync(cancellation) && !await sample.IsUnfinishedAsync(cancellation))
            return;
        terminal.Say("Loading the sample data into the empty register.");
        await sample.LoadAsync(cancellation);
    }

    private static async Task AddFirstAdministratorAsync(WebApplication app, Terminal terminal, CancellationToken cancellation)
    {
        await using var scope = app.Services.CreateAsyncScope();
        if (await scope.ServiceProvider.GetRequiredService<UserManager<User>>().Users.AnyAsync(cancellation))
            return;
        var email = app.Configuration["FirstAdministrator:Email"] ?? DefaultAdministrator;
        var password = await scope.ServiceProvider.GetRequiredService<Accounts>().AddWithOneTimePasswordAsync(email, Role.Administrator);
        await terminal.Output.WriteLineAsync($"First administrator: {email}");
        await terminal.Output.WriteLineAsync($"One-time password:   {password}");
    }
}
