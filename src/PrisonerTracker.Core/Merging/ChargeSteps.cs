using System.Globalization;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.Imprisonments;

namespace PrisonerTracker.Core.Merging;

/// <summary>The steps of a charge that two records told of, in the order in which they happened.</summary>
internal static class ChargeSteps
{
    private static readonly List<string> Course = [.. Enum.GetNames<ChargeStatus>().Select(SnakeCase.Of)];

    /// <summary>Puts moved steps among the charge's own, by date where both are dated and else by the course of a case.</summary>
    public static void Arrange(RecordRow charge)
    {
        var steps = charge.Children.Where(c => c.Table.Is<ChargeStep>()).ToList();
        if (!steps.Exists(s => s.IsMoved))
            return;

        var ordered = steps.Where(s => !s.IsMoved).OrderBy(s => int.Parse(s.Text("ordinal"), CultureInfo.InvariantCulture)).ToList();
        foreach (var step in steps.Where(s => s.IsMoved))
        {
            var at = ordered.FindIndex(s => IsBefore(step, s));
            ordered.Insert(at < 0 ? ordered.Count : at, step);
        }

        for (var i = 0; i < ordered.Count; i++)
            ordered[i].Set("ordinal", i);
        charge.Set("status", ordered[^1].Values["status"]);
    }

    private static bool IsBefore(RecordRow a, RecordRow b) =>
        RowValues.Date(a, "took_place_on") is { } ours && RowValues.Date(b, "took_place_on") is { } theirs && !ours.Equals(theirs)
            ? ours < theirs
            : Course.IndexOf(a.Text("status")) < Course.IndexOf(b.Text("status"));
}
