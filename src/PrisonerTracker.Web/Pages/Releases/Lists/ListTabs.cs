using PrisonerTracker.Core.Desk;

namespace PrisonerTracker.Web.Pages.Releases.Lists;

/// <summary>Which lines of a list are shown.</summary>
internal enum Tab
{
    Waiting,
    Matched,
    New,
    Refused,
    Again,
    NoPerson,
    Recorded,
    All,
}

internal static class ListTabs
{
    public static bool IsUnder(Tab tab, PlannedLine planned) => tab switch
    {
        Tab.Waiting => planned.Step == LineStep.Waits,
        Tab.Matched => planned.Line.Decision == LineDecision.Matched && !planned.Line.IsApplied,
        Tab.New => planned.Line.Decision is LineDecision.NewPerson or LineDecision.NamedOnly && !planned.Line.IsApplied,
        Tab.Refused => planned.Step == LineStep.Refused,
        Tab.Again => planned.Line.Decision == LineDecision.Duplicate,
        Tab.NoPerson => planned.Line.Decision == LineDecision.NoPerson,
        Tab.Recorded => planned.Step == LineStep.Done,
        _ => true,
    };

    /// <summary>A line with the people it may mean: those the matcher found, and whom an editor chose besides.</summary>
    public static LineView View(
        PlannedLine planned, IReadOnlyDictionary<Guid, CandidateView> people, string prefix, string? choice = null, int? duplicateOf = null, IEnumerable<Guid>? others = null)
    {
        var why = planned.Line.ReadCandidates().DistinctBy(c => c.PrisonerId).ToDictionary(c => c.PrisonerId);
        var shown = why.Keys.Concat(new[] { planned.Person?.PrisonerId ?? planned.Line.PrisonerId }.OfType<Guid>()).Concat(others ?? []).Distinct().Where(people.ContainsKey);
        return new LineView(
            planned, [.. shown.Select(id => (people[id], why.GetValueOrDefault(id)))], prefix, choice ?? LineChoice.Of(planned.Line), duplicateOf ?? planned.Line.DuplicateOf);
    }
}
