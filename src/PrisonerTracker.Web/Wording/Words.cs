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
        T(string.Concat(name.Select((c, i) => i > 0 && char.IsUpper(c) ? " " + char.ToLowerInvariant(c) : c.ToString())));

    public static string Of(Custody custody) => custody switch
    {
        Custody.AtLiberty => T("At liberty"),
        Custody.InCustody => T("In custody"),
        Custody.OnRemand => T("On remand"),
        Custody.Serving => T("Serving a sentence"),
        Custody.UnderRestrictions => T("Under restrictions"),
        Custody.ForciblyDisappeared => T("Forcibly disappeared"),
        Custody.DiedInCustody => T("Died in custody"),
        _ => T("Custody unknown"),
    };

    public static string Of(LegalStage stage) => stage switch
    {
        LegalStage.Investigated => T("Under investigation"),
        LegalStage.Charged => T("Charged"),
        LegalStage.OnTrial => T("On trial"),
        LegalStage.UnderAppeal => T("Convicted, under appeal"),
        LegalStage.Convicted => T("Convicted"),
        LegalStage.Acquitted => T("Acquitted"),
        LegalStage.Pardoned => T("Pardoned"),
        LegalStage.Closed => T("Case closed"),
        _ => T("Unknown"),
    };

    public static string Of(Gender gender) => gender switch
    {
        Gender.Female => T("Female"),
        Gender.Male => T("Male"),
        Gender.Other => T("Other"),
        _ => T("Not stated"),
    };

    public static string Of(ImprisonmentKind kind) => kind switch
    {
        ImprisonmentKind.HouseArrest => T("House arrest"),
        ImprisonmentKind.RestrictionOfLiberty => T("Restriction of liberty"),
        ImprisonmentKind.ForcedDisappearance => T("Forced disappearance"),
        ImprisonmentKind.InAbsentia => T("Tried in absentia, never held"),
        _ => T("Custody"),
    };

    public static string Of(FacilityKind kind) => kind switch
    {
        FacilityKind.Prison => T("prison"),
        FacilityKind.RemandPrison => T("remand prison"),
        FacilityKind.OpenFacility => T("open-type facility"),
        FacilityKind.Hospital => T("hospital"),
        FacilityKind.Other => T("other"),
        _ => T("colony"),
    };

    public static string Of(ChargeStatus status) => status switch
    {
        ChargeStatus.Investigated => T("under investigation"),
        ChargeStatus.OnTrial => T("on trial"),
        ChargeStatus.Changed => T("changed to another article"),
        ChargeStatus.Dropped => T("dropped"),
        ChargeStatus.Convicted => T("convicted"),
        ChargeStatus.Acquitted => T("acquitted"),
        ChargeStatus.UnderAppeal => T("under appeal"),
        _ => T("laid"),
    };

    public static string Of(Penalty penalty) => penalty switch
    {
        Penalty.Imprisonment => T("imprisonment"),
        Penalty.LifeImprisonment => T("life imprisonment"),
        Penalty.Death => T("death"),
        Penalty.RestrictionOfLibertyInFacility => T("restriction of liberty in an open-type facility"),
        Penalty.RestrictionOfLibertyAtHome => T("restriction of liberty at home"),
        Penalty.Arrest => T("short arrest"),
        Penalty.Suspended => T("suspended term"),
        Penalty.Fine => T("fine"),
        Penalty.CorrectionalWork => T("correctional work"),
        Penalty.CommunityWork => T("community work"),
        Penalty.BanOnPosition => T("ban on positions"),
        Penalty.CompulsoryTreatment => T("compulsory treatment"),
        _ => T("penalty not stated"),
    };

    public static string Of(Regime regime) => regime switch
    {
        Regime.General => T("general regime"),
        Regime.Reinforced => T("reinforced regime"),
        Regime.Strict => T("strict regime"),
        Regime.Special => T("special regime"),
        Regime.Prison => T("prison regime"),
        _ => T("colony settlement"),
    };

    public static string Of(Instance instance) => instance switch
    {
        Instance.Appeal => T("Appeal"),
        Instance.Supervisory => T("Supervisory review"),
        Instance.Extension => T("Extension of the term"),
        Instance.Replacement => T("Replacement of the penalty"),
        _ => T("Verdict"),
    };

    public static string Of(HearingKind kind) => kind switch
    {
        HearingKind.Trial => T("Trial hearing"),
        HearingKind.Appeal => T("Appeal hearing"),
        HearingKind.Supervisory => T("Supervisory hearing"),
        HearingKind.Remand => T("Remand hearing"),
        HearingKind.Replacement => T("Hearing on the penalty"),
        _ => T("Court hearing"),
    };

    public static string Of(HearingStatus status) => status switch
    {
        HearingStatus.Held => T("Took place"),
        HearingStatus.Adjourned => T("Adjourned"),
        HearingStatus.Cancelled => T("Cancelled¦of a hearing"),
        _ => T("Announced¦of a hearing"),
    };

    public static string Of(DecisionOutcome outcome) => outcome switch
    {
        DecisionOutcome.Upheld => T("earlier decision upheld"),
        DecisionOutcome.Changed => T("earlier decision changed"),
        DecisionOutcome.Overturned => T("earlier decision overturned"),
        _ => T("imposed"),
    };

    public static string Of(ReleaseGround ground) => ground switch
    {
        ReleaseGround.TermServed => T("Term served"),
        ReleaseGround.Pardon => T("Pardon"),
        ReleaseGround.Amnesty => T("Amnesty"),
        ReleaseGround.Exchange => T("Exchange"),
        ReleaseGround.NegotiatedRelease => T("Negotiated release"),
        ReleaseGround.Acquittal => T("Acquittal"),
        ReleaseGround.CaseClosed => T("Case closed"),
        ReleaseGround.EarlyRelease => T("Early release"),
        ReleaseGround.ConditionalRelease => T("Conditional release"),
        ReleaseGround.ReplacedPenalty => T("Penalty replaced by a milder one"),
        ReleaseGround.MedicalTreatment => T("Sent to treatment"),
        ReleaseGround.Died => T("Died"),
        ReleaseGround.Escaped => T("Escaped"),
        _ => T("Not stated"),
    };

    public static string Of(Movement movement) => movement switch
    {
        Movement.NewlyDesignated => T("Newly designated"),
        Movement.DetainedAgain => T("Detained again"),
        Movement.NewlyDetained => T("Detained, and designated before"),
        Movement.Pardoned => T("Pardoned"),
        Movement.Exchanged => T("Exchanged"),
        Movement.NegotiatedRelease => T("Released in a negotiated deal"),
        Movement.Amnestied => T("Amnestied"),
        Movement.TermServed => T("Term served"),
        Movement.ReleasedEarly => T("Released early or conditionally"),
        Movement.Acquitted => T("Acquitted, or case closed"),
        Movement.Died => T("Died"),
        Movement.MilderPenalty => T("Moved to a milder penalty"),
        Movement.Treatment => T("Sent to treatment"),
        Movement.Escaped => T("Escaped"),
        Movement.DesignationWithdrawn => T("Designation withdrawn"),
        Movement.NotHeld => T("Not held any more, no release recorded"),
        _ => T("Released, ground not stated"),
    };

    public static string Of(UndoKind kind) => kind switch
    {
        UndoKind.ReturnedToCustody => T("The person is back in custody"),
        UndoKind.Disputed => T("Another claim is followed"),
        _ => T("It was recorded in error"),
    };

    public static string Of(ReleaseEventKind kind) => kind switch
    {
        ReleaseEventKind.Amnesty => T("Amnesty"),
        ReleaseEventKind.Pardon => T("Pardon"),
        ReleaseEventKind.Exchange => T("Exchange"),
        ReleaseEventKind.Negotiated => T("Negotiated release"),
        _ => T("Release"),
    };

    public static string Of(PartyRole role) => role switch
    {
        PartyRole.Announcer => T("Announced by"),
        PartyRole.Mediator => T("Mediated by"),
        PartyRole.Giver => T("Freed by"),
        _ => T("Received by"),
    };

    public static string Of(NamedOutcome outcome) => outcome switch
    {
        NamedOutcome.Freed => T("Freed"),
        NamedOutcome.RefusedToLeave => T("Refused to leave"),
        NamedOutcome.ReturnedToPrison => T("Returned to prison"),
        _ => T("No release recorded"),
    };

    public static string Of(LineOutcome outcome) => outcome switch
    {
        LineOutcome.FreedAndForcedOut => T("Freed and forced out"),
        LineOutcome.RefusedToLeave => T("Refused to leave"),
        LineOutcome.ReturnedToPrison => T("Returned to prison"),
        LineOutcome.Unknown => T("Unknown"),
        _ => T("Freed"),
    };

    public static string Of(LineDecision decision) => decision switch
    {
        LineDecision.Unmatched => T("not compared yet"),
        LineDecision.Choose or LineDecision.Nobody => T("not decided"),
        LineDecision.NewPerson => T("a new person"),
        LineDecision.NamedOnly => T("named only"),
        LineDecision.NoPerson => T("not a person"),
        LineDecision.Duplicate => T("the person of another line"),
        _ => T("a person of the register"),
    };

    public static string Of(ListStatus status) => status switch
    {
        ListStatus.AwaitingApproval => T("Waits for approval"),
        ListStatus.Applied => T("Recorded"),
        ListStatus.Undone => T("Undone"),
        _ => T("Being decided"),
    };

    public static string Of(CountQualifier qualifier) => qualifier switch
    {
        CountQualifier.AtLeast => T("at least"),
        CountQualifier.About => T("about¦a number"),
        CountQualifier.MoreThan => T("more than"),
        _ => T("exactly"),
    };

    /// <summary>"at least 1,200".</summary>
    public static string Of(CountQualifier qualifier, int number) =>
        qualifier == CountQualifier.Exactly ? Numbers.Of(number) : $"{Of(qualifier)} {Numbers.Of(number)}";

    /// <summary>That the parts of a published figure do not add up to it.</summary>
    public static string Flaw(int total, int flaw) => flaw > 0
        ? T("The parts add up to {0}: {1} more than the published total.", total + flaw, flaw)
        : T("The parts add up to {0}: {1} fewer than the published total.", total + flaw, -flaw);

    public static string Of(Definition definition) => definition switch
    {
        Definition.Resolution1900 => T("Council of Europe Parliamentary Assembly Resolution 1900 (2012)"),
        Definition.Guidelines2013 => T("Guidelines on the Definition of Political Prisoner (2013)"),
        Definition.Own => T("the organisation's own definition"),
        _ => T("definition not stated"),
    };

    public static string Of(Demand demand) => demand switch
    {
        Demand.Release => T("release"),
        Demand.Retrial => T("retrial"),
        _ => T("demand not stated"),
    };

    public static string Of(HonourKind kind) => kind == HonourKind.Award ? T("Honour") : T("Public role");

    public static string Of(LetterPassage passage) => passage switch
    {
        LetterPassage.Yes => T("Letters get through"),
        LetterPassage.Partly => T("Some letters get through"),
        LetterPassage.No => T("Letters do not get through"),
        _ => T("It is not known whether letters get through"),
    };

    public static string Of(RiskKind kind) => kind switch
    {
        RiskKind.MinorChildren => T("Minor children"),
        RiskKind.FamilyHeldToo => T("Family members held too"),
        RiskKind.Illness => T("Illness"),
        RiskKind.Disability => T("Disability"),
        _ => T("Other risk"),
    };

    public static string Of(Visibility visibility) => visibility == Visibility.Public ? T("Everybody") : T("Editors only");

    public static string Of(StateListKind kind) => kind switch
    {
        StateListKind.Extremists => T("“extremists”"),
        StateListKind.Terrorists => T("“terrorists”"),
        _ => T("another kind"),
    };

    public static string Of(SourceKind kind) => kind switch
    {
        SourceKind.NewsArticle => T("News article"),
        SourceKind.CourtDocument => T("Court document"),
        SourceKind.Report => T("Report"),
        SourceKind.Statement => T("Statement"),
        SourceKind.Website => T("Website"),
        SourceKind.Message => T("Message"),
        _ => T("Other¦kind of source"),
    };

    public static string Of(ClaimTopic topic) => topic switch
    {
        ClaimTopic.BirthDate => T("Birth date"),
        ClaimTopic.DetentionDate => T("Date of detention"),
        ClaimTopic.Name => T("Name"),
        ClaimTopic.Release => T("Release"),
        ClaimTopic.Destination => T("Destination"),
        ClaimTopic.Term => T("Term"),
        ClaimTopic.Regime => T("Regime"),
        ClaimTopic.Fine => T("Fine"),
        ClaimTopic.Count => T("Count"),
        _ => T("Other¦topic of a claim"),
    };

    public static string Of(Core.Names.NameKind kind) => kind switch
    {
        Core.Names.NameKind.Preferred => T("Preferred"),
        Core.Names.NameKind.Official => T("Official"),
        Core.Names.NameKind.Transliteration => T("Transliteration"),
        Core.Names.NameKind.Alias => T("Alias"),
        Core.Names.NameKind.Former => T("Former"),
        _ => T("Pseudonym"),
    };

    public static string Of(Consent consent) => consent switch
    {
        Consent.Pending => T("asked, no answer yet"),
        Consent.Given => T("given"),
        Consent.Refused => T("refused"),
        Consent.Withdrawn => T("withdrawn"),
        _ => T("nobody was asked"),
    };

    public static string Of(PersonPart part) => part switch
    {
        PersonPart.BirthDate => T("birth date and age"),
        PersonPart.Citizenship => T("citizenship"),
        PersonPart.Description => T("summary and occupation"),
        PersonPart.Quotations => T("quotations"),
        PersonPart.LetterAddresses => T("addresses for letters"),
        PersonPart.Photo => T("photo"),
        PersonPart.Hearings => T("court hearings"),
        _ => T("where the person was held"),
    };

    public static string Of(Publication publication) => publication switch
    {
        Publication.Published => T("Published"),
        Publication.Withheld => T("Withheld"),
        _ => T("Draft"),
    };
}
