using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.Desk;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Web.Forms;
using PrisonerTracker.Web.Identity;

namespace PrisonerTracker.Web.Pages.Releases.Lists;

/// <summary>A page about one list, with what recording it would do.</summary>
internal abstract class ListPage(RegisterContext register, CurrentActor actor, TimeProvider clock) : SectionPage(register, actor)
{
    public ReleaseList List { get; private set; } = null!;
    public ListPlan Plan { get; private set; } = null!;
    public string Title => List.FileName is { } file ? T("{0} of {1}¦a list in a file", file, List.CreatedAt) : T("List of {0}", List.CreatedAt);

    /// <summary>Lines that are not compared with the register yet.</summary>
    public int Unmatched => List.Lines.Count(l => l.Decision == LineDecision.Unmatched);

    public int Waiting => Plan.Count(LineStep.Waits);

    protected DateOnly LatestToday => Today.Latest(clock.GetUtcNow().UtcDateTime);

    protected async Task<bool> LoadAsync(Guid id)
    {
        if (await Register.ListAsync(id) is not { ReleaseEvent: not null } found)
            return false;
        List = found;
        Plan = await Register.PlanAsync(found, LatestToday);
        return true;
    }
}
