using System.CommandLine;
using PrisonerTracker.Core.History;
using PrisonerTracker.Web.Infrastructure;

namespace PrisonerTracker.Web.Verbs;

internal static class VerifyHistoryVerb
{
    private static readonly Option<string?> KnownHead = new("--head")
    {
        Description = "A head that was printed earlier: fails when the history no longer contains it.",
    };

    public static Command Command(Terminal terminal)
    {
        var command = new Command("verify-history", "Recomputes every hash of the history; names the first broken row.") { KnownHead };
        command.SetAction((parsed, cancellation) => RunAsync(parsed, terminal, cancellation));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, Terminal terminal, CancellationToken cancellation)
    {
        var builder = Hosting.CreateBuilder(HostArguments.Of(parsed));
        await using var database = await Database.OpenAsync(builder.Configuration, builder.Environment, terminal.Say, cancellation);
        await using var app = Program.Build(builder, database);
        await using var scope = app.Services.CreateAsyncScope();
        var verdict = await scope.ServiceProvider.GetRequiredService<HistoryVerifier>().VerifyAsync(parsed.GetValue(KnownHead), cancellation);
        if (verdict.BrokenAt is { } broken)
        {
            await terminal.Output.WriteLineAsync($"Broken at row {broken}: {verdict.Problem}.");
            return CommandLine.Failed;
        }

        if (!verdict.KnownHeadFound)
        {
            await terminal.Output.WriteLineAsync($"The head {parsed.GetValue(KnownHead)} is not in this history: it was rewritten, or it is another register's.");
            return CommandLine.Failed;
        }

        await terminal.Output.WriteLineAsync($"{verdict.Rows} rows are as they were written. Head: {verdict.Head}");
        return CommandLine.Done;
    }
}
