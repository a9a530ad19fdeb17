using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.History;
using PrisonerTracker.Core.Prisoners;
using PrisonerTracker.Core.Shared;

namespace PrisonerTracker.Core.Merging;

/// <summary>Makes two records of one person one, and two again.</summary>
public sealed class MergeService(RegisterContext context, RegisterWriter writer)
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>What a merge would do. Writes nothing.</summary>
    /// <exception cref="RuleException">The two cannot be merged.</exception>
    public async Task<MergePreview> PreviewAsync(Guid keptId, Guid absorbedId, IReadOnlySet<string>? taken = null, CancellationToken cancellationToken = default)
    {
        await CheckAsync(keptId, absorbedId, cancellationToken);
        var tree = await RecordTree.LoadAsync(context, keptId, absorbedId, cancellationToken);
        var comparison = MergePreview.Compare(tree);
        var chosen = taken ?? comparison.Differences.Where(d => d.Kept is null).Select(d => d.Name).ToHashSet();
        return comparison with { State = tree.State, Lines = MergePlanner.Plan(tree, chosen, publish: false).Lines, Taken = chosen };
    }

    /// <summary>Takes one record into the other. The subjects are the kept record, the absorbed one and the merge.</summary>
    /// <exception cref="RuleException">The two cannot be merged.</exception>
    /// <exception cref="ConflictException">One of them was changed after the editor saw what would happen.</exception>
    public Task<WriteResult> MergeAsync(MergeDetails details, Submission submission, CancellationToken cancellationToken = default) =>
        writer.WriteDescribedAsync(submission.To("prisoner.merged"), async (now, token) =>
        {
            await CheckAsync(details.KeptId, details.AbsorbedId, token);
            await LockAsync(details.KeptId, details.AbsorbedId, token);
            var (kept, absorbed) = await CheckAsync(details.KeptId, details.AbsorbedId, token);
            var tree = await RecordTree.LoadAsync(context, details.KeptId, details.AbsorbedId, token);
            if (!tree.State.AsSpan().SequenceEqual(details.State))
                throw new ConflictException();

            var becomesPublic = kept == Publication.Published != (absorbed == Publication.Published);
            if (becomesPublic && kept == Publication.Published && !details.Publish)
                throw new RuleException(nameof(details.Publish), "The record that is taken in is not public. Confirm that what it holds becomes public, or keep that record instead.");

            var comparison = MergePreview.Compare(tree);
            var plan = MergePlanner.Plan(tree, details.Taken, becomesPublic && details.Publish);
            context.ChangeTracker.Clear();
            foreach (var change in plan.Changes)
                await change.ApplyAsync(context, token);
            await RestateAsync(plan.Kept.Id, plan.Imprisonments, now, token);
            await context.LookAlikes.Where(l => l.FirstId == plan.Absorbed.Id || l.SecondId == plan.Absorbed.Id).ExecuteDeleteAsync(token);
            var merge = Merge.Create(plan, plan.Kept.Text("publication") == "published", submission, now);
            context.Add(merge);
            return ([plan.Kept.Id, plan.Absorbed.Id, merge.MergeId], Before(comparison, details.Taken), After(comparison, plan, merge, details.Taken));
        }, cancellationToken);

    /// <summary>Makes the absorbed record one of its own again, and puts every fact back where it was.</summary>
    /// <exception cref="RuleException">Something that came later depends on the merge; the message names it.</exception>
    public Task<WriteResult> UndoAsync(Guid mergeId, Submission submission, CancellationToken cancellationToken = default) =>
        writer.WriteDescribedAsync(submission.To("prisoner.merge_undone"), async (now, token) =>
        {
            if (Blank.ToNull(submission.Reason) is null)
                throw new RuleException("Reason", "Say why the merge is undone.");
            var ids = await context.Merges.Where(m => m.MergeId == mergeId).Select(m => new { m.KeptId, m.AbsorbedId }).SingleOrDefaultAsync(token)
                ?? throw new RuleException("", "This merge is not in the register.");
            await LockAsync(ids.KeptId, ids.AbsorbedId, token);
            var merge = await context.Merges.AsNoTracking().SingleAsync(m => m.MergeId == mergeId, token);
            var problems = await new MergeDependencies(context).FindAsync(merge, token);
            if (problems.Count > 0)
                throw new RuleException("", problems[0]);

            var rows = RowChange.Read(merge.Rows);
            var isPublic = await context.Prisoners.AnyAsync(p => p.PrisonerId == merge.KeptId && p.Publication == Publication.Published, token);
            foreach (var row in rows.Reverse())
                await row.RevertAsync(context, mergeId, token);
            if (merge.WasPublic && !isPublic)
                await HideAsync(merge.AbsorbedId, token);

            context.ChangeTracker.Clear();
            foreach (var id in new[] { merge.KeptId, merge.AbsorbedId })
                await RestateAsync(id, null, now, token);
            context.Attach(merge);
            merge.Undo(submission.Actor.Name, now);
            var after = Describe(("Merge", merge.MergeId.ToString(), new() { ["StandsAloneAgain"] = merge.AbsorbedName }));
            return ([merge.KeptId, merge.AbsorbedId, merge.MergeId], "[]", after);
        }, cancellationToken);

    /// <summary>What stands in the way of undoing a merge, each a sentence; empty when it can be undone.</summary>
    public async Task<IReadOnlyList<Phrase>> ObstaclesAsync(Guid mergeId, CancellationToken cancellationToken = default) =>
        await new MergeDependencies(context).FindAsync(await context.Merges.AsNoTracking().SingleAsync(m => m.MergeId == mergeId, cancellationToken), cancellationToken);

    private async Task<(Publication Kept, Publication Absorbed)> CheckAsync(Guid keptId, Guid absorbedId, CancellationToken cancellationToken)
    {
        if (keptId == absorbedId)
            throw new RuleException("With", "This is the same record. Give the address of the other one.");
        var people = await context.Prisoners.AsNoTracking()
            .Where(p => p.PrisonerId == keptId || p.PrisonerId == absorbedId)
            .Select(p => new { p.PrisonerId, p.Publication, p.IsFictional })
            .ToListAsync(cancellationToken);
        if (people.Count < 2)
            throw new RuleException("With", "One of the two records is not in the register any more: it was merged with another. Open the list and choose again.");
        if (people[0].IsFictional != people[1].IsFictional)
            throw new RuleException("With", "One of the two people is invented. A real record and an invented one cannot be merged.");
        return (people.Single(p => p.PrisonerId == keptId).Publication, people.Single(p => p.PrisonerId == absorbedId).Publication);
    }

    // People in key order, then events in theirs, as every other writer takes them.
    private async Task LockAsync(Guid keptId, Guid absorbedId, CancellationToken cancellationToken)
    {
        Guid[] ids = [keptId, absorbedId];
        await context.Database.ExecuteSqlAsync(
            $"SELECT 1 FROM prisoners WHERE prisoner_id = ANY({ids}) ORDER BY prisoner_id FOR NO KEY UPDATE", cancellationToken);
        await context.Database.ExecuteSqlAsync(
            $"""
            SELECT 1 FROM release_events WHERE release_event_id IN (SELECT release_event_id FROM named_people WHERE prisoner_id = ANY({ids}))
            ORDER BY release_event_id FOR NO KEY UPDATE
            """,
            cancellationToken);
    }

    // A form that was opened before no longer fits: versions only go up, also when a merge is undone.
    private async Task RestateAsync(Guid prisonerId, IReadOnlyList<Guid>? imprisonments, DateTime now, CancellationToken cancellationToken)
    {
        Guid[]? ids = imprisonments is null ? null : [.. imprisonments];
        await context.Database.ExecuteSqlAsync(
            $"UPDATE imprisonments SET version = version + 1 WHERE prisoner_id = {prisonerId} AND ({ids}::uuid[] IS NULL OR imprisonment_id = ANY({ids}))",
            cancellationToken);
        (await context.WholeAsync(prisonerId, cancellationToken)).RestateAll(now);
    }

    // Somebody hid the merged record since. What it held does not become public by taking it apart.
    private Task<int> HideAsync(Guid prisonerId, CancellationToken cancellationToken) =>
        context.Database.ExecuteSqlAsync($"UPDATE prisoners SET publication = 'draft' WHERE prisoner_id = {prisonerId}", cancellationToken);

    private static string Before(MergePreview comparison, IReadOnlySet<string> taken) => Describe(
        ("Prisoner", comparison.KeptId.ToString(), Values(comparison, taken, d => d.Kept)));

    private static string After(MergePreview comparison, MergePlan plan, Merge merge, IReadOnlySet<string> taken)
    {
        var merged = new JsonObject
        {
            ["Kept"] = $"{plan.Kept.Text("display_name")} ({plan.Kept.Text("slug")})",
            ["TakenIn"] = $"{plan.Absorbed.Text("display_name")} ({plan.Absorbed.Text("slug")})",
        };
        foreach (var step in plan.Lines.GroupBy(l => l.Step).OrderBy(g => g.Key))
            merged[step.Key.ToString()] = string.Join("; ", step.Select(l => $"{l.Fact}: {l.Text}"));
        if (plan.Kept.Text("publication") == "published")
            merged["Publication"] = "Published";
        return Describe(("Prisoner", comparison.KeptId.ToString(), Values(comparison, taken, d => d.Absorbed)), ("Merge", merge.MergeId.ToString(), merged));
    }

    private static JsonObject Values(MergePreview comparison, IReadOnlySet<string> taken, Func<IdentityDifference, Phrase?> side) =>
        new(comparison.Differences.Where(d => taken.Contains(d.Name)).Select(d => KeyValuePair.Create(d.Name, (JsonNode?)(side(d)?.ToString() ?? ""))));

    private static string Describe(params (string Fact, string Id, JsonObject Values)[] facts) =>
        new JsonArray([.. facts.Where(f => f.Values.Count > 0).Select(f => (JsonNode?)new JsonObject { ["fact"] = f.Fact, ["id"] = f.Id, ["values"] = f.Values })])
            .ToJsonString(Readable);
}

/// <summary>A merge as an editor decided it.</summary>
public sealed record MergeDetails
{
    public required Guid KeptId { get; init; }
    public required Guid AbsorbedId { get; init; }

    /// <summary>The state of both records as the editor saw it: <see cref="MergePreview.State"/>.</summary>
    public required byte[] State { get; init; }

    /// <summary>The values of the identity that come from the absorbed record, by name.</summary>
    public IReadOnlySet<string> Taken { get; init; } = new HashSet<string>();

    /// <summary>The merged record is public, though one of the two was not.</summary>
    public bool Publish { get; init; }
}
