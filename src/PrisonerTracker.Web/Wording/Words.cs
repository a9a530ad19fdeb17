using PrisonerTracker.Core.Designations;
using PrisonerTracker.Core.Desk;
using PrisonerTracker.Core.Imprisonments;
using PrisonerTracker.Core.Prisoners;
using PrisonerTracker.Core.Prisoners.Facts;
using PrisonerTracker.Core.Releases;
using PrisonerTracker.Core.Rosters;
using PrisonerTracker.Core.Sources;

namespace PrisonerTracker.Web.Wording;

/// <summary>The field's terms as readers see them.</summary>
public static class Words
{
    /// <summary>As the beginning of a line.</summary>
    public static string Capitalised(this string words) => words.Length == 0 ? words : char.ToUpperInvariant(words[0]) + words[1..];

    /// <summary>The name of a field as words: "ReleasedOn" is "Released on".</summary>
    public static string Spaced(string name) =>
        string.Concat(name.Select((c, i) => i > 0 && char.IsUpper(c) ? " " + char.ToLowerInvariant(c) : c.ToString()));

    public static string Of(Custody custody) => custody switch
    {
        Custody.AtLiberty => "At liberty",
        Custody.InCustody => "In custody",
        Custody.OnRemand => "On remand",
        Custody.Serving => "Serving a sentence",
        Custody.UnderRestrictions => "Under restrictions",
        Custody.ForciblyDisappeared => "Forcibly disappeared",
        Custody.DiedInCustody => "Died in custody",
        _ => "Custody unknown",
    };

    public static string Of(LegalStage stage) => stage switch
    {
        LegalStage.Investigated => "Under investigation",
        LegalStage.Charged => "Charged",
        LegalStage.OnTrial => "On trial",
        LegalStage.UnderAppeal => "Convicted, under appeal",
        LegalStage.Convicted => "Convicted",
        LegalStage.Acquitted => "Acquitted",
        LegalStage.Pardoned => "Pardoned",
        LegalStage.Closed => "Case closed",
        _ => "Unknown",
    };

    public static string Of(Gender gender) => gender switch
    {
        Gender.Female => "Female",
        Gender.Male => "Male",
        Gender.Other => "Other",
        _ => "Not stated",
    };

    public static string Of(ImprisonmentKind kind) => kind switch
    {
        ImprisonmentKind.HouseArrest => "House arrest",
        ImprisonmentKind.RestrictionOfLiberty => "Restriction of liberty",
        ImprisonmentKind.ForcedDisappearance => "Forced disappearance",
        ImprisonmentKind.InAbsentia => "Tried in absentia, never held",
        _ => "Custody",
    };

    public static string Of(FacilityKind kind) => kind switch
    {
        FacilityKind.Prison => "prison",
        FacilityKind.RemandPrison => "remand prison",
        FacilityKind.OpenFacility => "open-type facility",
        FacilityKind.Hospital => "hospital",
        FacilityKind.Other => "other",
        _ => "colony",
    };

    public static string Of(ChargeStatus status) => status switch
    {
        ChargeStatus.Investigated => "under investigation",
        ChargeStatus.OnTrial => "on trial",
        ChargeStatus.Changed => "changed to another article",
        ChargeStatus.Dropped => "dropped",
        ChargeStatus.Convicted => "convicted",
        ChargeStatus.Acquitted => "acquitted",
        ChargeStatus.UnderAppeal => "under appeal",
        _ => "laid",
    };

    public static string Of(Penalty penalty) => penalty switch
    {
        Penalty.Imprisonment => "imprisonment",
        Penalty.LifeImprisonment => "life imprisonment",
        Penalty.Death => "death",
        Penalty.RestrictionOfLibertyInFacility => "restriction of liberty in an open-type facility",
        Penalty.RestrictionOfLibertyAtHome => "restriction of liberty at home",
        Penalty.Arrest => "short arrest",
        Penalty.Suspended => "suspended term",
        Penalty.Fine => "fine",
        Penalty.CorrectionalWork => "correctional work",
        Penalty.CommunityWork => "community work",
        Penalty.BanOnPosition => "ban on positions",
        Penalty.CompulsoryTreatment => "compulsory treatment",
        _ => "penalty not stated",
    };

    public static string Of(Regime regime) => regime switch
    {
        Regime.General => "general regime",
        Regime.Reinforced => "reinforced regime",
        Regime.Strict => "strict regime",
        Regime.Special => "special regime",
        Regime.Prison => "prison regime",
        _ => "colony settlement",
    };

    public static string Of(Instance instance) => instance switch
    {
        Instance.Appeal => "Appeal",
        Instance.Supervisory => "Supervisory review",
        Instance.Extension => "Extension of the term",
        Instance.Replacement => "Replacement of the penalty",
        _ => "Verdict",
    };

    public static string Of(DecisionOutcome outcome) => outcome switch
    {
        DecisionOutcome.Upheld => "earlier decision upheld",
        DecisionOutcome.Changed => "earlier decision changed",
        DecisionOutcome.Overturned => "earlier decision overturned",
        _ => "imposed",
    };

    public static string Of(ReleaseGround ground) => ground switch
    {
        ReleaseGround.TermServed => "Term served",
        ReleaseGround.Pardon => "Pardon",
        ReleaseGround.Amnesty => "Amnesty",
        ReleaseGround.Exchange => "Exchange",
        ReleaseGround.NegotiatedRelease => "Negotiated release",
        ReleaseGround.Acquittal => "Acquittal",
        ReleaseGround.CaseClosed => "Case closed",
        ReleaseGround.EarlyRelease => "Early release",
        ReleaseGround.ConditionalRelease => "Conditional release",
        ReleaseGround.ReplacedPenalty => "Penalty replaced by a milder one",
        ReleaseGround.MedicalTreatment => "Sent to treatment",
        ReleaseGround.Died => "Died",
        ReleaseGround.Escaped => "Escaped",
        _ => "Not stated",
    };

    public static string Of(Movement movement) => movement switch
    {
        Movement.NewlyDesignated => "Newly designated",
        Movement.DetainedAgain => "Detained again",
        Movement.NewlyDetained => "Detained, and designated before",
        Movement.Pardoned => "Pardoned",
        Movement.Exchanged => "Exchanged",
        Movement.NegotiatedRelease => "Released in a negotiated deal",
        Movement.Amnestied => "Amnestied",
        Movement.TermServed => "Term served",
        Movement.ReleasedEarly => "Released early or conditionally",
        Movement.Acquitted => "Acquitted, or case closed",
        Movement.Died => "Died",
        Movement.MilderPenalty => "Moved to a milder penalty",
        Movement.Treatment => "Sent to treatment",
        Movement.Escaped => "Escaped",
        Movement.DesignationWithdrawn => "Designation withdrawn",
        Movement.NotHeld => "Not held any more, no release recorded",
        _ => "Released, ground not stated",
    };

    public static string Of(UndoKind kind) => kind switch
    {
        UndoKind.ReturnedToCustody => "The person is back in custody",
        UndoKind.Disputed => "Another claim is followed",
        _ => "It was recorded in error",
    };

    public static string Of(ReleaseEventKind kind) => kind switch
    {
        ReleaseEventKind.Amnesty => "Amnesty",
        ReleaseEventKind.Pardon => "Pardon",
        ReleaseEventKind.Exchange => "Exchange",
        ReleaseEventKind.Negotiated => "Negotiated release",
        _ => "Release",
    };

    public static string Of(PartyRole role) => role switch
    {
        PartyRole.Announcer => "Announced by",
        PartyRole.Mediator => "Mediated by",
        PartyRole.Giver => "Freed by",
        _ => "Received by",
    };

    public static string Of(NamedOutcome outcome) => outcome switch
    {
        NamedOutcome.Freed => "Freed",
        NamedOutcome.RefusedToLeave => "Refused to leave",
        NamedOutcome.ReturnedToPrison => "Returned to prison",
        _ => "No release recorded",
    };

    public static string Of(LineOutcome outcome) => outcome switch
    {
        LineOutcome.FreedAndForcedOut => "Freed and forced out",
        LineOutcome.RefusedToLeave => "Refused to leave",
        LineOutcome.ReturnedToPrison => "Returned to prison",
        LineOutcome.Unknown => "Unknown",
        _ => "Freed",
    };

    public static string Of(LineDecision decision) => decision switch
    {
        LineDecision.Unmatched => "not compared yet",
        LineDecision.Choose or LineDecision.Nobody => "not decided",
        LineDecision.NewPerson => "a new person",
        LineDecision.NamedOnly => "named only",
        LineDecision.NoPerson => "not a person",
        LineDecision.Duplicate => "the person of another line",
        _ => "a person of the register",
    };

    public static string Of(ListStatus status) => status switch
    {
        ListStatus.AwaitingApproval => "Waits for approval",
        ListStatus.Applied => "Recorded",
        ListStatus.Undone => "Undone",
        _ => "Being decided",
    };

    public static string Of(CountQualifier qualifier) => qualifier switch
    {
        CountQualifier.AtLeast => "at least ",
        CountQualifier.About => "about ",
        CountQualifier.MoreThan => "more than ",
        _ => "",
    };

    public static string Of(Definition definition) => definition switch
    {
        Definition.Resolution1900 => "Council of Europe Parliamentary Assembly Resolution 1900 (2012)",
        Definition.Guidelines2013 => "Guidelines on the Definition of Political Prisoner (2013)",
        Definition.Own => "the organisation's own definition",
        _ => "definition not stated",
    };

    public static string Of(Demand demand) => demand switch
    {
        Demand.Release => "release",
        Demand.Retrial => "retrial",
        _ => "demand not stated",
    };

    public static string Of(HonourKind kind) => kind == HonourKind.Award ? "Honour" : "Public role";

    public static string Of(LetterPassage passage) => passage switch
    {
        LetterPassage.Yes => "Letters get through",
        LetterPassage.Partly => "Some letters get through",
        LetterPassage.No => "Letters do not get through",
        _ => "It is not known whether letters get through",
    };

    public static string Of(RiskKind kind) => kind switch
    {
        RiskKind.MinorChildren => "Minor children",
        RiskKind.FamilyHeldToo => "Family members held too",
        RiskKind.Other => "Other risk",
        _ => kind.ToString(),
    };

    public static string Of(Visibility visibility) => visibility == Visibility.Public ? "Everybody" : "Editors only";

    public static string Of(StateListKind kind) => kind switch
    {
        StateListKind.Extremists => "“extremists”",
        StateListKind.Terrorists => "“terrorists”",
        _ => "another kind",
    };

    public static string Of(SourceKind kind) => kind switch
    {
        SourceKind.NewsArticle => "News article",
        SourceKind.CourtDocument => "Court document",
        _ => kind.ToString(),
    };

    public static string Of(ClaimTopic topic) => topic switch
    {
        ClaimTopic.BirthDate => "Birth date",
        ClaimTopic.DetentionDate => "Date of detention",
        _ => topic.ToString(),
    };

    public static string Of(Core.Names.NameKind kind) => kind switch
    {
        Core.Names.NameKind.Preferred => "Preferred",
        _ => kind.ToString(),
    };

    public static string Of(Consent consent) => consent switch
    {
        Consent.Pending => "asked, no answer yet",
        Consent.Given => "given",
        Consent.Refused => "refused",
        Consent.Withdrawn => "withdrawn",
        _ => "nobody was asked",
    };

    public static string Of(PersonPart part) => part switch
    {
        PersonPart.BirthDate => "birth date and age",
        PersonPart.Citizenship => "citizenship",
        PersonPart.Description => "summary and occupation",
        PersonPart.Quotations => "quotations",
        PersonPart.LetterAddresses => "addresses for letters",
        _ => "where the person was held",
    };

    public static string Of(Publication publication) => publication switch
    {
        Publication.Published => "Published",
        Publication.Withheld => "Withheld",
        _ => "Draft",
    };
}
