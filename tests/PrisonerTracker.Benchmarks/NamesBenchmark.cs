using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.Names;

namespace PrisonerTracker.Benchmarks;

/// <summary>
/// Finds people of a large register by names in other spellings: matched as a line of a published list is, searched for in the list, offered
/// while typing. Names are drawn from the register, so that each has somebody to find.
/// </summary>
internal static class NamesBenchmark
{
    private const int People = 120;
    private const string StaticFile = "/css/site.css";

    public static async Task<int> RunAsync(Uri address, string connectionString)
    {
        await using var register = new RegisterContext(RegisterDatabase.Options(RegisterDatabase.ForApplication(connectionString)));
        var count = await register.Prisoners.CountAsync();
        var drawn = await DrawAsync(register);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count:N0} published people, {drawn.Count} names; {Environment.ProcessorCount} cores, .NET {Environment.Version}"));
        Console.WriteLine($"{"",-44} {"median ms",10} {"95 % ms",10} {"× static file",14}");

        using var client = new HttpClient { BaseAddress = address, Timeout = TimeSpan.FromMinutes(1) };
        var file = new List<double>();
        for (var i = 0; i < People; i++)
            file.Add(await TimeAsync(() => client.GetByteArrayAsync(new Uri(StaticFile, UriKind.Relative))));

        var matcher = new RegisterMatcher(new RegisterCandidates(register));
        // The matcher's code is compiled in steps while it runs: whatever came first would pay for all.
        foreach (var name in drawn)
        {
            foreach (var (_, written) in Ways)
                await matcher.MatchAsync(NameParser.Parse(written(name)));
        }

        foreach (var (kind, written) in Ways)
        {
            await MeasureAsync($"match: {kind}", name => matcher.MatchAsync(NameParser.Parse(written(name))));
            await MeasureAsync($"search page: {kind}", name => client.GetByteArrayAsync(Page("/prisoners", written(name))));
        }

        foreach (var letters in new[] { 2, 3, 5, 8 })
            await MeasureAsync($"suggest: {letters} letters", name => client.GetByteArrayAsync(Page("/prisoners/suggest.json", name.Family[..Math.Min(letters, name.Family.Length)])));
        await MeasureAsync("suggest: given name and 4 letters", name => client.GetByteArrayAsync(Page("/prisoners/suggest.json", $"{name.Given} {name.Family[..Math.Min(4, name.Family.Length)]}")));
        await MeasureAsync("search page: a word of the summary", _ => client.GetByteArrayAsync(Page("/prisoners", "invented")), rounds: 20);

        await List123Async(matcher, drawn);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"peak memory of this process {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MB"));
        return 0;

        async Task MeasureAsync(string what, Func<Drawn, Task> work, int rounds = People)
        {
            foreach (var name in drawn.Take(10))
                await work(name);
            var times = new List<double>();
            foreach (var name in drawn.Take(rounds))
                times.Add(await TimeAsync(() => work(name)));
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{what,-44} {At(times, 0.5),10:F1} {At(times, 0.95),10:F1} {At(times, 0.5) / At(file, 0.5),14:F1}"));
        }
    }

    private static IEnumerable<(string Kind, Func<Drawn, string> Written)> Ways =>
    [
        ("as stored", n => $"{n.Given} {n.Family}"),
        ("in Russian, surname first", n => $"{n.RussianFamily} {n.RussianGiven}"),
        ("with an initial", n => $"{n.RussianFamily} {n.RussianGiven[0]}."),
        ("with a letter left out", n => $"{n.Given} {n.Family.Remove(n.Family.Length / 2, 1)}"),
        ("the surname alone", n => n.Family),
        ("nobody's", n => $"Zbigniew {n.Family[..1]}rzęczyszczykiewicz"),
    ];

    // As a mass release has it: so many lines, one after the other.
    private static async Task List123Async(RegisterMatcher matcher, List<Drawn> drawn)
    {
        var lines = Enumerable.Range(0, 123).Select(i => drawn[i % drawn.Count]).Select((n, i) => $"{i + 1}. {n.RussianFamily} {n.RussianGiven}").ToList();
        var took = new List<double>();
        for (var round = 0; round < 3; round++)
        {
            took.Add(await TimeAsync(async () =>
            {
                foreach (var line in PublishedListReader.Read(lines, DateTime.UtcNow.Year))
                    await matcher.MatchAsync(line.Name!, line.Birth);
            }));
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{"a list of 123 lines, one after the other",-44} {At(took, 0.5),10:F0}"));
    }

    private static async Task<List<Drawn>> DrawAsync(RegisterContext register)
    {
        // From the last of the register, as evenly as people were added.
        var people = await register.Prisoners.AsNoTracking()
            .OrderByDescending(p => p.PrisonerId).Take(20_000)
            .Select(p => new { p.PrisonerId, Names = p.Names.Select(n => new { n.Language, n.Given, n.Family }).ToList() })
            .ToListAsync();
        return
        [
            .. people
                .Select(p => (English: p.Names.Find(n => n.Language == "en"), Russian: p.Names.Find(n => n.Language == "ru")))
                .Where(p => p is { English: { Given: not null, Family: not null }, Russian: { Given: not null, Family: not null } })
                .Where((_, i) => i % (people.Count / People) == 0)
                .Take(People)
                .Select(p => new Drawn(p.English!.Given!, p.English.Family!, p.Russian!.Given!, p.Russian.Family!)),
        ];
    }

    private static Uri Page(string path, string text) => new($"{path}?q={Uri.EscapeDataString(text)}", UriKind.Relative);

    private static async Task<double> TimeAsync(Func<Task> work)
    {
        var clock = Stopwatch.StartNew();
        await work();
        return clock.Elapsed.TotalMilliseconds;
    }

    private static double At(List<double> times, double share) => times.Order().ElementAt((int)(share * (times.Count - 1)));

    private sealed record Drawn(string Given, string Family, string RussianGiven, string RussianFamily);
}
