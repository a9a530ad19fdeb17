using PrisonerTracker.Core.Shared;

namespace PrisonerTracker.Core.History;

/// <summary>
/// What the database's refusals mean, for the rare case that two people get past the checks in the same moment.
/// </summary>
internal static class ConstraintMessages
{
    public static RuleException? Explain(string constraint) => constraint switch
    {
        "ix_releases_current" => new("", "A release of this imprisonment was recorded a moment ago. Open the profile to see it."),
        "ix_imprisonments_open" => new("DetainedOn", "An imprisonment without a release was recorded a moment ago. Open the profile to see it."),
        "ex_imprisonments_overlap" => new("DetainedOn", "The person was already held on some of these days. Correct one of the dates."),
        "ck_imprisonments_ends_after_detention" => new("ReleasedOn", "The release lies before the detention. Correct one of the dates."),
        "ix_prisoners_slug" or "ix_release_events_slug" or "ix_sources_slug" => new("", "Somebody added a record of the same name in this moment. Send the form again."),
        "ix_distinct_pairs_first_id_second_id" => new("", "Somebody decided this pair a moment ago. Open the list again to see it."),
        "ex_person_names_preferred" => new("Names", "Two names are preferred in one language. Choose one and make the other a transliteration or alias."),
        "ex_claims_preferred" => new("IsPreferred", "Another claim about the same fact is already preferred."),
        _ => null,
    };
}
