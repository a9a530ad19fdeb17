using System.Diagnostics;
using System.Globalization;
using Npgsql;
using PrisonerTracker.Benchmarks;

// Measures a running register over HTTP, and says each figure as a ratio within the same run: pages against a static file of the
// same server, exports against PostgreSQL's own COPY of the same people.
//
//   ./run sample --synthetic 100000 --seed 1 && ./run &
//   dotnet run --project tests/PrisonerTracker.Benchmarks --configuration Release -- http://localhost:5080 "Host=…;Database=prisonertracker;Username=prisonertracker_app"
//
// The second argument is optional; for the private server it is the socket folder, .data/postgres. With "names" before both, it measures
// finding people by name instead; "desk" and a connection string measure recording mass releases, which writes to that database;
// "statistics" and an address measure the charts.
const int Rounds = 15;
const string StaticFile = "/css/site.css";

if (args is ["desk", var large])
    return await DeskBenchmark.RunAsync(large);
if (args is ["names", var server, var database])
    return await NamesBenchmark.RunAsync(new Uri(server), database);

if (args is ["statistics", var counting])
    return await StatisticsBenchmark.RunAsync(new Uri(counting));

if (args is not [var address, ..] || address is "names" or "statistics")
{
    Console.Error.WriteLine("Usage: [names] http://localhost:5080 [connection string] | statistics http://localhost:5080 | desk [connection string]");
    return 2;
}

using var client = new HttpClient { BaseAddress = new Uri(address), Timeout = TimeSpan.FromMinutes(5) };
var profile = await OneProfileAsync();
string[] pages =
[
    "/", "/prisoners", "/prisoners?page=300", "/prisoners?custody=held&sort=detained", "/prisoners?gender=female&country=BY",
    "/prisoners?q=%D0%BD%D0%BE%D0%B2%D1%96%D0%BA", "/prisoners?article=342", "/prisoners?detainedFrom=2020-08&detainedTo=2020-12",
    "/prisoners?releasedFrom=2024&sort=released", "/releases", "/sources", profile,
];

// Interleaved, so that a slow moment of the machine falls on all alike; the first round only warms up.
var times = pages.Append(StaticFile).ToDictionary(p => p, _ => new List<double>());
for (var round = 0; round <= Rounds; round++)
{
    foreach (var page in times.Keys)
    {
        var took = await TimeAsync(() => client.GetByteArrayAsync(new Uri(page, UriKind.Relative)));
        if (round > 0)
            times[page].Add(took);
    }
}

var file = Median(times[StaticFile]);
Console.WriteLine($"{Rounds} rounds on {Environment.ProcessorCount} cores, .NET {Environment.Version}; median of each");
Console.WriteLine($"{"page",-60} {"ms",9} {"× static file",14}");
foreach (var (page, took) in times)
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{page,-60} {Median(took),9:F1} {Median(took) / file,14:F1}"));

if (args is [_, var connectionString])
{
    await using var source = NpgsqlDataSource.Create(connectionString);
    foreach (var format in new[] { "csv", "json", "xlsx" })
    {
        var (export, copy) = (new List<double>(), new List<double>());
        for (var round = 0; round < 3; round++)
        {
            export.Add(await TimeAsync(() => DrainAsync(client.GetStreamAsync(new Uri($"/prisoners.{format}", UriKind.Relative)))));
            copy.Add(await TimeAsync(CopyAsync));
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"/prisoners.{format}: {Median(export):F0} ms, {Median(export) / Median(copy):F1} × COPY of the prisoners table as CSV"));
    }

    async Task CopyAsync()
    {
        await using var connection = await source.OpenConnectionAsync();
        using var rows = await connection.BeginTextExportAsync(
            "COPY (SELECT * FROM prisoners WHERE publication = 'published' ORDER BY sort_name, prisoner_id) TO STDOUT (FORMAT csv)");
        while (await rows.ReadLineAsync() is not null)
        {
        }
    }
}

return 0;

async Task<string> OneProfileAsync()
{
    var list = await client.GetStringAsync(new Uri("/prisoners?custody=serving", UriKind.Relative));
    const string Link = "<th scope=\"row\">";
    var start = list.IndexOf("href=\"/prisoners/", list.IndexOf(Link, StringComparison.Ordinal), StringComparison.Ordinal) + 6;
    return list[start..list.IndexOf('"', start)];
}

static async Task DrainAsync(Task<Stream> opening)
{
    await using var stream = await opening;
    await stream.CopyToAsync(Stream.Null);
}

static async Task<double> TimeAsync(Func<Task> work)
{
    var clock = Stopwatch.StartNew();
    await work();
    return clock.Elapsed.TotalMilliseconds;
}

static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
