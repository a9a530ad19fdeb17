using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.Imprisonments;
using PrisonerTracker.Core.Law;
using PrisonerTracker.Core.Releases;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Core.Sources;
using PrisonerTracker.Web.Forms;
using PrisonerTracker.Web.Identity;
using PrisonerTracker.Web.Infrastructure;

namespace PrisonerTracker.Web.Pages.Prisoners.Imprisonments;

/// <summary>Adds an imprisonment with the charges and the sentence behind it.</summary>
internal sealed class CreateModel(RegisterContext register, CurrentActor actor, ImprisonmentService imprisonments) : FormPage(register, actor)
{
    public sealed class ImprisonmentInput
    {
        [Display(Name = "Country")]
        [Required(ErrorMessage = "Choose the country.")]
        public string Country { get; set; } = "BY";

        [Display(Name = "Kind")]
        public ImprisonmentKind Kind { get; set; }

        [Display(Name = "Detained on")]
        public PartialDate? DetainedOn { get; set; }

        [Display(Name = "Place of detention")]
        [StringLength(300)]
        public string? DetentionPlace { get; set; }

        [Display(Name = "Detained by")]
        [StringLength(Imprisonment.DetainedByLength)]
        public string? DetainedBy { get; set; }

        [Display(Name = "Circumstances")]
        [StringLength(2000)]
        public string? Circumstances { get; set; }

        [Display(Name = "Last seen held on")]
        public PartialDate? ConfirmedOn { get; set; }

        [Display(Name = "Released on")]
        public PartialDate? ReleasedOn { get; set; }

        [Display(Name = "Ground of the release")]
        public ReleaseGround Ground { get; set; }

        [Display(Name = "Articles charged")]
        [StringLength(1000)]
        public string? Articles { get; set; }

        [Display(Name = "Where the charges stand")]
        public ChargeStatus ChargeStatus { get; set; } = ChargeStatus.Laid;

        [Display(Name = "Since")]
        public PartialDate? ChargedOn { get; set; }

        [Display(Name = "Decided on")]
        public PartialDate? DecidedOn { get; set; }

        [Display(Name = "Court")]
        [StringLength(300)]
        public string? Court { get; set; }

        [Display(Name = "Judge")]
        [StringLength(300)]
        public string? Judge { get; set; }

        [Display(Name = "Penalty")]
        public Penalty Penalty { get; set; }

        [Display(Name = "Regime")]
        public Regime? Regime { get; set; }

        [Display(Name = "Years")]
        [Range(0, Term.MostYears, ErrorMessage = "Years are a number from {1} to {2}.")]
        public int? Years { get; set; }

        [Display(Name = "Months")]
        [Range(0, 11, ErrorMessage = "Months are a number from {1} to {2}.")]
        public int? Months { get; set; }

        [Display(Name = "Days")]
        [Range(0, 366, ErrorMessage = "Days are a number from {1} to {2}.")]
        public int? Days { get; set; }

        [Display(Name = "Fine")]
        [Range(0.01, 1_000_000_000_000, ErrorMessage = "A fine is an amount above nothing.")]
        public decimal? FineAmount { get; set; }

        [Display(Name = "Currency")]
        [RegularExpression("^[A-Z]{3}$", ErrorMessage = "The currency is a three-letter code such as BYN.")]
        public string? FineCurrency { get; set; }

        [Display(Name = "Tried in absentia")]
        public bool InAbsentia { get; set; }

        public bool HasSentence =>
            DecidedOn is not null || Court is not null || Judge is not null || Penalty != Penalty.NotStated || Regime is not null
            || Years + Months + Days > 0 || Years > 0 || Months > 0 || Days > 0 || FineAmount is not null;

        public ImprisonmentDetails ToDetails(IReadOnlyList<CitationDetails> citations) => new()
        {
            Country = Country,
            Kind = Kind,
            DetainedOn = DetainedOn,
            DetentionPlace = LocalizedText.English(DetentionPlace),
            DetainedBy = DetainedBy,
            Circumstances = LocalizedText.English(Circumstances),
            ConfirmedOn = ConfirmedOn,
            Charges =
            [
                .. (Articles ?? "").Split([',', ';', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                    .Distinct(StringComparer.OrdinalIgnoreCase)
                    .Select(article => new ChargeDetails
                    {
                        Article = article.Length <= Article.NumberLength
                            ? article
                            : throw new RuleException(nameof(Articles), "Write each article by its number, such as 361-1 or 357 part 1, with commas between them."),
                        Steps = [new ChargeStepDetails(ChargeStatus, ChargedOn)],
                        Citations = citations,
                    }),
            ],
            Sentences = !HasSentence ? [] :
            [
                new SentenceDetails
                {
                    DecidedOn = DecidedOn,
                    Court = LocalizedText.English(Court),
                    Judge = LocalizedText.English(Judge),
                    Penalty = Penalty,
                    Regime = Regime,
                    Term = (Years ?? 0) + (Months ?? 0) + (Days ?? 0) > 0 ? Term.Of(Years ?? 0, Months ?? 0, Days ?? 0) : null,
                    FineAmount = FineAmount,
                    FineCurrency = FineCurrency,
                    InAbsentia = InAbsentia || Kind == ImprisonmentKind.InAbsentia,
                    Citations = citations,
                },
            ],
            Release = ReleasedOn is null ? null : new ReleaseDetails { ReleasedOn = ReleasedOn, Ground = Ground, Citations = citations },
            Citations = citations,
        };
    }

    [BindProperty]
    public ImprisonmentInput Input { get; set; } = new();

    public string Slug { get; private set; } = "";
    public string Name { get; private set; } = "";
    private Guid PrisonerId { get; set; }

    public async Task<IActionResult> OnGetAsync(string slug)
    {
        if (!await LoadAsync(slug))
            return NotFound();

        await OfferSourcesAsync();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug)
    {
        if (!await LoadAsync(slug))
            return NotFound();

        var (citations, newSources) = await Source.ReadAsync(Register, ModelState, nameof(Source));
        if (!ModelState.IsValid
            || await TryAsync(() => imprisonments.AddAsync(PrisonerId, Input.ToDetails(citations), Submission(newSources))) is null)
        {
            await OfferSourcesAsync();
            return Again();
        }

        TempData.Say(T("The imprisonment was added."));
        return RedirectToPage("/Prisoners/Profile", new { slug });
    }

    private async Task<bool> LoadAsync(string slug)
    {
        var person = await Register.Prisoners.Where(p => p.Slug == slug).Select(p => new { p.PrisonerId, p.DisplayName }).SingleOrDefaultAsync();
        (Slug, Name, PrisonerId) = (slug, person?.DisplayName ?? "", person?.PrisonerId ?? default);
        return person is not null;
    }
}
