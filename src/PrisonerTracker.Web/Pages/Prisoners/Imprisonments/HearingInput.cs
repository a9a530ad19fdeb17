using System.ComponentModel.DataAnnotations;
using System.Globalization;
using PrisonerTracker.Core.Imprisonments;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Core.Sources;

namespace PrisonerTracker.Web.Pages.Prisoners.Imprisonments;

/// <summary>A hearing as a form carries it.</summary>
internal sealed class HearingInput
{
    [Display(Name = "Kind")]
    public HearingKind Kind { get; set; }

    [Display(Name = "Status")]
    public HearingStatus Status { get; set; }

    [Display(Name = "Day")]
    [Required(ErrorMessage = "Say for when it is announced, or when it was, as far as it is known.")]
    public PartialDate? HeardOn { get; set; }

    [Display(Name = "Time¦of day")]
    [RegularExpression(@"^\s*([01]?[0-9]|2[0-3])[:.][0-5][0-9]\s*$", ErrorMessage = "This is not a time of day. Write 9:30 or 14:00.")]
    public string? HeardAt { get; set; }

    [Display(Name = "Court")]
    [StringLength(300)]
    public string? Court { get; set; }

    [Display(Name = "Closed to the public")]
    public bool IsClosed { get; set; }

    [Display(Name = "Note")]
    [StringLength(2000)]
    public string? Note { get; set; }

    public static HearingInput Of(Hearing hearing) => new()
    {
        Kind = hearing.Kind,
        Status = hearing.Status,
        HeardOn = hearing.HeardOn,
        HeardAt = hearing.HeardAt is { } time ? Dates.Of(time) : null,
        Court = hearing.Court?.Name.ToString(),
        IsClosed = hearing.IsClosed,
        Note = hearing.Note.Exactly(Languages.English),
    };

    public HearingDetails ToDetails(Hearing? before, IReadOnlyList<CitationDetails> citations) => new()
    {
        Kind = Kind,
        Status = Status,
        HeardOn = HeardOn!,
        HeardAt = HeardAt is { Length: > 0 } time ? TimeOnly.Parse(time.Replace('.', ':'), CultureInfo.InvariantCulture) : null,
        Court = LocalizedText.English(Court),
        IsClosed = IsClosed,
        Note = (before?.Note ?? LocalizedText.Empty).With(Languages.English, Note),
        Citations = citations,
    };

    public IEnumerable<(string Field, string? Value)> Fields() =>
    [
        (T("Kind"), Words.Of(Kind)),
        (T("Status"), Words.Of(Status)),
        (T("Day"), HeardOn?.ToString()),
        (T("Time¦of day"), HeardAt),
        (T("Court"), Court),
        (T("Closed to the public"), IsClosed ? T("yes") : T("no")),
        (T("Note"), Note),
    ];

    /// <summary>"Trial hearing, 2026-02-03".</summary>
    public static string Named(Hearing hearing) => $"{Words.Of(hearing.Kind)}, {hearing.HeardOn}";
}
