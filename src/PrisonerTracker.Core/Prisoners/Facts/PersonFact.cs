using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Core.Sources;

namespace PrisonerTracker.Core.Prisoners.Facts;

/// <summary>
/// A fact about a person outside identity and imprisonments. It is added, changed and taken away by itself, and has a version of its own.
/// </summary>
public abstract class PersonFact : Fact
{
    public Guid PrisonerId { get; private set; }

    /// <summary>Counts the changes; the posted one must match.</summary>
    public int Version { get; private set; }

    internal void BelongTo(Guid prisonerId) => PrisonerId = prisonerId;

    internal void Changed(IEnumerable<CitationDetails> citations)
    {
        Cite(citations);
        Version++;
    }

    private protected static void NotInFuture(PartialDate? date, string field, DateOnly today, Phrase problem)
    {
        if (date is not null && date.Earliest > today)
            throw new RuleException(field, problem);
    }

    private protected static void InOrder(PartialDate? first, PartialDate? second, string field, Phrase problem)
    {
        if (first is not null && second is not null && second.IsCertainlyBefore(first))
            throw new RuleException(field, problem);
    }
}

/// <summary>The fact as an editor enters it; makes one and changes one.</summary>
public abstract record PersonFactDetails<TFact>
    where TFact : PersonFact
{
    public IReadOnlyList<CitationDetails> Citations { get; init; } = [];

    internal TFact Create(DateOnly today)
    {
        var fact = New();
        Change(fact, today);
        return fact;
    }

    internal void Change(TFact fact, DateOnly today)
    {
        Describe(fact, today);
        fact.Changed(Citations);
    }

    /// <summary>Finds or adds what the fact refers to, in the running transaction.</summary>
    internal virtual Task PrepareAsync(RegisterContext context, CancellationToken cancellationToken) => Task.CompletedTask;

    private protected abstract TFact New();

    private protected abstract void Describe(TFact fact, DateOnly today);
}
