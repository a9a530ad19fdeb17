using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Bulk;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Web.Forms;
using PrisonerTracker.Web.Identity;
using PrisonerTracker.Web.Infrastructure;

namespace PrisonerTracker.Web.Pages.Prisoners.Bulk;

/// <summary>Puts people of the list into a bulk action: those who are marked, or everybody the filter finds.</summary>
internal sealed class ChooseModel(RegisterContext register, CurrentActor actor, TimeProvider clock, BulkService bulk) : FormPage(register, actor)
{
    /// <summary>Who is marked.</summary>
    [BindProperty]
    public List<Guid> People { get; set; } = [];

    /// <summary>Everybody the filter finds, and not only who is marked.</summary>
    [BindProperty]
    public bool All { get; set; }

    /// <summary>The query string of the list.</summary>
    [BindProperty]
    public string? Query { get; set; }

    /// <summary>The page of the list.</summary>
    [BindProperty]
    public int Number { get; set; } = 1;

    [BindProperty]
    public Guid? Into { get; set; }

    /// <summary>The list as it was.</summary>
    public string Back { get; private set; } = "~/prisoners";

    public IActionResult OnGet() => RedirectToPage("/Prisoners/Bulk/Index");

    public async Task<IActionResult> OnPostAsync()
    {
        var asked = Query is { Length: <= BulkAction.FilterLength } ? Query : null;
        var query = PrisonersQuery.From(new QueryCollection(QueryHelpers.ParseQuery(asked)), clock.Day());
        Back = query.With("~/prisoners", "page", Number is > 1 and <= PrisonersQuery.LastPage ? $"{Number}" : null);
        if (query.Problems.Count > 0)
            ModelState.AddModelError("People", query.Problems[0].Problem);
        if (!ModelState.IsValid
            || await TryAsync(async () => await bulk.ChooseAsync(Into, All ? await FoundAsync(query) : People, All ? query.To("") : null, Submission()), "") is not { } chosen)
            return Again();

        var id = chosen.Subjects[0];
        var count = await Register.BulkPeople.CountAsync(p => p.BulkActionId == id);
        TempData.Say(Told(chosen, N(count, "{0} person is chosen now.", "{0} people are chosen now.")));
        return All ? RedirectToPage("/Prisoners/Bulk/Action", new { id }) : LocalRedirect(Url.Content(Back));
    }

    private async Task<List<Guid>> FoundAsync(PrisonersQuery query)
    {
        var filter = await (query.Filter with { ForEditors = true }).SearchedAsync(Register, HttpContext.RequestAborted);
        return await filter.Apply(Register.Prisoners.AsNoTracking()).Select(p => p.PrisonerId).Take(BulkAction.MostPeople + 1).ToListAsync();
    }
}
