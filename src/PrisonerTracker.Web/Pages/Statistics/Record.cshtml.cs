using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.Designations;
using PrisonerTracker.Core.Releases;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Core.Sources;
using PrisonerTracker.Web.Forms;
using PrisonerTracker.Web.Identity;
using PrisonerTracker.Web.Infrastructure;

namespace PrisonerTracker.Web.Pages.Statistics;

/// <summary>Records a published figure as it was published.</summary>
internal sealed class RecordModel(RegisterContext register, CurrentActor actor, ReleaseEventService events) : FormPage(register, actor)
{
    public sealed class CountInput
    {
        [Display(Name = "Published by")]
        public Guid? OrganisationId { get; set; }

        [Display(Name = "As of")]
        [Required(ErrorMessage = "Say which day or month the figure is about.")]
        public PartialDate? AsOf { get; set; }

        [Display(Name = "Number")]
        [Required(ErrorMessage = "Write the number as it was published.")]
        [StringLength(20)]
        public string? Number { get; set; }

        [Display(Name = "Stated as")]
        public CountQualifier Qualifier { get; set; }

        [Display(Name = "What was counted")]
        [Required(ErrorMessage = "Name the unit, such as political prisoners held.")]
        [StringLength(200)]
        public string? Unit { get; set; }

        [Display(Name = "Country")]
        [Required(ErrorMessage = "Choose the country.")]
        public string? Country { get; set; }

        [Display(Name = "Release event")]
        public Guid? ReleaseEventId { get; set; }

        [Display(Name = "Parts")]
        [StringLength(2000)]
        public string? Parts { get; set; }

        [Display(Name = "The parts are meant to be the whole, so their sum is checked")]
        public bool PartsAreExhaustive { get; set; }

        /// <summary>What the form says.</summary>
        /// <exception cref="RuleException">The number is none, or a part is no words and a number.</exception>
        public ReportedCountDetails ToDetails(IReadOnlyList<CitationDetails> citations) => new()
        {
            OrganisationId = OrganisationId,
            ReleaseEventId = ReleaseEventId,
            AsOf = AsOf!,
            Number = WrittenNumber.TryRead(Number, out var number) ? number : throw new RuleException(nameof(Number), WrittenNumber.Problem),
            Qualifier = Qualifier,
            Unit = LocalizedText.English(Unit),
            Country = Country!,
            PartsAreExhaustive = PartsAreExhaustive,
            Parts = [.. (Parts ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(PartOf)],
            Citations = citations,
        };

        private static ReportedCountPartDetails PartOf(string line) => WrittenNumber.TryReadPart(line, out var label, out var number)
            ? new ReportedCountPartDetails(LocalizedText.English(label), number)
            : throw new RuleException(nameof(Parts), $"“{(line.Length > 40 ? line[..40] + "…" : line)}” is not a part: write words and then a whole number without spaces, such as women 168 or women 1,168.");
    }

    [BindProperty]
    public CountInput Input { get; set; } = new();

    public IReadOnlyList<SelectListItem> Organisations { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Events { get; private set; } = [];

    public Task OnGetAsync() => OfferAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        var (citations, newSources) = await Source.ReadAsync(Register, ModelState, nameof(Source));
        if (!ModelState.IsValid
            || await TryAsync(() => events.AddCountsAsync([Input.ToDetails(citations)], Submission(newSources))) is not { } added)
        {
            await OfferAsync();
            return Again();
        }

        TempData.Say(Told(added, "The figure was recorded."));
        return RedirectToPage("/Statistics/Reported");
    }

    private async Task OfferAsync()
    {
        await OfferSourcesAsync();
        var organisations = await Register.Organisations.AsNoTracking().Select(o => new { o.OrganisationId, o.Name }).ToListAsync();
        Organisations =
        [
            new SelectListItem("Not in the list", ""),
            .. organisations.Select(o => new SelectListItem(o.Name.ToString(), o.OrganisationId.ToString())).OrderBy(o => o.Text, StringComparer.Ordinal),
        ];
        var known = await Register.ReleaseEvents.AsNoTracking()
            .OrderByDescending(e => e.HappenedOn.Earliest)
            .Take(200)
            .Select(e => new { e.ReleaseEventId, e.HappenedOn, e.Title })
            .ToListAsync();
        Events = [new SelectListItem("About the country as a whole", ""), .. known.Select(e => new SelectListItem($"{e.HappenedOn}: {e.Title}", e.ReleaseEventId.ToString()))];
    }
}
