using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.Names;
using PrisonerTracker.Core.Prisoners;
using PrisonerTracker.Core.Releases;
using PrisonerTracker.Core.Rosters;
using PrisonerTracker.Core.Search;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Core.Terms;
using PrisonerTracker.Web.Identity;
using PrisonerTracker.Web.LifeLines;
using PrisonerTracker.Web.Pages.Prisoners.Bulk;

namespace PrisonerTracker.Web.Pages.Prisoners;

internal sealed class IndexModel(RegisterContext register, TimeProvider clock, CurrentActor actor, FilterOffer offer) : PageModel
{
    public sealed record Row(
        Guid Id, string Slug, string Name, string? OwnName, string? OwnLanguage, Standing Standing, PartialDate? BornOn, Publication Publication, bool IsFictional,
        bool IsCertain, LifeFacts Life, string? Photo, LocalizedText PreferredNames)
    {
        /// <summary>The spelling that the search found, when it is none of those shown.</summary>
        public Spelling? AlsoWritten { get; init; }
    }

    /// <summary>The axis that the life lines of the page share; null when none of them is dated.</summary>
    public DayRange? Days { get; private set; }

    public sealed record Spelling(string Full, string Language);

    public PrisonersQuery Query { get; private set; } = null!;
    public IReadOnlyList<Row> Rows { get; private set; } = [];
    public int Count { get; private set; }

    /// <summary>How many of them were certainly held on the day that was asked for.</summary>
    public int CertainCount { get; private set; }

    /// <summary>More people fit the text than the list holds.</summary>
    public bool IsCutOff { get; private set; }

    /// <summary>What an editor can do with whom the list shows.</summary>
    public Choosing? Choosing { get; private set; }

    public OfferedFilters Offered => Query.Offered!;
    public int LastPage => Math.Min(PrisonersQuery.LastPage, (Count + PrisonersQuery.PageSize - 1) / PrisonersQuery.PageSize);

    public PersonCard CardOf(Row row) => new(row, Days) { HeldOn = Query.Filter.HeldOn, IsChosen = Choosing?.Chosen.Contains(row.Id) };

    public async Task<IActionResult> OnGetAsync()
    {
        Query = PrisonersQuery.From(Request.Query, clock.Day());
        Query.Offered = await offer.ReadAsync(register, HttpContext.RequestAborted);
        if (Query.Problems.Count > 0)
        {
            foreach (var (name, problem) in Query.Problems)
                ModelState.AddModelError(name is "page" or "view" ? "" : name, problem); // no field of the form holds these
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        var filter = await (Query.Filter with { ForEditors = User.MayEdit() }).SearchedAsync(register, HttpContext.RequestAborted);
        var found = filter.Apply(register.Prisoners.AsNoTracking());
        Count = filter.Found is { IsBroad: false } ranked ? ranked.Hits.Count : await found.CountAsync();
        IsCutOff = filter.Found is { IsCutOff: true };
        if (filter.HeldOn is { } heldOn)
            CertainCount = filter.CertainlyHeld ? Count : await found.Where(Roster.Certainly(heldOn, filter.Today)).CountAsync();
        var (days, isNow) = Roster.Of(filter.HeldOn, filter.Today);

        // Ordered by what the order needs, and only then read in full.
        var page = filter.Order(found).Skip((Query.Page - 1) * PrisonersQuery.PageSize).Take(PrisonersQuery.PageSize).Select(p => p.PrisonerId);
        var rows = await filter.Order(register.Prisoners.AsNoTracking().Where(p => page.Contains(p.PrisonerId)))
            .Select(p => new
            {
                p.PrisonerId,
                p.Slug,
                p.DisplayName,
                Names = p.Names
                    .Where(n => filter.Text != null || (n.Kind == NameKind.Preferred && n.Language != Languages.English))
                    .OrderBy(n => n.Kind != NameKind.Preferred).ThenBy(n => n.Ordinal)
                    .Select(n => new { n.Full, n.Language, n.Kind })
                    .ToList(),
                p.Standing,
                p.BornOn,
                p.DiedOn,
                Cases = p.Imprisonments.Select(i => new LifeCase
                {
                    Kind = i.Kind,
                    DetainedOn = i.DetainedOn,
                    ConfirmedOn = i.ConfirmedOn,
                    Releases = i.Releases
                        .Where(r => r.UndoneAs == null || r.UndoneAs == UndoKind.ReturnedToCustody)
                        .Select(r => new LifeRelease(r.ReleasedOn, r.Ground, r.UndoneAs, r.UndoneOn)).ToList(),
                    Decisions = i.Sentences.Select(s => new Decision
                    {
                        SentenceId = s.SentenceId,
                        SupersedesSentenceId = s.SupersedesSentenceId,
                        Instance = s.Instance,
                        Outcome = s.Outcome,
                        Penalty = s.Penalty,
                        Regime = s.Regime,
                        Term = s.Term,
                        DecidedOn = s.DecidedOn,
                        InForceOn = s.InForceOn,
                        InAbsentia = s.InAbsentia,
                    }).ToList(),
                }).ToList(),
                Photo = p.Photos.OrderByDescending(x => x.PhotoId).Select(x => x.Hash).FirstOrDefault(),
                p.PreferredNames,
                HidesBirth = !register.ShowWithheld && p.WithheldParts.Any(w => w.Part == PersonPart.BirthDate),
                p.Publication,
                p.IsFictional,
                IsCertain = (isNow && Standing.Held.Contains(p.Standing.Custody)) || p.HeldPeriods.Any(h => h.IsCertain && h.Days.Overlaps(days)),
            })
            .ToListAsync();

        var spelling = filter.Text is { } text ? new SearchSpelling(text) : null;
        Rows =
        [
            .. rows.Select(p =>
            {
                var own = p.Names.Find(n => n.Kind == NameKind.Preferred && n.Language != Languages.English);
                var fits = spelling?.Of([p.DisplayName, .. p.Names.Select(n => n.Full)]);
                return new Row(p.PrisonerId, p.Slug, p.DisplayName, own?.Full, own?.Language, p.Standing, p.HidesBirth ? null : p.BornOn, p.Publication, p.IsFictional, p.IsCertain,
                    new LifeFacts(p.Cases, p.DiedOn, filter.Today), p.Photo, p.PreferredNames)
                {
                    AlsoWritten = fits is null || fits == p.DisplayName || fits == own?.Full ? null
                        : new Spelling(fits, p.Names.Find(n => n.Full == fits)!.Language),
                };
            }),
        ];
        Days = LifeLine.Around(Rows.Select(r => LifeLine.Of(r.Life)));
        if (User.MayEdit())
            Choosing = await Choosing.OfAsync(register, actor.Actor.Name, Query, Count, Rows.Select(r => r.Id));
        return Page();
    }
}
