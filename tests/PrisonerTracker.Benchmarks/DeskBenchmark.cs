using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.Desk;
using PrisonerTracker.Core.History;
using PrisonerTracker.Core.Prisoners;
using PrisonerTracker.Core.Releases;
using PrisonerTracker.Core.Shared;

namespace PrisonerTracker.Benchmarks;

/// <summary>
/// Records mass releases in a large generated register: matches lists of 123 lines, applies 500 releases and undoes them. It writes to the
/// database, so give it one that is for measuring.
/// </summary>
internal static class DeskBenchmark
{
    private const int Lines = 123;
    private const int Releases = 500;
    private const int Rounds = 5;

    private static readonly Actor Editor = new(null, "benchmark@example.org");

    public static async Task<int> RunAsync(string connectionString)
    {
        await using var register = new RegisterContext(RegisterDatabase.Options(RegisterDatabase.ForApplication(connectionString))) { ShowUnpublished = true, ShowWithheld = true };
        var writer = new RegisterWriter(register, TimeProvider.System);
        var (events, lists, matching, recorder) = (
            new ReleaseEventService(register, writer), new ReleaseListService(register, writer), new ListMatching(register, TimeProvider.System), new ListRecorder(register, writer, new ApprovalRule(int.MaxValue)));
        var held = await register.Prisoners.AsNoTracking()
            .Where(p => p.IsFictional && Standing.Held.Contains(p.Standing.Custody))
            .OrderBy(p => p.PrisonerId).Take(Releases).Select(p => new { p.PrisonerId, Name = p.Names.OrderByDescending(n => n.Ordinal).First().Full }).ToListAsync();
        var count = await register.Prisoners.CountAsync();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count:N0} people, {held.Count} held ones drawn; {Environment.ProcessorCount} cores, .NET {Environment.Version}"));
        Console.WriteLine($"{"",-50} {"median ms",10} {"slowest ms",11}");

        var about = (await events.CreateAsync(
            new ReleaseEventDetails { HappenedOn = PartialDate.OfDay(DateOnly.FromDateTime(DateTime.UtcNow)), Country = "BY", Title = LocalizedText.English("Benchmark"), IsFictional = true }, Now())).Subjects[0];
        var (paste, match, apply, undo) = (new List<double>(), new List<double>(), new List<double>(), new List<double>());
        for (var round = 0; round <= Rounds; round++)
        {
            var text = string.Join('\n', held.Skip(round * 20).Take(Lines).Select((p, i) => $"{i + 1}. {p.Name}"));
            var list = Guid.Empty;
            await TimeAsync(paste, round, async () => list = await PasteAsync(text));
            await TimeAsync(match, round, () => matching.MatchAllAsync(list));
        }

        var whole = await PasteAsync(string.Join('\n', held.Select(p => p.Name)));
        var lines = (await register.ListAsync(whole))!.Lines;
        await lists.DecideAsync(whole, [.. lines.Zip(held, (l, p) => new LineChange(l.ListLineId, l.Version, new LineAnswer(LineDecision.Matched, p.PrisonerId)))], Now());
        for (var round = 0; round <= Rounds; round++)
        {
            var list = (await register.ListAsync(whole))!;
            await TimeAsync(apply, round, () => recorder.ApplyAsync(whole, ListQueries.StateOf(list), Now()));
            await TimeAsync(undo, round, () => recorder.UndoAsync(whole, false, Now() with { Reason = "Measured" }));
            await lists.ReopenAsync(whole, (await register.ListAsync(whole))!.Version, Now());
        }

        Say($"paste and read {Lines} lines", paste);
        Say($"match {Lines} lines", match);
        Say($"apply {held.Count} releases", apply);
        Say($"undo {held.Count} releases", undo);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"peak memory of this process {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MB"));
        return 0;

        async Task<Guid> PasteAsync(string text) =>
            (await lists.PasteAsync(new PastedList { ReleaseEventId = about, Text = text, ListYear = DateTime.UtcNow.Year }, Now())).Subjects[0];
    }

    private static Submission Now() => new(Editor, Guid.CreateVersion7());

    // The first round only warms up.
    private static async Task TimeAsync(List<double> times, int round, Func<Task> work)
    {
        var clock = Stopwatch.StartNew();
        await work();
        if (round > 0)
            times.Add(clock.Elapsed.TotalMilliseconds);
    }

    private static void Say(string what, List<double> times) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what,-50} {times.Order().ElementAt(times.Count / 2),10:F0} {times.Max(),11:F0}"));
}
