using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.Desk;
using PrisonerTracker.Web.Identity;

namespace PrisonerTracker.Web.Pages.Releases.Lists;

/// <summary>Two lists of one event beside each other: whom both name, whom only one, and where they contradict each other.</summary>
internal sealed class CompareModel(RegisterContext register, CurrentActor actor, TimeProvider clock) : ListPage(register, actor, clock)
{
    public sealed record OtherView(Guid Id, string? FileName, DateTime CreatedAt, string CreatedBy);

    /// <summary>A person in two lists.</summary>
    /// <param name="Name">As the register or the list has it.</param>
    /// <param name="Here">The line of this list.</param>
    /// <param name="There">The line of the other.</param>
    /// <param name="Differs">What the two say differently.</param>
    public sealed record PairView(string Name, int? Here, int? There, string Differs);

    [BindProperty(SupportsGet = true, Name = "with")]
    public Guid? With { get; set; }

    public IReadOnlyList<OtherView> Others { get; private set; } = [];
    public ReleaseList? Other { get; private set; }
    public IReadOnlyList<PairView> Pairs { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        if (!await LoadAsync(id))
            return NotFound();
        Others = await Register.ReleaseLists.Where(l => l.ReleaseEventId == List.ReleaseEventId && l.ReleaseListId != id)
            .OrderBy(l => l.CreatedAt).Select(l => new OtherView(l.ReleaseListId, l.FileName, l.CreatedAt, l.CreatedBy)).ToListAsync();
        if ((With ?? (Others.Count == 1 ? Others[0].Id : null)) is not { } with || !Others.Any(o => o.Id == with))
            return With is null ? Page() : NotFound();

        Other = await Register.ListAsync(with);
        var theirs = await Register.PlanAsync(Other!, LatestToday);
        var (here, there) = (ByPerson(Plan), ByPerson(theirs));
        Pairs = [.. here.Keys.Union(there.Keys).Select(key => Pair(here.GetValueOrDefault(key), there.GetValueOrDefault(key))).OrderBy(p => p.Name, StringComparer.Ordinal)];
        return Page();
    }

    // The same record, or the same spelling where there is no record.
    private static Dictionary<string, PlannedLine> ByPerson(ListPlan plan) => plan.Lines
        .Where(l => l.Line.WrittenName is not null && l.Line.Decision is not (LineDecision.NoPerson or LineDecision.Duplicate))
        .GroupBy(l => l.Person?.PrisonerId.ToString() ?? l.Line.PrisonerId?.ToString() ?? l.Line.WrittenName!.ToUpperInvariant())
        .ToDictionary(g => g.Key, g => g.First());

    private static PairView Pair(PlannedLine? here, PlannedLine? there)
    {
        var name = (here ?? there)!.Person?.Name ?? (here ?? there)!.Line.WrittenName!;
        var differs = here is null || there is null ? "" : string.Join("; ", new[]
        {
            Differ(T("outcome"), Words.Of(here.Line.Outcome), Words.Of(there.Line.Outcome)),
            Differ(T("taken to"), Country(here), Country(there)),
            Differ(T("date"), Dates.Of(here.ReleasedOn), Dates.Of(there.ReleasedOn)),
            Differ(T("born"), here.Line.Birth?.ToString() ?? "", there.Line.Birth?.ToString() ?? "", here.Line.Birth is { } a && there.Line.Birth is { } b && a.Contradicts(b)),
        }.Where(d => d.Length > 0));
        return new PairView(name, here?.Line.Ordinal, there?.Line.Ordinal, differs);
    }

    private static string Country(PlannedLine line) => line.Line.DestinationCountry is { } country ? CountryNames.Of(country) : T("not stated");

    private static string Differ(string what, string here, string there, bool? isOther = null) => isOther ?? here != there ? T("{0}: {1} here, {2} there", what, here, there) : "";
}
