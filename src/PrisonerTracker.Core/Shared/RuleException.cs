namespace PrisonerTracker.Core.Shared;

/// <summary>A fact or a change that the register's rules forbid, said to the person who tried it: which field, why, what to do.</summary>
/// <param name="field">The property of the details record it belongs to, or empty for the whole.</param>
/// <param name="message">For a person to read.</param>
/// <param name="conflicting">The fact that stands against it, for whoever wants to look at it or correct that one.</param>
public class RuleException(string field, Phrase message, ConflictingFact? conflicting = null) : Exception(message.ToString())
{
    /// <summary>The message as it can be translated.</summary>
    public Phrase Phrase { get; } = message;

    public string Field { get; } = field;
    public ConflictingFact? Conflicting { get; } = conflicting;
}

/// <summary>The fact that another one cannot be true beside.</summary>
/// <param name="Kind">What it is, and with it where it is edited.</param>
/// <param name="Id">Its id; for the identity the person's.</param>
/// <param name="Label">The few words a link to it says.</param>
/// <param name="ImprisonmentId">The imprisonment it belongs to, where it belongs to one.</param>
public sealed record ConflictingFact(FactKind Kind, Guid Id, Phrase Label, Guid? ImprisonmentId = null);

public enum FactKind
{
    Identity,
    Imprisonment,
    Charge,
    Sentence,
    Placement,
    Release,
}

/// <summary>Unlikely, and perhaps true: nothing is written until whoever sent it says that it is so.</summary>
/// <param name="questions">What to ask, each as a sentence; answered by sending their English back in <c>Submission.Confirmed</c>.</param>
public sealed class DoubtException(IReadOnlyList<Phrase> questions) : Exception("Something in this form is unlikely, and nobody confirmed it yet.")
{
    public IReadOnlyList<Phrase> Questions { get; } = questions;
}

/// <summary>The same form was recorded before with something else in it; nothing was written now.</summary>
public sealed class SentBeforeException() : RuleException(
    "", "This form was sent once before, with something else in it, and was recorded then. Nothing of this was written. Sent once more, it counts as a new form.");

/// <summary>Somebody else changed the record after it was read; nothing was written.</summary>
public sealed class ConflictException()
    : Exception("Somebody else changed this record after you opened it. Nothing of yours was written yet.");
