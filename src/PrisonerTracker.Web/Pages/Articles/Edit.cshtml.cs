using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.Law;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Core.Sources;
using PrisonerTracker.Web.Forms;
using PrisonerTracker.Web.Identity;

namespace PrisonerTracker.Web.Pages.Articles;

/// <summary>Adds an article to a law, or changes one.</summary>
internal sealed class EditModel(RegisterContext register, CurrentActor actor, CatalogueService catalogue) : EntryPage(register, actor)
{
    public sealed class ArticleInput
    {
        [Display(Name = "Number")]
        [Required(ErrorMessage = "Write the number of the article, such as 361-1 or 357 part 1.")]
        [StringLength(Core.Law.Article.NumberLength)]
        [RegularExpression(@"^[^/]([^\\]*[^/])?$", ErrorMessage = "Write the number without a slash at its beginning or end.")]
        public string? Number { get; set; }

        public TextsInput Title { get; set; } = new();

        [Display(Name = "In force since")]
        public PartialDate? ValidFrom { get; set; }

        [Display(Name = "In force until")]
        public PartialDate? ValidUntil { get; set; }

        public static ArticleInput Of(Article article) => new()
        {
            Number = article.Number,
            Title = TextsInput.Of(article.Title),
            ValidFrom = article.ValidFrom,
            ValidUntil = article.ValidUntil,
        };

        public ArticleDetails ToDetails(Article? before, IReadOnlyList<CitationDetails> citations) => new()
        {
            Number = Number!,
            Title = Title.Over(before?.Title),
            ValidFrom = ValidFrom,
            ValidUntil = ValidUntil,
            Citations = citations,
        };

        public IEnumerable<(string Field, string? Value)> Fields() =>
            [("Number", Number), ("Title", Title.ToString()), ("In force since", ValidFrom?.ToString()), ("In force until", ValidUntil?.ToString())];
    }

    [FromRoute]
    public string Code { get; set; } = "";

    [FromRoute]
    public string? Number { get; set; }

    [BindProperty]
    public ArticleInput Input { get; set; } = new();

    public LegalCode LegalCode { get; private set; } = null!;
    private Article? Article { get; set; }

    protected override IQueryable<Citation>? Cited => Article is { ArticleId: var id } ? Register.Citations.Where(c => c.ArticleId == id) : null;

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await LoadAsync())
            return NotFound();

        if (Article is { } article)
            (Input, Version) = (ArticleInput.Of(article), article.Version);
        return await ShowAsync();
    }

    public Task<IActionResult> OnPostAsync() => SaveAsync((citations, submission) => Article is { } article
        ? catalogue.EditArticleAsync(article.ArticleId, Version, Input.ToDetails(article, citations), submission)
        : catalogue.AddArticleAsync(LegalCode.LegalCodeId, Input.ToDetails(null, citations), submission));

    protected override async Task<bool> LoadAsync()
    {
        LegalCode = (await Register.LegalCodes.AsNoTracking().SingleOrDefaultAsync(c => c.Key == Code))!;
        if (LegalCode is null)
            return false;

        Article = Number is null ? null : await Register.Articles.AsNoTracking().SingleOrDefaultAsync(a => a.LegalCodeId == LegalCode.LegalCodeId && a.Number == Number);
        return Number is null || Article is not null;
    }

    protected override (int Version, IEnumerable<(string Field, string? Value)> Fields)? Theirs() =>
        Article is { } article ? (article.Version, ArticleInput.Of(article).Fields()) : null;

    protected override IEnumerable<(string Field, string? Value)> Yours() => Input.Fields();

    protected override RedirectToPageResult Done() => RedirectToPage("/Articles/Article", new { code = Code, number = Input.Number!.Trim() });
}
