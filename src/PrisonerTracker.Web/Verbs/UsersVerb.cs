using System.CommandLine;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Core.Users;
using PrisonerTracker.Web.Identity;
using PrisonerTracker.Web.Infrastructure;

namespace PrisonerTracker.Web.Verbs;

internal static class UsersVerb
{
    private static readonly Argument<string> Email = new("EMAIL") { Description = "The address the person signs in with." };
    private static readonly Option<string> InRole = RoleOption();
    private static readonly Option<bool> PasswordFromInput = new("--password-stdin")
    {
        Description = "Read the password from standard input, instead of printing a one-time password.",
    };

    public static Command Command(Terminal terminal)
    {
        var add = new Command("add", "Adds somebody who may sign in.") { Email, InRole, PasswordFromInput };
        add.SetAction((parsed, cancellation) => AddAsync(parsed, terminal, cancellation));
        return new Command("users", "The people who may sign in.") { add };
    }

    private static async Task<int> AddAsync(ParseResult parsed, Terminal terminal, CancellationToken cancellation)
    {
        var email = parsed.GetRequiredValue(Email);
        var role = Enum.Parse<Role>(parsed.GetRequiredValue(InRole), ignoreCase: true);
        var builder = Hosting.CreateBuilder(HostArguments.Of(parsed));
        await using var database = await Database.OpenAsync(builder.Configuration, terminal.Say, cancellation);
        await using var app = Program.Build(builder, database);
        await using var scope = app.Services.CreateAsyncScope();
        var accounts = scope.ServiceProvider.GetRequiredService<Accounts>();
        try
        {
            if (parsed.GetValue(PasswordFromInput))
                await accounts.AddAsync(email, role, await PasswordAsync(terminal, cancellation));
            else
                await terminal.Output.WriteLineAsync(await accounts.AddWithOneTimePasswordAsync(email, role));
        }
        catch (RuleException refused)
        {
            throw new VerbException(refused.Message);
        }

        terminal.Say($"{email} may now sign in ({role.ToString().ToLowerInvariant()}).");
        return CommandLine.Done;
    }

    private static async Task<string> PasswordAsync(Terminal terminal, CancellationToken cancellation) =>
        await terminal.Input.ReadLineAsync(cancellation) ?? throw new VerbException("No password came on standard input.");

    private static Option<string> RoleOption()
    {
        var option = new Option<string>("--role") { Description = "What the person may do.", Required = true };
        option.AcceptOnlyFromAmong([.. Enum.GetNames<Role>().Select(n => n.ToLowerInvariant())]);
        return option;
    }
}
