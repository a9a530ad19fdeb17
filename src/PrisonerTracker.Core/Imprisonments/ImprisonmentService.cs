using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.History;
using PrisonerTracker.Core.Prisoners;
using PrisonerTracker.Core.Shared;

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
            CaseRules.CheckLife(prisoner, imprisonment, nameof(details.DetainedOn));
            var catalogue = await Catalogue.OpenAsync(context, imprisonment.Country, token);
            foreach (var charge in details.Charges)
                imprisonment.Add(Charge.Create(charge, await catalogue.ArticleAsync(charge.Article, charge.LegalCodeKey, token)));
            foreach (var sentence in details.Sentences)
                imprisonment.Add(Sentence.Create(sentence, await catalogue.CourtAsync(sentence.Court, token), await catalogue.JudgeAsync(sentence.Judge, token)));
            foreach (var placement in details.Placements)
                imprisonment.Add(Placement.Create(placement, await catalogue.FacilityAsync(placement.Facility, placement.FacilityKind, token)));
            context.ChangeTracker.DetectChanges(); // the articles the charges lead to
            SentenceRules.CheckArticles(imprisonment, nameof(SentenceDetails.DecidedOn));
            var doubts = new Doubts(submission);
            CaseRules.AskAboutAge(doubts, prisoner, imprisonment);
            foreach (var sentence in details.Sentences)
                SentenceRules.AskAbout(doubts, imprisonment, sentence);
            doubts.Settle();
            prisoner.Touch(now);
            return [prisonerId, imprisonment.ImprisonmentId];
        }, cancellationToken);

    /// <summary>Changes the detention; charges, sentences, placements and release are sections of their own.</summary>
    /// <exception cref="RuleException">The release, another imprisonment or the birth leaves no room for it.</exception>
    /// <exception cref="ConflictException">The detention was changed after the editor opened it.</exception>
    public Task<WriteResult> EditAsync(
        Guid imprisonmentId, int version, ImprisonmentDetails details, Submission submission, CancellationToken cancellationToken = default) =>
        writer.WriteAsync(submission.To("imprisonment.edited"), async (now, token) =>
        {
            var (prisoner, imprisonment) = await context.CaseAsync(imprisonmentId, token);
            await context.FactAsync([imprisonment], _ => true, "Somebody else removed this imprisonment while you had it open. Nothing of yours is saved; add it anew if it should be there.", token);
            context.Expect(imprisonment, i => i.DetentionVersion, version);
            imprisonment.Describe(details, now);
            CaseRules.CheckRoom(prisoner, imprisonment);
            CaseRules.CheckLife(prisoner, imprisonment, nameof(details.DetainedOn));
            var doubts = new Doubts(submission);
            CaseRules.AskAboutAge(doubts, prisoner, imprisonment);
            doubts.Ask(
                SentenceRules.BeginsWithDetention(imprisonment.Kind) && imprisonment.Sentences.Any(s => s is { InAbsentia: false, DecidedOn: { } on } && imprisonment.DetainedOn is { } detained && on.IsCertainlyBefore(detained)),
                $"A decision was made before the detention of {imprisonment.DetainedOn}. Is that so?");
            doubts.Settle();
            prisoner.Touch(now);
            return [prisoner.PrisonerId, imprisonmentId];
        }, cancellationToken);
}
