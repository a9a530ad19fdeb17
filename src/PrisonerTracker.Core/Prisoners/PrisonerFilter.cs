using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.Rosters;
using PrisonerTracker.Core.Search;
using PrisonerTracker.Core.Shared;

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
public sealed record PrisonerFilter
{
    private static readonly PrisonerFilter None = new();

    /// <summary>A name in any spelling, part of one, or other words; look for it with <see cref="SearchedAsync"/> before the filter is applied.</summary>
    public string? Text { get; init; }

    /// <summary>Whom the text found.</summary>
    public SearchResult? Found { get; private init; }

    /// <summary>Any of these; empty for all.</summary>
    public IReadOnlyList<Custody> Custody { get; init; } = [];

    /// <summary>ISO 3166-1 alpha-2: where the latest imprisonment was.</summary>
    public string? Country { get; init; }

    /// <summary>An article's number, its parts included: <c>357</c> finds <c>357 part 1</c>.</summary>
    public string? Article { get; init; }

    public Gender? Gender { get; init; }

    /// <summary>The slug of a tag; one that is not shown to readers finds nobody for them.</summary>
    public string? Tag { get; init; }

    /// <summary>Some detention may have been on or after this day.</summary>
    public DateOnly? DetainedFrom { get; init; }

    public DateOnly? DetainedUntil { get; init; }

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

    public PrisonerSort Sort { get; init; }

    /// <summary>Nobody is left out.</summary>
    public bool IsEverybody => this with { Sort = default, Today = DateOnly.MaxValue, CertainlyHeld = CertainlyHeld && HeldOn is not null } == None;

    /// <summary>The filter with its text looked for, among whoever fits the rest of it.</summary>
    public async Task<PrisonerFilter> SearchedAsync(RegisterContext register, CancellationToken cancellationToken = default) =>
        Text is null ? this : this with { Found = await PrisonerSearch.FindAsync(register, (this with { Text = null }).Apply(register.Prisoners), Text, cancellationToken) };

    public IQueryable<Prisoner> Apply(IQueryable<Prisoner> prisoners)
    {
        if (Text is not null)
            prisoners = (Found ?? throw new InvalidOperationException("The text was not looked for.")).Apply(prisoners);

        if (Custody.Count > 0)
            prisoners = prisoners.Where(p => Custody.Contains(p.Standing.Custody));
        if (Country is not null)
            prisoners = prisoners.Where(p => p.Standing.Country == Country);
        if (Gender is not null)
            prisoners = prisoners.Where(p => p.Gender == Gender);
        if (Tag is not null)
            prisoners = prisoners.Where(p => p.Tags.Any(t => t.Tag.Slug == Tag));
        if (Unsourced)
            prisoners = prisoners.Where(p => p.HasUnsourced);
        if (Article is not null)
        {
            var parts = Article.Replace(@"\", "").Replace("%", "").Replace("_", "") + " part %";
            prisoners = prisoners.Where(p => p.Imprisonments.Any(i => i.Charges.Any(c =>
                c.Article.Number == Article || EF.Functions.Like(c.Article.Number, parts))));
        }

        if (HeldOn is not null)
            prisoners = prisoners.Where(CertainlyHeld ? Roster.Certainly(HeldOn, Today) : Roster.Possibly(HeldOn, Today));

        if (DetainedFrom is not null || DetainedUntil is not null)
        {
            var (from, until) = (DetainedFrom ?? DateOnly.MinValue, DetainedUntil ?? DateOnly.MaxValue);
            prisoners = prisoners.Where(p => p.Imprisonments.Any(i => i.DetainedOn!.Latest >= from && i.DetainedOn.Earliest <= until));
        }

        if (ReleasedFrom is not null || ReleasedUntil is not null)
        {
            var (from, until) = (ReleasedFrom ?? DateOnly.MinValue, ReleasedUntil ?? DateOnly.MaxValue);
            prisoners = prisoners.Where(p => p.Imprisonments.Any(i => i.Releases.Any(r =>
                r.UndoneAt == null && r.ReleasedOn.Latest >= from && r.ReleasedOn.Earliest <= until)));
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
