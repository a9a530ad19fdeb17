using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Data;

namespace PrisonerTracker.Web.Pages;

internal static class Changes
{
    private const int PageSize = 50;

    /// <summary>The latest changes of a record before the given one, and the number to go on from for older ones.</summary>
    public static Task<(IReadOnlyList<ChangeView> Changes, long? Older)> ChangesOfAsync(this RegisterContext register, Guid subjectId, long? before) =>
        register.ChangesOfAsync([subjectId], before);

    /// <summary>The same for records that became one.</summary>
    public static async Task<(IReadOnlyList<ChangeView> Changes, long? Older)> ChangesOfAsync(this RegisterContext register, Guid[] subjectIds, long? before)
    {
        var changes = await register.Changes.AsNoTracking()
            .Where(c => c.SubjectIds.Any(s => subjectIds.Contains(s)) && (before == null || c.Number < before))
            .Where(c => register.ShowWithheld || !c.Action.StartsWith("risk_factor."))
            .OrderByDescending(c => c.Number)
            .Take(PageSize + 1)
            .ToListAsync();
        var hidden = register.ShowWithheld
            ? []
            : await register.WithheldParts.Where(w => subjectIds.Contains(w.PrisonerId)).Select(w => w.Part).Distinct().ToListAsync();
        return ([.. changes.Take(PageSize).Select(c => ChangeView.Of(c, register.ShowWithheld, hidden, subjectIds))], changes.Count > PageSize ? changes[PageSize - 1].Number : null);
    }
}
