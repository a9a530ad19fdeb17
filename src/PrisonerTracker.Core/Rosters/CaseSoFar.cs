using PrisonerTracker.Core.Imprisonments;
using PrisonerTracker.Core.Releases;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Core.Terms;

namespace PrisonerTracker.Core.Rosters;

/// <summary>An imprisonment as it was at some moment: what had happened of it by then.</summary>
internal sealed record CaseSoFar
{
    private CaseSoFar(Imprisonment imprisonment)
    {
        ImprisonmentId = imprisonment.ImprisonmentId;
        Kind = imprisonment.Kind;
        Country = imprisonment.Country;
        DetainedOn = imprisonment.DetainedOn;
    }

    public Guid ImprisonmentId { get; }
    public ImprisonmentKind Kind { get; }
    public string Country { get; }
    public PartialDate? DetainedOn { get; }

    /// <summary>What had freed the person: the current release, or one that was undone only later.</summary>
    public Release? Release { get; private init; }

    /// <summary>The last release that a return to custody had undone.</summary>
    public Release? Returned { get; private init; }

    /// <summary>When another penalty had taken the place of the first.</summary>
    public PartialDate? ReplacedOn { get; private init; }

    /// <summary>How far each charge had come.</summary>
    public IReadOnlyList<ChargeStatus> Charges { get; private init; } = [];

    /// <summary>The penalty in force; null while no sentence stands.</summary>
    public Penalty? Penalty { get; private init; }

    /// <summary>The whole term in force in months; null when there is none, or when nobody says how several add up.</summary>
    public int? TermMonths { get; private init; }

    /// <summary>Where it stands in the order of a life.</summary>
    public PartialDate? BeganOn { get; private init; }

    /// <summary>The latest date at which a source saw the person held.</summary>
    public PartialDate? ConfirmedOn { get; private init; }

    public bool IsOpen => Kind != ImprisonmentKind.InAbsentia && Release is null;

    /// <summary>Everything that is recorded.</summary>
    public static CaseSoFar Now(Imprisonment imprisonment) => Of(imprisonment, _ => true)!;

    /// <summary>What had happened; null when it had not begun.</summary>
    public static CaseSoFar? Of(Imprisonment imprisonment, Func<Happening, bool> happened)
    {
        bool Did(object fact, Moment moment) => happened(new Happening(fact, moment));

        var release = imprisonment.CurrentRelease is { } current && Did(current, Moment.Freed)
            ? current
            : imprisonment.Releases
                .Where(r => r.WasAtLibertyBetween() && Did(r, Moment.Freed) && !Did(r, Moment.TakenBack))
                .MaxBy(r => r.ReleasedOn);
        var sentences = imprisonment.Sentences.Where(s => Did(s, Moment.Decided)).ToList();
        var charges = imprisonment.Charges.Select(c => StatusOf(c, Did)).OfType<ChargeStatus>().ToList();
        var begun = imprisonment.Kind == ImprisonmentKind.InAbsentia
            ? sentences.Count > 0 || charges.Count > 0 || imprisonment.Sentences.Count + imprisonment.Charges.Count == 0
            : Did(imprisonment, Moment.Detained) || release is not null || imprisonment.Releases.Any(r => r.WasAtLibertyBetween() && Did(r, Moment.TakenBack));
        if (!begun)
            return null;

        var inForce = SentencesInForce.Of(sentences);
        return new CaseSoFar(imprisonment)
        {
            Release = release,
            Returned = imprisonment.Releases.Where(r => r.WasAtLibertyBetween() && Did(r, Moment.TakenBack)).MaxBy(r => r.ReleasedOn),
            ReplacedOn = sentences.Where(s => s.Instance == Instance.Replacement).Select(s => s.InForceOn ?? s.DecidedOn).Max(),
            Charges = charges,
            Penalty = inForce.LastPenalty,
            TermMonths = inForce.Range is { } range && range.Least.WholeMonths == range.Most.WholeMonths ? range.Least.WholeMonths : null,
            BeganOn = imprisonment.DetainedOn ?? release?.ReleasedOn ?? sentences.Select(s => s.DecidedOn).Max(),
            ConfirmedOn = new[]
            {
                Did(imprisonment, Moment.Confirmed) ? imprisonment.ConfirmedOn : null,
                imprisonment.DetainedOn,
                imprisonment.Releases.Where(r => Did(r, Moment.TakenBack)).Select(r => r.UndoneOn).Max(),
                sentences.Select(s => s.DecidedOn).Max(),
                imprisonment.Placements.Where(p => Did(p, Moment.Placed)).Select(p => p.FromOn).Max(),
                imprisonment.Placements.Where(p => Did(p, Moment.Placed)).Select(p => p.SeenOn).Max(),
            }.Max(),
        };
    }

    // Steps that were not loaded, or none: where the charge stands now.
    private static ChargeStatus? StatusOf(Charge charge, Func<object, Moment, bool> did) =>
        charge.Steps.Count == 0
            ? did(charge, Moment.Charged) ? charge.Status : null
            : charge.Steps.OrderBy(s => s.Ordinal).LastOrDefault(s => did(s, Moment.Charged)) is not { } last ? null
            : last.Ordinal == charge.Steps.Count - 1 ? charge.Status
            : last.Status;
}

/// <summary>Which of its moments a fact had reached.</summary>
internal enum Moment
{
    Detained,
    Charged,
    Decided,
    Placed,
    Freed,
    TakenBack,
    Confirmed,
    Died,
}

/// <summary>One moment of one fact.</summary>
internal readonly record struct Happening(object Fact, Moment Moment);
