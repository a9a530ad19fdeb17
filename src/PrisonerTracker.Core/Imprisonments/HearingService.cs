using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.History;
using PrisonerTracker.Core.Prisoners;
using PrisonerTracker.Core.Shared;

namespace PrisonerTracker.Core.Imprisonments;

/// <summary>Adds, changes and removes hearings. The subjects of a result are the person, the imprisonment and the hearing.</summary>
public sealed class HearingService(RegisterContext context, RegisterWriter writer)
{
    public Task<WriteResult> AddAsync(
        Guid imprisonmentId, HearingDetails details, Submission submission, CancellationToken cancellationToken = default) =>
        writer.WriteAsync(submission.To("hearing.added"), async (now, token) =>
        {
            var (prisoner, imprisonment) = await CaseAsync(imprisonmentId, token);
            HearingRules.Check(details, Today.Latest(now));
            var catalogue = await Catalogue.OpenAsync(context, imprisonment.Country, token);
            var hearing = Hearing.Create(details, await catalogue.CourtAsync(details.Court, token));
            imprisonment.Add(hearing);
            return Checked(prisoner, imprisonment, hearing, submission, now);
        }, cancellationToken);

    /// <summary>Changes the hearing.</summary>
    /// <exception cref="ConflictException">The hearing was changed after the editor opened it.</exception>
    public Task<WriteResult> EditAsync(
        Guid imprisonmentId, Guid hearingId, int version, HearingDetails details, Submission submission, CancellationToken cancellationToken = default) =>
        writer.WriteAsync(submission.To("hearing.edited"), async (now, token) =>
        {
            var (prisoner, imprisonment) = await CaseAsync(imprisonmentId, token);
            var hearing = await FindAsync(imprisonment, hearingId, version, token);
            HearingRules.Check(details, Today.Latest(now));
            var catalogue = await Catalogue.OpenAsync(context, imprisonment.Country, token);
            hearing.Set(details, await catalogue.CourtAsync(details.Court, token));
            return Checked(prisoner, imprisonment, hearing, submission, now);
        }, cancellationToken);

    /// <summary>Takes the hearing out of the record; the history keeps it.</summary>
    /// <exception cref="ConflictException">The hearing was changed after the editor opened it.</exception>
    public Task<WriteResult> RemoveAsync(
        Guid imprisonmentId, Guid hearingId, int version, Submission submission, CancellationToken cancellationToken = default) =>
        writer.WriteAsync(submission.To("hearing.removed"), async (now, token) =>
        {
            var (prisoner, imprisonment) = await CaseAsync(imprisonmentId, token);
            imprisonment.Remove(await FindAsync(imprisonment, hearingId, version, token));
            prisoner.Touch(now);
            return [prisoner.PrisonerId, imprisonmentId, hearingId];
        }, cancellationToken);

    // No standing follows from a hearing, so only who changes one reads them.
    private async Task<(Prisoner Prisoner, Imprisonment Imprisonment)> CaseAsync(Guid imprisonmentId, CancellationToken cancellationToken)
    {
        var found = await context.CaseAsync(imprisonmentId, cancellationToken);
        await context.Hearings.Where(h => h.ImprisonmentId == imprisonmentId).Include(h => h.Court).LoadAsync(cancellationToken);
        return found;
    }

    private async Task<Hearing> FindAsync(Imprisonment imprisonment, Guid hearingId, int version, CancellationToken cancellationToken)
    {
        var hearing = await context.FactAsync(imprisonment.Hearings, h => h.HearingId == hearingId, "Somebody else removed this hearing while you had it open. Nothing of yours is saved; add it anew if it should be there.", cancellationToken);
        context.Expect(hearing, h => h.Version, version);
        return hearing;
    }

    private static Guid[] Checked(Prisoner prisoner, Imprisonment imprisonment, Hearing hearing, Submission submission, DateTime now)
    {
        var doubts = new Doubts(submission);
        HearingRules.AskAbout(doubts, imprisonment, hearing, Today.Latest(now));
        doubts.Settle();
        prisoner.Touch(now);
        return [prisoner.PrisonerId, imprisonment.ImprisonmentId, hearing.HearingId];
    }
}
