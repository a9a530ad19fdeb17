using PrisonerTracker.Core.Designations;
using PrisonerTracker.Core.Imprisonments;
using PrisonerTracker.Core.Names;
using PrisonerTracker.Core.Photos;
using PrisonerTracker.Core.Prisoners.Facts;
using PrisonerTracker.Core.Releases;
using PrisonerTracker.Core.Rosters;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Core.Sources;
using PrisonerTracker.Core.Tags;

namespace PrisonerTracker.Core.Prisoners;

public enum Gender
{
    Unknown,
    Female,
    Male,
    Other,
}

/// <summary>Nothing is public until somebody published it.</summary>
public enum Publication
{
    Draft,
    Published,
    Withheld,
}

/// <summary>The person the register follows: one record for life, however many imprisonments.</summary>
/// <remarks>
/// The root of everything about one person: facts are added through it, so that <see cref="Standing"/> is restated
/// with each. Load it whole before changing anything.
/// </remarks>
public sealed class Prisoner : Fact
{
    public const int SlugLength = 120;
    public const int SearchTextLength = 4000;
    public const int ConsentByLength = 200;

    private readonly List<PersonName> _names = [];
    private readonly List<Imprisonment> _imprisonments = [];
    private readonly List<Designation> _designations = [];
    private readonly List<Honour> _honours = [];
    private readonly List<Quotation> _quotations = [];
    private readonly List<LetterAddress> _letterAddresses = [];
    private readonly List<RiskFactor> _riskFactors = [];
    private readonly List<StateListing> _stateListings = [];
    private readonly List<Claim> _claims = [];
    private readonly List<HeldPeriod> _heldPeriods = [];
    private readonly List<WithheldPart> _withheldParts = [];
    private readonly List<Photo> _photos = [];
    private readonly List<PersonTag> _tags = [];

    private Prisoner()
    {
    }

    public Guid PrisonerId { get; private set; } = Guid.CreateVersion7();

    /// <summary>The address of the profile, <c>/prisoners/{slug}</c>. A former one keeps redirecting.</summary>
    public string Slug { get; private set; } = "";

    public Publication Publication { get; private set; }

    /// <summary>The record this one was taken into; it is shown nowhere then, and its address leads there.</summary>
    public Guid? MergedIntoId { get; private set; }

    /// <summary>Invented for development or demonstration; said so wherever it is shown.</summary>
    public bool IsFictional { get; private set; }

    public Gender Gender { get; private set; }
    public PartialDate? BornOn { get; private set; }
    public PartialDate? DiedOn { get; private set; }

    /// <summary>ISO 3166-1 alpha-2 codes.</summary>
    public string[] Citizenships { get; private set; } = [];

    public LocalizedText Occupation { get; private set; } = LocalizedText.Empty;
    public LocalizedText Summary { get; private set; } = LocalizedText.Empty;

    /// <summary>Counts the edits of the identity section; the posted one must match.</summary>
    public int Version { get; private set; }

    public Consent Consent { get; private set; }

    /// <summary>Who gave, refused or withdrew it, in words.</summary>
    public string? ConsentBy { get; private set; }

    public PartialDate? ConsentOn { get; private set; }

    /// <summary>Counts the changes of consent and of what is withheld; the posted one must match.</summary>
    public int ConsentVersion { get; private set; } = 1;

    /// <summary>What readers do not see although the record is public.</summary>
    public IReadOnlyList<WithheldPart> WithheldParts => _withheldParts;

    public DateTime CreatedAt { get; private set; }
    public DateTime UpdatedAt { get; private set; }

    /// <summary>The preferred English name, else the first: what lists show.</summary>
    public string DisplayName { get; private set; } = "";

    /// <summary>The preferred name in every language that has one, for readers of that language; never without the display name.</summary>
    public LocalizedText PreferredNames { get; private set; } = LocalizedText.Empty;

    public string SortName { get; private set; } = "";
    public string SearchText { get; private set; } = "";

    /// <summary>The words of all names as they sound (<see cref="NameSounds"/>).</summary>
    public string SearchSounds { get; private set; } = "";

    /// <summary>What follows from the facts, kept beside them so that lists filter and sort by index. Never typed in.</summary>
    public Standing Standing { get; private set; } = Standing.None;

    /// <summary>The rules (<see cref="Standing.Rules"/>) under which the standing was last stated.</summary>
    public int StandingRules { get; private set; }

    /// <summary>The days the person was held, certainly or possibly. Never typed in.</summary>
    public IReadOnlyList<HeldPeriod> HeldPeriods => _heldPeriods;

    /// <summary>Something readers can see of the person has no source; the database sets it (<c>mark_unsourced</c>).</summary>
    public bool HasUnsourced { get; private set; }

    /// <summary>The <see cref="Version"/> that was last compared with everybody else, to find duplicates; another one waits to be.</summary>
    public int ComparedVersion { get; private set; }

    public IReadOnlyList<PersonName> Names => _names;
    public IReadOnlyList<Imprisonment> Imprisonments => _imprisonments;
    public IReadOnlyList<Designation> Designations => _designations;
    public IReadOnlyList<Honour> Honours => _honours;
    public IReadOnlyList<Quotation> Quotations => _quotations;
    public IReadOnlyList<LetterAddress> LetterAddresses => _letterAddresses;
    public IReadOnlyList<RiskFactor> RiskFactors => _riskFactors;
    public IReadOnlyList<StateListing> StateListings => _stateListings;
    public IReadOnlyList<Claim> Claims => _claims;
    public IReadOnlyList<PersonTag> Tags => _tags;

    /// <summary>The latest is the one that is shown.</summary>
    public IReadOnlyList<Photo> Photos => _photos;

    internal static Prisoner Create(PrisonerDetails details, string slug, DateTime now)
    {
        var prisoner = new Prisoner { Slug = slug, CreatedAt = now, IsFictional = details.IsFictional };
        prisoner.Identify(details, now);
        prisoner.Version = 1;
        return prisoner;
    }

    /// <summary>Sets identity and names. Names are matched by their text and language, so that an unchanged one keeps its citations.</summary>
    internal void Identify(PrisonerDetails details, DateTime now)
    {
        PrisonerRules.Check(details, Today.Latest(now));
        Gender = details.Gender;
        BornOn = details.BornOn;
        DiedOn = details.DiedOn;
        Citizenships = [.. details.Citizenships.Select(c => Countries.Require(c, nameof(details.Citizenships))).Distinct().Order(StringComparer.Ordinal)];
        Occupation = details.Occupation;
        Summary = details.Summary;
        Cite(details.Citations);
        SetNames(details.Names);
        Version++;
        Touch(now);
    }

    /// <summary>Follows another claim of when the person was born; nothing else of the identity changes.</summary>
    internal void CorrectBirth(PartialDate? bornOn, DateTime now)
    {
        PrisonerRules.CheckDates(bornOn, DiedOn, Today.Latest(now));
        BornOn = bornOn;
        Version++;
    }

    /// <summary>Follows another claim of when an imprisonment began.</summary>
    internal void CorrectDetention(Imprisonment imprisonment, PartialDate? detainedOn, DateTime now)
    {
        imprisonment.CorrectDetention(detainedOn, now);
        ImprisonmentRules.CheckNoOverlap(_imprisonments.Where(i => i != imprisonment), imprisonment);
    }

    /// <summary>A generated person is nobody's duplicate.</summary>
    internal void LeaveUncompared() => ComparedVersion = Version;

    /// <summary>Likeness is looked for anew: the names are read in another way now.</summary>
    internal void CompareAnew() => ComparedVersion = 0;

    internal void SetPublication(Publication publication, DateTime now)
    {
        Publication = publication;
        Touch(now);
    }

    /// <summary>Records what those concerned want. A record that is no longer withheld is a draft: publishing it is a decision of its own.</summary>
    internal void SetConsent(ConsentDetails details, DateTime now)
    {
        var by = Blank.ToNull(details.By);
        if (details.Consent is Consent.Given or Consent.Refused or Consent.Withdrawn && by is null)
            throw new RuleException(nameof(details.By), "Say who said so: the person, a relative, a lawyer.");
        if (by is { Length: > ConsentByLength })
            throw new RuleException(nameof(details.By), $"Write at most {ConsentByLength} characters.");
        if (details.On is { } on && on.Earliest > Today.Latest(now))
            throw new RuleException(nameof(details.On), $"{on} lies in the future. Correct it.");

        (Consent, ConsentBy, ConsentOn) = (details.Consent, by, details.On);
        _withheldParts.RemoveAll(w => !details.WithheldParts.Contains(w.Part));
        _withheldParts.AddRange(details.WithheldParts.Distinct().Except(_withheldParts.Select(w => w.Part)).Select(p => new WithheldPart(p)));
        if (details.IsWithheld != (Publication == Publication.Withheld))
            Publication = details.IsWithheld ? Publication.Withheld : Publication.Draft;
        ConsentVersion++;
        Touch(now);
    }

    internal void Move(string slug) => Slug = slug;

    /// <summary>Why a release cannot be taken back as if it had never been: the later detention that stands on it; null when there is none.</summary>
    internal Phrase? LaterThan(Release release)
    {
        if (_imprisonments.Find(i => i.ImprisonmentId != release.ImprisonmentId && i.Kind != ImprisonmentKind.InAbsentia && (i.IsOpen || (i.DetainedOn is { } again && again > release.ReleasedOn))) is not { } next)
            return null;
        if (next.DetainedOn is { } on)
            return $"A later detention of {DisplayName}, on {on}, is recorded, which cannot stand without this release.";
        return $"A later detention of {DisplayName} is recorded, which cannot stand without this release.";
    }

    internal Imprisonment Imprison(ImprisonmentDetails details, DateTime now)
    {
        var imprisonment = Imprisonment.Create(PrisonerId, details, now);
        if (details.Release is { } release)
            imprisonment.Release(release, now);
        ImprisonmentRules.CheckNoOverlap(_imprisonments, imprisonment);
        _imprisonments.Add(imprisonment);
        Touch(now);
        return imprisonment;
    }

    internal Designation Designate(DesignationDetails details, DateTime now) => Add(_designations, details.Create(Today.Latest(now)), now);

    internal void Undesignate(Designation designation) => _designations.Remove(designation);

    internal Honour AddHonour(HonourDetails details, DateTime now) => Add(_honours, details.Create(Today.Latest(now)), now);

    internal Quotation Quote(QuotationDetails details, DateTime now) => Add(_quotations, details.Create(Today.Latest(now)), now);

    internal Claim AddClaim(ClaimDetails details, DateTime now)
    {
        if (details.ImprisonmentId is { } about && !_imprisonments.Exists(i => i.ImprisonmentId == about))
            throw new RuleException(nameof(details.ImprisonmentId), "The claim is about an imprisonment of somebody else. Choose one of this person.");
        return Add(_claims, Claim.Create(details), now);
    }

    /// <summary>Restates what follows from the facts. Every change to anything about the person ends here.</summary>
    internal void Touch(DateTime now)
    {
        UpdatedAt = now;
        Restate();
    }

    /// <summary>Derives again what follows from the facts, which did not change.</summary>
    internal void Restate()
    {
        Standing = Standing.Of(_imprisonments, _designations, hasDied: DiedOn is not null);
        StandingRules = Standing.Rules;
        var periods = HeldPeriod.Of(_imprisonments, DiedOn);
        _heldPeriods.RemoveAll(p => !periods.Exists(p.IsSame));
        _heldPeriods.AddRange(periods.Where(p => !_heldPeriods.Exists(p.IsSame)));
    }

    /// <summary>The same after rows of the person were moved past the entity: everything that follows, the names included.</summary>
    internal void RestateAll(DateTime now)
    {
        IndexNames();
        CheckNames();
        Version++;
        Touch(now);
    }

    private T Add<T>(List<T> facts, T fact, DateTime now)
    {
        facts.Add(fact);
        Touch(now);
        return fact;
    }

    private void SetNames(IReadOnlyList<NameDetails> details)
    {
        var kept = new List<PersonName>();
        foreach (var (detail, ordinal) in details.Select((d, i) => (d, i)))
        {
            var name = _names.Find(n => n.Full == detail.Full.Trim() && n.Language == detail.Language && !kept.Contains(n));
            if (name is null)
                _names.Add(name = PersonName.Create(detail, _names.Count == 0 ? ordinal : _names.Max(n => n.Ordinal) + 1));
            else
                name.Set(detail);
            kept.Add(name);
        }

        _names.RemoveAll(n => !kept.Contains(n));
        IndexNames();
        CheckNames();
    }

    private void CheckNames()
    {
        if (SearchText.Length > SearchTextLength)
            throw new RuleException("Names", "There are too many names. Keep those that sources use.");
    }

    /// <summary>Restates by what the person is shown, sorted and found.</summary>
    internal void IndexNames()
    {
        _names.ForEach(n => n.Index());
        var shown = _names.Find(n => n is { Kind: NameKind.Preferred, Language: Languages.English })
            ?? _names.Find(n => n.Kind == NameKind.Preferred)
            ?? _names.OrderBy(n => n.Ordinal).First();
        DisplayName = shown.Full;
        PreferredNames = LocalizedText.Of(_names.Where(n => n.Kind == NameKind.Preferred || n == shown).Select(n => KeyValuePair.Create(n.Language, n.Full)));
        SortName = Core.Names.SearchText.SortKey(shown.Family is null ? shown.Full : $"{shown.Family} {shown.Given} {shown.Patronymic}");
        SearchText = Core.Names.SearchText.Of(_names.Select(n => n.Full));
        SearchSounds = Core.Names.SearchText.OfWords(_names.SelectMany(n => NameSounds.Of(n.Written)));
    }
}
