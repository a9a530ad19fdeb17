using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.Desk;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Web.Forms;
using PrisonerTracker.Web.Identity;
using PrisonerTracker.Web.Infrastructure;

namespace PrisonerTracker.Web.Pages.Releases.Lists;

/// <summary>The lines of a list, a screen at a time: who is meant, and what became of them.</summary>
internal sealed class DeskModel(RegisterContext register, CurrentActor actor, TimeProvider clock, ReleaseListService lists) : ListPage(register, actor, clock)
{
    private const int PageSize = 25;

    public sealed class AnswerInput
    {
        public Guid LineId { get; set; }
        public int Version { get; set; }

        /// <summary>What was chosen when the form was shown; the same again is no decision.</summary>
        public string? Was { get; set; }

        public string? Choice { get; set; }
        public int? DuplicateOf { get; set; }
    }

    public sealed class BulkInput
    {
        [Display(Name = "Outcome")]
        public LineOutcome? Outcome { get; set; }

        [Display(Name = "Taken to")]
        [StringLength(Countries.CodeLength)]
        public string? Destination { get; set; }

        [Display(Name = "Date, when it differs")]
        public PartialDate? ReleasedOn { get; set; }

        [Display(Name = "Not designated a political prisoner")]
        public bool? NotDesignated { get; set; }

        /// <summary>Every line under the tab, and not only the marked ones.</summary>
        public bool All { get; set; }
    }

    [BindProperty(SupportsGet = true, Name = "show")]
    public Tab Show { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int Number { get; set; } = 1;

    [BindProperty]
    [MaxLength(PageSize)]
    public List<AnswerInput> Answers { get; set; } = [];

    [BindProperty]
    public List<Guid> Marked { get; set; } = [];

    [BindProperty]
    public BulkInput Bulk { get; set; } = new();

    public IReadOnlyList<LineView> Lines { get; private set; } = [];
    public IReadOnlyList<(Tab Tab, int Count)> Tabs { get; private set; } = [];
    public int Pages { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (!await LoadAsync(id))
            return NotFound();
        if (!Request.Query.ContainsKey("show"))
            Show = Waiting > 0 ? Tab.Waiting : Tab.All;
        await ShowAsync();
        return Page();
    }

    public Task<IActionResult> OnPostAsync(Guid id) => SaveAsync(
        id,
        () =>
        {
            var again = List.Lines.ToDictionary(l => l.ListLineId, l => l.DuplicateOf);
            var decided = Answers.Where(a => a.Choice is not null && (a.Choice != a.Was || (a.Choice == LineChoice.Duplicate && again.GetValueOrDefault(a.LineId) != a.DuplicateOf)));
            return [.. decided.Select(a => new LineChange(a.LineId, a.Version, LineChoice.Read(a.Choice, a.DuplicateOf)))];
        },
        T("Saved."));

    public Task<IActionResult> OnPostBulkAsync(Guid id) => SaveAsync(
        id,
        () =>
        {
            var told = new LineTold
            {
                Outcome = Bulk.Outcome,
                Destination = Bulk.Destination == "-" ? "" : Blank.ToNull(Bulk.Destination),
                ReleasedOn = Bulk.ReleasedOn is null ? null : new DateTold(Bulk.ReleasedOn),
                NotDesignated = Bulk.NotDesignated,
            };
            if (told == new LineTold())
                throw new RuleException("Bulk.Outcome", "Choose what to set: an outcome, a country, a date.");
            var marked = Bulk.All ? Plan.Lines.Where(l => ListTabs.IsUnder(Show, l) && !l.Line.IsApplied).Select(l => l.Line.ListLineId) : Marked;
            return [.. marked.Select(line => new LineChange(line, null, null, told))];
        },
        T("Set for the marked lines."));

    private async Task<IActionResult> SaveAsync(Guid id, Func<IReadOnlyList<LineChange>> changes, string words)
    {
        if (!await LoadAsync(id))
            return NotFound();
        try
        {
            if (!ModelState.IsValid || await TryAsync(() => lists.DecideAsync(id, changes(), Submission()), "") is not { } saved)
            {
                await ShowAsync();
                return Again();
            }

            TempData.Say(Told(saved, words));
            return RedirectToPage("/Releases/Lists/Desk", new { id, show = Show, p = Number > 1 ? Number : (int?)null });
        }
        catch (ConflictException)
        {
            await LoadAsync(id);
            var names = await Register.CandidatesAsync(Answers.SelectMany(a => new[] { a.Choice, a.Was }).Concat(List.Lines.Select(LineChoice.Of)).Select(c => Guid.TryParse(c, out var person) ? person : Guid.Empty));
            var theirs = Answers.Join(List.Lines, a => a.LineId, l => l.ListLineId, (a, l) => (Answer: a, Line: l)).Where(x => x.Answer.Version != x.Line.Version && x.Answer.Choice != x.Answer.Was).ToList();
            var result = Conflicted(
                List.Version,
                theirs.Select(x => (T("Line {0}", x.Line.Ordinal), (string?)LineChoice.InWords(x.Answer.Choice, x.Answer.DuplicateOf, NameOf))),
                theirs.Select(x => (T("Line {0}", x.Line.Ordinal), (string?)T("{0}, by {1}¦a decision", LineChoice.InWords(LineChoice.Of(x.Line), x.Line.DuplicateOf, NameOf), x.Line.DecidedBy))));
            Show = Tab.All;
            await ShowAsync([.. theirs.Select(x => x.Line.Ordinal)]);
            return result;

            string NameOf(Guid person) => names.TryGetValue(person, out var known) ? known.Name : T("somebody");
        }
    }

    private async Task ShowAsync(IReadOnlyList<int>? only = null)
    {
        Tabs = [.. Enum.GetValues<Tab>().Select(tab => (tab, Plan.Lines.Count(l => ListTabs.IsUnder(tab, l))))];
        var under = Plan.Lines.Where(l => only is null ? ListTabs.IsUnder(Show, l) : only.Contains(l.Line.Ordinal)).ToList();
        Pages = Math.Max(1, (under.Count + PageSize - 1) / PageSize);
        Number = Math.Clamp(Number, 1, Pages);
        var shown = under.Skip((Number - 1) * PageSize).Take(PageSize).ToList();
        var people = await Register.CandidatesAsync(shown.SelectMany(l => l.Line.ReadCandidates().Select(c => c.PrisonerId).Concat(new[] { l.Line.PrisonerId, l.Person?.PrisonerId }.OfType<Guid>())));
        var sent = Answers.ToDictionary(a => a.LineId);
        Answers = [];
        Lines = [.. shown.Select((l, i) => ListTabs.View(l, people, $"Answers[{i}]", sent.GetValueOrDefault(l.Line.ListLineId)?.Choice, sent.GetValueOrDefault(l.Line.ListLineId)?.DuplicateOf))];
        foreach (var key in ModelState.Keys.Where(k => k.StartsWith("Answers", StringComparison.Ordinal)).ToList())
            ModelState.Remove(key);
    }
}
