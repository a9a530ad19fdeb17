using System.CommandLine;
using PrisonerTracker.Web.Infrastructure;

namespace PrisonerTracker.Web.Verbs;

internal static class ServeVerb
{
    public static Command Command(Terminal terminal)
    {
        var command = new Command("serve", "Serves, and changes nothing first: for production.");
        command.SetAction((parsed, cancellation) => RunAsync(parsed, terminal, cancellation));
        return command;
    }

    public static async Task<int> RunAsync(ParseResult parsed, Terminal terminal, CancellationToken cancellation)
    {
        var builder = Hosting.CreateBuilder(HostArguments.Of(parsed));
        await using var database = await Database.OpenAsync(builder.Configuration, terminal.Say, cancellation);
        await using var app = Program.Build(builder, database);
        await ListenAsync(app, terminal, cancellation);
        return CommandLine.Done;
    }

    public static async Task ListenAsync(WebApplication app, Terminal terminal, CancellationToken cancellation)
    {
        app.Lifetime.ApplicationStarted.Register(() => terminal.Say($"The register is at {string.Join(", ", app.Urls)} (Ctrl-C stops it)."));
        await app.StartAsync(cancellation);
        await app.WaitForShutdownAsync(cancellation);
    }
}
