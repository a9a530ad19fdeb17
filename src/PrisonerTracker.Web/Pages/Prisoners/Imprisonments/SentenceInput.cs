using System.ComponentModel.DataAnnotations;
using System.Globalization;
using PrisonerTracker.Core.Imprisonments;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Core.Sources;

namespace PrisonerTracker.Web.Pages.Prisoners.Imprisonments;

/// <summary>A court decision as a form carries it.</summary>
internal sealed class SentenceInput
{
    [Display(Name = "Court")]
    [StringLength(300)]
    public string? Court { get; set; }

    [Display(Name = "Judge")]
    [StringLength(300)]
    public string? Judge { get; set; }

    [Display(Name = "Decided on")]
    public PartialDate? DecidedOn { get; set; }

    [Display(Name = "Instance")]
    public Instance Instance { get; set; }

    [Display(Name = "Outcome")]
    public DecisionOutcome Outcome { get; set; }

    [Display(Name = "In place of")]
    public Guid? Supersedes { get; set; }

    [Display(Name = "In force since")]
    public PartialDate? InForceOn { get; set; }

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

    [Display(Name = "Note")]
    [StringLength(2000)]
    public string? Note { get; set; }

    public static SentenceInput Of(Sentence sentence) => new()
    {
        Court = sentence.Court?.Name.ToString(),
        Judge = sentence.Judge?.Name.ToString(),
        DecidedOn = sentence.DecidedOn,
        Instance = sentence.Instance,
        Outcome = sentence.Outcome,
        Supersedes = sentence.SupersedesSentenceId,
        InForceOn = sentence.InForceOn,
        Penalty = sentence.Penalty,
        Regime = sentence.Regime,
        Years = Positive(sentence.Term?.Years),
        Months = Positive(sentence.Term?.Months),
        Days = Positive(sentence.Term?.Days),
        FineAmount = sentence.FineAmount,
        FineCurrency = sentence.FineCurrency,
        InAbsentia = sentence.InAbsentia,
        Note = sentence.Note.Exactly(Languages.English),
    };

    public SentenceDetails ToDetails(Sentence? before, IReadOnlyList<CitationDetails> citations) => new()
    {
        Court = LocalizedText.English(Court),
        Judge = LocalizedText.English(Judge),
        DecidedOn = DecidedOn,
        Instance = Instance,
        Outcome = Outcome,
        Supersedes = Supersedes,
        InForceOn = InForceOn,
        Penalty = Penalty,
        Regime = Regime,
        Term = (Years ?? 0) + (Months ?? 0) + (Days ?? 0) > 0 ? Term.Of(Years ?? 0, Months ?? 0, Days ?? 0) : null,
        FineAmount = FineAmount,
        FineCurrency = Blank.ToNull(FineCurrency),
        InAbsentia = InAbsentia,
        Note = (before?.Note ?? LocalizedText.Empty).With(Languages.English, Note),
        Citations = citations,
    };

    public IEnumerable<(string Field, string? Value)> Fields(Imprisonment imprisonment) =>
    [
        (T("Court"), Court),
        (T("Judge"), Judge),
        (T("Decided on"), DecidedOn?.ToString()),
        (T("Instance"), Words.Of(Instance)),
        (T("Outcome"), Words.Of(Outcome)),
        (T("In place of"), imprisonment.Sentences.FirstOrDefault(s => s.SentenceId == Supersedes) is { } other ? Named(other) : null),
        (T("In force since"), InForceOn?.ToString()),
        (T("Penalty"), Words.Of(Penalty)),
        (T("Regime"), Regime is { } regime ? Words.Of(regime) : null),
        (T("Term"), $"{Spans.Years(Years ?? 0)} {Spans.Months(Months ?? 0)} {Spans.Days(Days ?? 0)}"),
        (T("Fine"), FineAmount is { } fine ? $"{fine.ToString("0.##", CultureInfo.InvariantCulture)} {FineCurrency}" : null),
        (T("Tried in absentia"), InAbsentia ? T("yes") : T("no")),
        (T("Note"), Note),
    ];

    /// <summary>"Verdict, 2021-09-06: 11 years".</summary>
    public static string Named(Sentence sentence) =>
        $"{Words.Of(sentence.Instance)}, {sentence.DecidedOn?.ToString() ?? T("date not known")}: {(sentence.Term is { } term ? Spans.Of(term) : Words.Of(sentence.Penalty))}";

    private static int? Positive(int? number) => number is > 0 ? number : null;
}
