using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.Imprisonments;
using PrisonerTracker.Core.Names;
using PrisonerTracker.Core.Prisoners;
using PrisonerTracker.Core.Releases;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Web.LifeLines;
using PrisonerTracker.Web.Photos;

namespace PrisonerTracker.Web.Pages.Prisoners;

/// <summary>Everything about one person, read in six statements however much there is.</summary>
internal sealed class ProfileModel(RegisterContext register, TimeProvider clock) : PageModel
{
    public sealed record PersonView(
        Guid PrisonerId, string Slug, string DisplayName, Publication Publication, bool IsFictional, Gender Gender, PartialDate? BornOn,
        PartialDate? DiedOn, string[] Citizenships, LocalizedText Occupation, LocalizedText Summary, Standing Standing, DateTime UpdatedAt,
        IReadOnlyList<NameView> Names, IReadOnlyList<PersonPart> Withheld, PhotoView? Photo, LocalizedText PreferredNames)
    {
        /// <summary>Without what only editors see.</summary>
        public PersonView ForReaders() => this with
        {
            BornOn = Withheld.Contains(PersonPart.BirthDate) ? null : BornOn,
            Citizenships = Withheld.Contains(PersonPart.Citizenship) ? [] : Citizenships,
            Occupation = Withheld.Contains(PersonPart.Description) ? LocalizedText.Empty : Occupation,
            Summary = Withheld.Contains(PersonPart.Description) ? LocalizedText.Empty : Summary,
        };
    }

    public sealed record NameView(Guid Id, string Full, string Language, NameKind Kind);

    public sealed record ImprisonmentView(
        Guid Id, ImprisonmentKind Kind, string Country, PartialDate? DetainedOn, LocalizedText DetentionPlace, LocalizedText Circumstances,
        string? DetainedBy, PartialDate? ConfirmedOn, IReadOnlyList<ChargeView> Charges, IReadOnlyList<ReleaseView> Releases)
    {
        public IReadOnlyList<SentenceView> Sentences { get; set; } = [];
        public IReadOnlyList<PlacementView> Placements { get; set; } = [];
        public IReadOnlyList<HearingView> Hearings { get; set; } = [];
        public ReleaseView? CurrentRelease => Releases.FirstOrDefault(r => r.UndoneAs is null);
        public Arithmetic? Arithmetic { get; set; }
        public LifeCase ForLifeLine() => new()
        {
            Kind = Kind,
            DetainedOn = DetainedOn,
            ConfirmedOn = ConfirmedOn,
            Decisions = [.. Sentences.Select(Arithmetic.DecisionOf)],
            Releases = [.. Releases.Select(r => new LifeRelease(r.ReleasedOn, r.Ground, r.UndoneAs, r.UndoneOn))],
            Transfers = [.. Placements.Select(p => p.FromOn).OfType<PartialDate>()],
            ExpectedEnd = Arithmetic?.End,
        };

        public PartialDate? SortsBy => DetainedOn ?? CurrentRelease?.ReleasedOn ?? Sentences.Select(s => s.DecidedOn).Max();
    }

    public sealed record ChargeView(
        Guid Id, string Article, LocalizedText ArticleTitle, bool IsVerified, LocalizedText Code, string CodeKey, ChargeStatus Status,
        IReadOnlyList<ChargeStepView> Steps);

    public sealed record ChargeStepView(int Ordinal, ChargeStatus Status, PartialDate? On);

    public sealed record ReleaseView(
        Guid Id, PartialDate ReleasedOn, ReleaseGround Ground, string? DestinationCountry, bool? ForcedOut, LocalizedText Conditions,
        LocalizedText DocumentsKept, LocalizedText Note, UndoKind? UndoneAs, PartialDate? UndoneOn, string? EventSlug, LocalizedText? EventTitle);

    public sealed record SentenceView(
        Guid Id, Instance Instance, DecisionOutcome Outcome, Penalty Penalty, Regime? Regime, Term? Term, PartialDate? DecidedOn,
        decimal? FineAmount, string? FineCurrency, bool InAbsentia, LocalizedText? Court, LocalizedText? Judge, LocalizedText Note,
        PartialDate? InForceOn, Guid? SupersedesSentenceId, Guid? CourtId, Guid? JudgeId);

    public sealed record PlacementView(
        Guid Id, LocalizedText? Facility, PartialDate? FromOn, PartialDate? UntilOn, PartialDate? SeenOn, Regime? Regime, bool InIsolation,
        bool Incommunicado, LocalizedText Note, FacilityKind? Kind, string? FacilityKey);

    public sealed record HearingView(
        Guid Id, HearingKind Kind, HearingStatus Status, PartialDate HeardOn, TimeOnly? HeardAt, LocalizedText? Court, Guid? CourtId, bool IsClosed, LocalizedText Note)
    {
        /// <summary>Its day may still come, or is today.</summary>
        public bool IsAhead(DateOnly today) => Status != HearingStatus.Held && HeardOn.Latest >= today;
    }

    public sealed record TimelineEntry(PartialDate On, string Text, Guid FactId, string? Field = null);

    public PersonView Person { get; private set; } = null!;
    public IReadOnlyList<ImprisonmentView> Imprisonments { get; private set; } = [];
    public PersonSections Sections { get; private set; } = PersonSections.None;
    public Footnotes Notes { get; private set; } = new([]);
    public string Status { get; private set; } = "";
    /// <summary>In the reader's script, where the person is written in it.</summary>
    public string Name => Person.PreferredNames.In(InterfaceLanguage.Current.Code)?.Text ?? Person.DisplayName;

    /// <summary>The name in the person's own language, where it is written otherwise.</summary>
    public NameView? OwnName => Person.Names.FirstOrDefault(n => n.Kind == NameKind.Preferred && n.Full != Name && n.Language != InterfaceLanguage.Current.Code);

    public IReadOnlyList<TimelineEntry> Timeline { get; private set; } = [];
    public LifeFacts Life => new([.. Imprisonments.Select(i => i.ForLifeLine())], Person.DiedOn, clock.Day());

    /// <summary>Another day the reader asks about, as typed.</summary>
    [BindProperty(SupportsGet = true)]
    public string? On { get; set; }

    /// <summary>What was to be said at the end of that day.</summary>
    public PastDay? Past { get; private set; }

    public DateOnly Today => Core.Shared.Today.Latest(clock.GetUtcNow().UtcDateTime);

    /// <summary>The day that "today" means on the page, before which a hearing is past.</summary>
    public DateOnly Day => clock.Day();

    /// <summary>An address is of use while the person is held, and not longer.</summary>
    public bool CanBeWrittenTo => Standing.Held.Contains(Person.Standing.Custody);

    /// <summary>Held, and certainly 60 years old or older.</summary>
    public bool IsElderly => CanBeWrittenTo && Person.BornOn is { } born && born.Latest.AddYears(60) <= Today;

    /// <summary>The imprisonment a release could be recorded for.</summary>
    public ImprisonmentView? Open => Imprisonments.FirstOrDefault(i => i.Kind != ImprisonmentKind.InAbsentia && i.CurrentRelease is null);

    /// <summary>The imprisonment whose release could be undone: the latest.</summary>
    public ImprisonmentView? Ended => Open is null ? Imprisonments.FirstOrDefault(i => i.CurrentRelease is not null) : null;

    public async Task<IActionResult> OnGetAsync(string slug)
    {
        if (!await ReadStoryAsync(slug))
            return await MovedAsync(slug);

        Sections = await PersonSections.OfAsync(register, Person.PrisonerId);
        Notes = new Footnotes(await register.CitationsOfPrisoner(Person.PrisonerId).ToListAsync());
        Timeline = [.. Entries().OrderBy(e => e.On.Earliest).ThenBy(e => e.On.Latest)];
        if (Blank.ToNull(On) is { } typed)
            await LookBackAsync(typed);
        return Page();
    }

    /// <summary>The person, the imprisonments, the status and the life line; false when nobody is there.</summary>
    internal async Task<bool> ReadStoryAsync(string slug)
    {
        if (await FindPersonAsync(slug) is not { } person)
            return false;

        Person = register.ShowWithheld ? person : person.ForReaders();
        Imprisonments = await register.ImprisonmentsOfAsync(person.PrisonerId);
        var countries = Imprisonments.Where(i => i.Sentences.Count > 0).Select(i => i.Country).Distinct().ToList();
        var rules = countries.Count == 0 ? [] : await register.CreditRules.AsNoTracking().Where(r => countries.Contains(r.Country)).ToListAsync();
        foreach (var imprisonment in Imprisonments)
            imprisonment.Arithmetic = Arithmetic.Of(imprisonment, person.DiedOn, rules, clock.Day());
        Status = StatusSentence.Of(Facts());
        return true;
    }

    private async Task LookBackAsync(string typed)
    {
        if (PastDay.Read(typed, clock.Day(), ModelState) is { } day)
            Past = await PastDay.OfAsync(register, Person.PrisonerId, Person.DiedOn, day);
        else
            Response.StatusCode = StatusCodes.Status400BadRequest;
    }

    private Task<PersonView?> FindPersonAsync(string slug) =>
        register.Prisoners.AsNoTracking()
            .Where(p => p.Slug == slug)
            .Select(p => new PersonView(
                p.PrisonerId, p.Slug, p.DisplayName, p.Publication, p.IsFictional, p.Gender, p.BornOn, p.DiedOn, p.Citizenships,
                p.Occupation, p.Summary, p.Standing, p.UpdatedAt,
                p.Names.OrderBy(n => n.Ordinal).Select(n => new NameView(n.PersonNameId, n.Full, n.Language, n.Kind)).ToList(),
                p.WithheldParts.Select(w => w.Part).ToList(),
                p.Photos.OrderByDescending(x => x.PhotoId)
                    .Select(x => new PhotoView(x.Hash, x.File.LargeWidth, x.File.LargeHeight, x.Credit, x.Permission, x.SourceAddress, x.TakenOn, x.Version))
                    .FirstOrDefault(),
                p.PreferredNames))
            .SingleOrDefaultAsync();

    private async Task<IActionResult> MovedAsync(string slug)
    {
        var now = await register.CurrentSlugAsync(slug);
        return now is null ? NotFound() : RedirectToPagePermanent("/Prisoners/Profile", new { slug = now });
    }

    private StatusFacts Facts()
    {
        var latest = Imprisonments.FirstOrDefault(i => i.Kind != ImprisonmentKind.InAbsentia);
        return new StatusFacts
        {
            Standing = Person.Standing,
            Gender = Person.Gender,
            Ground = latest?.CurrentRelease?.Ground,
            DestinationCountry = latest?.CurrentRelease?.DestinationCountry,
            ForcedOut = latest?.CurrentRelease?.ForcedOut,
            Returned = latest?.Releases
                .Where(r => r.UndoneAs == UndoKind.ReturnedToCustody)
                .OrderBy(r => r.ReleasedOn)
                .Select(r => ((PartialDate, PartialDate?)?)(r.ReleasedOn, r.UndoneOn))
                .LastOrDefault(),
            OnlyInAbsentia = latest is null && Imprisonments.Count > 0,
            Kind = latest?.Kind,
            Penalty = latest?.Arithmetic?.Sentences.LastPenalty,
            ReplacedOn = latest?.Sentences.Where(s => s.Instance == Instance.Replacement).Select(s => s.InForceOn ?? s.DecidedOn).Max(),
            SentencedInAbsentia = Imprisonments.Any(i => i.Kind == ImprisonmentKind.InAbsentia && i.Arithmetic?.Sentences.Standing.Count > 0),
            DiedOn = Person.DiedOn,
            Earlier = Imprisonments.Count(i => i != latest && i.Kind != ImprisonmentKind.InAbsentia),
        };
    }

    private IEnumerable<TimelineEntry> Entries()
    {
        if (Person.BornOn is { } born)
            yield return new(born, T("Born"), Person.PrisonerId, nameof(Prisoner.BornOn));
        if (Person.DiedOn is { } died)
            yield return new(died, T("Died¦of a person"), Person.PrisonerId, nameof(Prisoner.DiedOn));
        foreach (var honour in Sections.Honours.Where(h => h.ReceivedOn is not null))
            yield return new(honour.ReceivedOn!, Said(honour.Title), honour.Id);
        foreach (var designation in Sections.Designations)
        {
            if (designation.DesignatedOn is { } designated)
                yield return new(designated, T("Recognised as a political prisoner by {0}", Said(designation.Organisation)), designation.Id);
            if (designation.WithdrawnOn is { } withdrawn)
                yield return new(withdrawn, T("Recognition withdrawn by {0}", Said(designation.Organisation)), designation.Id);
        }

        foreach (var entry in Imprisonments.SelectMany(EntriesOf))
            yield return entry;
    }

    private IEnumerable<TimelineEntry> EntriesOf(ImprisonmentView imprisonment)
    {
        if (imprisonment.DetainedOn is { } detained)
        {
            var place = Said(imprisonment.DetentionPlace);
            var what = (imprisonment.Kind, place.Length) switch
            {
                (ImprisonmentKind.RestrictionOfLiberty, 0) => T("Restriction of liberty began"),
                (ImprisonmentKind.RestrictionOfLiberty, _) => T("Restriction of liberty began in {0}", place),
                (_, 0) => T("Detained"),
                _ => T("Detained in {0}", place),
            };
            yield return new(detained, what, imprisonment.Id, nameof(Imprisonment.DetainedOn));
        }

        foreach (var sentence in imprisonment.Sentences.Where(s => s.DecidedOn is not null))
            yield return new(sentence.DecidedOn!, SentenceWords.Short(sentence), sentence.Id);
        foreach (var placement in imprisonment.Placements.Where(p => p.FromOn is not null))
            yield return new(placement.FromOn!, PlacementWords.Of(placement), placement.Id);
        foreach (var hearing in imprisonment.Hearings.Where(h => !h.IsAhead(Day) && h.Status != HearingStatus.Cancelled))
            yield return new(hearing.HeardOn, HearingWords.Of(hearing, Day), hearing.Id);
        if (imprisonment.ConfirmedOn is { } confirmed && imprisonment.CurrentRelease is null)
            yield return new(confirmed, T("Confirmed to be held"), imprisonment.Id, nameof(Imprisonment.ConfirmedOn));
        foreach (var release in imprisonment.Releases)
        {
            if (release.UndoneAs is null)
                yield return new(release.ReleasedOn, release.Ground == ReleaseGround.Died ? T("Died in custody") : release.DestinationCountry is { } country ? T("Released, taken to {0}", CountryNames.Of(country)) : T("Released"), release.Id);
            else if (release.UndoneOn is not { } back || back == release.ReleasedOn)
                yield return new(release.ReleasedOn, T("Was to be released and returned to custody"), release.Id);
            else
                yield return new(back, T("Returned to custody, after a release {0}", Dates.When(release.ReleasedOn)), release.Id);
        }
    }

    /// <summary>In the reader's language, where there is one; else as it is.</summary>
    private static string Said(LocalizedText text) => text.In(InterfaceLanguage.Current.Code)?.Text ?? "";
}
