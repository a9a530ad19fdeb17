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

    /// <summary>Counts the changes of the charge; the posted one must match.</summary>
    public int Version { get; private set; }

    internal static Charge Create(ChargeDetails details, Article article)
    {
        var charge = new Charge();
        charge.Set(details, article);
        return charge;
    }

    /// <summary>Replaces article and steps. A step keeps its row, so that history says what became of it.</summary>
    internal void Set(ChargeDetails details, Article article)
    {
        if (details.Steps.Count == 0)
            throw new RuleException(nameof(details.Steps), "A charge needs a status.");
        foreach (var (earlier, later) in details.Steps.Zip(details.Steps.Skip(1)))
        {
            if (earlier.On is { } first && later.On is { } second && second.IsCertainlyBefore(first))
                throw new RuleException(nameof(details.Steps), $"The step of {second} stands after the one of {first}. Put them in the order they happened.");
        }

        ArticleId = article.ArticleId;
        Status = details.Steps[^1].Status;
        foreach (var (step, ordinal) in details.Steps.Select((s, i) => (s, i)))
        {
            if (_steps.Find(s => s.Ordinal == ordinal) is { } known)
                known.Set(step.Status, step.On);
            else
                _steps.Add(new ChargeStep(ordinal, step.Status, step.On));
        }

        _steps.RemoveAll(s => s.Ordinal >= details.Steps.Count);
        Version++;
        Cite(details.Citations);
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
        Set(status, tookPlaceOn);
    }

    internal void Set(ChargeStatus status, PartialDate? tookPlaceOn) => (Status, TookPlaceOn) = (status, tookPlaceOn);

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

    /// <summary>What the article is called, for one that is new to the catalogue.</summary>
    public LocalizedText ArticleTitle { get; init; } = LocalizedText.Empty;

    /// <summary>The code it stands in; null for the criminal code of the imprisonment's country.</summary>
    public string? LegalCodeKey { get; init; }

    /// <summary>In the order they happened; at least one.</summary>
    public IReadOnlyList<ChargeStepDetails> Steps { get; init; } = [new(ChargeStatus.Laid)];

    public IReadOnlyList<CitationDetails> Citations { get; init; } = [];
}

public sealed record ChargeStepDetails(ChargeStatus Status, PartialDate? On = null);
