using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.Desk;
using PrisonerTracker.Core.History;
using PrisonerTracker.Core.Search;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Web.Identity;
using PrisonerTracker.Web.Infrastructure;

namespace PrisonerTracker.Web.Pages.Releases.Lists;

/// <summary>One line: who is meant, anybody of the register if need be, and what became of them. A recorded line is corrected here.</summary>
internal sealed class LineModel(RegisterContext register, CurrentActor actor, TimeProvider clock, ReleaseListService lists, ListRecorder recorder) : ListPage(register, actor, clock)
{
    private const int MostFound = 8;
    private const int LongestText = 100;

    public sealed class LineInput
    {
        public string? Choice { get; set; }
        public int? DuplicateOf { get; set; }

        [Display(Name = "Outcome")]
        public LineOutcome Outcome { get; set; }

        [Display(Name = "Taken to")]
        [StringLength(Countries.CodeLength)]
        public string? Destination { get; set; }

        [Display(Name = "Released on, when it differs from the event")]
        public PartialDate? ReleasedOn { get; set; }

        [Display(Name = "A source says that the person is not regarded as a political prisoner")]
        public bool NotDesignated { get; set; }

        [Display(Name = "Note")]
        [StringLength(ListLine.NoteLength)]
        public string? Note { get; set; }

        public LineTold Told => new()
        {
            Outcome = Outcome,
            Destination = Destination ?? "",
            ReleasedOn = new DateTold(ReleasedOn),
            NotDesignated = NotDesignated,
            Note = Note ?? "",
        };

        public static LineInput Of(ListLine line) => new()
        {
            Choice = LineChoice.Of(line),
            DuplicateOf = line.DuplicateOf,
            Outcome = line.Outcome,
            Destination = line.DestinationCountry,
            ReleasedOn = line.ReleasedOn,
            NotDesignated = line.NotDesignated,
            Note = line.Note,
        };
    }

    [BindProperty]
    public LineInput Input { get; set; } = new();

    /// <summary>A name to look for in the whole register.</summary>
    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Query { get; set; }

    [BindProperty]
    public bool Next { get; set; }

    public LineView Line { get; private set; } = null!;
    public int Found { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, int n)
    {
        if (!await LoadAsync(id) || Planned(n) is not { } planned)
            return NotFound();
        Input = LineInput.Of(planned.Line);
        Version = planned.Line.Version;
        await ShowAsync(n);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, int n)
    {
        if (!await LoadAsync(id) || Planned(n) is not { } planned)
            return NotFound();
        var line = planned.Line;
        try
        {
            if (!ModelState.IsValid || await TryAsync(() => WriteAsync(id, line)) is not { } saved)
            {
                await ShowAsync(n);
                return Again();
            }

            TempData.Say(Told(saved, line.IsApplied ? T("Line {0} was corrected.", n) : T("Line {0} is saved.", n)));
            return Next && Plan.Lines.FirstOrDefault(l => l.Step == LineStep.Waits && l.Line.Ordinal > n) is { } next
                ? RedirectToPage("/Releases/Lists/Line", new { id, n = next.Line.Ordinal })
                : RedirectToPage("/Releases/Lists/Desk", new { id });
        }
        catch (ConflictException)
        {
            await LoadAsync(id);
            var now = Planned(n)!.Line;
            var names = await Register.CandidatesAsync(new[] { Input.Choice, LineChoice.Of(now) }.Select(c => Guid.TryParse(c, out var person) ? person : Guid.Empty));
            var result = Conflicted(now.Version, Fields(Input, NameOf), Fields(LineInput.Of(now), NameOf));
            await ShowAsync(n);
            return result;

            string NameOf(Guid person) => names.TryGetValue(person, out var known) ? known.Name : T("somebody");
        }
    }

    private Task<WriteResult> WriteAsync(Guid id, ListLine line)
    {
        var answer = LineChoice.Read(Input.Choice, Input.DuplicateOf);
        if (!line.IsApplied)
            return lists.DecideAsync(id, [new LineChange(line.ListLineId, Version, answer, Input.Told)], Submission());

        // The same person with another outcome is no other decision.
        var isSame = Input.Choice == LineChoice.Of(line) && Input.DuplicateOf == line.DuplicateOf;
        return recorder.CorrectAsync(id, new LineChange(line.ListLineId, Version, isSame ? null : answer, Input.Told), Submission());
    }

    private PlannedLine? Planned(int n) => Plan.Lines.FirstOrDefault(l => l.Line.Ordinal == n);

    private async Task ShowAsync(int n)
    {
        Guid[] found = [];
        if (Blank.ToNull(Query) is { } text && text.Length <= LongestText)
            found = [.. (await PrisonerSearch.SuggestAsync(Register, Register.Prisoners, text)).Hits.Take(MostFound).Select(h => h.PrisonerId)];
        Found = found.Length;
        var planned = Planned(n)!;
        if (Guid.TryParse(Input.Choice, out var chosen))
            found = [.. found, chosen];
        var people = await Register.CandidatesAsync([.. planned.Line.ReadCandidates().Select(c => c.PrisonerId), .. new[] { planned.Line.PrisonerId, planned.Person?.PrisonerId }.OfType<Guid>(), .. found]);
        Line = ListTabs.View(planned, people, "Input", Input.Choice, Input.DuplicateOf, found);
    }

    private static IEnumerable<(string Field, string? Value)> Fields(LineInput input, Func<Guid, string> name) =>
    [
        (T("Who is meant"), LineChoice.InWords(input.Choice, input.DuplicateOf, name)),
        (T("Outcome"), Words.Of(input.Outcome)),
        (T("Taken to"), input.Destination is { Length: > 0 } country ? CountryNames.Of(country) : null),
        (T("Released on"), input.ReleasedOn?.ToString()),
        (T("Not designated"), input.NotDesignated ? T("yes") : T("no")),
        (T("Note"), input.Note),
    ];
}
