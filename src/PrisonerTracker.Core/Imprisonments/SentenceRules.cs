using PrisonerTracker.Core.History;
using PrisonerTracker.Core.Shared;

namespace PrisonerTracker.Core.Imprisonments;

/// <summary>What cannot be true of the charges and decisions of one imprisonment together, and what is unlikely.</summary>
internal static class SentenceRules
{
    private const int UnlikelyYears = 25;

    /// <summary>Refuses dates in the future and chains of decisions that lead nowhere.</summary>
    public static void Check(Imprisonment imprisonment, Guid? sentenceId, SentenceDetails details, DateOnly today)
    {
        ImprisonmentRules.NotInFuture(details.DecidedOn, nameof(details.DecidedOn), today, $"The date of the decision, {details.DecidedOn}, lies in the future. Correct it.");
        ImprisonmentRules.NotInFuture(details.InForceOn, nameof(details.InForceOn), today, $"The date of the coming into force, {details.InForceOn}, lies in the future. Correct it.");
        var passed = new HashSet<Guid>();
        for (var next = details.Supersedes; next is { } id; next = imprisonment.Sentences.First(s => s.SentenceId == id).SupersedesSentenceId)
        {
            if (imprisonment.Sentences.All(s => s.SentenceId != id))
                throw new RuleException(nameof(details.Supersedes), "The decision this one supersedes is not among those of this imprisonment. Choose another.");
            if (id == sentenceId || !passed.Add(id))
                throw new RuleException(nameof(details.Supersedes), "The two decisions would supersede each other. Choose an earlier one, or none.");
        }
    }

    /// <summary>Nobody is sentenced under an article that did not exist yet, or no more charged under one that does not.</summary>
    public static void CheckArticles(Imprisonment imprisonment, string field)
    {
        foreach (var charge in imprisonment.Charges.Where(c => c.Article.ValidFrom is not null))
        {
            if (imprisonment.Sentences.FirstOrDefault(s => s.DecidedOn is { } on && on.IsCertainlyBefore(charge.Article.ValidFrom!)) is { } early)
            {
                throw new RuleException(
                    field,
                    $"Article {charge.Article.Number} is in the catalogue as in force since {charge.Article.ValidFrom}, and the decision of {early.DecidedOn} is earlier. Correct one of the dates, or the charge.",
                    field.Length > 0 && field != nameof(SentenceDetails.DecidedOn) ? Named(early) : Named(charge));
            }
        }
    }

    public static void AskAbout(Doubts doubts, Imprisonment imprisonment, SentenceDetails details)
    {
        doubts.Ask(
            details.Term is { Years: >= UnlikelyYears } term && (term.Years > UnlikelyYears || term.Months + term.Days > 0),
            $"The term is longer than {UnlikelyYears} years: {details.Term?.Years} years. Is that so?");
        doubts.Ask(
            details is { InAbsentia: false, DecidedOn: { } decided } && BeginsWithDetention(imprisonment.Kind) && imprisonment.DetainedOn is { } detained && decided.IsCertainlyBefore(detained),
            $"The decision of {details.DecidedOn} was made before the detention of {imprisonment.DetainedOn}. Is that so?");
    }

    /// <summary>A restriction of liberty begins after the decision; everything else begins before it.</summary>
    public static bool BeginsWithDetention(ImprisonmentKind kind) => kind != ImprisonmentKind.RestrictionOfLiberty;

    public static ConflictingFact Named(Sentence sentence) =>
        new(FactKind.Sentence, sentence.SentenceId, sentence.DecidedOn is { } on ? (Phrase)$"The decision of {on}" : "The decision of an unknown date", sentence.ImprisonmentId);

    public static ConflictingFact Named(Charge charge) =>
        new(FactKind.Charge, charge.ChargeId, $"The charge under article {charge.Article.Number}", charge.ImprisonmentId);
}
