using PrisonerTracker.Core.Sources;

namespace PrisonerTracker.Core.History;

/// <summary>Who acts. The register itself (sample data, the command line) has no user.</summary>
public sealed record Actor(Guid? UserId, string Name);

/// <summary>A form somebody sent.</summary>
/// <param name="Actor">Who sent it.</param>
/// <param name="RequestKey">Chosen once when the form was shown; sending it again changes nothing.</param>
/// <param name="Reason">Why, in the person's words.</param>
public sealed record Submission(Actor Actor, Guid RequestKey, string? Reason = null)
{
    /// <summary>A hash of what the form holds, so that the same key with other content is noticed and not taken for a second click.</summary>
    public byte[]? Fingerprint { get; init; }

    /// <summary>Sources the form brings with it, kept or dropped together with the facts that cite them.</summary>
    public IReadOnlyList<NewSource> NewSources { get; init; } = [];

    /// <summary>The questions about unlikely facts that were answered with yes, word for word: with other values they are asked again.</summary>
    public IReadOnlyCollection<string> Confirmed { get; init; } = [];

    /// <summary>Nobody is there to be asked; what it holds was checked before.</summary>
    public bool IsUnattended { get; init; }

    internal Intent To(string action) => new(this, action);
}

/// <summary>A source that does not exist yet, under the id by which the same form's citations mean it.</summary>
public sealed record NewSource(Guid SourceId, SourceDetails Details);

/// <summary>One user action about to happen.</summary>
/// <param name="Submission">Who, why, and the key that makes repeating harmless.</param>
/// <param name="Action">What, such as <c>release.recorded</c>.</param>
public sealed record Intent(Submission Submission, string Action);

/// <summary>What became of it.</summary>
/// <param name="Outcome">Whether something was written now, before, or not at all.</param>
/// <param name="Subjects">The ids the change is about, the main one first; those of the first sending when it was sent before.</param>
public sealed record WriteResult(WriteOutcome Outcome, IReadOnlyList<Guid> Subjects);

public enum WriteOutcome
{
    Written,

    /// <summary>The same form was sent before; nothing was written a second time.</summary>
    AlreadyWritten,

    /// <summary>Everything was already as wanted; nothing was written.</summary>
    Unchanged,
}
