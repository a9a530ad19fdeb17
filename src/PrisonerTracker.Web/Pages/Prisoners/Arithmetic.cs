using PrisonerTracker.Core.Imprisonments;
using PrisonerTracker.Core.Releases;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Core.Terms;

namespace PrisonerTracker.Web.Pages.Prisoners;

/// <summary>What follows from the dates and sentences of one imprisonment: served, in force, expected end.</summary>
internal sealed record Arithmetic(TimeServed? Served, PartialDate? ConfirmedOn, bool WasAtLiberty, SentencesInForce Sentences, ExpectedEnd End, PartialDate? ReleasedOn)
{
    public static Arithmetic Of(ProfileModel.ImprisonmentView imprisonment, PartialDate? diedOn, IEnumerable<CreditRule> rules, DateOnly today)
    {
        var decisions = imprisonment.Sentences.Select(DecisionOf).ToList();
        var atLiberty = imprisonment.Releases
            .Where(r => r is { UndoneAs: UndoKind.ReturnedToCustody, UndoneOn: not null })
            .Select(r => (r.ReleasedOn, r.UndoneOn!))
            .ToList();
        var released = imprisonment.CurrentRelease?.ReleasedOn;
        var verdict = decisions.Select(d => d.DecidedOn).Min();
        return new Arithmetic(
            imprisonment.Kind == ImprisonmentKind.InAbsentia ? null : TimeServed.Of(imprisonment.DetainedOn, released, diedOn, atLiberty, today),
            imprisonment.ConfirmedOn,
            atLiberty.Exists(a => a.ReleasedOn != a.Item2),
            SentencesInForce.Of(decisions),
            ExpectedEnd.Of(
                new TermFacts
                {
                    Country = imprisonment.Country,
                    Kind = imprisonment.Kind,
                    DetainedOn = imprisonment.DetainedOn,
                    Decisions = decisions,
                    InColonyOn = imprisonment.Placements
                        .Where(p => p.Kind is FacilityKind.Colony or FacilityKind.Prison && p.FromOn?.CompareTo(verdict) >= 0)
                        .Select(p => p.FromOn)
                        .Min(),
                    AsOf = released?.Latest is { } end && end < today ? end : today,
                },
                rules),
            released);
    }

    public static Decision DecisionOf(ProfileModel.SentenceView sentence) => new()
    {
        SentenceId = sentence.Id,
        SupersedesSentenceId = sentence.SupersedesSentenceId,
        Instance = sentence.Instance,
        Outcome = sentence.Outcome,
        Penalty = sentence.Penalty,
        Regime = sentence.Regime,
        Term = sentence.Term,
        DecidedOn = sentence.DecidedOn,
        InForceOn = sentence.InForceOn,
        InAbsentia = sentence.InAbsentia,
    };
}
