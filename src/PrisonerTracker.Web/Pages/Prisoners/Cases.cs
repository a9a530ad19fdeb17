using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.Imprisonments;
using PrisonerTracker.Core.Releases;

namespace PrisonerTracker.Web.Pages.Prisoners;

/// <summary>Imprisonments as the profile and the overview of editing show them.</summary>
internal static class Cases
{
    /// <summary>The imprisonments of a person, the current or latest first, in two statements.</summary>
    public static async Task<IReadOnlyList<ProfileModel.ImprisonmentView>> ImprisonmentsOfAsync(this RegisterContext register, Guid prisonerId)
    {
        var imprisonments = await register.Imprisonments.AsNoTracking()
            .Where(i => i.PrisonerId == prisonerId)
            .Select(i => new ProfileModel.ImprisonmentView(
                i.ImprisonmentId, i.Kind, i.Country, i.DetainedOn, i.DetentionPlace, i.Circumstances, i.DetainedBy, i.ConfirmedOn,
                i.Charges.Select(c => new ProfileModel.ChargeView(c.ChargeId, c.Article.Number, c.Article.Title, c.Article.Citations.Count > 0, c.Article.LegalCode.Title, c.Article.LegalCode.Key, c.Status,
                    c.Steps.Select(s => new ProfileModel.ChargeStepView(s.Ordinal, s.Status, s.TookPlaceOn)).ToList())).ToList(),
                i.Releases
                    .Where(r => r.UndoneAs == null || r.UndoneAs == UndoKind.ReturnedToCustody)
                    .Select(r => new ProfileModel.ReleaseView(
                        r.ReleaseId, r.ReleasedOn, r.Ground, r.DestinationCountry, r.ForcedOut, r.Conditions, r.DocumentsKept, r.Note, r.UndoneAs, r.UndoneOn,
                        r.ReleaseEvent!.Slug, r.ReleaseEvent.Title)).ToList()))
            .ToListAsync();
        var more = await register.Imprisonments.AsNoTracking()
            .Where(i => i.PrisonerId == prisonerId)
            .Select(i => new
            {
                i.ImprisonmentId,
                Sentences = i.Sentences.Select(s => new ProfileModel.SentenceView(
                    s.SentenceId, s.Instance, s.Outcome, s.Penalty, s.Regime, s.Term, s.DecidedOn, s.FineAmount, s.FineCurrency, s.InAbsentia,
                    s.Court!.Name, s.Judge!.Name, s.Note, s.InForceOn, s.SupersedesSentenceId, s.CourtId, s.JudgeId)).ToList(),
                Placements = i.Placements.Select(p => new ProfileModel.PlacementView(
                    p.PlacementId, p.Facility!.Name, p.FromOn, p.UntilOn, p.SeenOn, p.Regime, p.InIsolation, p.Incommunicado, p.Note,
                    p.Facility.Kind, p.Facility.Key)).ToList(),
                Hearings = i.Hearings.Select(h => new ProfileModel.HearingView(
                    h.HearingId, h.Kind, h.Status, h.HeardOn, h.HeardAt, h.Court!.Name, h.CourtId, h.IsClosed, h.Note)).ToList(),
            })
            .ToDictionaryAsync(i => i.ImprisonmentId);
        foreach (var imprisonment in imprisonments)
        {
            imprisonment.Sentences = [.. more[imprisonment.Id].Sentences.OrderBy(s => s.DecidedOn)];
            imprisonment.Placements = [.. more[imprisonment.Id].Placements.OrderBy(p => p.FromOn ?? p.SeenOn)];
            imprisonment.Hearings = [.. more[imprisonment.Id].Hearings.OrderBy(h => h.HeardOn).ThenBy(h => h.HeardAt)];
        }

        return [.. imprisonments.OrderByDescending(i => i.CurrentRelease is null && i.Kind != ImprisonmentKind.InAbsentia).ThenByDescending(i => i.SortsBy)];
    }
}
