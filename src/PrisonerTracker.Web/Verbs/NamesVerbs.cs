using System.CommandLine;
using System.Globalization;
using System.Text;
using PrisonerTracker.Core.Names;

namespace PrisonerTracker.Web.Verbs;

/// <summary>Verbs that let anyone measure the name matcher: <c>names score</c> and <c>names match</c>. Results on standard output, messages on standard error.</summary>
public static class NamesVerbs
{
    private const int Failed = 1;
    private const int Misused = 2;

    public static Command Create()
    {
        var names = new Command("names", "Compare names in any spelling, and match lists of names against a register.");
        names.Subcommands.Add(Score());
        names.Subcommands.Add(Match());
        return names;
    }

    private static Command Score()
    {
        var pairs = new Argument<FileInfo>("PAIRS.tsv") { Description = "Tab-separated, with a header that names the columns name_a and name_b." };
        var explain = new Option<bool>("--explain") { Description = "Print decision and reasons after each score." };
        var command = new Command("score", "Print one score from 0 to 1 for each pair, in order.") { pairs, explain };
        command.SetAction(parsed => Run(() => ScorePairs(parsed.GetValue(pairs)!, parsed.GetValue(explain))));
        return command;
    }

    private static Command Match()
    {
        var list = new Argument<FileInfo>("LIST.txt") { Description = "A list as it was published, one name a line." };
        var registry = new Option<FileInfo?>("--registry") { Description = "Tab-separated register with the columns id, name_…, birth_year." };
        var command = new Command("match", "Print line, decision, id and candidates for each line of a list.") { list, registry };
        command.SetAction((parsed, cancellation) => RunAsync(() => MatchListAsync(parsed.GetValue(list)!, parsed.GetValue(registry), cancellation)));
        return command;
    }

    private static int ScorePairs(FileInfo file, bool explain)
    {
        using var reader = new StreamReader(file.FullName, Encoding.UTF8);
        var header = (reader.ReadLine() ?? "").Split('\t');
        int a = Array.IndexOf(header, "name_a"), b = Array.IndexOf(header, "name_b");
        if (a < 0 || b < 0)
        {
            Console.Error.WriteLine($"{file.Name}: the header needs the columns name_a and name_b.");
            return Misused;
        }

        using var output = Output();
        while (reader.ReadLine() is { } line)
        {
            var row = line.Split('\t');
            var result = NameComparer.Compare(row.ElementAtOrDefault(a), row.ElementAtOrDefault(b));
            var score = result.Score.ToString("0.0000", CultureInfo.InvariantCulture);
            output.WriteLine(explain ? $"{score}\t{result.Decision}\t{string.Join("; ", result.Reasons)}" : score);
        }

        return 0;
    }

    private static async Task<int> MatchListAsync(FileInfo list, FileInfo? registry, CancellationToken cancellation)
    {
        if (registry is null)
        {
            await Console.Error.WriteLineAsync("names match: matching against the database is not built yet; give a register with --registry REGISTRY.tsv.");
            return Misused;
        }

        using var table = new StreamReader(registry.FullName, Encoding.UTF8);
        var matcher = new RegisterMatcher(new InMemoryRegister(RegisterTable.Read(table)));
        var lines = PublishedListReader.Read(await File.ReadAllLinesAsync(list.FullName, Encoding.UTF8, cancellation), DateTime.UtcNow.Year);
        await using var output = Output();
        await output.WriteLineAsync("line\tdecision\tid\tcandidates");
        foreach (var line in lines)
        {
            var match = line.Name is null ? RegisterMatch.Nobody : await matcher.MatchAsync(line.Name, line.Birth, cancellation);
            var id = match.Decision == RegisterDecision.None ? "" : match.Best!.Entry.Id;
            await output.WriteLineAsync($"{line.Number}\t{match.Decision.ToString().ToUpperInvariant()}\t{id}\t{string.Join('|', match.Candidates.Select(candidate => candidate.Entry.Id))}");
        }

        return 0;
    }

    private static StreamWriter Output() => new(Console.OpenStandardOutput(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));

    private static int Run(Func<int> action)
    {
        try
        {
            return action();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or FormatException)
        {
            Console.Error.WriteLine(error.Message);
            return Failed;
        }
    }

    private static async Task<int> RunAsync(Func<Task<int>> action)
    {
        try
        {
            return await action();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or FormatException)
        {
            await Console.Error.WriteLineAsync(error.Message);
            return Failed;
        }
    }
}
