using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.History;
using PrisonerTracker.Core.Prisoners;
using PrisonerTracker.Core.Shared;

namespace PrisonerTracker.Core.Imprisonments;

/// <summary>Adds, changes and removes court decisions. The subjects of a result are the person, the imprisonment and the decision.</summary>
public sealed class SentenceService(RegisterContext context, RegisterWriter writer)
{
    public Task<WriteResult> AddAsync(
        Guid imprisonmentId, SentenceDetails details, Submission submission, CancellationToken cancellationToken = default) =>
        writer.WriteAsync(submission.To("sentence.added"), async (now, token) =>
        {
            var (prisoner, imprisonment) = await context.CaseAsync(imprisonmentId, token);
            SentenceRules.Check(imprisonment, null, details, Today.Latest(now));
            var catalogue = await Catalogue.OpenAsync(context, imprisonment.Country, token);
            var sentence = Sentence.Create(details, await catalogue.CourtAsync(details.Court, token), await catalogue.JudgeAsync(details.Judge, token));
            imprisonment.Add(sentence);
            return Checked(prisoner, imprisonment, sentence, details, submission, now);
        }, cancellationToken);

    /// <summary>Changes the decision.</summary>
    /// <exception cref="ConflictException">The decision was changed after the editor opened it.</exception>
    public Task<WriteResult> EditAsync(
        Guid imprisonmentId, Guid sentenceId, int version, SentenceDetails details, Submission submission, CancellationToken cancellationToken = default) =>
        writer.WriteAsync(submission.To("sentence.edited"), async (now, token) =>
        {
            var (prisoner, imprisonment) = await context.CaseAsync(imprisonmentId, token);
            var sentence = await FindAsync(imprisonment, sentenceId, version, token);
            SentenceRules.Check(imprisonment, sentenceId, details, Today.Latest(now));
            var catalogue = await Catalogue.OpenAsync(context, imprisonment.Country, token);
            sentence.Set(details, await catalogue.CourtAsync(details.Court, token), await catalogue.JudgeAsync(details.Judge, token));
            return Checked(prisoner, imprisonment, sentence, details, submission, now);
        }, cancellationToken);

    /// <summary>Takes the decision out of the record; the history keeps it.</summary>
    /// <exception cref="ConflictException">The decision was changed after the editor opened it.</exception>
    public Task<WriteResult> RemoveAsync(
        Guid imprisonmentId, Guid sentenceId, int version, Submission submission, CancellationToken cancellationToken = default) =>
        writer.WriteAsync(submission.To("sentence.removed"), async (now, token) =>
        {
            var (prisoner, imprisonment) = await context.CaseAsync(imprisonmentId, token);
            imprisonment.Remove(await FindAsync(imprisonment, sentenceId, version, token));
            prisoner.Touch(now);
            return [prisoner.PrisonerId, imprisonmentId, sentenceId];
        }, cancellationToken);

    private async Task<Sentence> FindAsync(Imprisonment imprisonment, Guid sentenceId, int version, CancellationToken cancellationToken)
    {
        var sentence = await context.FactAsync(imprisonment.Sentences, s => s.SentenceId == sentenceId, "Somebody else removed this decision while you had it open. Nothing of yours is saved; add it anew if it should be there.", cancellationToken);
        await context.Entry(sentence).Reference(s => s.Court).LoadAsync(cancellationToken);
        await context.Entry(sentence).Reference(s => s.Judge).LoadAsync(cancellationToken);
        context.Expect(sentence, s => s.Version, version);
        return sentence;
    }

    private static Guid[] Checked(
        Prisoner prisoner, Imprisonment imprisonment, Sentence sentence, SentenceDetails details, Submission submission, DateTime now)
    {
        SentenceRules.CheckArticles(imprisonment, nameof(details.DecidedOn));
        var doubts = new Doubts(submission);
        SentenceRules.AskAbout(doubts, imprisonment, details);
        doubts.Settle();
        prisoner.Touch(now);
        return [prisoner.PrisonerId, imprisonment.ImprisonmentId, sentence.SentenceId];
    }
}
