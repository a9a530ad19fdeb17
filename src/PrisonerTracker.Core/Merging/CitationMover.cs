using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Imprisonments;
using PrisonerTracker.Core.Sources;

namespace PrisonerTracker.Core.Merging;

/// <summary>
/// Gives the citations of a fact that two records have to the one that stays, or to the claim that a value became. Afterwards every
/// citation of both, or an equal one, is found from the kept record.
/// </summary>
internal sealed class CitationMover(RecordTable citations, RecordRow kept, RecordRow absorbed)
{
    /// <summary>Moves what can move; call it while the values are as they will be.</summary>
    /// <param name="contradicting">The values in which the two contradict each other, with their claims.</param>
    /// <param name="taken">The values that the kept fact has from the absorbed one.</param>
    /// <param name="rejected">Values of the absorbed fact that are given up without a claim.</param>
    public void Move(IReadOnlyDictionary<string, MergeClaims.Pair> contradicting, IReadOnlySet<string> taken, IReadOnlySet<string> rejected)
    {
        var isCopied = contradicting.Keys.Any(value => !absorbed.Citations.Exists(c => c.Text("field") == value));
        foreach (var (value, pair) in contradicting)
        {
            var (winner, winnersClaim, loser, losersClaim) = taken.Contains(value)
                ? (absorbed, pair.Theirs, kept, pair.Ours)
                : (kept, pair.Ours, absorbed, pair.Theirs);
            foreach (var citation in Supporting(winner, value))
                GiveCopy(citation, winnersClaim);
            var own = loser.Citations.Where(c => c.Text("field") == value).ToList();
            foreach (var citation in own)
                Give(citation, losersClaim);
            if (own.Count == 0)
            {
                foreach (var citation in Supporting(loser, value))
                    GiveCopy(citation, losersClaim);
            }
        }

        // A source of a value that the record no longer has is one about the record.
        foreach (var citation in kept.Citations.Where(c => taken.Contains(c.Text("field")) && !contradicting.ContainsKey(c.Text("field"))))
            citation.Set("field", null);

        // Cited for a release whose date is contradicted, a source speaks of its own date; an imprisonment or a person holds more than that.
        var isWhole = contradicting.Count > 0 && kept.Table.Owner is not null && !kept.Table.Is<Imprisonment>();
        foreach (var citation in absorbed.Citations.Where(c => c.Text(absorbed.Table.CitationColumn!) == absorbed.Key).ToList())
        {
            var field = citation.Text("field");
            if (isWhole && field.Length == 0)
            {
                // Its copies stand with the claims of values that have no sources of their own; where all have some, with the first.
                if (!isCopied)
                    GiveCopy(citation, contradicting.Values.First().Theirs);
                continue;
            }

            if (rejected.Contains(field))
                citation.Set("field", null);
            Give(citation, kept);
        }
    }

    /// <summary>Makes a citation the other fact's, unless that has an equal one.</summary>
    public static void Give(RecordRow citation, RecordRow to)
    {
        var field = to.Table.Is<Claim>() ? null : citation.Values["field"];
        if (to.Citations.Exists(c => Counterparts.HaveEqual(c, citation, "source_id", "locator") && JsonNode.DeepEquals(c.Values["field"], field)))
            return;
        foreach (var column in citation.Table.Type.GetForeignKeys().Select(k => k.Properties[0].GetColumnName()).Where(c => c != "source_id"))
            citation.Set(column, column == to.Table.CitationColumn ? to.Key : null);
        citation.Set("field", field);
        to.Citations.Add(citation);
    }

    private void GiveCopy(RecordRow citation, RecordRow claim) => Give(
        new RecordRow(
            citations,
            new JsonObject
            {
                ["citation_id"] = Guid.CreateVersion7().ToString(),
                ["source_id"] = citation.Text("source_id"),
                ["locator"] = citation.Values["locator"]?.DeepClone(),
            },
            isNew: true),
        claim);

    // The sources of the value, else those of the whole fact.
    private static List<RecordRow> Supporting(RecordRow fact, string value)
    {
        var own = fact.Citations.Where(c => c.Text("field") == value).ToList();
        return own.Count > 0 ? own : [.. fact.Citations.Where(c => c.Text("field").Length == 0)];
    }
}
