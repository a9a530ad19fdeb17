using PrisonerTracker.Core.Law;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Core.Sources;

namespace PrisonerTracker.Core.Imprisonments;

public enum ChargeStatus
{
    /// <summary>Accused under the article, and the charge not laid yet.</summary>
    Investigated,
    Laid,
    Changed,
    Dropped,
    OnTrial,
    Convicted,
    Acquitted,
    UnderAppeal,
}

/// <summary>An accusation under one article, with the dated steps it went through.</summary>
public sealed class Charge : Fact
{
    private readonly List<ChargeStep> _steps = [];

    private Charge()
    {
    }

    public Guid ChargeId { get; private set; } = Guid.CreateVersion7();
    public Guid ImprisonmentId { get; private set; }
    public Guid ArticleId { get; private set; }
    public Article Article { get; private set; } = null!;

    /// <summary>Where the charge stands now: the status of its last step.</summary>
    public ChargeStatus Status { get; private set; }

    public IReadOnlyList<ChargeStep> Steps => _steps;

    internal static Charge Create(ChargeDetails details, Article article)
    {
        if (details.Steps.Count == 0)
            throw new RuleException(nameof(details.Steps), "A charge needs a status.");

        var charge = new Charge { ArticleId = article.ArticleId, Status = details.Steps[^1].Status };
        charge._steps.AddRange(details.Steps.Select((s, i) => new ChargeStep(i, s.Status, s.On)));
        charge.Cite(details.Citations);
        return charge;
    }
}

public sealed class ChargeStep
{
    private ChargeStep()
    {
    }

    internal ChargeStep(int ordinal, ChargeStatus status, PartialDate? tookPlaceOn)
    {
        Ordinal = ordinal;
        Status = status;
        TookPlaceOn = tookPlaceOn;
    }

    public Guid ChargeStepId { get; private set; } = Guid.CreateVersion7();
    public Guid ChargeId { get; private set; }
    public int Ordinal { get; private set; }
    public ChargeStatus Status { get; private set; }
    public PartialDate? TookPlaceOn { get; private set; }
}

public sealed record ChargeDetails
{
    /// <summary>The article's number as text, <c>361-1</c> or <c>357 part 1</c>; added to the catalogue when it is new.</summary>
    public required string Article { get; init; }

    /// <summary>The code it stands in; null for the criminal code of the imprisonment's country.</summary>
    public string? LegalCodeKey { get; init; }

    /// <summary>In the order they happened; at least one.</summary>
    public IReadOnlyList<ChargeStepDetails> Steps { get; init; } = [new(ChargeStatus.Laid)];

    public IReadOnlyList<CitationDetails> Citations { get; init; } = [];
}

public sealed record ChargeStepDetails(ChargeStatus Status, PartialDate? On = null);
