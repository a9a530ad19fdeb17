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

    internal static Claim Create(ClaimDetails details)
    {
        if (details.IsPreferred && details.PreferredBecause.IsEmpty)
            throw new RuleException(nameof(details.PreferredBecause), "Say why this claim is preferred.");
        if (details.Statement.IsEmpty)
            throw new RuleException(nameof(details.Statement), "Say what the source claims.");
        if (details.Value is { Length: > ValueLength })
            throw new RuleException(nameof(details.Value), $"The value is longer than {ValueLength} characters. Put the words into the statement.");

        var claim = new Claim
        {
            ImprisonmentId = details.ImprisonmentId,
            Topic = details.Topic,
            Value = Blank.ToNull(details.Value),
            Statement = details.Statement,
            IsPreferred = details.IsPreferred,
            PreferredBecause = details.PreferredBecause,
        };
        claim.Cite(details.Citations);
        return claim;
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
