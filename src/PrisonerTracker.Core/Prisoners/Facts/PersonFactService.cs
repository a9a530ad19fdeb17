using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.Designations;
using PrisonerTracker.Core.History;
using PrisonerTracker.Core.Shared;

namespace PrisonerTracker.Core.Prisoners.Facts;

/// <summary>Adds, changes and takes away facts about a person outside identity and imprisonments, one at a time.</summary>
public sealed class PersonFactService(RegisterContext context, RegisterWriter writer)
{
    /// <summary>Adds a fact. The subject is the person.</summary>
    public Task<WriteResult> AddAsync<TFact>(
        Guid prisonerId, PersonFactDetails<TFact> details, Submission submission, CancellationToken cancellationToken = default)
        where TFact : PersonFact =>
        writer.WriteAsync(submission.To(Action<TFact>("added")), async (now, token) =>
        {
            var prisoner = await context.WholeAsync(prisonerId, token);
            await details.PrepareAsync(context, token);
            var fact = details.Create(Today.Latest(now));
            fact.BelongTo(prisonerId);
            context.Add(fact); // and with it to the person's list, which the standing follows from
            prisoner.Touch(now);
            return [prisonerId];
        }, cancellationToken);

    /// <summary>Replaces what a fact says.</summary>
    /// <param name="prisonerId">Whose fact it is.</param>
    /// <param name="factId">The fact.</param>
    /// <param name="version">Its version as the editor saw it.</param>
    /// <param name="details">The fact as it should be; its citations are added to those it has.</param>
    /// <param name="submission">Who sends it, and why.</param>
    /// <param name="cancellationToken">Stops before anything is kept.</param>
    /// <exception cref="RuleException">It cannot be true, or was taken away meanwhile.</exception>
    /// <exception cref="ConflictException">It was changed after the editor opened it.</exception>
    public Task<WriteResult> ChangeAsync<TFact>(
        Guid prisonerId, Guid factId, int version, PersonFactDetails<TFact> details, Submission submission, CancellationToken cancellationToken = default)
        where TFact : PersonFact =>
        writer.WriteAsync(submission.To(Action<TFact>("changed")), async (now, token) =>
        {
            var (prisoner, fact) = await LoadAsync<TFact>(prisonerId, factId, version, token);
            await details.PrepareAsync(context, token);
            details.Change(fact, Today.Latest(now));
            prisoner.Touch(now);
            return [prisonerId];
        }, cancellationToken);

    /// <summary>Takes a fact away, with its citations; both stay in the history.</summary>
    /// <exception cref="ConflictException">It was changed after the editor opened it.</exception>
    public Task<WriteResult> RemoveAsync<TFact>(
        Guid prisonerId, Guid factId, int version, Submission submission, CancellationToken cancellationToken = default)
        where TFact : PersonFact =>
        writer.WriteAsync(submission.To(Action<TFact>("removed")), async (now, token) =>
        {
            var (prisoner, fact) = await LoadAsync<TFact>(prisonerId, factId, version, token);
            context.Remove(fact);
            if (fact is Designation designation)
                prisoner.Undesignate(designation);
            prisoner.Touch(now);
            return [prisonerId];
        }, cancellationToken);

    private async Task<(Prisoner Prisoner, TFact Fact)> LoadAsync<TFact>(Guid prisonerId, Guid factId, int version, CancellationToken cancellationToken)
        where TFact : PersonFact
    {
        var prisoner = await context.WholeAsync(prisonerId, cancellationToken);
        var fact = await context.FindAsync<TFact>([factId], cancellationToken);
        if (fact is null || fact.PrisonerId != prisonerId)
            throw new RuleException("", "This was taken away while you had the form open. Open the record to see what it says now.");

        context.Expect(fact, f => f.Version, version);
        await context.Entry(fact).Collection(f => f.Citations).LoadAsync(cancellationToken);
        return (prisoner, fact);
    }

    private static string Action<TFact>(string what) => $"{SnakeCase.Of(typeof(TFact).Name)}.{what}";
}
