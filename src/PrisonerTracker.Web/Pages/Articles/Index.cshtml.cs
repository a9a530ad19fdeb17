using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.Shared;

namespace PrisonerTracker.Web.Pages.Articles;

/// <summary>The articles people are charged under, law by law, with how many people each.</summary>
internal sealed class IndexModel(RegisterContext register) : PageModel
{
    public sealed record CodeView(Guid Id, string Key, string Country, LocalizedText Title, bool IsVerified);

    public sealed record ArticleView(Guid Id, Guid CodeId, string Number, LocalizedText Title, bool IsVerified);

    public IReadOnlyList<CodeView> Codes { get; private set; } = [];
    public ILookup<Guid, ArticleView> Articles { get; private set; } = Array.Empty<ArticleView>().ToLookup(a => a.CodeId);
    public IReadOnlyDictionary<Guid, int> People { get; private set; } = new Dictionary<Guid, int>();

    public async Task OnGetAsync()
    {
        var all = User.IsSignedIn();
        Codes = await register.LegalCodes
            .Where(c => all || c.IsPublic)
            .OrderBy(c => c.Country).ThenBy(c => c.Key)
            .Select(c => new CodeView(c.LegalCodeId, c.Key, c.Country, c.Title, c.Citations.Any()))
            .ToListAsync();
        var articles = await register.Articles
            .Where(a => all || a.IsPublic)
            .Select(a => new ArticleView(a.ArticleId, a.LegalCodeId, a.Number, a.Title, a.Citations.Any()))
            .ToListAsync();
        Articles = articles.OrderBy(a => a.Number, ArticleNumbers.Order).ToLookup(a => a.CodeId);
        People = await (
            from c in register.Charges
            join i in register.Imprisonments on c.ImprisonmentId equals i.ImprisonmentId
            join p in register.Prisoners on i.PrisonerId equals p.PrisonerId
            group p.PrisonerId by c.ArticleId into charged
            select new { charged.Key, Count = charged.Distinct().Count() }).ToDictionaryAsync(c => c.Key, c => c.Count);
    }
}
