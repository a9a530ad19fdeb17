using System.CommandLine;
using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.Duplicates;
using PrisonerTracker.Core.Names;
using PrisonerTracker.Web.Infrastructure;

namespace PrisonerTracker.Web.Verbs;

/// <summary>Verbs that let anyone measure the name matcher: <c>names score</c> and <c>names match</c>; <c>names duplicates</c> compares the people of the register. Results go to one writer, messages to another.</summary>
internal static class NamesVerb
{
    private const int Failed = CommandLine.Failed;
    private const int ComparedAtOnce = 100;
    private const int Misused = CommandLine.BadUsage;

    public static Command Command(Terminal terminal)
    {
        var (output, messages) = (terminal.Output, terminal.Messages);
        var names = new Command("names", "Compare names in any spelling, and match lists of names against a register.");
        names.Subcommands.Add(Score(output, messages));
        names.Subcommands.Add(Match(terminal));
        names.Subcommands.Add(Duplicates(terminal));
        return names;
    }

    private static Command Score(TextWriter output, TextWriter messages)
    {
        var pairs = new Argument<FileInfo>("PAIRS.tsv") { Description = "Tab-separated, with a header that names the columns name_a and name_b." };
        var explain = new Option<bool>("--explain") { Description = "Print decision and reasons after each score." };
        var command = new Command("score", "Print one score from 0 to 1 for each pair, in order.") { pairs, explain };
        command.SetAction((parsed, _) => Guarded(messages, () => ScorePairsAsync(parsed.GetValue(pairs)!, parsed.GetValue(explain), output, messages)));
        return command;
    }

    private static Command Match(Terminal terminal)
    {
        var list = new Argument<FileInfo>("LIST.txt") { Description = "A list as it was published, one name a line." };
        var registry = new Option<FileInfo?>("--registry") { Description = "Tab-separated register with the columns id, name_…, birth_year; without it, the register's own people." };
        var command = new Command("match", "Print line, decision, id and candidates for each line of a list.") { list, registry };
        command.SetAction((parsed, cancellation) => Guarded(terminal.Messages, () => parsed.GetValue(registry) is { } table
            ? MatchTableAsync(parsed.GetValue(list)!, table, terminal.Output, cancellation)
            : MatchRegisterAsync(parsed, parsed.GetValue(list)!, terminal, cancellation)));
        return command;
    }

    private static Command Duplicates(Terminal terminal)
    {
        var command = new Command("duplicates", "Compare everybody whose names or birth changed with the rest of the register, and print the number of pairs to look at.");
        command.SetAction((parsed, cancellation) => FindDuplicatesAsync(parsed, terminal, cancellation));
        return command;
    }

    private static async Task<int> FindDuplicatesAsync(ParseResult parsed, Terminal terminal, CancellationToken cancellation)
    {
        var builder = Hosting.CreateBuilder(HostArguments.Of(parsed));
        await using var database = await Database.OpenAsync(builder.Configuration, builder.Environment, terminal.Say, cancellation);
        await using var app = Program.Build(builder, database);
        await using var scope = app.Services.CreateAsyncScope();
        var register = scope.ServiceProvider.GetRequiredService<RegisterContext>();
        var finder = scope.ServiceProvider.GetRequiredService<DuplicateFinder>();
        register.ShowUnpublished = true;
        var (compared, last) = (0, Guid.Empty);
        for (IReadOnlyList<Guid> waiting; (waiting = await finder.WaitingAsync(ComparedAtOnce, last, cancellation)).Count > 0; last = waiting[^1])
        {
            foreach (var id in waiting)
                await finder.CompareAsync(id, cancellation);
            compared += waiting.Count;
            terminal.Say($"{compared} people compared.");
        }

        await terminal.Output.WriteLineAsync((await register.OpenPairs().CountAsync(cancellation)).ToString(CultureInfo.InvariantCulture));
        return CommandLine.Done;
    }

    private static async Task<int> ScorePairsAsync(FileInfo file, bool explain, TextWriter output, TextWriter messages)
    {
        using var reader = new StreamReader(file.FullName, Encoding.UTF8);
        var header = (await reader.ReadLineAsync() ?? "").Split('\t');
        int a = Array.IndexOf(header, "name_a"), b = Array.IndexOf(header, "name_b");
        if (a < 0 || b < 0)
        {
            await messages.WriteLineAsync($"{file.Name}: the header needs the columns name_a and name_b.");
            return Misused;
        }

        while (await reader.ReadLineAsync() is { } line)
        {
            var row = line.Split('\t');
            var result = NameComparer.Compare(row.ElementAtOrDefault(a), row.ElementAtOrDefault(b));
            var score = result.Score.ToString("0.0000", CultureInfo.InvariantCulture);
            await output.WriteLineAsync(explain ? $"{score}\t{result.Decision}\t{string.Join("; ", result.Reasons)}" : score);
        }

        await output.FlushAsync();
        return 0;
    }

    private static async Task<int> MatchTableAsync(FileInfo list, FileInfo registry, TextWriter output, CancellationToken cancellation)
    {
        using var table = new StreamReader(registry.FullName, Encoding.UTF8);
        return await MatchListAsync(list, new InMemoryRegister(RegisterTable.Read(table)), ids => Task.FromResult(ids.ToDictionary(id => id)), output, cancellation);
    }

    private static async Task<int> MatchRegisterAsync(ParseResult parsed, FileInfo list, Terminal terminal, CancellationToken cancellation)
    {
        var builder = Hosting.CreateBuilder(HostArguments.Of(parsed));
        await using var database = await Database.OpenAsync(builder.Configuration, builder.Environment, terminal.Say, cancellation);
        await using var app = Program.Build(builder, database);
        await using var scope = app.Services.CreateAsyncScope();
        var register = scope.ServiceProvider.GetRequiredService<RegisterContext>();
        register.ShowUnpublished = true;
        return await MatchListAsync(list, new RegisterCandidates(register), SlugsAsync, terminal.Output, cancellation);

        // People are named by their addresses.
        async Task<Dictionary<string, string>> SlugsAsync(IReadOnlyCollection<string> ids)
        {
            Guid[] keys = [.. ids.Select(Guid.Parse)];
            return await register.Prisoners.Where(p => keys.Contains(p.PrisonerId)).ToDictionaryAsync(p => p.PrisonerId.ToString(), p => p.Slug, cancellation);
        }
    }

    private static async Task<int> MatchListAsync(
        FileInfo list, ICandidateSource source, Func<IReadOnlyCollection<string>, Task<Dictionary<string, string>>> named, TextWriter output, CancellationToken cancellation)
    {
        var matcher = new RegisterMatcher(source);
        var lines = PublishedListReader.Read(await File.ReadAllLinesAsync(list.FullName, Encoding.UTF8, cancellation), DateTime.UtcNow.Year);
        await output.WriteLineAsync("line\tdecision\tid\tcandidates");
        foreach (var line in lines)
        {
            var match = line.Name is null ? RegisterMatch.Nobody : await matcher.MatchAsync(line.Name, line.Birth, cancellation);
            var ids = match.Candidates.Select(candidate => candidate.Entry.Id).ToList();
            var names = ids.Count == 0 ? [] : await named(ids);
            var best = match.Decision == RegisterDecision.None ? "" : names[ids[0]];
            await output.WriteLineAsync($"{line.Number}\t{match.Decision.ToString().ToUpperInvariant()}\t{best}\t{string.Join('|', ids.Select(id => names[id]))}");
        }

        await output.FlushAsync(cancellation);
        return 0;
    }

    private static async Task<int> Guarded(TextWriter messages, Func<Task<int>> action)
    {
        try
        {
            return await action();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or FormatException)
        {
            await messages.WriteLineAsync(error.Message);
            return Failed;
        }
    }
}
