using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.Imprisonments;
using PrisonerTracker.Core.Law;
using PrisonerTracker.Core.Prisoners;
using PrisonerTracker.Core.Shared;

namespace PrisonerTracker.Web.Pages.Judges;

/// <summary>One judge and every decision of theirs that the register holds.</summary>
internal sealed class JudgeModel(RegisterContext register) : PageModel
{
    private const int PageSize = 100;

    public sealed record Decision(
        string Slug, string Name, Publication Publication, bool IsFictional, Guid? CourtId, LocalizedText? Court, PartialDate? DecidedOn, Instance Instance,
        DecisionOutcome Outcome, Penalty Penalty, Regime? Regime, Term? Term, bool InAbsentia);

    public Judge Judge { get; private set; } = null!;
    public Footnotes Notes { get; private set; } = new([]);
    public bool IsVerified { get; private set; }
    public IReadOnlyList<Decision> Decisions { get; private set; } = [];
    public int Count { get; private set; }
    public int Number { get; private set; } = 1;
    public bool HasMore => Number * PageSize < Count;

    public async Task<IActionResult> OnGetAsync(Guid judgeId, int p = 1)
    {
        var all = User.IsSignedIn();
        var judge = await register.Judges.AsNoTracking().SingleOrDefaultAsync(j => j.JudgeId == judgeId && (all || j.IsPublic));
        if (judge is null)
            return NotFound();

        (Judge, Number) = (judge, Math.Clamp(p, 1, 10_000));
        var citations = await register.CitationsWhere(c => c.JudgeId == judgeId).ToListAsync();
        (Notes, IsVerified) = (new Footnotes(citations), citations.Count > 0);

        // Joined to the people readers may see: a draft's decision is not there for them.
        var decisions =
            from s in register.Sentences.AsNoTracking()
            where s.JudgeId == judgeId
            join i in register.Imprisonments on s.ImprisonmentId equals i.ImprisonmentId
            join x in register.Prisoners on i.PrisonerId equals x.PrisonerId
            orderby s.DecidedOn!.Earliest descending, s.SentenceId
            select new Decision(
                x.Slug, x.DisplayName, x.Publication, x.IsFictional, s.CourtId, s.Court!.Name, s.DecidedOn, s.Instance, s.Outcome, s.Penalty, s.Regime, s.Term, s.InAbsentia);
        Count = await decisions.CountAsync();
        Decisions = await decisions.Skip((Number - 1) * PageSize).Take(PageSize).ToListAsync();
        return Page();
    }
}
