using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.Imprisonments;
using PrisonerTracker.Core.Names;
using PrisonerTracker.Core.Prisoners.Facts;
using PrisonerTracker.Core.Rosters;
using PrisonerTracker.Core.Search;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Core.Solidarity;

namespace PrisonerTracker.Core.Prisoners;

public enum PrisonerSort
{
    Name,
    Detained,
    Released,
    Updated,

    /// <summary>Whoever fits the text best first; by name without a text.</summary>
    Fit,
}

/// <summary>Which people, in which order: one filter for the list, its count, the exports and whatever comes after them.</summary>
/// <remarks>
/// It asks what readers can see, whoever asks: nobody is found by a withheld part of the record
/// (docs/adr/0039-filters-ask-what-readers-can-see.md).
/// </remarks>
public sealed record PrisonerFilter
{
    /// <summary>From this age on imprisonment is a heightened risk.</summary>
    public const int ElderlyFrom = 60;

    private static readonly PrisonerFilter None = new();

    /// <summary>A name in any spelling, part of one, or other words; look for it with <see cref="SearchedAsync"/> before the filter is applied.</summary>
    public string? Text { get; init; }

    /// <summary>Whom the text found.</summary>
    public SearchResult? Found { get; private init; }

    /// <summary>Any of these; empty for all.</summary>
    public IReadOnlyList<Custody> Custody { get; init; } = [];

    /// <summary>Where the latest case stands.</summary>
    public LegalStage? Stage { get; init; }

    /// <summary>The key of an organisation that designates the person and has not withdrawn it.</summary>
    public string? DesignatedBy { get; init; }

    /// <summary>In a stay without contact to the outside, and held.</summary>
    public bool Incommunicado { get; init; }

    /// <summary>ISO 3166-1 alpha-2: where the latest imprisonment was.</summary>
    public string? Country { get; init; }

    /// <summary>The key of the facility where the person is or, when that is not known any more, was known to be last.</summary>
    public string? Facility { get; init; }

    /// <summary>Years: the term in force is at least so long, or for life.</summary>
    public int? TermAtLeast { get; init; }

    /// <summary>An article's number, its parts included: <c>357</c> finds <c>357 part 1</c>.</summary>
    public string? Article { get; init; }

    public Gender? Gender { get; init; }

    /// <summary>Words that stand in the occupation or begin one of its words, whatever their case and diacritics.</summary>
    public string? Occupation { get; init; }

    /// <summary>ISO 3166-1 alpha-2: one of the person's citizenships.</summary>
    public string? Citizenship { get; init; }

    /// <summary>A risk factor that lasts, or held at <see cref="ElderlyFrom"/> or older.</summary>
    public bool AtRisk { get; init; }

    /// <summary>Risk factors that only editors see count as well: for lists that nobody but an editor looks at.</summary>
    public bool ForEditors { get; init; }

    /// <summary>Held, with an address that letters reach as far as is known (<see cref="LetterRoute.IsOpen"/>).</summary>
    public bool CanBeWrittenTo { get; init; }

    /// <summary>The slug of a tag; one that is not shown to readers finds nobody for them.</summary>
    public string? Tag { get; init; }

    /// <summary>Some detention may have been on or after this day.</summary>
    public DateOnly? DetainedFrom { get; init; }

    public DateOnly? DetainedUntil { get; init; }

    /// <summary>Some court may have passed or changed a sentence on or after this day.</summary>
    public DateOnly? SentencedFrom { get; init; }

    public DateOnly? SentencedUntil { get; init; }

    /// <summary>Some release that still stands may have been on or after this day.</summary>
    public DateOnly? ReleasedFrom { get; init; }

    public DateOnly? ReleasedUntil { get; init; }

    /// <summary>Held, certainly or possibly, at the end of this day, or of some day of this month or year.</summary>
    public PartialDate? HeldOn { get; init; }

    /// <summary>Only those certainly held then.</summary>
    public bool CertainlyHeld { get; init; }

    /// <summary>The day it is; what is recorded has happened by then.</summary>
    public DateOnly Today { get; init; } = DateOnly.MaxValue;

    /// <summary>Only people of whom something readers can see has no source.</summary>
    public bool Unsourced { get; init; }

    /// <summary>The record changed on this day or later, by UTC.</summary>
    public DateOnly? UpdatedSince { get; init; }

    public PrisonerSort Sort { get; init; }

    /// <summary>Nobody is left out.</summary>
    public bool IsEverybody =>
        this with { Sort = default, Today = DateOnly.MaxValue, CertainlyHeld = CertainlyHeld && HeldOn is not null, ForEditors = false } == None;

    /// <summary>The filter with its text looked for, among whoever fits the rest of it.</summary>
    public async Task<PrisonerFilter> SearchedAsync(RegisterContext register, CancellationToken cancellationToken = default) =>
        Text is null ? this : this with { Found = await PrisonerSearch.FindAsync(register, (this with { Text = null }).Apply(register.Prisoners), Text, cancellationToken) };

    public IQueryable<Prisoner> Apply(IQueryable<Prisoner> prisoners)
    {
        if (Text is not null)
            prisoners = (Found ?? throw new InvalidOperationException("The text was not looked for.")).Apply(prisoners);

        return WithinDates(OfPerson(OfCase(OfStanding(prisoners))));
    }

    private IQueryable<Prisoner> OfStanding(IQueryable<Prisoner> prisoners)
    {
        if (Custody.Count > 0)
            prisoners = prisoners.Where(p => Custody.Contains(p.Standing.Custody));
        if (Stage is not null)
            prisoners = prisoners.Where(p => p.Standing.LegalStage == Stage);
        if (DesignatedBy is not null)
            prisoners = prisoners.Where(p => p.Designations.Any(d => d.WithdrawnOn == null && d.Organisation.Key == DesignatedBy));
        if (HeldOn is not null)
            prisoners = prisoners.Where(CertainlyHeld ? Roster.Certainly(HeldOn, Today) : Roster.Possibly(HeldOn, Today));
        if (Incommunicado)
        {
            prisoners = prisoners.Where(p => Standing.Held.Contains(p.Standing.Custody)
                && !p.WithheldParts.Any(w => w.Part == PersonPart.Placements)
                && p.Imprisonments.Any(i => i.EndedOn == null && i.Placements.Any(s => s.Incommunicado && s.UntilOn == null)));
        }

        return prisoners;
    }

    private IQueryable<Prisoner> OfCase(IQueryable<Prisoner> prisoners)
    {
        if (Country is not null)
            prisoners = prisoners.Where(p => p.Standing.Country == Country);
        if (Article is not null)
        {
            var parts = Article.Replace(@"\", "").Replace("%", "").Replace("_", "") + " part %";
            prisoners = prisoners.Where(p => p.Imprisonments.Any(i => i.Charges.Any(c =>
                c.Article.Number == Article || EF.Functions.Like(c.Article.Number, parts))));
        }

        if (Facility is not null)
        {
            // Whoever was there at any time, found by index, and of these only whose last known stay it is.
            prisoners = prisoners.Where(p => !p.WithheldParts.Any(w => w.Part == PersonPart.Placements)
                && p.Imprisonments.Any(i => i.Placements.Any(s => s.Facility!.Key == Facility))
                && p.Imprisonments
                    .SelectMany(i => i.Placements, (i, s) => new { Case = i, Stay = s })
                    .Where(x => x.Stay.FacilityId != null)
                    .OrderByDescending(x => x.Case.EndedOn == null && x.Case.Kind != ImprisonmentKind.InAbsentia)
                    .ThenByDescending(x => x.Case.DetainedOn == null ? DateOnly.MinValue : x.Case.DetainedOn.Latest)
                    .ThenByDescending(x => x.Stay.UntilOn == null)
                    .ThenByDescending(x => x.Stay.UntilOn != null ? x.Stay.UntilOn.Latest
                        : x.Stay.SeenOn != null ? x.Stay.SeenOn.Latest
                        : x.Stay.FromOn != null ? x.Stay.FromOn.Latest
                        : DateOnly.MinValue)
                    .ThenByDescending(x => x.Stay.PlacementId)
                    .Select(x => x.Stay.Facility!.Key)
                    .FirstOrDefault() == Facility);
        }

        if (TermAtLeast is not null)
        {
            var months = 12 * TermAtLeast;
            prisoners = prisoners.Where(p => p.Standing.TermMonths >= months || p.Standing.PenaltyInForce == Penalty.LifeImprisonment);
        }

        return prisoners;
    }

    private IQueryable<Prisoner> OfPerson(IQueryable<Prisoner> prisoners)
    {
        if (Gender is not null)
            prisoners = prisoners.Where(p => p.Gender == Gender);
        if (Tag is not null)
            prisoners = prisoners.Where(p => p.Tags.Any(t => t.Tag.Slug == Tag));
        if (Occupation is not null)
        {
            prisoners = prisoners.Where(p => !p.WithheldParts.Any(w => w.Part == PersonPart.Description));
            foreach (var beginning in SearchText.Words(Occupation).Select(word => $"% {word}%"))
                prisoners = prisoners.Where(p => EF.Functions.Like(DatabaseFunctions.FoldedWords(p.Occupation), beginning));
        }

        if (Citizenship is not null)
        {
            string[] all = [Citizenship]; // as a set within a set, which is what the index answers
            prisoners = prisoners.Where(p => all.All(c => p.Citizenships.Contains(c)) && !p.WithheldParts.Any(w => w.Part == PersonPart.Citizenship));
        }

        if (AtRisk)
        {
            var elderly = Today.AddYears(-ElderlyFrom);
            prisoners = prisoners.Where(p =>
                p.RiskFactors.Any(r => (ForEditors || r.Visibility == Visibility.Public) && (r.UntilOn == null || r.UntilOn.Latest >= Today))
                || (Standing.Held.Contains(p.Standing.Custody) && p.BornOn!.Latest <= elderly && !p.WithheldParts.Any(w => w.Part == PersonPart.BirthDate)));
        }

        if (CanBeWrittenTo)
            prisoners = prisoners.Where(p => Standing.Held.Contains(p.Standing.Custody)).WhomLettersReach();
        if (Unsourced)
            prisoners = prisoners.Where(p => p.HasUnsourced);
        return prisoners;
    }

    private IQueryable<Prisoner> WithinDates(IQueryable<Prisoner> prisoners)
    {
        if (DetainedFrom is not null || DetainedUntil is not null)
        {
            var (from, until) = (DetainedFrom ?? DateOnly.MinValue, DetainedUntil ?? DateOnly.MaxValue);
            prisoners = prisoners.Where(p => p.Imprisonments.Any(i => i.DetainedOn!.Latest >= from && i.DetainedOn.Earliest <= until));
        }

        if (SentencedFrom is not null || SentencedUntil is not null)
        {
            var (from, until) = (SentencedFrom ?? DateOnly.MinValue, SentencedUntil ?? DateOnly.MaxValue);
            prisoners = prisoners.Where(p => p.Imprisonments.Any(i => i.Sentences.Any(s =>
                (s.Outcome == DecisionOutcome.Imposed || s.Outcome == DecisionOutcome.Changed) && s.DecidedOn!.Latest >= from && s.DecidedOn.Earliest <= until)));
        }

        if (ReleasedFrom is not null || ReleasedUntil is not null)
        {
            var (from, until) = (ReleasedFrom ?? DateOnly.MinValue, ReleasedUntil ?? DateOnly.MaxValue);
            prisoners = prisoners.Where(p => p.Imprisonments.Any(i => i.Releases.Any(r =>
                r.UndoneAt == null && r.ReleasedOn.Latest >= from && r.ReleasedOn.Earliest <= until)));
        }

        if (UpdatedSince is { } since)
        {
            var midnight = since.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
            prisoners = prisoners.Where(p => p.UpdatedAt >= midnight);
        }

        return prisoners;
    }

    /// <summary>Unknown dates come last; the key settles ties, so that pages neither repeat nor skip anybody.</summary>
    public IQueryable<Prisoner> Order(IQueryable<Prisoner> prisoners) => Sort switch
    {
        PrisonerSort.Detained => prisoners
            .OrderBy(p => p.Standing.DetainedOn == null)
            .ThenByDescending(p => p.Standing.DetainedOn!.Earliest).ThenBy(p => p.PrisonerId),
        PrisonerSort.Released => prisoners
            .OrderBy(p => p.Standing.ReleasedOn == null)
            .ThenByDescending(p => p.Standing.ReleasedOn!.Earliest).ThenBy(p => p.PrisonerId),
        PrisonerSort.Updated => prisoners.OrderByDescending(p => p.UpdatedAt).ThenBy(p => p.PrisonerId),
        PrisonerSort.Fit when Found is { IsBroad: false } => InOrderOfFit(prisoners, [.. Found.Hits.Select(h => h.PrisonerId)]),

        // Not by the index of names: the planner would walk it from its beginning up to where they stand.
        _ when Found is { StandTogether: true } => prisoners.OrderBy(p => p.SortName + "").ThenBy(p => p.PrisonerId),
        _ => prisoners.OrderBy(p => p.SortName).ThenBy(p => p.PrisonerId),
    };

    private static IQueryable<Prisoner> InOrderOfFit(IQueryable<Prisoner> prisoners, Guid[] ids) =>
        prisoners.OrderBy(p => Array.IndexOf(ids, p.PrisonerId));
}
