using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Data;

namespace PrisonerTracker.Core.History;

/// <summary>What a walk along the chain of history found.</summary>
/// <param name="Rows">How many rows were read before it ended.</param>
/// <param name="Head">The hash of the last good row, in hexadecimal: publish it, and compare a later walk with it.</param>
/// <param name="BrokenAt">The number of the first row that is not as it was written; null when all are.</param>
/// <param name="Problem">What is wrong there, in words.</param>
/// <param name="KnownHeadFound">Whether the earlier head that was asked for is in the chain.</param>
public sealed record HistoryVerdict(long Rows, string Head, long? BrokenAt, string? Problem, bool KnownHeadFound);

/// <summary>Recomputes every hash of the history, row by row, in memory that does not grow with it.</summary>
public sealed class HistoryVerifier(RegisterContext context)
{
    private const int PageSize = 500;

    /// <summary>Walks the chain from its beginning to the first broken row or its end.</summary>
    /// <param name="knownHead">A head published earlier; a chain that was recomputed as a whole no longer contains it.</param>
    /// <param name="cancellationToken">Stops the walk.</param>
    public async Task<HistoryVerdict> VerifyAsync(string? knownHead = null, CancellationToken cancellationToken = default)
    {
        var (rows, previous) = (0L, Change.Genesis);
        var found = knownHead is null;
        while (true)
        {
            // Page by page: a long history outlasts the time limit of one statement.
            var page = await context.Changes.AsNoTracking()
                .Where(c => c.Number > rows)
                .OrderBy(c => c.Number)
                .Take(PageSize)
                .ToListAsync(cancellationToken);
            if (page.Count == 0)
                break;

            foreach (var change in page)
            {
                if (Problem(change, rows, previous) is { } problem)
                    return new HistoryVerdict(rows, Convert.ToHexStringLower(previous), change.Number, problem, found);

                (rows, previous) = (change.Number, change.Hash);
                found = found || string.Equals(Convert.ToHexStringLower(previous), knownHead, StringComparison.OrdinalIgnoreCase);
            }
        }

        return new HistoryVerdict(rows, Convert.ToHexStringLower(previous), null, null, found);
    }

    private static string? Problem(Change change, long rows, byte[] previous) =>
        change.Number != rows + 1 ? $"rows before it are missing: number {rows + 1} was expected"
        : !change.PreviousHash.AsSpan().SequenceEqual(previous) ? "it does not follow the row before it"
        : !change.Hash.AsSpan().SequenceEqual(change.ComputeHash()) ? "its content is not what was written"
        : null;
}
