using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.Law;

namespace PrisonerTracker.Web.Pages.Articles;

/// <summary>One article, where its title comes from, and the people charged under it.</summary>
internal sealed class ArticleModel(RegisterContext register) : PageModel
{
    public Article Article { get; private set; } = null!;
    public Footnotes Notes { get; private set; } = new([]);
    public CataloguePeople People { get; private set; } = new(0, [], 1);
    public bool IsVerified { get; private set; }

    public async Task<IActionResult> OnGetAsync(string code, string number, int p = 1)
    {
        var all = User.IsSignedIn();
        var article = await register.Articles.AsNoTracking()
            .Include(a => a.LegalCode)
            .SingleOrDefaultAsync(a => a.LegalCode.Key == code && a.Number == number && (all || a.IsPublic));
        if (article is null)
            return NotFound();

        Article = article;
        var citations = await register.CitationsWhere(c => c.ArticleId == article.ArticleId).ToListAsync();
        (Notes, IsVerified) = (new Footnotes(citations), citations.Count > 0);
        People = await CataloguePeople.OfAsync(
            register.Prisoners.Where(x => x.Imprisonments.Any(i => i.Charges.Any(c => c.ArticleId == article.ArticleId))), p);
        return Page();
    }
}
