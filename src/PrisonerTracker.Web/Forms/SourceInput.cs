using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.History;
using PrisonerTracker.Core.Sources;

namespace PrisonerTracker.Web.Forms;

/// <summary>
/// The sources of what a form says, a row each, and of the ones it already cites those to take away. Itself the first row.
/// </summary>
internal sealed class SourceInput : SourceRow
{
    private const int MostRows = 20;

    /// <summary>The rows below the first.</summary>
    [MaxLength(MostRows, ErrorMessage = "There are too many sources for one form. Save it and add the others afterwards.")]
    public List<SourceRow> More { get; set; } = [];

    /// <summary>Citations to take away, by id.</summary>
    public List<Guid> TakenAway { get; set; } = [];

    /// <summary>The form was sent by the button that adds a row: nothing is recorded, and it comes back with all that was typed.</summary>
    public bool Another { get; set; }

    /// <summary>What the fact cites already.</summary>
    public IReadOnlyList<CitedSource> Cited { get; private set; } = [];

    /// <summary>The page's handler that reads the form, when it has several.</summary>
    [BindNever]
    public string? Handler { get; set; }

    public sealed record CitedSource(Guid CitationId, string Slug, string Label, string? Locator, string? Field);

    private IEnumerable<SourceRow> Rows => More.Prepend(this);

    /// <summary>The sources as a last look before recording names them.</summary>
    public IReadOnlyList<string> AllSaid => [.. Rows.Select(r => r.Said).OfType<string>()];

    /// <summary>Fills the form up with empty rows: two, and one more for each press of the button.</summary>
    public void AddSpareRows()
    {
        if (More.Count == 0 || (Another && More.Count < MostRows))
            More.Add(new SourceRow());
    }

    /// <summary>Loads what the fact cites, so that the form can take one away.</summary>
    public async Task ShowCitedAsync(RegisterContext context, IQueryable<Citation> citations) =>
        Cited = await (
            from c in citations
            join s in context.Sources on c.SourceId equals s.SourceId
            orderby c.CitationId
            select new CitedSource(c.CitationId, s.Slug, LabelOf(s.Publisher, s.Title, s.PublishedOn), c.Locator, c.Field)).ToListAsync();

    /// <summary>What the facts cite and no longer cite, and the sources the form brings with it. Problems go to the model state.</summary>
    public async Task<(IReadOnlyList<CitationDetails> Citations, IReadOnlyList<NewSource> New)> ReadAsync(
        RegisterContext context, ModelStateDictionary modelState, string prefix)
    {
        if (Another)
        {
            // Makes every page stop before it records; FormPage.Again takes the message out again.
            modelState.AddModelError($"{prefix}.{nameof(Another)}", "Another source is wanted.");
            return ([], []);
        }

        var citations = new List<CitationDetails>();
        var added = new List<NewSource>();
        if (TakenAway.Count > 0)
        {
            citations.AddRange(await context.Citations.Where(c => TakenAway.Contains(c.CitationId))
                .Select(c => new CitationDetails(c.SourceId, c.Locator, c.Field) { IsTakenAway = true }).ToListAsync());
        }

        await ReadRowAsync(context, modelState, prefix, citations, added);
        for (var i = 0; i < More.Count; i++)
            await More[i].ReadRowAsync(context, modelState, $"{prefix}.{nameof(More)}[{i}]", citations, added);
        return (citations, added);
    }
}
