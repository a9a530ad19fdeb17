using PrisonerTracker.Core.Imprisonments;
using PrisonerTracker.Core.Shared;

namespace PrisonerTracker.Core.Terms;

/// <summary>What one court decision says, as far as arithmetic needs it.</summary>
public sealed record Decision
{
    public required Guid SentenceId { get; init; }
    public Guid? SupersedesSentenceId { get; init; }
    public Instance Instance { get; init; }
    public DecisionOutcome Outcome { get; init; }
    public Penalty Penalty { get; init; }
    public Regime? Regime { get; init; }
    public Term? Term { get; init; }
    public PartialDate? DecidedOn { get; init; }
    public PartialDate? InForceOn { get; init; }
    public bool InAbsentia { get; init; }

    public static Decision Of(Sentence sentence) => new()
    {
        SentenceId = sentence.SentenceId,
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

/// <summary>A sentence that stands, after everything later courts did to it.</summary>
/// <param name="SentenceId">The decision that imposed it, or the last one that changed it.</param>
/// <param name="Kind">First for a verdict, Extension for a term added in prison, Replacement for a replaced penalty.</param>
/// <param name="Penalty">The penalty.</param>
/// <param name="Regime">The regime, if any decision named one.</param>
/// <param name="Term">The term; for an extension what it adds.</param>
/// <param name="ImposedOn">When it was first imposed.</param>
/// <param name="InForceOn">Since when it is in force, if that is known.</param>
public sealed record StandingSentence(
    Guid SentenceId, Instance Kind, Penalty Penalty, Regime? Regime, Term? Term, PartialDate? ImposedOn, PartialDate? InForceOn)
{
    internal IReadOnlyList<Guid> Decisions { get; init; } = [];
}

/// <summary>
/// The sentences of one imprisonment that stand after appeals, and their total. Decisions are read in order of their date, then of their
/// instance: what imposes something by the first day it may have been, a review by the last. Without a date a verdict comes first and
/// anything else last.
/// </summary>
/// <remarks>
/// A decision acts on the one it names as superseded, else on the sentence imposed last. Upheld leaves it and puts it into force;
/// changed puts its own penalty, regime and term in their place, as far as it states them; overturned ends it. An extension adds its
/// term; a replacement takes the place of what it names, else of everything. A second verdict stands beside the first.
/// </remarks>
public sealed record SentencesInForce
{
    private SentencesInForce(IReadOnlyList<StandingSentence> standing) => Standing = standing;

    /// <summary>In the order they were imposed.</summary>
    public IReadOnlyList<StandingSentence> Standing { get; }

    /// <summary>The verdicts and replaced penalties that stand; more than one when the register does not know how they combine.</summary>
    public IEnumerable<StandingSentence> Main => Standing.Where(s => s.Kind != Instance.Extension);

    /// <summary>The penalty that decides where the person is: the last imposed one; null when no sentence stands.</summary>
    public Penalty? LastPenalty => (Main.LastOrDefault() ?? (Standing.Count == 0 ? null : Standing[^1]))?.Penalty;

    public static SentencesInForce Of(IEnumerable<Sentence> sentences) => Of(sentences.Select(Decision.Of));

    public static SentencesInForce Of(IEnumerable<Decision> decisions)
    {
        var standing = new List<StandingSentence>();
        foreach (var decision in decisions.OrderBy(Order).ThenBy(d => d.Instance).ThenBy(d => d.Outcome))
        {
            var target = decision.SupersedesSentenceId is { } named
                ? standing.FindIndex(s => s.Decisions.Contains(named))
                : standing.Count - 1;
            switch (decision)
            {
                case { Outcome: DecisionOutcome.Overturned }:
                    if (target >= 0)
                        standing.RemoveAt(target);
                    break;
                case { Outcome: DecisionOutcome.Upheld }:
                    if (target >= 0)
                        standing[target] = InForce(standing[target], decision);
                    else if (decision.SupersedesSentenceId is null)
                        standing.Add(Imposed(decision, Instance.First)); // of a verdict the register does not have
                    break;
                case { Instance: Instance.Extension, Outcome: DecisionOutcome.Imposed, SupersedesSentenceId: null }:
                    standing.Add(Imposed(decision, Instance.Extension));
                    break;
                case { Instance: Instance.Replacement, Outcome: DecisionOutcome.Imposed }:
                    if (decision.SupersedesSentenceId is null)
                        standing.Clear();
                    else if (target >= 0)
                        standing.RemoveAt(target);
                    standing.Add(Imposed(decision, Instance.Replacement));
                    break;
                case { Instance: Instance.First, Outcome: DecisionOutcome.Imposed, SupersedesSentenceId: null }:
                    standing.Add(Imposed(decision, Instance.First));
                    break;
                default: // changed, or imposed by a higher court in place of what stood
                    if (target >= 0)
                        standing[target] = Changed(standing[target], decision);
                    else
                        standing.Add(Imposed(decision, Instance.First));
                    break;
            }
        }

        return new SentencesInForce(standing);
    }

    /// <summary>
    /// The whole term: a verdict and its extensions. Null when a term is missing or when several verdicts stand side by side; see
    /// <see cref="Range"/>.
    /// </summary>
    public Term? Total =>
        Main.Count() == 1 && Standing.All(s => s.Term is not null && IsTimed(s.Penalty)) ? Sum(Standing) : null;

    /// <summary>
    /// Between which terms the whole lies when several verdicts stand and nobody says how they combine: at least the longest, at most all.
    /// </summary>
    public (Term Least, Term Most)? Range
    {
        get
        {
            var timed = Standing.Where(s => IsTimed(s.Penalty)).ToList();
            if (timed.Count == 0 || timed.Exists(s => s.Term is null) || Standing.Any(s => s.Penalty is Penalty.LifeImprisonment or Penalty.Death))
                return null;
            var extensions = timed.Where(s => s.Kind == Instance.Extension);
            var verdicts = timed.Where(s => s.Kind != Instance.Extension).ToList();
            if (verdicts.Count == 0)
                return (Sum(timed), Sum(timed));
            var longest = verdicts.MaxBy(s => s.Term!.After(Start))!;
            return (Sum(extensions.Prepend(longest)), Sum(timed));
        }
    }

    private static DateOnly Order(Decision d) => d.Instance is Instance.Appeal or Instance.Supervisory
        ? d.DecidedOn?.Latest ?? DateOnly.MaxValue
        : d.DecidedOn?.Earliest ?? (d.Instance == Instance.First ? DateOnly.MinValue : DateOnly.MaxValue);

    private static readonly DateOnly Start = new(2000, 1, 1);

    /// <summary>A penalty measured in time deprived of liberty or restricted in it.</summary>
    internal static bool IsTimed(Penalty penalty) => penalty is
        Penalty.NotStated or Penalty.Imprisonment or Penalty.Arrest or Penalty.RestrictionOfLibertyInFacility or Penalty.RestrictionOfLibertyAtHome;

    private static Term Sum(IEnumerable<StandingSentence> sentences) => sentences.Select(s => s.Term!).Aggregate((a, b) => a.Plus(b));

    private static StandingSentence Imposed(Decision d, Instance kind) =>
        new(d.SentenceId, kind, d.Penalty, d.Regime, d.Term, d.DecidedOn, d.InForceOn) { Decisions = [d.SentenceId] };

    // A decision of a higher court is in force from its own day unless it says otherwise; one reviewed later than that was in force before.
    private static StandingSentence InForce(StandingSentence sentence, Decision review) => sentence with
    {
        InForceOn = sentence.InForceOn ?? (review.Instance == Instance.Appeal ? review.InForceOn ?? review.DecidedOn : review.InForceOn),
        Decisions = [.. sentence.Decisions, review.SentenceId],
    };

    private static StandingSentence Changed(StandingSentence sentence, Decision d)
    {
        var samePenalty = d.Penalty == Penalty.NotStated || d.Penalty == sentence.Penalty;
        return InForce(sentence, d) with
        {
            SentenceId = d.SentenceId,
            Penalty = d.Penalty == Penalty.NotStated ? sentence.Penalty : d.Penalty,
            Regime = d.Regime ?? (samePenalty ? sentence.Regime : null),
            Term = d.Term ?? (samePenalty ? sentence.Term : null),
        };
    }
}
