using Microsoft.EntityFrameworkCore;
using Npgsql;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Core.Sources;

namespace PrisonerTracker.Core.History;

/// <summary>
/// The one way anything is written: one user action, one transaction, one row of history. Everything the work did is kept or nothing.
/// </summary>
public sealed class RegisterWriter(RegisterContext context, TimeProvider clock)
{
    private const int MostTries = 3;

    // Up to here the plans that a session keeps for what follows from a write are the right ones (docs/adr/0042).
    private const int FewSubjects = 100;

    /// <summary>Locks are 64-bit numbers in PostgreSQL; this one orders the writers of history.</summary>
    private const long ChainLock = 0x5052_4953_4F4E_4552;

    /// <summary>
    /// Runs the work and commits it with its history row. A broken connection is tried again as a whole; the request key tells whether
    /// the lost answer was a success.
    /// </summary>
    /// <param name="intent">Who, what, why, and the key that makes repeating harmless.</param>
    /// <param name="work">Loads, checks and changes entities; saves nothing itself. Returns the ids the change is about, the main one first.</param>
    /// <param name="cancellationToken">Stops before the commit; nothing is kept then.</param>
    /// <exception cref="RuleException">A rule of the register or of the database forbids it.</exception>
    /// <exception cref="ConflictException">Somebody else changed the same record.</exception>
    public Task<WriteResult> WriteAsync(
        Intent intent, Func<DateTime, CancellationToken, Task<IReadOnlyList<Guid>>> work, CancellationToken cancellationToken = default) =>
        RetryAsync(
            intent,
            async (now, token) =>
            {
                Guid[] subjects = [.. (await work(now, token)).Distinct()];
                context.ChangeTracker.DetectChanges();
                DeleteCitationsOfNothing();
                await ChangeDescription.LoadNamesAsync(context, token);
                var (before, after) = ChangeDescription.Of(context.ChangeTracker);
                return new Done(subjects, before, after);
            },
            cancellationToken);

    /// <summary>The same for work that writes rows itself, past the change tracker, and says in its own words what the history tells.</summary>
    /// <param name="intent">Who, what, why, and the key that makes repeating harmless.</param>
    /// <param name="work">Writes; returns the ids the change is about and the two sides of its history row.</param>
    /// <param name="cancellationToken">Stops before the commit; nothing is kept then.</param>
    internal Task<WriteResult> WriteDescribedAsync(
        Intent intent,
        Func<DateTime, CancellationToken, Task<(Guid[] Subjects, string Before, string After)>> work,
        CancellationToken cancellationToken = default) =>
        RetryAsync(
            intent,
            async (now, token) =>
            {
                var (subjects, before, after) = await work(now, token);
                return new Done(subjects, before, after);
            },
            cancellationToken);

    /// <summary>
    /// The same for thousands of new records at once, such as generated ones: the history row sums them up instead of repeating each value.
    /// </summary>
    /// <param name="intent">Who, what, why, and the key that makes repeating harmless.</param>
    /// <param name="work">Adds entities to the context and says what they are; no subjects when there is nothing to add.</param>
    /// <param name="cancellationToken">Stops before the commit; nothing is kept then.</param>
    internal async Task<WriteResult> WriteBulkAsync(
        Intent intent, Func<DateTime, CancellationToken, Task<BulkBatch>> work, CancellationToken cancellationToken = default)
    {
        context.ChangeTracker.AutoDetectChangesEnabled = false;
        try
        {
            return await RetryAsync(
                intent,
                async (now, token) =>
                {
                    var batch = await work(now, token);
                    await BulkInsert.CopyAsync(context, token);
                    context.ChangeTracker.Clear();
                    return new Done([.. batch.Subjects], "[]", batch.Subjects.Count == 0 ? "[]" : batch.Describe());
                },
                cancellationToken);
        }
        finally
        {
            context.ChangeTracker.AutoDetectChangesEnabled = true;
        }
    }

    // A citation taken from its fact is left with no fact at all: EF Core empties the key of an optional relationship.
    private void DeleteCitationsOfNothing()
    {
        var left = context.ChangeTracker.Entries<Citation>()
            .Where(e => e.State == EntityState.Modified && e.Properties.All(p => !p.Metadata.IsForeignKey() || !p.Metadata.IsNullable || p.CurrentValue is null))
            .ToList();
        foreach (var citation in left)
            citation.State = EntityState.Deleted;
    }

    // The sources of citations that this write takes away, with their facts or from them.
    private Guid[] CitationsGone() =>
        [.. context.ChangeTracker.Entries<Citation>().Where(e => e.State == EntityState.Deleted).Select(e => e.Entity.SourceId).Distinct()];

    private async Task<WriteResult> RetryAsync(
        Intent intent, Func<DateTime, CancellationToken, Task<Done>> work, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await TryWriteAsync(intent, work, cancellationToken);
            }
            catch (Exception e) when (attempt < MostTries && IsTransient(e))
            {
                await Task.Delay(TimeSpan.FromMilliseconds(200 * attempt), clock, cancellationToken);
            }
        }
    }

    private async Task<WriteResult> TryWriteAsync(
        Intent intent, Func<DateTime, CancellationToken, Task<Done>> work, CancellationToken cancellationToken)
    {
        context.ChangeTracker.Clear();
        var shown = (context.ShowUnpublished, context.ShowWithheld);
        (context.ShowUnpublished, context.ShowWithheld) = (true, true);
        try
        {
            await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);

            // A second click waits here until the first has committed, and then finds its key.
            var key = intent.Submission.RequestKey;
            await LockAsync(BitConverter.ToInt64(key.ToByteArray(), 8), cancellationToken);
            var earlier = await context.Changes.AsNoTracking()
                .Where(c => c.RequestKey == key)
                .Select(c => new { c.SubjectIds, c.Action, c.UserName, c.RequestHash })
                .FirstOrDefaultAsync(cancellationToken);
            if (earlier is not null)
            {
                var isSame = earlier.Action == intent.Action && earlier.UserName == intent.Submission.Actor.Name
                    && (earlier.RequestHash ?? []).AsSpan().SequenceEqual(intent.Submission.Fingerprint ?? []);
                return isSame
                    ? new WriteResult(WriteOutcome.AlreadyWritten, earlier.SubjectIds)
                    : throw new SentBeforeException();
            }

            var now = Now();
            foreach (var source in intent.Submission.NewSources)
                await context.AddSourceAsync(source.Details, source.SourceId, now, cancellationToken);
            var (subjects, before, after) = await work(now, cancellationToken);
            if (before == after)
                return new WriteResult(WriteOutcome.Unchanged, subjects);

            // Taken last and held to the commit, so that rows follow each other without gaps or forks.
            await LockAsync(ChainLock, cancellationToken);
            var head = await HeadAsync(cancellationToken);
            context.Add(Change.Append(head, intent, subjects, before, after, now));
            var gone = CitationsGone();
            var plans = subjects.Length > FewSubjects ? "force_custom_plan" : "force_generic_plan";
            await context.SaveChangesAsync(cancellationToken);
            await context.Database.ExecuteSqlAsync(
                $"SELECT set_config('plan_cache_mode', {plans}, true), publish_cited({subjects}), publish_catalogue({subjects}), mark_unsourced({subjects}), restate_documents({subjects}), publish_tagged({subjects}), publish_heard({subjects}), hide_uncited({subjects}, {gone})", cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return new WriteResult(WriteOutcome.Written, subjects);
        }
        catch (DbUpdateConcurrencyException)
        {
            throw new ConflictException();
        }
        catch (Exception e) when (Refusal(e) is not null)
        {
            throw Refusal(e)!;
        }
        finally
        {
            context.ChangeTracker.Clear();
            (context.ShowUnpublished, context.ShowWithheld) = shown;
        }
    }

    // PostgreSQL keeps microseconds; the hash must be over what will be read back.
    private DateTime Now()
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond));
    }

    private Task<int> LockAsync(long key, CancellationToken cancellationToken) =>
        context.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({key})", cancellationToken);

    private async Task<(long Number, byte[] Hash)> HeadAsync(CancellationToken cancellationToken)
    {
        var last = await context.Changes.AsNoTracking()
            .OrderByDescending(c => c.Number)
            .Select(c => new { c.Number, c.Hash })
            .FirstOrDefaultAsync(cancellationToken);
        return last is null ? (0, Change.Genesis) : (last.Number, last.Hash);
    }

    private static RuleException? Refusal(Exception e) =>
        (e as PostgresException ?? (e as DbUpdateException)?.InnerException as PostgresException)?.ConstraintName is { } constraint
            ? ConstraintMessages.Explain(constraint)
            : null;

    private static bool IsTransient(Exception e) =>
        e is NpgsqlException { IsTransient: true } || (e.InnerException is { } inner && IsTransient(inner));

    private sealed record Done(Guid[] Subjects, string Before, string After);
}
