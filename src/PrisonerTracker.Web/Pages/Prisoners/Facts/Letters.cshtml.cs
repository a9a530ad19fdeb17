using System.ComponentModel.DataAnnotations;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.Prisoners.Facts;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Core.Sources;
using PrisonerTracker.Web.Forms;
using PrisonerTracker.Web.Identity;

namespace PrisonerTracker.Web.Pages.Prisoners.Facts;

internal sealed class LetterAddressInput : FactInput<LetterAddress>
{
    [Display(Name = "Address")]
    [StringLength(LetterAddress.LinesLength, ErrorMessage = "The address is longer than {1} characters. Shorten it.")]
    public string? Lines { get; set; }

    [Display(Name = "Language of the address")]
    [StringLength(Languages.MaxLength)]
    public string Language { get; set; } = Languages.Belarusian;

    [Display(Name = "Do letters get through?")]
    public LetterPassage Passage { get; set; }

    [Display(Name = "Known on")]
    public PartialDate? KnownOn { get; set; }

    public TextsInput Note { get; set; } = new();


    public override void Read(LetterAddress fact)
    {
        (Lines, Language, Passage, KnownOn, Note) = (fact.Lines, fact.Language, fact.Passage, fact.KnownOn, TextsInput.Of(fact.Note));
    }

    public override PersonFactDetails<LetterAddress> ToDetails(LetterAddress? before, IReadOnlyList<CitationDetails> citations) => new LetterAddressDetails
    {
        Lines = Lines,
        Language = Language,
        Passage = Passage,
        KnownOn = KnownOn,
        Note = Note.Over(before?.Note),
        Citations = citations,
    };

    public override IEnumerable<(string Field, string? Value)> Fields() =>
    [
        (T("Address"), Lines?.ReplaceLineEndings(", ")),
        (T("Language"), Language),
        (T("Letters get through"), Words.Of(Passage)),
        (T("Known on"), KnownOn?.ToString()),
        (T("Rules"), Note.ToString()),
    ];
}

internal sealed class LettersModel(RegisterContext register, CurrentActor actor, PersonFactService facts) : FactPage<LetterAddress, LetterAddressInput>(register, actor, facts);
