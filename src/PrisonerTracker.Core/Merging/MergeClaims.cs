using System.Text.Json.Nodes;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.Imprisonments;
using PrisonerTracker.Core.Prisoners;
using PrisonerTracker.Core.Releases;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Core.Sources;

namespace PrisonerTracker.Core.Merging;

/// <summary>What two records say against each other, as claims side by side.</summary>
internal sealed class MergeClaims(RecordTree tree, MergeWords words)
{
    /// <summary>The claim for the kept record's value and the one for the absorbed record's.</summary>
    /// <param name="Ours">The claim for what the kept record says.</param>
    /// <param name="Theirs">The claim for what the absorbed one says.</param>
    /// <param name="Said">Both statements, one against the other.</param>
    public sealed record Pair(RecordRow Ours, RecordRow Theirs, Phrase Said);

    private readonly List<RecordRow> _added = [];
    private readonly RecordTable _table = tree.Tables.Single(t => t.Is<Claim>());

    public IReadOnlyList<RecordRow> Added => _added;

    public Pair Add(RecordRow kept, RecordRow absorbed, RecordValue value, bool preferTheirs = false)
    {
        var topic = Topic(kept.Table, value.Name);
        var (weSay, theySay) = (words.Statement(kept, value), words.Statement(absorbed, value));
        var ours = Claim(kept, topic, weSay, MergeWords.Machine(kept, value));
        var theirs = Claim(kept, topic, theySay, MergeWords.Machine(absorbed, value));
        Prefer(preferTheirs ? theirs : ours);
        return new Pair(ours, theirs, Against(weSay, theySay));
    }

    /// <summary>A release that one record has, against the other's "still held".</summary>
    public Pair Add(RecordRow imprisonment, string topic, Phrase stillHeld, RecordRow release, RecordValue value)
    {
        var ours = Claim(imprisonment, topic, stillHeld, null);
        Prefer(ours);
        var released = words.Statement(release, value);
        return new Pair(ours, Claim(imprisonment, topic, released, MergeWords.Machine(release, value)), Against(stillHeld, released));
    }

    /// <summary>A moved claim is not preferred any more where the kept record prefers another about the same.</summary>
    public void GiveWay(RecordRow moved)
    {
        if (PreferredBeside(moved))
            moved.Set("is_preferred", false);
    }

    private static Phrase Against(Phrase ours, Phrase theirs) => Phrase.Joined(" / ", [ours, theirs]);

    private RecordRow Claim(RecordRow about, string topic, Phrase statement, string? machine)
    {
        var imprisonment = about;
        while (imprisonment is not null && !imprisonment.Table.Is<Imprisonment>())
            imprisonment = imprisonment.Owner;

        var claim = new RecordRow(_table, new JsonObject
        {
            ["claim_id"] = Guid.CreateVersion7().ToString(),
            ["prisoner_id"] = tree.Kept.Key,
            ["imprisonment_id"] = imprisonment?.Key,
            ["topic"] = topic,
            ["value"] = machine,
            ["statement"] = new JsonObject { ["en"] = statement.ToString() },
            ["is_preferred"] = false,
            ["preferred_because"] = new JsonObject(),
        }, isNew: true);
        if (tree.Kept.Children.Concat(_added).FirstOrDefault(c => c.Table == _table
            && Counterparts.HaveEqual(c, claim, "imprisonment_id", "topic", "value", "statement")) is { } known)
            return known;
        _added.Add(claim);
        return claim;
    }

    private void Prefer(RecordRow claim)
    {
        if (!claim.IsNew || PreferredBeside(claim))
            return;
        claim.Set("is_preferred", true);
        claim.Set("preferred_because", new JsonObject { ["en"] = "Chosen when two records of the person were merged." });
    }

    private bool PreferredBeside(RecordRow claim) =>
        tree.Kept.Children.Concat(_added).Any(c => c.Table == _table && c != claim && c.Text("is_preferred") == "true"
            && Counterparts.HaveEqual(c, claim, "imprisonment_id", "topic"));

    private static string Topic(RecordTable table, string value) => SnakeCase.Of((value switch
    {
        nameof(Imprisonment.DetainedOn) => ClaimTopic.DetentionDate,
        nameof(Release.ReleasedOn) => ClaimTopic.Release,
        nameof(Release.DestinationCountry) => ClaimTopic.Destination,
        nameof(Sentence.Term) => ClaimTopic.Term,
        nameof(Sentence.Regime) when table.Is<Sentence>() => ClaimTopic.Regime,
        nameof(Sentence.FineAmount) or nameof(Sentence.FineCurrency) => ClaimTopic.Fine,
        nameof(Prisoner.BornOn) => ClaimTopic.BirthDate,
        _ => ClaimTopic.Other,
    }).ToString());
}
