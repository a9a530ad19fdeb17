using System.CommandLine;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.Sample;
using PrisonerTracker.Web.Infrastructure;

namespace PrisonerTracker.Web.Verbs;

internal static class SampleVerb
{
    private const int MostPeople = 5_000_000;

    /// <summary>From here the indexes of the search are made anew instead of extended.</summary>
    private const int Many = 20_000;

    private const string Nothing = "Everything was there already.";

    private static readonly Option<int?> Synthetic = SyntheticOption();
    private static readonly Option<int> Seed = new("--seed")
    {
        Description = "The same seed and number make the same people.",
        DefaultValueFactory = _ => 1,
    };

    private static readonly Option<bool> WithoutCases = new("--without-cases")
    {
        Description = "Only people and their names, to measure finding them: an eighth of the rows.",
    };

    public static Command Command(Terminal terminal)
    {
        var command = new Command("sample", "Loads the real sample data, or with --synthetic a generated register of fictional people.") { Synthetic, Seed, WithoutCases };
        command.SetAction((parsed, cancellation) => RunAsync(parsed, terminal, cancellation));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, Terminal terminal, CancellationToken cancellation)
    {
        var builder = Hosting.CreateBuilder(HostArguments.Of(parsed));
        await using var database = await Database.OpenAsync(builder.Configuration, builder.Environment, terminal.Say, cancellation);
        await MigrateVerb.MigrateAsync(database, terminal, cancellation);
        await using var app = Program.Build(builder, database);
        await using var scope = app.Services.CreateAsyncScope();
        var written = 0;
        if (parsed.GetValue(Synthetic) is { } people)
        {
            var synthetic = scope.ServiceProvider.GetRequiredService<SyntheticRegister>();
            async Task GenerateAsync() => written = await synthetic.GenerateAsync(
                people, parsed.GetValue(Seed), !parsed.GetValue(WithoutCases), new Progress(terminal, people), cancellation);
            if (people >= Many)
                await DatabaseMigrator.FillAsync(database.OwnerConnectionString, GenerateAsync, cancellation);
            else
                await GenerateAsync();
            await DatabaseMigrator.AnalyzeAsync(database.OwnerConnectionString, cancellation);
            terminal.Say(written == 0 ? Nothing : $"{written} people were added.");
        }
        else
        {
            written = await scope.ServiceProvider.GetRequiredService<SampleData>().LoadAsync(cancellation);
            terminal.Say(written == 0 ? Nothing : $"{written} changes were written.");
        }

        return CommandLine.Done;
    }

    private static Option<int?> SyntheticOption()
    {
        var option = new Option<int?>("--synthetic") { Description = $"How many fictional people to generate, 1 to {MostPeople}." };
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int?>() is < 1 or > MostPeople)
                result.AddError($"--synthetic takes a number from 1 to {MostPeople}.");
        });
        return option;
    }

    /// <summary>Says how far it is, at every tenth.</summary>
    private sealed class Progress(Terminal terminal, int people) : IProgress<int>
    {
        private int _tenths;

        public void Report(int value)
        {
            if ((int)(10L * value / people) is var tenths && tenths > _tenths)
            {
                _tenths = tenths;
                terminal.Say($"{value} of {people} people.");
            }
        }
    }
}
