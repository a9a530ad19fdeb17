using System.Text.Json;
using PrisonerTracker.Core.History;
using PrisonerTracker.Core.Prisoners;

namespace PrisonerTracker.Web.Pages;

/// <summary>One row of history as people read it: each touched fact with its values before and after.</summary>
internal sealed record ChangeView(long Number, DateTime At, string UserName, string Action, string? Reason, IReadOnlyList<ChangeView.FactView> Facts)
{
    public sealed record FactView(string Fact, IReadOnlyList<ValueView> Values);

    public sealed record ValueView(string Name, string? Before, string? After);

    // What only editors may see stays theirs in the history as well.
    private const string WithheldFact = nameof(Core.Prisoners.Facts.RiskFactor);

    // Ways from a person to what a list of many people changed about them.
    private static readonly string[] Ways = ["PrisonerId", "ImprisonmentId", "ReleaseId", "NamedPersonId", "PersonNameId", "PlacementId", "DesignationId", "PersonTagId", "FactId", "EndedPlacementId"];

    /// <summary>The row as the page of some records shows it.</summary>
    /// <param name="change">The row.</param>
    /// <param name="showWithheld">Whether facts that only editors may see are shown.</param>
    /// <param name="hidden">Parts of the record that are withheld from whoever asks.</param>
    /// <param name="subjectIds">The records the page is about: of a list of many people, a person's page shows what it changed about them.</param>
    public static ChangeView Of(Change change, bool showWithheld, IReadOnlyCollection<PersonPart> hidden, params Guid[] subjectIds)
    {
        var (before, after) = (Read(change.Before), Read(change.After));
        var about = change.Action.StartsWith("release_list.", StringComparison.Ordinal) || change.Action.StartsWith("bulk_action.", StringComparison.Ordinal) ? About(subjectIds, before, after) : null;
        var facts = before.Keys.Union(after.Keys)
            .Where(key => about is null || about.Contains(key.Id))
            .Where(key => showWithheld || !IsWithheld(key, hidden, before, after))
            .Select(key => new FactView(Title(key.Fact, after.GetValueOrDefault(key) ?? before[key]), [.. Values(key.Fact, before.GetValueOrDefault(key), after.GetValueOrDefault(key)).Where(v => key.Fact != nameof(Prisoner) || !hidden.Any(h => FieldsOf(h).Any(f => HistoryWords.Name(key.Fact, f) == v.Name)))]))
            .OrderBy(f => f.Fact, StringComparer.Ordinal)
            .ToList();
        return new ChangeView(change.Number, change.At, change.UserName, Sentence(change.Action), change.Reason, facts);
    }

    /// <summary>A touched fact as it was recorded: which of its like it is, and its values.</summary>
    private sealed record Recorded(IReadOnlyList<string> Of, IReadOnlyList<string> Owners, Dictionary<string, JsonElement> Values);

    private static bool IsWithheld((string Fact, string Id) key, IReadOnlyCollection<PersonPart> hidden, params Dictionary<(string Fact, string Id), Recorded>[] sides)
    {
        List<string> facts = [WithheldFact, .. hidden.SelectMany(FactsOf)];
        var fields = hidden.SelectMany(FieldsOf).ToList();
        return facts.Contains(key.Fact) || Array.Exists(sides, side => side.GetValueOrDefault(key)?.Values is { } values && (
            facts.Exists(f => values.ContainsKey(f + "Id"))
            || (key.Fact == "Citation" && values.TryGetValue("Field", out var field) && fields.Contains(field.ToString()))));
    }

    private static string[] FactsOf(PersonPart part) => part switch
    {
        PersonPart.BirthDate => ["Claim"],
        PersonPart.Quotations => ["Quotation"],
        PersonPart.LetterAddresses => ["LetterAddress"],
        PersonPart.Placements => ["Placement", "Facility"],
        PersonPart.Photo => ["Photo"],
        PersonPart.Hearings => ["Hearing"],
        _ => [],
    };

    private static string[] FieldsOf(PersonPart part) => part switch
    {
        PersonPart.BirthDate => [nameof(Prisoner.BornOn)],
        PersonPart.Citizenship => [nameof(Prisoner.Citizenships)],
        PersonPart.Description => [nameof(Prisoner.Summary), nameof(Prisoner.Occupation)],
        _ => [],
    };

    // The ids of the facts about the people; null when none of the records is a person the row is about.
    private static HashSet<string>? About(Guid[] subjectIds, params Dictionary<(string Fact, string Id), Recorded>[] sides)
    {
        var ids = subjectIds.Select(id => id.ToString()).ToHashSet();
        var facts = sides.SelectMany(side => side)
            .Select(f => (f.Key.Fact, f.Key.Id, Leads: Ways.Where(f.Value.Values.ContainsKey).Select(way => f.Value.Values[way].ToString()).Concat(f.Value.Owners).Append(f.Key.Id).ToList()))
            .ToList();
        if (!facts.Exists(f => f.Leads.Exists(ids.Contains)) || facts.Exists(f => f.Fact is nameof(Core.Desk.ReleaseList) or nameof(Core.Bulk.BulkAction) && ids.Contains(f.Id)))
            return null;
        for (var known = 0; known < ids.Count;)
        {
            known = ids.Count;
            foreach (var fact in facts.Where(f => f.Leads.Exists(ids.Contains)))
                ids.UnionWith(fact.Leads);
        }

        return ids;
    }

    private static Dictionary<(string Fact, string Id), Recorded> Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.Clone().EnumerateArray().ToDictionary(
            f => (f.GetProperty("fact").GetString()!, f.GetProperty("id").GetString()!),
            f => new Recorded(
                Told(f).Where(v => !Ways.Contains(v.Name)).Select(v => HistoryWords.Value(f.GetProperty("fact").GetString()!, v.Name, v.Value)).ToList(),
                Told(f).Where(v => Ways.Contains(v.Name)).Select(v => v.Value.ToString()).ToList(),
                f.GetProperty("values").EnumerateObject().Where(v => v.Value.ValueKind != JsonValueKind.Null).ToDictionary(v => v.Name, v => v.Value)));
    }

    // What says which of its like a changed fact is.
    private static List<JsonProperty> Told(JsonElement fact) => fact.TryGetProperty("of", out var of) ? [.. of.EnumerateObject()] : [];

    // "Claim (Release, 13 December 2025)".
    private static string Title(string fact, Recorded recorded) =>
        HistoryWords.Fact(fact) + (recorded.Of.Count == 0 ? "" : $" ({string.Join(", ", recorded.Of)})");

    private static List<ValueView> Values(string fact, Recorded? before, Recorded? after) =>
    [
        .. (before?.Values.Keys ?? Enumerable.Empty<string>()).Union(after?.Values.Keys ?? Enumerable.Empty<string>())
            .Where(name => HistoryWords.IsShown(fact, name))
            .Select(name => new ValueView(HistoryWords.Name(fact, name), Said(fact, before, name), Said(fact, after, name))),
        .. fact != "Citation" ? [] : Cited(before, after),
    ];

    // Which fact a citation bears out: the one key that it has beside its source's.
    private static IEnumerable<ValueView> Cited(Recorded? before, Recorded? after)
    {
        var keys = (before ?? after)!.Values.Keys.Where(k => k.EndsWith("Id", StringComparison.Ordinal) && k != "SourceId").Select(k => HistoryWords.Fact(k[..^2])).ToList();
        return keys.Count == 1 ? [new ValueView(T("Cited for"), before is null ? null : keys[0], after is null ? null : keys[0])] : [];
    }

    private static string? Said(string fact, Recorded? recorded, string name) =>
        recorded?.Values.TryGetValue(name, out var value) == true ? HistoryWords.Value(fact, name, value) : null;

    private static string Sentence(string action) => action switch
    {
        "prisoner.added" => T("Person added"),
        "prisoner.identity_edited" => T("Identity and names edited"),
        "prisoner.moved" => T("Address of the profile changed"),
        "prisoner.publication_set" or "release_event.publication_set" => T("Publication changed"),
        "prisoner.consent_set" => T("Consent and what is withheld"),
        "count.edited" => T("Published figure changed"),
        "prisoner.merged" => T("Merged with another record"),
        "prisoner.merge_undone" => T("Merge undone: two records again"),
        "prisoner.told_apart" => T("Not the same person as a like one"),
        "prisoner.told_apart_taken_back" => T("May be the same person after all"),
        "prisoner.facts_added" => T("Facts added"),
        "release_event.created" => T("Release event added"),
        "release_event.edited" => T("Release event edited"),
        "release_event.releases_attached" => T("Releases attached to an event"),
        "release_event.claims_added" => T("Contradicting claims added"),
        "imprisonment.edited" => T("Detention changed"),
        "placement.added" => T("Stay added"),
        "placement.edited" => T("Stay changed"),
        "placement.removed" => T("Stay removed"),
        "placement.transferred" => T("Transferred to another facility"),
        "hearing.added" => T("Hearing added"),
        "hearing.edited" => T("Hearing changed"),
        "hearing.removed" => T("Hearing removed"),
        "sentence.added" => T("Court decision added"),
        "sentence.edited" => T("Court decision changed"),
        "sentence.removed" => T("Court decision removed"),
        "charge.edited" => T("Charge changed"),
        "credit_rule.added" => T("Credit rule added"),
        "credit_rule.edited" => T("Credit rule changed"),
        "release_list.pasted" => T("List of names pasted"),
        "release_list.decided" => T("Lines of a list decided"),
        "release_list.sent" => T("List sent for approval"),
        "release_list.taken_back" => T("List taken back from approval"),
        "release_list.applied" => T("List of names recorded"),
        "release_list.corrected" => T("Line of a recorded list corrected"),
        "release_list.undone" => T("List of names undone"),
        "release_list.reopened" => T("List opened again"),
        "counts.added" => T("Published counts added"),
        "article.added" => T("Article added"),
        "article.edited" => T("Article edited"),
        "catalogue.loaded" => T("Catalogue loaded"),
        "charge.added" => T("Charge added"),
        "charge.removed" => T("Charge removed"),
        "claim.added" => T("Claim added"),
        "claim.changed" => T("Claim changed"),
        "claim.preferred" => T("Claim preferred"),
        "claim.removed" => T("Claim removed"),
        "court.added" => T("Court added"),
        "court.edited" => T("Court edited"),
        "facility.added" => T("Facility added"),
        "facility.edited" => T("Facility edited"),
        "imprisonment.added" => T("Imprisonment added"),
        "judge.added" => T("Judge added"),
        "judge.edited" => T("Judge edited"),
        "legal_code.added" => T("Legal code added"),
        "legal_code.edited" => T("Legal code edited"),
        "organisation.added" => T("Organisation added"),
        "organisation.edited" => T("Organisation edited"),
        "release.corrected" => T("Release corrected"),
        "release.recorded" => T("Release recorded"),
        "release.undone" => T("Release undone"),
        "source.added" => T("Source added"),
        "honour.added" => T("Honour added"),
        "honour.changed" => T("Honour changed"),
        "honour.removed" => T("Honour removed"),
        "quotation.added" => T("Quotation added"),
        "quotation.changed" => T("Quotation changed"),
        "quotation.removed" => T("Quotation removed"),
        "designation.added" => T("Designation added"),
        "designation.changed" => T("Designation changed"),
        "designation.removed" => T("Designation removed"),
        "letter_address.added" => T("Letter address added"),
        "letter_address.changed" => T("Letter address changed"),
        "letter_address.removed" => T("Letter address removed"),
        "risk_factor.added" => T("Risk factor added"),
        "risk_factor.changed" => T("Risk factor changed"),
        "risk_factor.removed" => T("Risk factor removed"),
        "state_listing.added" => T("State listing added"),
        "state_listing.changed" => T("State listing changed"),
        "state_listing.removed" => T("State listing removed"),
        "bulk_action.chosen" => T("People chosen for a bulk action"),
        "bulk_action.taken_out" => T("People taken out of a bulk action"),
        "bulk_action.set" => T("Bulk action: what to set"),
        "bulk_action.sent" => T("Bulk action sent for approval"),
        "bulk_action.taken_back" => T("Bulk action taken back from approval"),
        "bulk_action.applied" => T("Bulk action recorded"),
        "bulk_action.undone" => T("Bulk action undone"),
        "bulk_action.reopened" => T("Bulk action opened again"),
        "tag.added" => T("Tag added"),
        "tag.edited" => T("Tag changed"),
        "person_tag.added" => T("Tag given to the person"),
        "person_tag.changed" => T("Tag of the person changed"),
        "person_tag.removed" => T("Tag taken from the person"),
        _ => char.ToUpperInvariant(action[0]) + action[1..].Replace('.', ' ').Replace('_', ' '),
    };
}
