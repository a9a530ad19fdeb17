using PrisonerTracker.Core.Releases;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Core.Sources;
using PrisonerTracker.Core.Terms;

namespace PrisonerTracker.Core.Imprisonments;

public enum ImprisonmentKind
{
    Custody,
    HouseArrest,
    RestrictionOfLiberty,
    ForcedDisappearance,

    /// <summary>A prosecution without deprivation of liberty: the person was never held in it.</summary>
    InAbsentia,
}

/// <summary>One deprivation of liberty, from detention to release, with the case behind it.</summary>
public sealed class Imprisonment : Fact
{
    public const int DetainedByLength = 200;

    private readonly List<Charge> _charges = [];
    private readonly List<Sentence> _sentences = [];
    private readonly List<Placement> _placements = [];
    private readonly List<Hearing> _hearings = [];
    private readonly List<Release> _releases = [];

    private Imprisonment()
    {
    }

    public Guid ImprisonmentId { get; private set; } = Guid.CreateVersion7();
    public Guid PrisonerId { get; private set; }
    public ImprisonmentKind Kind { get; private set; }
    public string Country { get; private set; } = "";
    public PartialDate? DetainedOn { get; private set; }
    public LocalizedText DetentionPlace { get; private set; } = LocalizedText.Empty;
    public LocalizedText Circumstances { get; private set; } = LocalizedText.Empty;
    public string? DetainedBy { get; private set; }

    /// <summary>The latest date a source saw the person still held.</summary>
    public PartialDate? ConfirmedOn { get; private set; }

    /// <summary>The date of the current release, kept here by a database trigger as well, so that constraints can see it.</summary>
    public PartialDate? EndedOn { get; private set; }

    /// <summary>Counts the releases recorded and undone; the posted one must match.</summary>
    public int Version { get; private set; }

    /// <summary>Counts the changes of the detention, a section of its own.</summary>
    public int DetentionVersion { get; private set; }

    public IReadOnlyList<Charge> Charges => _charges;
    public IReadOnlyList<Sentence> Sentences => _sentences;
    public IReadOnlyList<Placement> Placements => _placements;
    public IReadOnlyList<Hearing> Hearings => _hearings;

    /// <summary>Undone ones included; at most one is current.</summary>
    public IReadOnlyList<Release> Releases => _releases;

    public Release? CurrentRelease => _releases.Find(r => r.IsCurrent);

    /// <summary>Where it stands in the order of a life: by the detention, else by what else is dated.</summary>
    public PartialDate? BeganOn => DetainedOn ?? CurrentRelease?.ReleasedOn ?? _sentences.Select(s => s.DecidedOn).Max();

    /// <summary>A court's sentence stands: no later decision overturned it.</summary>
    public bool IsSentenced => SentencesInForce.Of(_sentences).Standing.Count > 0;

    public bool IsOpen => Kind != ImprisonmentKind.InAbsentia && CurrentRelease is null;

    internal static Imprisonment Create(Guid prisonerId, ImprisonmentDetails details, DateTime now)
    {
        var imprisonment = new Imprisonment { PrisonerId = prisonerId, Version = 1 };
        imprisonment.Describe(details, now);
        return imprisonment;
    }

    /// <summary>Sets the detention: kind, country, date, place, circumstances.</summary>
    internal void Describe(ImprisonmentDetails details, DateTime now)
    {
        ImprisonmentRules.Check(details, Today.Latest(now));
        Kind = details.Kind;
        Country = Countries.Require(details.Country, nameof(details.Country));
        DetainedOn = details.DetainedOn;
        DetentionPlace = details.DetentionPlace;
        Circumstances = details.Circumstances;
        DetainedBy = Blank.ToNull(details.DetainedBy);
        ConfirmedOn = details.ConfirmedOn;
        DetentionVersion++;
        Cite(details.Citations);
    }

    internal void Add(Charge charge) => _charges.Add(charge);

    internal void Add(Sentence sentence) => _sentences.Add(sentence);

    internal void Add(Placement placement) => _placements.Add(placement);

    internal void Add(Hearing hearing) => _hearings.Add(hearing);

    internal void Remove(Charge charge) => _charges.Remove(charge);

    /// <summary>Takes a decision out. Refused while a later one supersedes it.</summary>
    internal void Remove(Sentence sentence)
    {
        if (_sentences.Find(s => s.SupersedesSentenceId == sentence.SentenceId) is { } later)
            throw new RuleException("", "A later decision supersedes this one. Say first that it supersedes another, or none.", SentenceRules.Named(later));
        _sentences.Remove(sentence);
    }

    internal void Remove(Placement placement) => _placements.Remove(placement);

    internal void Remove(Hearing hearing) => _hearings.Remove(hearing);

    /// <summary>Corrects what is known of the current release.</summary>
    internal void CorrectRelease(Release release, ReleaseDetails details, DateTime now)
    {
        ReleaseRules.CheckDates(this, details, Today.Latest(now));
        release.Describe(details);
        EndedOn = release.ReleasedOn;
    }

    /// <summary>Records the release. Refused when there is a current one, or when it lies before the detention or in the future.</summary>
    internal Release Release(ReleaseDetails details, DateTime now)
    {
        ReleaseRules.Check(this, details, Today.Latest(now));
        var release = Core.Releases.Release.Create(details, now);
        _releases.Add(release);
        EndedOn = release.ReleasedOn;
        Version++;
        return release;
    }

    /// <summary>Makes a disputed release the current one again, with everything it said.</summary>
    internal void RestoreRelease(Release release)
    {
        if (CurrentRelease is { } current)
            throw new RuleException("", $"This imprisonment already ended: a release on {current.ReleasedOn} is recorded. Undo that one first if it is wrong.");
        release.Restore();
        EndedOn = release.ReleasedOn;
        Version++;
    }

    /// <summary>Follows another claim of when the person was detained.</summary>
    internal void CorrectDetention(PartialDate? detainedOn, DateTime now)
    {
        ImprisonmentRules.Check(new ImprisonmentDetails { Country = Country, Kind = Kind, DetainedOn = detainedOn, ConfirmedOn = ConfirmedOn }, Today.Latest(now));
        if (detainedOn is not null && CurrentRelease is { } release && release.ReleasedOn.IsCertainlyBefore(detainedOn))
            throw new RuleException(nameof(DetainedOn), $"The detention, {detainedOn}, lies after the release, {release.ReleasedOn}. Correct one of them.");
        DetainedOn = detainedOn;
        DetentionVersion++;
    }

    /// <summary>Follows another claim of where the person was taken on release.</summary>
    internal void CorrectDestination(string? country)
    {
        var release = CurrentRelease
            ?? throw new RuleException("", "No release of this imprisonment is recorded, so there is no destination to set.");
        release.CorrectDestination(country);
        Version++;
    }

    /// <summary>Undoes the current release; it stays on record.</summary>
    internal Release UndoRelease(UndoDetails details, DateTime now)
    {
        var release = CurrentRelease
            ?? throw new RuleException("", "There is no release to undo: it was already undone.");
        release.Undo(details, now);
        EndedOn = null;
        Version++;
        return release;
    }
}
