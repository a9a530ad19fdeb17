using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.Names;

namespace PrisonerTracker.Core.Desk;

/// <summary>
/// Compares the lines of a list with the register, a few at a time, each kept at once: whoever breaks off goes on where it was. What is
/// found is an offer, so the history says nothing of it; what is recorded of it later, it does.
/// </summary>
public sealed class ListMatching(RegisterContext context, TimeProvider clock)
{
    /// <summary>As many lines are compared while the editor waits; longer lists in the background.</summary>
    public const int WhileWaiting = 200;

    private const int BatchSize = 25;

    /// <summary>Lists with lines that nobody compared yet, the oldest first.</summary>
    public Task<List<Guid>> WaitingAsync(CancellationToken cancellationToken = default) =>
        context.ListLines.Where(l => l.Decision == LineDecision.Unmatched).Select(l => l.ReleaseListId).Distinct().OrderBy(id => id).ToListAsync(cancellationToken);

    /// <summary>Compares all lines of a list that wait.</summary>
    public async Task MatchAllAsync(Guid releaseListId, CancellationToken cancellationToken = default)
    {
        while (await MatchSomeAsync(releaseListId, cancellationToken) > 0)
        {
        }
    }

    /// <summary>Compares the next lines; 0 when none wait.</summary>
    public async Task<int> MatchSomeAsync(Guid releaseListId, CancellationToken cancellationToken = default)
    {
        var lines = await context.ListLines.AsNoTracking()
            .Where(l => l.ReleaseListId == releaseListId && l.Decision == LineDecision.Unmatched)
            .OrderBy(l => l.Ordinal)
            .Take(BatchSize)
            .ToListAsync(cancellationToken);
        if (lines.Count == 0)
            return 0;

        var found = await FindAsync(lines, cancellationToken);
        context.ChangeTracker.Clear();
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        Guid[] ids = [.. found.Keys];
        await context.Database.ExecuteSqlAsync(
            $"SELECT 1 FROM release_list_lines WHERE list_line_id = ANY({ids}) ORDER BY list_line_id FOR NO KEY UPDATE", cancellationToken);
        foreach (var line in await context.ListLines.Where(l => ids.Contains(l.ListLineId) && l.Decision == LineDecision.Unmatched).ToListAsync(cancellationToken))
        {
            var (decision, candidates) = found[line.ListLineId];
            line.Found(decision, candidates, clock.GetUtcNow().UtcDateTime);
        }

        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        context.ChangeTracker.Clear();
        return lines.Count;
    }

    private async Task<Dictionary<Guid, (RegisterDecision Decision, IReadOnlyList<LineCandidate> Candidates)>> FindAsync(
        IReadOnlyList<ListLine> lines, CancellationToken cancellationToken)
    {
        var matcher = new RegisterMatcher(new RegisterCandidates(context));
        var found = new Dictionary<Guid, (RegisterDecision, IReadOnlyList<LineCandidate>)>();
        foreach (var line in lines)
        {
            var match = await matcher.MatchAsync(NameParser.Parse(line.WrittenName), line.Birth, cancellationToken);
            found[line.ListLineId] = (match.Decision, [.. match.Candidates.Select(c => new LineCandidate(
                Guid.Parse(c.Entry.Id), c.Comparison.Score, c.Name.Text, c.Comparison.Reasons))]);
        }

        return found;
    }
}
