namespace PrisonerTracker.Core.Shared;

/// <summary>A fact or a change that the register's rules forbid, said to the person who tried it: which field, why, what to do.</summary>
/// <param name="field">The property of the details record it belongs to, or empty for the whole.</param>
/// <param name="message">For a person to read.</param>
public class RuleException(string field, string message) : Exception(message)
{
    public string Field { get; } = field;
}

/// <summary>The same form was recorded before with something else in it; nothing was written now.</summary>
public sealed class SentBeforeException() : RuleException(
    "", "This form was sent once before, with something else in it, and was recorded then. Nothing of this was written. Sent once more, it counts as a new form.");

/// <summary>Somebody else changed the record after it was read; nothing was written.</summary>
public sealed class ConflictException()
    : Exception("Somebody else changed this record after you opened it. Nothing of yours was written yet.");
