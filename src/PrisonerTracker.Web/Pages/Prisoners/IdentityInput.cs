using System.ComponentModel.DataAnnotations;
using PrisonerTracker.Core.Names;
using PrisonerTracker.Core.Prisoners;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Core.Sources;

namespace PrisonerTracker.Web.Pages.Prisoners;

/// <summary>Identity and names as a form carries them, for adding and for editing.</summary>
internal sealed class IdentityInput
{
    /// <summary>Rows that the form offers beyond the filled ones.</summary>
    private const int SpareRows = 3;

    private const int MostNames = 30;

    public sealed class NameInput
    {
        [Display(Name = "Full name, as written")]
        [StringLength(PersonName.FullLength, ErrorMessage = "The name is longer than {1} characters. Shorten it.")]
        public string? Full { get; set; }

        [Display(Name = "Given name")]
        [StringLength(PersonName.PartLength)]
        public string? Given { get; set; }

        [Display(Name = "Patronymic")]
        [StringLength(PersonName.PartLength)]
        public string? Patronymic { get; set; }

        [Display(Name = "Family name")]
        [StringLength(PersonName.PartLength)]
        public string? Family { get; set; }

        [Display(Name = "Language")]
        [StringLength(Languages.MaxLength)]
        public string Language { get; set; } = Languages.English;

        [Display(Name = "Kind")]
        public NameKind Kind { get; set; }
    }

    [MaxLength(MostNames, ErrorMessage = "There are more than {1} names. Keep those that sources use.")]
    public List<NameInput> Names { get; set; } = [];

    public Gender Gender { get; set; }

    [Display(Name = "Born")]
    public PartialDate? BornOn { get; set; }

    [Display(Name = "Died")]
    public PartialDate? DiedOn { get; set; }

    [Display(Name = "Citizenships")]
    [StringLength(60)]
    public string? Citizenships { get; set; }

    [Display(Name = "Occupation")]
    [StringLength(300)]
    public string? Occupation { get; set; }

    [Display(Name = "Summary in English")]
    [StringLength(2000)]
    public string? Summary { get; set; }

    [Display(Name = "Summary in Belarusian")]
    [StringLength(2000)]
    public string? SummaryBelarusian { get; set; }

    [Display(Name = "Summary in Russian")]
    [StringLength(2000)]
    public string? SummaryRussian { get; set; }

    /// <summary>The form for a new person: a row for the English name, one each for Belarusian and Russian, and spares.</summary>
    public static IdentityInput Empty() => new()
    {
        Names =
        [
            new NameInput(),
            new NameInput { Language = Languages.Belarusian },
            new NameInput { Language = Languages.Russian },
        ],
    };

    public static IdentityInput Of(Prisoner prisoner) => new()
    {
        Names = [.. prisoner.Names.OrderBy(n => n.Ordinal).Select(n => new NameInput
        {
            Full = n.Full, Given = n.Given, Patronymic = n.Patronymic, Family = n.Family, Language = n.Language, Kind = n.Kind,
        })],
        Gender = prisoner.Gender,
        BornOn = prisoner.BornOn,
        DiedOn = prisoner.DiedOn,
        Citizenships = string.Join(", ", prisoner.Citizenships),
        Occupation = prisoner.Occupation.Exactly(Languages.English),
        Summary = prisoner.Summary.Exactly(Languages.English),
        SummaryBelarusian = prisoner.Summary.Exactly(Languages.Belarusian),
        SummaryRussian = prisoner.Summary.Exactly(Languages.Russian),
    };

    /// <summary>Fills the list of names up with empty rows, kept as transliterations so that no second name is preferred by accident.</summary>
    public void AddSpareRows()
    {
        var filled = Names.Count(n => !string.IsNullOrWhiteSpace(n.Full));
        while (Names.Count < Math.Max(3, filled + SpareRows))
            Names.Add(new NameInput { Kind = NameKind.Transliteration });
    }

    public string[] CitizenshipCodes() => (Citizenships ?? "").ToUpperInvariant().Split([',', ' ', ';'], StringSplitOptions.RemoveEmptyEntries);

    /// <summary>What the form says, as the service takes it.</summary>
    /// <param name="before">The texts as they were, so that languages the form does not show are kept.</param>
    /// <param name="citations">The source of what is new.</param>
    public PrisonerDetails ToDetails(Prisoner? before, IReadOnlyList<CitationDetails> citations) => new()
    {
        Names =
        [
            .. Names.Where(n => !string.IsNullOrWhiteSpace(n.Full)).Select(n => new NameDetails
            {
                Full = n.Full!, Given = n.Given, Patronymic = n.Patronymic, Family = n.Family, Language = n.Language, Kind = n.Kind,
            }),
        ],
        Gender = Gender,
        BornOn = BornOn,
        DiedOn = DiedOn,
        Citizenships = CitizenshipCodes(),
        Occupation = (before?.Occupation ?? LocalizedText.Empty).With(Languages.English, Occupation),
        Summary = (before?.Summary ?? LocalizedText.Empty)
            .With(Languages.English, Summary)
            .With(Languages.Belarusian, SummaryBelarusian)
            .With(Languages.Russian, SummaryRussian),
        Citations = citations,
    };
}
