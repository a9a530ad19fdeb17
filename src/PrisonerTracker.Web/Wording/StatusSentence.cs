using PrisonerTracker.Core.Imprisonments;
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

    /// <summary>A sentence passed in absentia stands.</summary>
    public bool SentencedInAbsentia { get; init; }

    /// <summary>The form of the latest imprisonment.</summary>
    public ImprisonmentKind? Kind { get; init; }

    /// <summary>The penalty in force in it.</summary>
    public Penalty? Penalty { get; init; }

    /// <summary>When another penalty took the place of it.</summary>
    public PartialDate? ReplacedOn { get; init; }

    public PartialDate? DiedOn { get; init; }

    /// <summary>How many imprisonments there were beside the latest.</summary>
    public int Earlier { get; init; }
}

/// <summary>A person's status as one sentence, the first thing a reader sees.</summary>
public static class StatusSentence
{
    public static string Of(StatusFacts facts)
    {
        var standing = facts.Standing;
        return standing.Custody switch
        {
            Custody.AtLiberty when facts.OnlyInAbsentia => $"{(facts.SentencedInAbsentia ? "Sentenced" : "Tried")} in absentia and never held{Death(facts)}.",
            Custody.AtLiberty or Custody.UnderRestrictions when standing.ReleasedOn is { } released => Released(facts, released),
            Custody.AtLiberty => $"At liberty{Death(facts)}.",
            Custody.DiedInCustody when (standing.ReleasedOn ?? facts.DiedOn) is { } died => $"Died in custody {Dates.When(died)}{Served(standing, died)}.",
            Custody.DiedInCustody => "Died in custody.",
            Custody.Unknown => $"The register knows of no imprisonment yet{Death(facts)}.",
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
        return $"{how} {Dates.When(released)}{Served(facts.Standing, released)}{where}{after}{(facts.SentencedInAbsentia ? "; also sentenced in absentia" : "")}{Death(facts)}.";
    }

    private static string Held(StatusFacts facts)
    {
        var standing = facts.Standing;
        var since = standing.DetainedOn is { } detained ? $" since {Dates.Of(detained)}" : "";
        var state = (standing.Custody, facts.Penalty, facts.Kind) switch
        {
            (Custody.OnRemand, _, _) => $"Held on remand{since}",
            (Custody.Serving, Penalty.Death, _) => $"Imprisoned{since}, sentenced to death",
            (Custody.Serving, Penalty.LifeImprisonment, _) => $"Imprisoned{since}, sentenced for life",
            (Custody.Serving, _, ImprisonmentKind.RestrictionOfLiberty) =>
                $"Imprisoned{(facts.ReplacedOn is { } replaced ? $" since {Dates.Of(replaced)}" : "")}, serving a sentence in place of restricted liberty{(standing.DetainedOn is { } restricted ? $" that began {Dates.When(restricted)}" : "")}",
            (Custody.Serving, _, _) => $"Imprisoned{since}, serving a sentence",
            (Custody.UnderRestrictions, Penalty.RestrictionOfLibertyAtHome, _) => $"Under restrictions{since}, serving restricted liberty at home",
            (Custody.UnderRestrictions, Penalty.RestrictionOfLibertyInFacility, _) => $"Under restrictions{since}, serving restricted liberty in an open-type facility",
            (Custody.UnderRestrictions, _, ImprisonmentKind.HouseArrest) => $"Under house arrest{since}",
            (Custody.UnderRestrictions, _, _) => $"Under restrictions{since}",
            (Custody.ForciblyDisappeared, _, _) => $"Forcibly disappeared{since}",
            _ => $"In custody{since}",
        };
        var before = facts.Earlier switch
        {
            0 => "",
            1 => "; imprisoned once before",
            var times => $"; imprisoned {times} times before",
        };
        var back = facts.Returned switch
        {
            null => "",
            { BackOn: { } again } returned when again != returned.ReleasedOn => $"; was freed {Dates.When(returned.ReleasedOn)} and taken back {Dates.When(again)}",
            { } returned => $"; was to be freed {Dates.When(returned.ReleasedOn)} and returned to prison",
        };
        var confirmed = standing.ConfirmedOn is { } day && day != standing.DetainedOn && day != (facts.Returned?.BackOn ?? facts.Returned?.ReleasedOn) ? $" (last confirmed {Dates.When(day)})" : "";
        return $"{state}{back}{before}{confirmed}.";
    }

    private static string Death(StatusFacts facts) => facts.DiedOn is { } died ? $"; died {Dates.When(died)}" : "";

    private static string Served(Standing standing, PartialDate until) =>
        standing.DetainedOn is { } since && Spans.Between(since, until) is { Length: > 0 } span ? $" after {span}" : "";
}
