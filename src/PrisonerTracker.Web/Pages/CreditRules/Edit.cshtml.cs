using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.Imprisonments;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Core.Sources;
using PrisonerTracker.Core.Terms;
using PrisonerTracker.Web.Forms;
using PrisonerTracker.Web.Identity;

namespace PrisonerTracker.Web.Pages.CreditRules;

/// <summary>Adds a credit rule, or changes one.</summary>
internal sealed class EditModel(RegisterContext register, CurrentActor actor, CreditRuleService rules) : EntryPage(register, actor)
{
    public sealed class RuleInput
    {
        [Display(Name = "Country")]
        [Required(ErrorMessage = "Choose the country.")]
        public string? Country { get; set; }

        [Display(Name = "Penalty")]
        public Penalty Penalty { get; set; } = Penalty.Imprisonment;

        [Display(Name = "Regime")]
        public Regime? Regime { get; set; }

        [Display(Name = "Custody before the sentence")]
        public CustodyBefore Custody { get; set; }

        [Display(Name = "Days of custody")]
        [Required(ErrorMessage = "Write whole days of custody.")]
        public int? CustodyDays { get; set; } = 1;

        [Display(Name = "Count as days of the term")]
        [Required(ErrorMessage = "Write the whole days of the term they count for.")]
        public int? TermDays { get; set; } = 1;

        [Display(Name = "From")]
        public PartialDate? ValidFrom { get; set; }

        [Display(Name = "Until")]
        public PartialDate? ValidUntil { get; set; }

        [Display(Name = "The law it follows from")]
        [StringLength(CreditRule.SourceLength)]
        public string? Source { get; set; }

        [Display(Name = "Where the law can be read")]
        [StringLength(CreditRule.AddressLength)]
        public string? SourceAddress { get; set; }

        [Display(Name = "I compared the rule with the text of the law")]
        public bool IsVerified { get; set; }

        public TextsInput Note { get; set; } = new();

        public static RuleInput Of(CreditRule rule) => new()
        {
            Country = rule.Country,
            Penalty = rule.Penalty,
            Regime = rule.Regime,
            Custody = rule.Custody,
            CustodyDays = rule.CustodyDays,
            TermDays = rule.TermDays,
            ValidFrom = rule.ValidFrom is { } from ? PartialDate.OfDay(from) : null,
            ValidUntil = rule.ValidUntil is { } until ? PartialDate.OfDay(until) : null,
            Source = rule.Source,
            SourceAddress = rule.SourceAddress,
            IsVerified = rule.IsVerified,
            Note = TextsInput.Of(rule.Note),
        };

        /// <summary>What the form says.</summary>
        /// <exception cref="RuleException">A day is not a whole day.</exception>
        public CreditRuleDetails ToDetails(CreditRule? before) => new()
        {
            Country = Country!,
            Penalty = Penalty,
            Regime = Regime,
            Custody = Custody,
            CustodyDays = CustodyDays!.Value,
            TermDays = TermDays!.Value,
            ValidFrom = Day(ValidFrom, nameof(ValidFrom)),
            ValidUntil = Day(ValidUntil, nameof(ValidUntil)),
            Source = Source,
            SourceAddress = SourceAddress,
            IsVerified = IsVerified,
            Note = Note.Over(before?.Note),
        };

        public IEnumerable<(string Field, string? Value)> Fields() =>
        [
            ("Country", Country is { } country ? CountryNames.Of(country) : null),
            ("Penalty", Words.Of(Penalty)),
            ("Regime", Regime is { } regime ? Words.Of(regime) : null),
            ("Custody", Custody.ToString()),
            ("Days", T("{0} count as {1}", CustodyDays, TermDays)),
            ("From", ValidFrom?.ToString()),
            ("Until", ValidUntil?.ToString()),
            ("Law", Source),
            ("Address", SourceAddress),
            ("Compared with the law", IsVerified ? T("yes") : T("no")),
            ("Note", Note.ToString()),
        ];

        private static DateOnly? Day(PartialDate? date, string field) => date switch
        {
            null => null,
            { Precision: DatePrecision.Day, IsApproximate: false } => date.Earliest,
            _ => throw new RuleException(field, "A rule begins and ends with a day. Write the whole day, such as 2021-06-19."),
        };
    }

    [FromRoute]
    public Guid? Id { get; set; }

    [BindProperty]
    public RuleInput Input { get; set; } = new();

    private CreditRule? Rule { get; set; }

    // A rule names its law itself.
    protected override IQueryable<Citation>? Cited => null;

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await LoadAsync())
            return NotFound();

        if (Rule is { } rule)
            (Input, Version) = (RuleInput.Of(rule), rule.Version);
        return Page();
    }

    public Task<IActionResult> OnPostAsync() => SaveAsync((_, submission) => Rule is { } rule
        ? rules.EditAsync(rule.CreditRuleId, Version, Input.ToDetails(rule), submission)
        : rules.AddAsync(Input.ToDetails(null), submission));

    protected override async Task<bool> LoadAsync()
    {
        Rule = Id is null ? null : await Register.CreditRules.AsNoTracking().SingleOrDefaultAsync(r => r.CreditRuleId == Id);
        return Id is null || Rule is not null;
    }

    protected override (int Version, IEnumerable<(string Field, string? Value)> Fields)? Theirs() =>
        Rule is { } rule ? (rule.Version, RuleInput.Of(rule).Fields()) : null;

    protected override IEnumerable<(string Field, string? Value)> Yours() => Input.Fields();

    protected override RedirectToPageResult Done() => RedirectToPage("/CreditRules/Index");
}
