using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PrisonerTracker.Core.Imprisonments;
using PrisonerTracker.Core.Prisoners;
using PrisonerTracker.Core.Releases;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Web.Charts;
using PrisonerTracker.Web.LifeLines;
using PrisonerTracker.Web.Pages.Prisoners;
using PrisonerTracker.Web.Pages.Releases;

namespace PrisonerTracker.Web.Pages;

/// <summary>The parts of the design with invented content, for whoever builds a page of them; signed in only.</summary>
internal sealed class DesignModel : PageModel
{
    public static readonly string[] Colours = ["paper", "sheet", "ink", "soft", "rule", "edge", "accent", "held", "free", "died", "wrong"];

    /// <summary>Content in another language than the page's.</summary>
    public static (string Name, string OwnName, string Heading, string Quotation) Sample =>
        ("Fictional Person", "Выдуманы Чалавек", "Хто за кратамі, каго вызвалілі", "Мы не злачынцы.");

    public static PartialDate Born { get; } = PartialDate.Parse("1982");
    public static PartialDate Detained { get; } = PartialDate.Parse("2020-09");
    public static PartialDate Released { get; } = PartialDate.Parse("2025-12-13");
    public static Tally Tally { get; } = new(123, 110, 90, 4);

    public static Guid CitedFact { get; } = new("01a00000-0000-7000-8000-000000000001");
    public static Guid UncitedFact { get; } = new("01a00000-0000-7000-8000-000000000002");

    public static Footnotes Notes => new([new CitationRow(CitedFact, null, null, new FootnoteSource("example", "Fictional Gazette", null, Released, null))]);

    public static HeldChart Chart => HeldChart.Of(
        [new(new DateOnly(2020, 8, 9), 40, 60), new(new DateOnly(2021, 5, 1), 320, 380), new(new DateOnly(2023, 1, 1), 640, 700), new(new DateOnly(2025, 12, 13), 520, 560), new(Released.Latest.AddMonths(6), 500, 500)],
        [new EventMark("example", LocalizedText.English("Fictional release"), Released, 123)]);

    public static string Problem => T("Write the date as 2021, 2021-09 or 2021-09-06.");

    public static StatusFacts Status => new() { Standing = Standing.None };

    public static LifeFacts Life => new(
        [
            new LifeCase
            {
                Kind = ImprisonmentKind.Custody,
                DetainedOn = Detained,
                Transfers = [PartialDate.Parse("2022-03-04")],
                Releases = [new LifeRelease(Released, ReleaseGround.Pardon, null, null)],
            },
        ],
        DiedOn: null,
        Released.Latest.AddMonths(6));

    /// <summary>A card in each of its states, on one axis; a photo stands where its frame does.</summary>
    internal static IReadOnlyList<PersonCard> Cards =>
    [
        new(Row(Life), Axis),
        new(Row(Life with { Cases = [] }) with { OwnName = null, AlsoWritten = new("Выдуманы Чалавек", "be") }, Axis) { IsChosen = false },
        new(Row(Life) with { Publication = Publication.Draft }, Axis) { HeldOn = Detained, IsChosen = true },
    ];

    private static DayRange Axis => new(Detained.Earliest, Life.Today);

    private static Prisoners.IndexModel.Row Row(LifeFacts life) => new(
        Guid.Empty, "fictional-person", Sample.Name, Sample.OwnName, "be", Standing.None, BornOn: null, Publication.Published, IsFictional: true,
        IsCertain: true, life, Photo: null, LocalizedText.English(Sample.Name));

    [BindProperty(SupportsGet = true)]
    public string? Plain { get; set; }

    [BindProperty(SupportsGet = true)]
    public PartialDate? Date { get; set; } = Detained;

    [BindProperty(SupportsGet = true)]
    public string? Wrong { get; set; } = "yesterday";

    [BindProperty(SupportsGet = true)]
    public ReleaseEventKind Kind { get; set; }

    public void OnGet() => ModelState.AddModelError(nameof(Wrong), Problem);
}
