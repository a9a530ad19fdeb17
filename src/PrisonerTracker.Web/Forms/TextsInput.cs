using System.ComponentModel.DataAnnotations;
using PrisonerTracker.Core.Shared;

namespace PrisonerTracker.Web.Forms;

/// <summary>A text that readers see, in the languages the forms offer. Others that the record has are kept.</summary>
internal sealed class TextsInput
{
    private const int Length = 4000;

    [StringLength(Length)]
    public string? English { get; set; }

    [Display(Name = "In Belarusian")]
    [StringLength(Length)]
    public string? Belarusian { get; set; }

    [Display(Name = "In Russian")]
    [StringLength(Length)]
    public string? Russian { get; set; }

    public bool HasOthers => Blank.ToNull(Belarusian) is not null || Blank.ToNull(Russian) is not null;

    public static TextsInput Of(LocalizedText text) => new()
    {
        English = text.Exactly(Languages.English),
        Belarusian = text.Exactly(Languages.Belarusian),
        Russian = text.Exactly(Languages.Russian),
    };

    /// <summary>The text as the record had it, with what the form says.</summary>
    public LocalizedText Over(LocalizedText? before) => (before ?? LocalizedText.Empty)
        .With(Languages.English, English)
        .With(Languages.Belarusian, Belarusian)
        .With(Languages.Russian, Russian);

    /// <summary>All of it in one line, to compare.</summary>
    public override string ToString() => string.Join(" / ", new[] { English, Belarusian, Russian }.Select(Blank.ToNull).OfType<string>());
}
