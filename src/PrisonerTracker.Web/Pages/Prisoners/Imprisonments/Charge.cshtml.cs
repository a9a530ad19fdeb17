using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.Imprisonments;
using PrisonerTracker.Core.Law;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Core.Sources;
using PrisonerTracker.Web.Identity;

namespace PrisonerTracker.Web.Pages.Prisoners.Imprisonments;

/// <summary>Adds a charge with its dated steps, or changes one.</summary>
internal sealed class ChargeModel(RegisterContext register, CurrentActor actor, ChargeService charges) : CasePage(register, actor)
{
    private const int SpareRows = 2;
    private const int MostSteps = 30;

    public sealed class StepInput
    {
        [Display(Name = "What happened")]
        public ChargeStatus? Status { get; set; }

        [Display(Name = "When")]
        public PartialDate? On { get; set; }
    }

    public sealed class ChargeInput
    {
        [Display(Name = "Article")]
        [Required(ErrorMessage = "Write the number of the article, such as 361-1 or 357 part 1.")]
        [StringLength(Core.Law.Article.NumberLength)]
        public string? Article { get; set; }

        [Display(Name = "Law")]
        [StringLength(LegalCode.KeyLength)]
        public string? LegalCodeKey { get; set; }

        [Display(Name = "Title of a new article")]
        [StringLength(500)]
        public string? ArticleTitle { get; set; }

        [MaxLength(MostSteps, ErrorMessage = "There are more than {1} steps. Keep those that changed something.")]
        public List<StepInput> Steps { get; set; } = [];

        public static ChargeInput Of(Charge charge) => new()
        {
            Article = charge.Article.Number,
            LegalCodeKey = charge.Article.LegalCode.Key,
            Steps = [.. charge.Steps.OrderBy(s => s.Ordinal).Select(s => new StepInput { Status = s.Status, On = s.TookPlaceOn })],
        };

        public ChargeDetails ToDetails(IReadOnlyList<CitationDetails> citations) => new()
        {
            Article = Article!,
            LegalCodeKey = Blank.ToNull(LegalCodeKey),
            ArticleTitle = LocalizedText.English(ArticleTitle),
            Steps = [.. Steps.Where(s => s.Status is not null).Select(s => new ChargeStepDetails(s.Status!.Value, s.On))],
            Citations = citations,
        };

        public IEnumerable<(string Field, string? Value)> Fields() =>
        [
            (T("Article"), Article),
            (T("Law"), LegalCodeKey),
            (T("Steps"), string.Join("; ", Steps.Where(s => s.Status is not null).Select(s => $"{Words.Of(s.Status!.Value)} {s.On}".Trim()))),
        ];
    }

    [FromRoute]
    public Guid? ChargeId { get; set; }

    [BindProperty]
    public ChargeInput Input { get; set; } = new();

    public IReadOnlyList<(string Number, string Title)> Articles { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Codes { get; private set; } = [];

    private Charge? Charge => Imprisonment.Charges.FirstOrDefault(c => c.ChargeId == ChargeId);

    protected override IQueryable<Citation>? Cited => ChargeId is null ? null : Register.Citations.Where(c => c.ChargeId == ChargeId);

    protected override IQueryable<Imprisonment> With(IQueryable<Imprisonment> imprisonments) => imprisonments
        .Include(i => i.Charges.Where(c => c.ChargeId == ChargeId)).ThenInclude(c => c.Steps)
        .Include(i => i.Charges.Where(c => c.ChargeId == ChargeId)).ThenInclude(c => c.Article.LegalCode);

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await LoadAsync() || (ChargeId is not null && Charge is null))
            return NotFound();

        if (Charge is { } charge)
            (Input, Version) = (ChargeInput.Of(charge), charge.Version);
        else
            Input.Steps.Add(new StepInput { Status = ChargeStatus.Laid });
        return await ShowAsync();
    }

    public Task<IActionResult> OnPostAsync() => SaveAsync((citations, submission) => ChargeId is { } id
        ? charges.EditAsync(ImprisonmentId, id, Version, Input.ToDetails(citations), submission)
        : charges.AddAsync(ImprisonmentId, Input.ToDetails(citations), submission));

    protected override async Task OfferAsync()
    {
        while (Input.Steps.Count < Input.Steps.Count(s => s.Status is not null) + SpareRows)
            Input.Steps.Add(new StepInput());
        var articles = await Register.Articles
            .Where(a => a.LegalCode.Country == Imprisonment.Country)
            .OrderBy(a => a.Number)
            .Select(a => new { a.Number, a.Title, a.LegalCode.Key, Code = a.LegalCode.Title })
            .ToListAsync();
        Articles = [.. articles.Select(a => (a.Number, $"{a.Title} ({a.Code})"))];
        var codes = await Register.LegalCodes.Where(c => c.Country == Imprisonment.Country).Select(c => new { c.Key, c.Title }).ToListAsync();
        Codes = [new SelectListItem(T("The criminal code"), ""), .. codes.Select(c => new SelectListItem(c.Title.ToString(), c.Key))];
    }

    protected override (int Version, IEnumerable<(string Field, string? Value)> Fields)? Theirs() =>
        Charge is { } charge ? (charge.Version, ChargeInput.Of(charge).Fields()) : null;

    protected override IEnumerable<(string Field, string? Value)> Yours() => Input.Fields();
}
