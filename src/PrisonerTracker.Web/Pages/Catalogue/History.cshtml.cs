using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.History;

namespace PrisonerTracker.Web.Pages.Catalogue;

/// <summary>Who changed an entry of a catalogue, when, why, and from what to what.</summary>
internal sealed class HistoryModel(RegisterContext register) : PageModel
{
    /// <summary>The kinds of entries, as their addresses name them.</summary>
    private enum Kind
    {
        Article,
        Law,
        Facility,
        Court,
        Judge,
        Organisation,
        CreditRule,
        Tag,
    }

    public string Name { get; private set; } = "";
    public string Address { get; private set; } = "";
    public string KindName { get; private set; } = "";
    public Guid Id { get; private set; }
    public IReadOnlyList<ChangeView> Changes { get; private set; } = [];
    public long? Older { get; private set; }

    public async Task<IActionResult> OnGetAsync(string kind, Guid id, long? before)
    {
        if (!Enum.TryParse<Kind>(kind.Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out var known) || await FindAsync(known, id) is not { } found)
            return NotFound();

        (KindName, Id, Name, Address) = (kind, id, found.Entry.Label, found.Address!);
        (Changes, Older) = await register.ChangesOfAsync(id, before);
        return Page();
    }

    private async Task<(ILabelled Entry, string? Address)?> FindAsync(Kind kind, Guid id)
    {
        switch (kind)
        {
            case Kind.Article:
                return await register.Articles.AsNoTracking().Include(a => a.LegalCode).SingleOrDefaultAsync(a => a.ArticleId == id) is { } article
                    ? (article, Url.Page("/Articles/Article", new { code = article.LegalCode.Key, number = article.Number })) : null;
            case Kind.Law:
                return await register.LegalCodes.AsNoTracking().SingleOrDefaultAsync(c => c.LegalCodeId == id) is { } code ? (code, Url.Page("/Articles/Index")) : null;
            case Kind.Facility:
                return await register.Facilities.AsNoTracking().SingleOrDefaultAsync(f => f.FacilityId == id) is { } facility
                    ? (facility, Url.Page("/Facilities/Facility", new { key = facility.Key })) : null;
            case Kind.Court:
                return await register.Courts.AsNoTracking().SingleOrDefaultAsync(c => c.CourtId == id) is { } court ? (court, Url.Page("/Courts/Court", new { courtId = id })) : null;
            case Kind.Judge:
                return await register.Judges.AsNoTracking().SingleOrDefaultAsync(j => j.JudgeId == id) is { } judge ? (judge, Url.Page("/Judges/Judge", new { judgeId = id })) : null;
            case Kind.Organisation:
                return await register.Organisations.AsNoTracking().SingleOrDefaultAsync(o => o.OrganisationId == id) is { } organisation
                    ? (organisation, Url.Page("/Organisations/Organisation", new { key = organisation.Key })) : null;
            case Kind.Tag:
                return await register.Tags.AsNoTracking().SingleOrDefaultAsync(t => t.TagId == id) is { } tag ? (tag, Url.Page("/Tags/Tag", new { slug = tag.Slug })) : null;
            default:
                return await register.CreditRules.AsNoTracking().SingleOrDefaultAsync(r => r.CreditRuleId == id) is { } rule ? (rule, Url.Page("/CreditRules/Index")) : null;
        }
    }
}
