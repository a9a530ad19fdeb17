using System.Net;
using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Users;
using PrisonerTracker.Testing;
using PrisonerTracker.Web.Verbs;
using Xunit;

namespace PrisonerTracker.Web.Tests.Infrastructure;

public sealed class CommandLineTests(RegisterApp app) : IClassFixture<RegisterApp>
{
    private string[] Settings =>
    [
        $"--ConnectionStrings:PrisonerTracker={app.Database.AppConnectionString}",
        $"--ConnectionStrings:PrisonerTrackerOwner={app.Database.OwnerConnectionString}",
        "--Logs:Console=false", "--Logs:Folder=",
    ];

    [Theory]
    [InlineData("--help")]
    [InlineData("serve --help")]
    [InlineData("migrate --help")]
    [InlineData("users --help")]
    [InlineData("users add --help")]
    public async Task Run_Help_IsAResult(string arguments)
    {
        var (code, output, messages) = await RunAsync(arguments.Split(' '));
        Assert.Equal(0, code);
        Assert.Contains("Usage:", output, StringComparison.Ordinal);
        Assert.Equal("", messages);
    }

    [Theory]
    [InlineData("surve")]
    [InlineData("--nosuch")]
    [InlineData("migrate now")]
    [InlineData("users")]
    [InlineData("users add")]
    [InlineData("users add a@rights.example --role king")]
    [InlineData("users add a@rights.example")]
    public async Task Run_BadUsage_Is2AndSaysWhy(string arguments)
    {
        var (code, output, messages) = await RunAsync(arguments.Split(' '));
        Assert.Equal(2, code);
        Assert.Equal("", output);
        Assert.Contains("--help", messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_NoServer_Is1()
    {
        var (code, _, messages) = await RunAsync("migrate", "--ConnectionStrings:PrisonerTracker=Host=/nowhere;Database=none;Username=none");
        Assert.Equal(1, code);
        Assert.NotEqual("", messages);
    }

    [Fact]
    public async Task Run_Migrate_IsSafeToRepeat()
    {
        var (code, output, messages) = await RunAsync(["migrate", .. Settings]);
        Assert.Equal(0, code);
        Assert.Equal("", output);
        Assert.Contains("up to date", messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_UsersAddWithPassword_MaySignIn()
    {
        var (code, output, _) = await RunAsync("a lantern in the harbour fog\n", ["users", "add", "anna@rights.example", "--role", "editor", "--password-stdin", .. Settings]);
        Assert.Equal(0, code);
        Assert.Equal("", output);
        using var browser = app.Browser();
        using var answer = await browser.SignInAsync("anna@rights.example", "a lantern in the harbour fog");
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);

        var (again, _, messages) = await RunAsync("a lantern in the harbour fog\n", ["users", "add", "anna@rights.example", "--role", "editor", "--password-stdin", .. Settings]);
        Assert.Equal(1, again);
        Assert.Contains("already", messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_UsersAddWithoutPassword_PrintsOneToBeChanged()
    {
        var (code, output, _) = await RunAsync(["users", "add", "boris@rights.example", "--role", "viewer", .. Settings]);
        Assert.Equal(0, code);
        using var browser = app.Browser();
        using var answer = await browser.SignInAsync("boris@rights.example", output.Trim());
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        using var next = await browser.GetAsync("/");
        Assert.Equal("/account/password", next.Header("Location"));
    }

    [Fact]
    public async Task Run_WeakPassword_Is1()
    {
        var (code, _, messages) = await RunAsync("short\n", ["users", "add", "c@rights.example", "--role", "viewer", "--password-stdin", .. Settings]);
        Assert.Equal(1, code);
        Assert.Contains("15", messages, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_NamesMatchWithoutRegistry_MatchesTheRegister()
    {
        await using (var work = app.Work())
            await work.PrisonerAsync(Valid.Prisoner("Ales Bialiatski"));
        var list = Path.GetTempFileName();
        await File.WriteAllLinesAsync(list, ["1. Беляцкий Александр", "2. Алесь Бяляцкі", "3. Nobody Knows-Whom"]);

        var (code, output, messages) = await RunAsync(["names", "match", list, .. Settings]);

        File.Delete(list);
        Assert.Equal((0, ""), (code, messages));
        Assert.Equal(
            ["line\tdecision\tid\tcandidates", "1\tMATCH\tales-bialiatski\tales-bialiatski", "2\tMATCH\tales-bialiatski\tales-bialiatski", "3\tNONE\t\t"],
            output.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task Run_NamesDuplicates_ComparesEverybodyOnceAndPrintsTheNumberOfPairs()
    {
        await using var work = app.Work();
        await work.PrisonerAsync(Valid.Prisoner("Fiodar Vymyslenka"));
        await work.PrisonerAsync(Valid.Prisoner("Фёдор Вымысленко"));

        var (code, output, messages) = await RunAsync(["names", "duplicates", .. Settings]);
        var again = await RunAsync(["names", "duplicates", .. Settings]);

        Assert.Equal((0, "1"), (code, output.Trim()));
        Assert.Contains("people compared", messages, StringComparison.Ordinal);
        Assert.Equal((0, "1", ""), (again.Code, again.Output.Trim(), again.Messages));
    }

    private static Task<(int Code, string Output, string Messages)> RunAsync(params string[] arguments) => RunAsync("", arguments);

    private static async Task<(int Code, string Output, string Messages)> RunAsync(string input, string[] arguments)
    {
        await using var output = new StringWriter();
        await using var messages = new StringWriter();
        using var typed = new StringReader(input);
        var code = await CommandLine.RunAsync(arguments, new Terminal(typed, output, messages));
        return (code, output.ToString(), messages.ToString());
    }
}

/// <summary>The start without a verb, on a database that nobody else touches.</summary>
public sealed class PrepareTests(RegisterApp app) : IClassFixture<RegisterApp>
{
    [Fact]
    public async Task Prepare_EmptyDatabase_AddsOneAdministratorOnce()
    {
        // The host of a test factory serves and prepares nothing: nobody is there yet.
        await app.InDatabaseAsync(async database => Assert.False(await database.Users.AnyAsync()));

        var first = await PrepareAsync();
        Assert.Contains("administrator@localhost", first, StringComparison.Ordinal);
        Assert.Equal("", await PrepareAsync());
        await app.InDatabaseAsync(async database =>
        {
            var user = Assert.Single(await database.Users.ToListAsync());
            Assert.Equal((Role.Administrator, true), (user.Role, user.MustChangePassword));
        });
    }

    private async Task<string> PrepareAsync()
    {
        await using var output = new StringWriter();
        var code = await CommandLine.RunAsync(
            [
                "prepare",
                $"--ConnectionStrings:PrisonerTracker={app.Database.AppConnectionString}",
                $"--ConnectionStrings:PrisonerTrackerOwner={app.Database.OwnerConnectionString}",
                "--Logs:Console=false", "--Logs:Folder=",
            ],
            new Terminal(TextReader.Null, output, TextWriter.Null));
        Assert.Equal(0, code);
        return output.ToString();
    }
}
