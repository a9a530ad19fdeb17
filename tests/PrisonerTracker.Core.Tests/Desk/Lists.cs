using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Desk;
using PrisonerTracker.Core.Releases;
using PrisonerTracker.Core.Sources;
using PrisonerTracker.Testing;

namespace PrisonerTracker.Core.Tests.Desk;

/// <summary>Lists as an editor pastes and decides them.</summary>
internal static class Lists
{
    public static async Task<Guid> EventAsync(this Work work, string title = "An exchange", int? announced = null) =>
        (await work.ReleaseEvents.CreateAsync(Valid.ReleaseEvent(title) with { AnnouncedCount = announced, Kind = ReleaseEventKind.Pardon }, Valid.Submission())).Subjects[0];

    /// <summary>Pastes a list with a source and matches it.</summary>
    public static async Task<Guid> ListAsync(this Work work, Guid eventId, params string[] lines)
    {
        var source = await work.SourceAsync();
        var pasted = await work.Lists.PasteAsync(
            new PastedList { ReleaseEventId = eventId, Text = string.Join('\n', lines), ListYear = 2025, Citations = [new CitationDetails(source)] }, Valid.Submission());
        await work.ListMatching.MatchAllAsync(pasted.Subjects[0]);
        return pasted.Subjects[0];
    }

    public static async Task<ReleaseList> ReadAsync(this Work work, Guid listId) => (await work.Context.ListAsync(listId))!;

    public static async Task<ListLine> LineAsync(this Work work, Guid listId, int ordinal) => (await work.ReadAsync(listId)).Lines.Single(l => l.Ordinal == ordinal);

    public static async Task DecideAsync(this Work work, Guid listId, int ordinal, LineAnswer? answer, LineTold? told = null)
    {
        var line = await work.LineAsync(listId, ordinal);
        await work.Lists.DecideAsync(listId, [new LineChange(line.ListLineId, line.Version, answer, told)], Valid.Submission());
    }

    public static async Task<string> StateAsync(this Work work, Guid listId) => ListQueries.StateOf(await work.ReadAsync(listId));

    public static async Task ApplyAsync(this Work work, Guid listId) =>
        await work.ListRecorder.ApplyAsync(listId, await work.StateAsync(listId), Valid.Submission());

    public static Task<Release?> ReleaseOfAsync(this Work work, Guid prisonerId) =>
        work.Context.Releases.AsNoTracking().SingleOrDefaultAsync(r => r.Imprisonment.PrisonerId == prisonerId && r.UndoneAt == null);
}
