using PrisonerTracker.Core.Designations;
using PrisonerTracker.Core.Imprisonments;
using PrisonerTracker.Core.Releases;
using PrisonerTracker.Core.Rosters;
using PrisonerTracker.Core.Shared;

namespace PrisonerTracker.Core.Prisoners;

public enum Custody
{
    Unknown,
    AtLiberty,

    /// <summary>Held, and no source in the register says whether before or after a sentence.</summary>
    InCustody,
    OnRemand,
    Serving,
    UnderRestrictions,
    ForciblyDisappeared,
    DiedInCustody,
}

public enum LegalStage
{
    Unknown,
    Investigated,
    Charged,
    OnTrial,
    Convicted,

    /// <summary>Convicted, and an appeal is pending.</summary>
    UnderAppeal,
    Acquitted,
    Pardoned,
    Closed,
}

/// <summary>
/// Where a person stands on the three axes that must never be mixed: custody, legal stage, designation; with the dates of the
/// latest deprivation of liberty. Derived from the records here and nowhere else.
/// </summary>
public sealed record Standing
{
    public static readonly Standing None = new();

    /// <summary>Held against their will in any form, the answer to "who is inside".</summary>
    public static readonly IReadOnlyList<Custody> Held =
        [Custody.InCustody, Custody.OnRemand, Custody.Serving, Custody.ForciblyDisappeared];

    public Custody Custody { get; private set; }
    public LegalStage LegalStage { get; private set; }

    /// <summary>Some organisation designates the person a political prisoner, and has not withdrawn it.</summary>
    public bool IsDesignated { get; private set; }

    /// <summary>The country of the latest imprisonment or case.</summary>
    public string? Country { get; private set; }

    public PartialDate? DetainedOn { get; private set; }
    public PartialDate? ReleasedOn { get; private set; }

    /// <summary>The latest date a source confirms the custody status.</summary>
    public PartialDate? ConfirmedOn { get; private set; }

    /// <summary>The penalty in force in the latest imprisonment or case; null while no sentence stands.</summary>
    public Penalty? PenaltyInForce { get; private set; }

    /// <summary>Its whole term in months, the last one begun left out; null when it has none, or when nobody says how several add up.</summary>
    public int? TermMonths { get; private set; }

    /// <summary>
    /// The version of the rules below. Raise it when they change: whoever was stated under other rules is restated at the next migration.
    /// </summary>
    public const int Rules = 2;

    /// <summary>Derives the three axes and the dates beside them as of now: everything recorded has happened.</summary>
    /// <param name="imprisonments">All of the person's, with charges, sentences, placements and releases.</param>
    /// <param name="designations">All of the person's.</param>
    /// <param name="hasDied">A death is recorded: whoever was held then died in custody.</param>
    public static Standing Of(IReadOnlyCollection<Imprisonment> imprisonments, IEnumerable<Designation> designations, bool hasDied = false) =>
        Of([.. imprisonments.Select(CaseSoFar.Now)], designations.Any(d => d.WithdrawnOn is null), hasDied);

    /// <summary>The same of what had happened until some moment: the one derivation, whatever the day.</summary>
    internal static Standing Of(IReadOnlyCollection<CaseSoFar> cases, bool isDesignated, bool hasDied)
    {
        var latest = Latest(cases.Where(c => c.Kind != ImprisonmentKind.InAbsentia));
        var latestCase = Latest(cases);
        return new Standing
        {
            Custody = latest is null
                ? (cases.Count == 0 ? Custody.Unknown : Custody.AtLiberty)
                : hasDied && latest.IsOpen ? Custody.DiedInCustody : CustodyOf(latest),
            LegalStage = latestCase is null ? LegalStage.Unknown : LegalStageOf(latestCase),
            IsDesignated = isDesignated,
            Country = (latest ?? latestCase)?.Country,
            DetainedOn = latest?.DetainedOn,
            ReleasedOn = latest?.Release?.ReleasedOn,
            ConfirmedOn = latest is null ? null : latest.Release?.ReleasedOn ?? latest.ConfirmedOn,
            PenaltyInForce = (latest ?? latestCase)?.Penalty,
            TermMonths = (latest ?? latestCase)?.TermMonths,
        };
    }

    // An open imprisonment is the latest whatever its dates; among closed ones the one that began last.
    internal static CaseSoFar? Latest(IEnumerable<CaseSoFar> cases) =>
        cases
            .OrderByDescending(c => c.IsOpen)
            .ThenByDescending(c => c.BeganOn)
            .ThenByDescending(c => c.ImprisonmentId)
            .FirstOrDefault();

    // The penalty in force decides where somebody is, whatever the imprisonment began as: restricted liberty that a court replaced by a
    // colony is a colony.
    private static Custody CustodyOf(CaseSoFar imprisonment)
    {
        if (imprisonment.Release is { } release)
        {
            return release.Ground switch
            {
                ReleaseGround.Died => Custody.DiedInCustody,
                ReleaseGround.ReplacedPenalty => Custody.UnderRestrictions,
                _ => Custody.AtLiberty,
            };
        }

        var penalty = imprisonment.Penalty;
        return imprisonment.Kind switch
        {
            ImprisonmentKind.ForcedDisappearance => Custody.ForciblyDisappeared,
            _ when penalty is Penalty.RestrictionOfLibertyInFacility or Penalty.RestrictionOfLibertyAtHome => Custody.UnderRestrictions,
            ImprisonmentKind.HouseArrest or ImprisonmentKind.RestrictionOfLiberty
                when penalty is not (Penalty.Imprisonment or Penalty.LifeImprisonment or Penalty.Death) => Custody.UnderRestrictions,
            _ when penalty is not null => Custody.Serving,
            _ when imprisonment.Charges.Count > 0 => Custody.OnRemand,
            _ => Custody.InCustody,
        };
    }

    private static LegalStage LegalStageOf(CaseSoFar imprisonment) => imprisonment switch
    {
        { Release.Ground: ReleaseGround.Pardon } => LegalStage.Pardoned,
        { Release.Ground: ReleaseGround.Acquittal } => LegalStage.Acquitted,
        { Release.Ground: ReleaseGround.CaseClosed } => LegalStage.Closed,
        _ when imprisonment.Charges.Contains(ChargeStatus.UnderAppeal) => LegalStage.UnderAppeal,
        { Penalty: not null } => LegalStage.Convicted,
        _ when imprisonment.Charges.Count > 0 && imprisonment.Charges.All(c => c == ChargeStatus.Acquitted) => LegalStage.Acquitted,
        _ when imprisonment.Charges.Count > 0 && imprisonment.Charges.All(c => c == ChargeStatus.Dropped) => LegalStage.Closed,
        _ when imprisonment.Charges.Contains(ChargeStatus.Convicted) => LegalStage.Convicted,
        _ when imprisonment.Charges.Contains(ChargeStatus.OnTrial) => LegalStage.OnTrial,
        _ when imprisonment.Charges.Any(c => c is ChargeStatus.Laid or ChargeStatus.Changed) => LegalStage.Charged,
        _ when imprisonment.Charges.Count > 0 => LegalStage.Investigated,
        _ => LegalStage.Unknown,
    };
}
