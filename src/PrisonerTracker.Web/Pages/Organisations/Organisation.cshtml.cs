using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.Designations;
using PrisonerTracker.Core.Shared;

namespace PrisonerTracker.Web.Pages.Organisations;

/// <summary>One organisation: whom it recognises, under which definition, and the figures it published.</summary>
internal sealed class OrganisationModel(RegisterContext register) : PageModel
{
    private const int MostFigures = 100;

    public sealed record Figure(
        Guid Id, string Country, PartialDate AsOf, int Number, CountQualifier Qualifier, LocalizedText Unit, bool PartsAreExhaustive, IReadOnlyList<int> Parts)
    {
        public int Flaw => ReportedCount.Flaw(Number, PartsAreExhaustive, Parts);
    }

    public Organisation Organisation { get; private set; } = null!;
    public Footnotes Notes { get; private set; } = new([]);
    public bool IsVerified { get; private set; }

    /// <summary>How many people under each definition, and for how many of them the recognition was withdrawn.</summary>
    public IReadOnlyList<(Definition Definition, int Standing, int Withdrawn)> Definitions { get; private set; } = [];

    public CataloguePeople People { get; private set; } = new(0, [], 1);
    public IReadOnlyList<Figure> Figures { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string key, int p = 1)
    {
        var organisation = await register.SeenOrganisations(User.IsSignedIn()).SingleOrDefaultAsync(o => o.Key == key);
        if (organisation is null)
            return NotFound();

        Organisation = organisation;
        var id = organisation.OrganisationId;
        var definitions = await (
            from d in register.Designations
            where d.OrganisationId == id
            join x in register.Prisoners on d.PrisonerId equals x.PrisonerId
            group d by d.Definition into g
            select new { g.Key, Standing = g.Count(d => d.WithdrawnOn == null), Withdrawn = g.Count(d => d.WithdrawnOn != null) }).ToListAsync();
        Definitions = [.. definitions.OrderByDescending(d => d.Standing).ThenBy(d => d.Key).Select(d => (d.Key, d.Standing, d.Withdrawn))];
        Figures = await register.SeenCounts().AsNoTracking()
            .Where(c => c.OrganisationId == id)
            .OrderByDescending(c => c.AsOf.Latest).ThenBy(c => c.ReportedCountId)
            .Take(MostFigures)
            .Select(c => new Figure(
                c.ReportedCountId, c.Country, c.AsOf, c.Number, c.Qualifier, c.Unit, c.PartsAreExhaustive, c.Parts.OrderBy(x => x.Ordinal).Select(x => x.Number).ToList()))
            .ToListAsync();
        People = await CataloguePeople.OfAsync(register.Prisoners.Where(x => x.Designations.Any(d => d.OrganisationId == id)), p);
        var figures = Figures.Select(f => (Guid?)f.Id).ToList();
        var citations = await register.CitationsWhere(c => c.OrganisationId == id || figures.Contains(c.ReportedCountId)).ToListAsync();
        (Notes, IsVerified) = (new Footnotes(citations), citations.Exists(c => c.FactId == id));
        return Page();
    }
}
