using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.Names;
using PrisonerTracker.Core.Prisoners;
using PrisonerTracker.Core.Rosters;
using PrisonerTracker.Core.Shared;

namespace PrisonerTracker.Web.Pages.Prisoners;

internal sealed class IndexModel(RegisterContext register, TimeProvider clock) : PageModel
{
    public sealed record Row(
        string Slug, string Name, string? OwnName, string? OwnLanguage, Standing Standing, PartialDate? BornOn, Publication Publication, bool IsFictional,
        bool IsCertain);

    public PrisonersQuery Query { get; private set; } = null!;
    public IReadOnlyList<Row> Rows { get; private set; } = [];
    public int Count { get; private set; }

    /// <summary>How many of them were certainly held on the day that was asked for.</summary>
    public int CertainCount { get; private set; }
    public IReadOnlyList<string> CountriesOffered { get; private set; } = [];
    public IReadOnlyList<string> ArticlesOffered { get; private set; } = [];
    public int LastPage => Math.Min(PrisonersQuery.LastPage, (Count + PrisonersQuery.PageSize - 1) / PrisonersQuery.PageSize);

    public async Task<IActionResult> OnGetAsync()
    {
        Query = PrisonersQuery.From(Request.Query, clock.Day());
        CountriesOffered = await register.CountriesOfPublished().ToListAsync();
        ArticlesOffered = await register.Articles
            .Where(a => a.IsPublic || register.ShowUnpublished)
            .Select(a => a.Number).Distinct().OrderBy(n => n).Take(200).ToListAsync();
        if (Query.Problems.Count > 0)
        {
            foreach (var (name, problem) in Query.Problems)
                ModelState.AddModelError(name == "page" ? "" : name, problem); // no field of the form holds the page
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        var found = Query.Filter.Apply(register.Prisoners.AsNoTracking());
        Count = await found.CountAsync();
        if (Query.Filter.HeldOn is { } heldOn)
            CertainCount = Query.Filter.CertainlyHeld ? Count : await found.Where(Roster.Certainly(heldOn, Query.Filter.Today)).CountAsync();
        var (days, isNow) = Roster.Of(Query.Filter.HeldOn, Query.Filter.Today);
        Rows = await Query.Filter.Order(found)
            .Skip((Query.Page - 1) * PrisonersQuery.PageSize)
            .Take(PrisonersQuery.PageSize)
            .Select(p => new
            {
                p.Slug,
                p.DisplayName,
                Own = p.Names
                    .Where(n => n.Kind == NameKind.Preferred && n.Language != Languages.English)
                    .OrderBy(n => n.Ordinal)
                    .Select(n => new { n.Full, n.Language })
                    .FirstOrDefault(),
                p.Standing,
                p.BornOn,
                p.Publication,
                p.IsFictional,
                IsCertain = (isNow && Standing.Held.Contains(p.Standing.Custody)) || p.HeldPeriods.Any(h => h.IsCertain && h.Days.Overlaps(days)),
            })
            .Select(p => new Row(
                p.Slug, p.DisplayName, p.Own!.Full, p.Own.Language, p.Standing, p.BornOn, p.Publication, p.IsFictional, p.IsCertain))
            .ToListAsync();
        return Page();
    }
}
