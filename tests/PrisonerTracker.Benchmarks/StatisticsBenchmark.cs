using System.Diagnostics;
using System.Globalization;

namespace PrisonerTracker.Benchmarks;

/// <summary>Every chart of a running register over HTTP, of everybody and under filters; nothing is cached but what PostgreSQL has in memory.</summary>
internal static class StatisticsBenchmark
{
    private const int Rounds = 9;
    private const string StaticFile = "/css/site.css";

    private static readonly string[] Pages =
    [
        "/statistics", "/statistics/held", "/statistics/held?years=1", "/statistics/detained-and-released", "/statistics/articles", "/statistics/facilities",
        "/statistics/penalties", "/statistics/terms", "/statistics/time-held", "/statistics/ages", "/statistics/genders", "/statistics/citizenships", "/statistics/occupations",
        "/statistics?custody=held", "/statistics/held?gender=female&country=BY", "/statistics/articles?custody=held", "/statistics/ages?article=342", "/statistics/held.csv",
    ];

    public static async Task<int> RunAsync(Uri address)
    {
        using var handler = new HttpClientHandler { AutomaticDecompression = System.Net.DecompressionMethods.None };
        using var client = new HttpClient(handler) { BaseAddress = address, Timeout = TimeSpan.FromMinutes(1) };
        client.DefaultRequestHeaders.Add("Accept-Encoding", "br");
        var (times, bytes) = (Pages.Append(StaticFile).ToDictionary(p => p, _ => new List<double>()), new Dictionary<string, int>());
        for (var round = 0; round <= Rounds; round++)
        {
            foreach (var page in times.Keys)
            {
                var clock = Stopwatch.StartNew();
                bytes[page] = (await client.GetByteArrayAsync(new Uri(page, UriKind.Relative))).Length;
                if (round > 0)
                    times[page].Add(clock.Elapsed.TotalMilliseconds); // the first round only warms up
            }
        }

        Console.WriteLine($"{Rounds} rounds on {Environment.ProcessorCount} cores, .NET {Environment.Version}; median of each");
        Console.WriteLine($"{"page",-50} {"ms",8} {"slowest",8} {"bytes",8}");
        foreach (var (page, took) in times)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{page,-50} {took.Order().ElementAt(took.Count / 2),8:F0} {took.Max(),8:F0} {bytes[page],8}"));
        return 0;
    }
}
