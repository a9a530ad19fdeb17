using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.History;
using PrisonerTracker.Core.Prisoners;
using PrisonerTracker.Core.Shared;

namespace PrisonerTracker.Core.Imprisonments;

/// <summary>Adds, changes and removes charges. The subjects of a result are the person, the imprisonment and the charge.</summary>
public sealed class ChargeService(RegisterContext context, RegisterWriter writer)
{
    public Task<WriteResult> AddAsync(
        Guid imprisonmentId, ChargeDetails details, Submission submission, CancellationToken cancellationToken = default) =>
        writer.WriteAsync(submission.To("charge.added"), async (now, token) =>
        {
            var (prisoner, imprisonment) = await context.CaseAsync(imprisonmentId, token);
            var article = await ArticleAsync(imprisonment, details, now, token);
            var doubts = new Doubts(submission);
            doubts.Ask(
                imprisonment.Charges.Any(c => c.ArticleId == article.ArticleId),
                $"A charge under article {article.Number} is recorded already. Is this another one?");
            doubts.Settle();
            var charge = Charge.Create(details, article);
            imprisonment.Add(charge);
            return Checked(prisoner, imprisonment, charge, now);
        }, cancellationToken);

    /// <summary>Changes the charge.</summary>
    /// <exception cref="ConflictException">The charge was changed after the editor opened it.</exception>
    public Task<WriteResult> EditAsync(
        Guid imprisonmentId, Guid chargeId, int version, ChargeDetails details, Submission submission, CancellationToken cancellationToken = default) =>
        writer.WriteAsync(submission.To("charge.edited"), async (now, token) =>
        {
            var (prisoner, imprisonment) = await context.CaseAsync(imprisonmentId, token);
            var charge = await FindAsync(imprisonment, chargeId, version, token);
            charge.Set(details, await ArticleAsync(imprisonment, details, now, token));
            return Checked(prisoner, imprisonment, charge, now);
        }, cancellationToken);

    /// <summary>Takes the charge out of the record; the history keeps it.</summary>
    /// <exception cref="ConflictException">The charge was changed after the editor opened it.</exception>
    public Task<WriteResult> RemoveAsync(
        Guid imprisonmentId, Guid chargeId, int version, Submission submission, CancellationToken cancellationToken = default) =>
        writer.WriteAsync(submission.To("charge.removed"), async (now, token) =>
        {
            var (prisoner, imprisonment) = await context.CaseAsync(imprisonmentId, token);
            var charge = await FindAsync(imprisonment, chargeId, version, token);
            imprisonment.Remove(charge);
            prisoner.Touch(now);
            return [prisoner.PrisonerId, imprisonmentId, chargeId];
        }, cancellationToken);

    private async Task<Charge> FindAsync(Imprisonment imprisonment, Guid chargeId, int version, CancellationToken cancellationToken)
    {
        var charge = await context.FactAsync(imprisonment.Charges, c => c.ChargeId == chargeId, "Somebody else removed this charge while you had it open. Nothing of yours is saved; add it anew if it should be there.", cancellationToken);
        await context.Entry(charge).Collection(c => c.Steps).Query().OrderBy(s => s.Ordinal).LoadAsync(cancellationToken);
        context.Expect(charge, c => c.Version, version);
        return charge;
    }

    private async Task<Law.Article> ArticleAsync(Imprisonment imprisonment, ChargeDetails details, DateTime now, CancellationToken cancellationToken)
    {
        foreach (var step in details.Steps)
            ImprisonmentRules.NotInFuture(step.On, nameof(details.Steps), Today.Latest(now), $"The date of the step, {step.On}, lies in the future. Correct it.");
        var catalogue = await Catalogue.OpenAsync(context, imprisonment.Country, cancellationToken);
        return await catalogue.ArticleAsync(details.Article, details.LegalCodeKey, cancellationToken, details.ArticleTitle);
    }

    private Guid[] Checked(Prisoner prisoner, Imprisonment imprisonment, Charge charge, DateTime now)
    {
        context.ChangeTracker.DetectChanges(); // the article the charge leads to now
        SentenceRules.CheckArticles(imprisonment, nameof(ChargeDetails.Article));
        prisoner.Touch(now);
        return [prisoner.PrisonerId, imprisonment.ImprisonmentId, charge.ChargeId];
    }
}
