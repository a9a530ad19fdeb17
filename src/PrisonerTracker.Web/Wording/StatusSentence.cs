using PrisonerTracker.Core.Imprisonments;
using PrisonerTracker.Core.Prisoners;
using PrisonerTracker.Core.Releases;
using PrisonerTracker.Core.Shared;

namespace PrisonerTracker.Web.Wording;

/// <summary>What the sentence needs to know beside the standing: the current release of the latest imprisonment, if any.</summary>
public sealed record StatusFacts
{
    public required Standing Standing { get; init; }

    /// <summary>Some languages say with the verb whether a woman or a man is meant.</summary>
    public Gender? Gender { get; init; }

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

/// <summary>
/// A person's status as one sentence, the first thing a reader sees: what is so, then what is known around it, each part a text of its own that
/// a language may put as it says such things.
/// </summary>
public static class StatusSentence
{
    public static string Of(StatusFacts facts)
    {
        var standing = facts.Standing;
        return standing.Custody switch
        {
            Custody.AtLiberty when facts.OnlyInAbsentia => Sentence(
                facts.SentencedInAbsentia ? G(facts.Gender, "Sentenced in absentia and never held") : G(facts.Gender, "Tried in absentia and never held"), Death(facts)),
            Custody.AtLiberty or Custody.UnderRestrictions when standing.ReleasedOn is { } released => Released(facts, released),
            Custody.AtLiberty => Sentence(T("At liberty"), Death(facts)),
            Custody.DiedInCustody when (standing.ReleasedOn ?? facts.DiedOn) is { } died => Sentence(After(facts, died, G(facts.Gender, "Died in custody {0}", Dates.When(died)))),
            Custody.DiedInCustody => Sentence(G(facts.Gender, "Died in custody¦a sentence")),
            Custody.Unknown => Sentence(T("The register knows of no imprisonment yet"), Death(facts)),
            _ => Held(facts),
        };
    }

    private static string Released(StatusFacts facts, PartialDate released)
    {
        var on = Dates.When(released);
        var gender = facts.Gender;
        var how = facts.Ground switch
        {
            ReleaseGround.Pardon => G(gender, "Pardoned and released {0}", on),
            ReleaseGround.Amnesty => G(gender, "Released under an amnesty {0}", on),
            ReleaseGround.Exchange => G(gender, "Released in an exchange {0}", on),
            ReleaseGround.Acquittal => G(gender, "Acquitted and released {0}", on),
            ReleaseGround.TermServed => G(gender, "Released at the end of the term {0}", on),
            ReleaseGround.Escaped => G(gender, "Escaped {0}", on),
            ReleaseGround.ReplacedPenalty => G(gender, "Moved to a milder penalty {0}", on),
            _ => G(gender, "Released {0}", on),
        };
        var where = facts switch
        {
            { DestinationCountry: { } country, ForcedOut: true } => G(gender, "forced out of the country, to {0}", CountryNames.Of(country)),
            { DestinationCountry: { } country } => G(gender, "taken to {0}", CountryNames.Of(country)),
            { ForcedOut: true } => G(gender, "forced out of the country"),
            _ => null,
        };
        return Sentence(
            After(facts, released, how),
            where,
            facts.Standing.Custody == Custody.UnderRestrictions ? T("under restrictions since") : null,
            facts.SentencedInAbsentia ? G(gender, "also sentenced in absentia") : null,
            Death(facts));
    }

    private static string Held(StatusFacts facts)
    {
        var (standing, gender) = (facts.Standing, facts.Gender);
        var state = (standing.Custody, facts.Penalty, facts.Kind) switch
        {
            (Custody.OnRemand, _, _) => Since(T("Held on remand")),
            (Custody.Serving, Penalty.Death, _) => T("{0}, {1}", Since(G(gender, "Imprisoned")), G(gender, "sentenced to death")),
            (Custody.Serving, Penalty.LifeImprisonment, _) => T("{0}, {1}", Since(G(gender, "Imprisoned")), G(gender, "sentenced for life")),
            (Custody.Serving, _, ImprisonmentKind.RestrictionOfLiberty) => T(
                "{0}, {1}",
                facts.ReplacedOn is { } replaced ? T("{0} {1}", G(gender, "Imprisoned"), Dates.Since(replaced)) : G(gender, "Imprisoned"),
                standing.DetainedOn is { } restricted
                    ? T("serving a sentence in place of restricted liberty that began {0}", Dates.When(restricted))
                    : T("serving a sentence in place of restricted liberty")),
            (Custody.Serving, _, _) => T("{0}, {1}", Since(G(gender, "Imprisoned")), T("serving a sentence")),
            (Custody.UnderRestrictions, Penalty.RestrictionOfLibertyAtHome, _) => T("{0}, {1}", Since(T("Under restrictions")), T("serving restricted liberty at home")),
            (Custody.UnderRestrictions, Penalty.RestrictionOfLibertyInFacility, _) =>
                T("{0}, {1}", Since(T("Under restrictions")), T("serving restricted liberty in an open-type facility")),
            (Custody.UnderRestrictions, _, ImprisonmentKind.HouseArrest) => Since(T("Under house arrest")),
            (Custody.UnderRestrictions, _, _) => Since(T("Under restrictions")),
            (Custody.ForciblyDisappeared, _, _) => Since(T("Forcibly disappeared")),
            _ => Since(T("In custody")),
        };
        var back = facts.Returned switch
        {
            null => null,
            { BackOn: { } again } returned when again != returned.ReleasedOn =>
                G(gender, "was freed {0} and taken back {1}", Dates.When(returned.ReleasedOn), Dates.When(again)),
            { } returned => G(gender, "was to be freed {0} and returned to prison", Dates.When(returned.ReleasedOn)),
        };
        var before = facts.Earlier switch
        {
            0 => null,
            1 => T("imprisoned once before"),
            var times => N(times, "imprisoned {0} time before", "imprisoned {0} times before"),
        };
        var said = Sentence(state, back, before);
        return standing.ConfirmedOn is { } day && day != standing.DetainedOn && day != (facts.Returned?.BackOn ?? facts.Returned?.ReleasedOn)
            ? T("{0} (last confirmed {1}).", said[..^1], Dates.When(day))
            : said;

        string Since(string what) => standing.DetainedOn is { } detained ? T("{0} {1}", what, Dates.Since(detained)) : what;
    }

    private static string? Death(StatusFacts facts) => facts.DiedOn is { } died ? G(facts.Gender, "died {0}", Dates.When(died)) : null;

    private static string After(StatusFacts facts, PartialDate until, string what) =>
        facts.Standing.DetainedOn is { } since && Spans.Between(since, until) is { Length: > 0 } span ? T("{0} after {1}", what, span) : what;

    private static string Sentence(params string?[] parts) => string.Join("; ", parts.OfType<string>()) + ".";
}
