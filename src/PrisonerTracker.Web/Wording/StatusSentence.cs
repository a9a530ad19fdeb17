using PrisonerTracker.Core.Prisoners;
using PrisonerTracker.Core.Releases;
using PrisonerTracker.Core.Shared;

namespace PrisonerTracker.Web.Wording;

/// <summary>What the sentence needs to know beside the standing: the current release of the latest imprisonment, if any.</summary>
public sealed record StatusFacts
{
    public required Standing Standing { get; init; }
    public ReleaseGround? Ground { get; init; }
    public string? DestinationCountry { get; init; }
    public bool? ForcedOut { get; init; }

    /// <summary>A release of the latest imprisonment that was followed by a return to custody, and when that was, if known.</summary>
    public (PartialDate ReleasedOn, PartialDate? BackOn)? Returned { get; init; }

    /// <summary>All that is recorded is a trial in absentia.</summary>
    public bool OnlyInAbsentia { get; init; }
}

/// <summary>A person's status as one sentence, the first thing a reader sees.</summary>
public static class StatusSentence
{
    public static string Of(StatusFacts facts)
    {
        var standing = facts.Standing;
        return standing.Custody switch
        {
            Custody.AtLiberty when facts.OnlyInAbsentia => "Tried in absentia and never held.",
            Custody.AtLiberty or Custody.UnderRestrictions when standing.ReleasedOn is { } released => Released(facts, released),
            Custody.AtLiberty => "At liberty.",
            Custody.DiedInCustody when standing.ReleasedOn is { } died => $"Died in custody {Dates.When(died)}{Served(standing, died)}.",
            Custody.DiedInCustody => "Died in custody.",
            Custody.Unknown => "The register knows of no imprisonment yet.",
            _ => Held(facts),
        };
    }

    private static string Released(StatusFacts facts, PartialDate released)
    {
        var how = facts.Ground switch
        {
            ReleaseGround.Pardon => "Pardoned and released",
            ReleaseGround.Amnesty => "Released under an amnesty",
            ReleaseGround.Exchange => "Released in an exchange",
            ReleaseGround.Acquittal => "Acquitted and released",
            ReleaseGround.TermServed => "Released at the end of the term",
            ReleaseGround.Escaped => "Escaped",
            ReleaseGround.ReplacedPenalty => "Moved to a milder penalty",
            _ => "Released",
        };
        var where = facts switch
        {
            { DestinationCountry: { } country, ForcedOut: true } => $"; forced out of the country, to {Countries.Name(country)}",
            { DestinationCountry: { } country } => $"; taken to {Countries.Name(country)}",
            { ForcedOut: true } => "; forced out of the country",
            _ => "",
        };
        var after = facts.Standing.Custody == Custody.UnderRestrictions ? ", under restrictions since" : "";
        return $"{how} {Dates.When(released)}{Served(facts.Standing, released)}{where}{after}.";
    }

    private static string Held(StatusFacts facts)
    {
        var standing = facts.Standing;
        var state = standing.Custody switch
        {
            Custody.OnRemand => "Held on remand",
            Custody.Serving => "Imprisoned, serving a sentence",
            Custody.UnderRestrictions => "Under restrictions",
            Custody.ForciblyDisappeared => "Forcibly disappeared",
            _ => "In custody",
        };
        var since = standing.DetainedOn is { } detained ? $" since {Dates.Of(detained)}" : "";
        var back = facts.Returned switch
        {
            null => "",
            { BackOn: { } again } returned when again != returned.ReleasedOn => $"; was freed {Dates.When(returned.ReleasedOn)} and taken back {Dates.When(again)}",
            { } returned => $"; was to be freed {Dates.When(returned.ReleasedOn)} and returned to prison",
        };
        var confirmed = standing.ConfirmedOn is { } day && day != standing.DetainedOn && day != (facts.Returned?.BackOn ?? facts.Returned?.ReleasedOn) ? $" (last confirmed {Dates.When(day)})" : "";
        return $"{state}{since}{back}{confirmed}.";
    }

    private static string Served(Standing standing, PartialDate until) =>
        standing.DetainedOn is { } since && Spans.Between(since, until) is { Length: > 0 } span ? $" after {span}" : "";
}
