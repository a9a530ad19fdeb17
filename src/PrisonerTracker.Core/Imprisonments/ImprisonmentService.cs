using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.History;
using PrisonerTracker.Core.Prisoners;

namespace PrisonerTracker.Core.Imprisonments;

/// <summary>Records deprivations of liberty with the case behind them.</summary>
public sealed class ImprisonmentService(RegisterContext context, RegisterWriter writer)
{
    /// <summary>Adds an imprisonment with its charges, sentences and placements. The subjects are the person and the imprisonment.</summary>
    public Task<WriteResult> AddAsync(
        Guid prisonerId, ImprisonmentDetails details, Submission submission, CancellationToken cancellationToken = default) =>
        writer.WriteAsync(submission.To("imprisonment.added"), async (now, token) =>
        {
            var prisoner = await context.WholeAsync(prisonerId, token);
            var imprisonment = prisoner.Imprison(details, now);
            var catalogue = await Catalogue.OpenAsync(context, imprisonment.Country, token);
            foreach (var charge in details.Charges)
                imprisonment.Add(Charge.Create(charge, await catalogue.ArticleAsync(charge.Article, charge.LegalCodeKey, token)));
            foreach (var sentence in details.Sentences)
                imprisonment.Add(Sentence.Create(sentence, await catalogue.CourtAsync(sentence.Court, token), await catalogue.JudgeAsync(sentence.Judge, token)));
            foreach (var placement in details.Placements)
                imprisonment.Add(Placement.Create(placement, await catalogue.FacilityAsync(placement.Facility, placement.FacilityKind, token)));
            prisoner.Touch(now);
            return [prisonerId, imprisonment.ImprisonmentId];
        }, cancellationToken);
}
