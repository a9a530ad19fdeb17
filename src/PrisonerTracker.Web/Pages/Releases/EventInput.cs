using System.ComponentModel.DataAnnotations;
using PrisonerTracker.Core.Releases;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Core.Sources;

namespace PrisonerTracker.Web.Pages.Releases;

/// <summary>A release event as a form carries it, for creating and for editing.</summary>
internal sealed class EventInput
{
    [Display(Name = "When")]
    [Required(ErrorMessage = "Say when it happened, as far as it is known.")]
    public PartialDate? HappenedOn { get; set; }

    [Display(Name = "Country")]
    [Required(ErrorMessage = "Choose the country.")]
    public string Country { get; set; } = "BY";

    [Display(Name = "Kind")]
    public ReleaseEventKind Kind { get; set; }

    [Display(Name = "Title")]
    [Required(ErrorMessage = "Give the event a title readers will recognise.")]
    [StringLength(ReleaseEvent.TextLength)]
    public string? Title { get; set; }

    [Display(Name = "Summary")]
    [StringLength(2000)]
    public string? Summary { get; set; }

    [Display(Name = "Announced number")]
    [Range(1, ReleaseEvent.MostAnnounced, ErrorMessage = "The announced number is 1 or more. Leave it empty when none was announced.")]
    public int? AnnouncedCount { get; set; }

    [Display(Name = "Announced by")]
    [StringLength(300)]
    public string? AnnouncedBy { get; set; }

    [Display(Name = "Given in return")]
    [StringLength(1000)]
    public string? Concession { get; set; }

    [Display(Name = "Given by")]
    [StringLength(300)]
    public string? GivenBy { get; set; }

    public static EventInput Of(ReleaseEvent existing) => new()
    {
        HappenedOn = existing.HappenedOn,
        Country = existing.Country,
        Kind = existing.Kind,
        Title = existing.Title.Exactly(Languages.English),
        Summary = existing.Summary.Exactly(Languages.English),
        AnnouncedCount = existing.AnnouncedCount,
    };

    public ReleaseEventDetails ToDetails(ReleaseEvent? before, IReadOnlyList<CitationDetails> citations) => new()
    {
        HappenedOn = HappenedOn!,
        Country = Country,
        Kind = Kind,
        Title = (before?.Title ?? LocalizedText.Empty).With(Languages.English, Title),
        Summary = (before?.Summary ?? LocalizedText.Empty).With(Languages.English, Summary),
        AnnouncedCount = AnnouncedCount,
        AnnouncedWording = before?.AnnouncedWording ?? LocalizedText.Empty,
        IsFictional = before?.IsFictional ?? false,
        Parties = Blank.ToNull(AnnouncedBy) is { } announcer
            ? [new PartyDetails { Role = PartyRole.Announcer, Name = LocalizedText.English(announcer), Citations = citations }]
            : [],
        Concessions = Blank.ToNull(Concession) is { } given
            ? [new ConcessionDetails { GivenBy = LocalizedText.English(GivenBy), What = LocalizedText.English(given), Citations = citations }]
            : [],
        Citations = citations,
    };
}
