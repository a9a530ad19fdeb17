using PrisonerTracker.Core.Designations;
using PrisonerTracker.Core.Imprisonments;
using PrisonerTracker.Core.Releases;
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

    /// <summary>Derives the three axes and the dates beside them.</summary>
    /// <param name="imprisonments">All of the person's, with charges, sentences, placements and releases.</param>
    /// <param name="designations">All of the person's.</param>
    /// <param name="hasDied">A death is recorded: whoever was held then died in custody.</param>
    public static Standing Of(IReadOnlyCollection<Imprisonment> imprisonments, IEnumerable<Designation> designations, bool hasDied = false)
    {
        var latest = Latest(imprisonments.Where(i => i.Kind != ImprisonmentKind.InAbsentia));
        var latestCase = Latest(imprisonments);
        return new Standing
        {
            Custody = latest is null
                ? (imprisonments.Count == 0 ? Custody.Unknown : Custody.AtLiberty)
                : hasDied && latest.IsOpen ? Custody.DiedInCustody : CustodyOf(latest),
            LegalStage = latestCase is null ? LegalStage.Unknown : LegalStageOf(latestCase),
            IsDesignated = designations.Any(d => d.WithdrawnOn is null),
            Country = (latest ?? latestCase)?.Country,
            DetainedOn = latest?.DetainedOn,
            ReleasedOn = latest?.CurrentRelease?.ReleasedOn,
            ConfirmedOn = latest is null ? null : ConfirmedOnOf(latest),
        };
    }

    // An open imprisonment is the latest whatever its dates; among closed ones the one that began last.
    private static Imprisonment? Latest(IEnumerable<Imprisonment> imprisonments) =>
        imprisonments
            .OrderByDescending(i => i.IsOpen)
            .ThenByDescending(i => i.BeganOn)
            .ThenByDescending(i => i.ImprisonmentId)
            .FirstOrDefault();

    private static Custody CustodyOf(Imprisonment imprisonment)
    {
        if (imprisonment.CurrentRelease is { } release)
        {
            return release.Ground switch
            {
                ReleaseGround.Died => Custody.DiedInCustody,
                ReleaseGround.ReplacedPenalty => Custody.UnderRestrictions,
                _ => Custody.AtLiberty,
            };
        }

        return imprisonment.Kind switch
        {
            ImprisonmentKind.ForcedDisappearance => Custody.ForciblyDisappeared,
            ImprisonmentKind.HouseArrest or ImprisonmentKind.RestrictionOfLiberty => Custody.UnderRestrictions,
            _ when imprisonment.IsSentenced => Custody.Serving,
            _ when imprisonment.Charges.Count > 0 => Custody.OnRemand,
            _ => Custody.InCustody,
        };
    }

    private static LegalStage LegalStageOf(Imprisonment imprisonment) => imprisonment switch
    {
        { CurrentRelease.Ground: ReleaseGround.Pardon } => LegalStage.Pardoned,
        { CurrentRelease.Ground: ReleaseGround.Acquittal } => LegalStage.Acquitted,
        { CurrentRelease.Ground: ReleaseGround.CaseClosed } => LegalStage.Closed,
        _ when imprisonment.Charges.Any(c => c.Status == ChargeStatus.UnderAppeal) => LegalStage.UnderAppeal,
        _ when imprisonment.IsSentenced => LegalStage.Convicted,
        _ when imprisonment.Charges.Count > 0 && imprisonment.Charges.All(c => c.Status == ChargeStatus.Acquitted) => LegalStage.Acquitted,
        _ when imprisonment.Charges.Count > 0 && imprisonment.Charges.All(c => c.Status == ChargeStatus.Dropped) => LegalStage.Closed,
        _ when imprisonment.Charges.Any(c => c.Status == ChargeStatus.Convicted) => LegalStage.Convicted,
        _ when imprisonment.Charges.Any(c => c.Status == ChargeStatus.OnTrial) => LegalStage.OnTrial,
        _ when imprisonment.Charges.Any(c => c.Status is ChargeStatus.Laid or ChargeStatus.Changed) => LegalStage.Charged,
        _ when imprisonment.Charges.Count > 0 => LegalStage.Investigated,
        _ => LegalStage.Unknown,
    };

    private static PartialDate? ConfirmedOnOf(Imprisonment imprisonment) =>
        imprisonment.CurrentRelease?.ReleasedOn
        ?? new[]
        {
            imprisonment.ConfirmedOn,
            imprisonment.DetainedOn,
            imprisonment.Releases.Select(r => r.UndoneOn).Max(),
            imprisonment.Sentences.Select(s => s.DecidedOn).Max(),
            imprisonment.Placements.Select(p => p.FromOn).Max(),
        }.Max();
}
