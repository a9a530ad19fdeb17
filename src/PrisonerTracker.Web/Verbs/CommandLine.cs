using System.CommandLine;
using System.Data.Common;

namespace PrisonerTracker.Web.Verbs;

/// <summary>The verbs. Any of them also takes settings in the form <c>--Section:Key=value</c>, as ASP.NET Core hosts do.</summary>
internal static class CommandLine
{
    public const int Done = 0;
    public const int Failed = 1;
    public const int BadUsage = 2;

    private static readonly TimeSpan StopWithin = TimeSpan.FromSeconds(30);

    public static async Task<int> RunAsync(string[] args, Terminal terminal)
    {
        var parsed = Root(terminal).Parse(args, new ParserConfiguration { EnablePosixBundling = false, ResponseFileTokenReplacer = null });
        var unknown = parsed.UnmatchedTokens.Where(t => !HostArguments.IsSetting(t)).ToList();
        if (parsed.Errors.Count > 0 || unknown.Count > 0)
        {
            foreach (var problem in parsed.Errors.Select(e => e.Message).Concat(unknown.Select(t => $"'{t}' is not known here.")))
                terminal.Say(problem);
            terminal.Say("--help says what there is.");
            return BadUsage;
        }

        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration
            {
                Output = terminal.Output,
                Error = terminal.Messages,
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = StopWithin,
            });
        }
        catch (OperationCanceledException)
        {
            terminal.Say("Stopped.");
            return Failed;
        }
        catch (Exception exception) when (!HostArguments.ForTools(parsed))
        {
            terminal.Say(exception is VerbException or IOException or DbException ? exception.Message : $"Failed: {exception}");
            return Failed;
        }
    }

    private static RootCommand Root(Terminal terminal)
    {
        var root = new RootCommand("The register of political prisoners. Without a verb: prepares the database, then serves.")
        {
            PrepareVerb.Command(terminal),
            ServeVerb.Command(terminal),
            MigrateVerb.Command(terminal),
            NamesVerb.Command(terminal),
            SampleVerb.Command(terminal),
            UsersVerb.Command(terminal),
            VerifyHistoryVerb.Command(terminal),
        };
        root.TreatUnmatchedTokensAsErrors = false; // settings pass; RunAsync refuses everything else
        root.Options.Add(HostArguments.Urls);
        root.SetAction((parsed, cancellation) => HostArguments.ForTools(parsed)
            ? ServeVerb.RunAsync(parsed, terminal, cancellation)
            : PrepareVerb.RunAsync(parsed, terminal, thenServe: true, cancellation));
        return root;
    }
}
