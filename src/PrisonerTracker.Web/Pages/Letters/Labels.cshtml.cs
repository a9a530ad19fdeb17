using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Core.Solidarity;
using PrisonerTracker.Web.Pages.Prisoners;

namespace PrisonerTracker.Web.Pages.Letters;

/// <summary>
/// Address labels, three by eight on a sheet of A4, for the people of a filter whom letters reach. It takes the query string of the list.
/// </summary>
internal sealed class LabelsModel(RegisterContext register, TimeProvider clock) : PageModel
{
    public const int OnSheet = 24;

    /// <summary>At most so many people at once: ten sheets; the next page goes on.</summary>
    private const int OnPage = 10 * OnSheet;

    /// <summary>What fits on a label of 70 by 37 mm in the smallest letters that a sorter reads.</summary>
    private const int MostLines = 9;

    private const int MostLetters = 230;

    public sealed record Label(string Slug, LocalizedText Name, WrittenAddress Address)
    {
        public bool IsLong => Lines > 6 || Address.Lines!.Length > 140;
        public bool Fits => Lines <= MostLines && Address.Lines!.Length <= MostLetters;
        private int Lines => Address.Lines!.Count(c => c == '\n') + 1;
    }

    public sealed record PersonRow(string Slug, LocalizedText Name, bool IsFictional);

    public PrisonersQuery Query { get; private set; } = null!;

    /// <summary>Posted from another country: the address in Latin letters, where one is recorded.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Abroad { get; set; }

    public IReadOnlyList<Label> Labels { get; private set; } = [];
    public IReadOnlyList<Label> TooLong { get; private set; } = [];

    /// <summary>Who was asked for and gets no label, because letters do not arrive.</summary>
    public IReadOnlyList<PersonRow> NotReached { get; private set; } = [];

    public int WithAddress { get; private set; }
    public int WithoutAddress { get; private set; }
    public int LastPage => (WithAddress + OnPage - 1) / OnPage;

    public async Task<IActionResult> OnGetAsync()
    {
        register.ShowWhatReadersSee();
        Query = PrisonersQuery.From(Request.Query, clock.Day());
        if (Query.Problems.Count > 0)
        {
            foreach (var (name, problem) in Query.Problems)
                ModelState.AddModelError(name is "page" or "view" ? "" : name, problem);
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        var cancellation = HttpContext.RequestAborted;
        await Query.NameKeysAsync(HttpContext, register);
        var filter = await Query.Filter.SearchedAsync(register, cancellation);
        var held = filter.Apply(register.Prisoners.AsNoTracking()).Held();
        var counts = await held
            .GroupBy(p => p.LetterAddresses.Any(a => a.Lines != null))
            .Select(g => new { HasAddress = g.Key, Count = g.Count() })
            .ToListAsync(cancellation);
        (WithAddress, WithoutAddress) = (counts.Where(c => c.HasAddress).Sum(c => c.Count), counts.Where(c => !c.HasAddress).Sum(c => c.Count));

        var found = await filter.Order(held.Where(p => p.LetterAddresses.Any(a => a.Lines != null)))
            .Skip((Query.Page - 1) * OnPage)
            .Take(OnPage)
            .Select(p => new
            {
                Person = new PersonRow(p.Slug, p.PreferredNames, p.IsFictional),
                Addresses = p.LetterAddresses.Select(a => new WrittenAddress(a.LetterAddressId, a.Lines, a.Language, a.Script, a.Passage, a.KnownOn, a.Note)).ToList(),
            })
            .ToListAsync(cancellation);
        var routes = found.ConvertAll(p => (p.Person, Route: LetterRoute.Of(p.Addresses)));
        var labels = routes.Where(r => r.Route.IsOpen).Select(r => new Label(r.Person.Slug, r.Person.Name, r.Route.ForEnvelope(Abroad)!)).ToLookup(l => l.Fits);
        (Labels, TooLong) = ([.. labels[true]], [.. labels[false]]);
        NotReached = [.. routes.Where(r => !r.Route.IsOpen).Select(r => r.Person)];
        return Page();
    }
}
