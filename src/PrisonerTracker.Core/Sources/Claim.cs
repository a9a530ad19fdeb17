using PrisonerTracker.Core.Shared;

namespace PrisonerTracker.Core.Sources;

/// <summary>What the contradicting sources disagree about.</summary>
public enum ClaimTopic
{
    Name,
    BirthDate,
    DetentionDate,
    Release,
    Destination,
    Term,
    Regime,
    Fine,
    Count,
    Other,
}

/// <summary>
/// One of several contradicting values of the same fact. The claims of one subject and topic stand side by side, each with its
/// sources; at most one is preferred, with a reason, and only that one is carried by the facts themselves.
/// </summary>
public sealed class Claim : Fact
{
    public const int ValueLength = 200;

    private Claim()
    {
    }

    public Guid ClaimId { get; private set; } = Guid.CreateVersion7();
    public Guid? PrisonerId { get; private set; }
    public Guid? ImprisonmentId { get; private set; }
    public Guid? ReleaseEventId { get; private set; }
    public ClaimTopic Topic { get; private set; }

    /// <summary>In machine form where there is one: a partial date, a number, a country code.</summary>
    public string? Value { get; private set; }

    public LocalizedText Statement { get; private set; } = LocalizedText.Empty;
    public bool IsPreferred { get; private set; }
    public LocalizedText PreferredBecause { get; private set; } = LocalizedText.Empty;

    /// <summary>Counts the changes; the posted one must match.</summary>
    public int Version { get; private set; }

    /// <summary>The value as a date; null when it is none. Of a release: the person is claimed to be still held.</summary>
    public PartialDate? Date => PartialDate.TryParse(Value, out var date) ? date : null;

    internal static Claim Create(ClaimDetails details)
    {
        var claim = new Claim();
        claim.Describe(details);
        if (details.IsPreferred)
            claim.Prefer(details.PreferredBecause);
        return claim;
    }

    /// <summary>Sets what is claimed; whether it is preferred stays.</summary>
    internal void Describe(ClaimDetails details)
    {
        if (details.Statement.IsEmpty)
            throw new RuleException(nameof(details.Statement), "Say what the source claims.");
        if (details.Value is { Length: > ValueLength })
            throw new RuleException(nameof(details.Value), $"The value is longer than {ValueLength} characters. Put the words into the statement.");

        ImprisonmentId = details.ImprisonmentId;
        Topic = details.Topic;
        Value = Blank.ToNull(details.Value);
        Statement = details.Statement;
        Cite(details.Citations);
        Version++;
    }

    internal void Prefer(LocalizedText because)
    {
        if (because.IsEmpty)
            throw new RuleException(nameof(PreferredBecause), "Say why this claim is preferred.");
        (IsPreferred, PreferredBecause) = (true, because);
        Version++;
    }

    internal void PassOver()
    {
        (IsPreferred, PreferredBecause) = (false, LocalizedText.Empty);
        Version++;
    }
}

public sealed record ClaimDetails
{
    public required ClaimTopic Topic { get; init; }
    public required LocalizedText Statement { get; init; }
    public Guid? ImprisonmentId { get; init; }
    public string? Value { get; init; }
    public bool IsPreferred { get; init; }
    public LocalizedText PreferredBecause { get; init; } = LocalizedText.Empty;
    public IReadOnlyList<CitationDetails> Citations { get; init; } = [];
}
