using PrisonerTracker.Core.Designations;
using PrisonerTracker.Core.Desk;
using PrisonerTracker.Core.History;
using PrisonerTracker.Core.Imprisonments;
using PrisonerTracker.Core.Releases;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Core.Sources;
using PrisonerTracker.Core.Tags;

namespace PrisonerTracker.Core.Bulk;

/// <summary>What a bulk action writes of each person.</summary>
public enum BulkKind
{
    /// <summary>A stay in a facility.</summary>
    Placement,
    Designation,
    Tag,

    /// <summary>The end of the open imprisonment. A release that belongs to an event is recorded by a list of names, which counts it there.</summary>
    Release,
}

/// <summary>One thing that is set for many people: whom, what, and what came of it for each.</summary>
public sealed class BulkAction : Batch, ILabelled
{
    public const int MostPeople = 2000;
    public const int FilterLength = 2000;

    private readonly List<BulkPerson> _people = [];

    private BulkAction()
    {
    }

    public Guid BulkActionId { get; private set; } = Guid.CreateVersion7();

    /// <summary>Null until somebody decided what to set.</summary>
    public BulkKind? Kind { get; private set; }

    /// <summary>The filter of the list by which people were chosen last, as its address has it; null when they were marked by hand.</summary>
    public string? Filter { get; private set; }

    public Guid? FacilityId { get; private set; }
    public Facility? Facility { get; private set; }
    public Guid? OrganisationId { get; private set; }
    public Organisation? Organisation { get; private set; }
    public Guid? TagId { get; private set; }
    public Tag? Tag { get; private set; }

    /// <summary>Of a stay the day it began, or the day people were seen there; of a designation the statement's; of a release its own.</summary>
    public PartialDate? HappenedOn { get; private set; }

    /// <summary>Of a stay: the people were brought there then, and the stay that was open until then ends. Otherwise they were seen there.</summary>
    public bool EndsPrevious { get; private set; }

    public Regime? Regime { get; private set; }
    public bool Incommunicado { get; private set; }
    public Definition? Definition { get; private set; }
    public Demand? Demand { get; private set; }

    /// <summary>The ground within the definition.</summary>
    public string? Ground { get; private set; }

    public ReleaseGround? ReleaseGround { get; private set; }
    public string? DestinationCountry { get; private set; }
    public bool? ForcedOut { get; private set; }
    public LocalizedText Note { get; private set; } = LocalizedText.Empty;
    public IReadOnlyList<BulkPerson> People => _people;
    public string Label => $"Bulk action for {_people.Count} people";

    internal static BulkAction Create(Actor by, DateTime now)
    {
        var action = new BulkAction();
        action.Begin(by, now);
        return action;
    }

    /// <summary>Adds whoever is not in it yet.</summary>
    internal void Choose(IEnumerable<(Guid PrisonerId, string Name)> people, string? filter)
    {
        RequireDraft();
        var known = _people.Select(p => p.PrisonerId).ToHashSet();
        _people.AddRange(people.Where(p => known.Add(p.PrisonerId)).Select(p => new BulkPerson(p.PrisonerId, p.Name)));
        if (_people.Count > MostPeople)
            throw new RuleException("", $"These are {_people.Count} people, and a bulk action holds at most {MostPeople}. Narrow the filter, or take it in parts.");
        Filter = filter ?? Filter;
        Version++;
    }

    /// <summary>Takes people out of whom nothing is recorded.</summary>
    internal void TakeOut(IReadOnlyCollection<Guid> bulkPersonIds)
    {
        if (!IsOpen)
            throw new RuleException("", "The bulk action waits for a second person, or was undone. Take it back or open it again first.");
        if (_people.RemoveAll(p => !p.IsApplied && bulkPersonIds.Contains(p.BulkPersonId)) == 0)
            throw new RuleException("", "Nobody was marked who could be taken out. Mark at least one person of whom nothing is recorded yet.");
        Version++;
    }

    internal void Set(BulkDetails details, Facility? facility, DateOnly today)
    {
        RequireDraft();
        BulkRules.Check(details, facility, today);
        Kind = details.Kind;
        (FacilityId, OrganisationId, TagId) = (null, null, null);
        (EndsPrevious, Regime, Incommunicado) = (false, null, false);
        (Definition, Demand, Ground) = (null, null, null);
        (ReleaseGround, DestinationCountry, ForcedOut) = (null, null, null);
        switch (details.Kind)
        {
            case BulkKind.Placement:
                (FacilityId, EndsPrevious, Regime, Incommunicado) = (details.FacilityId, details.EndsPrevious, details.Regime, details.Incommunicado);
                break;
            case BulkKind.Designation:
                (OrganisationId, Definition, Demand, Ground) = (details.OrganisationId, details.Definition, details.Demand, Blank.ToNull(details.Ground));
                break;
            case BulkKind.Tag:
                TagId = details.TagId;
                break;
            default:
                (ReleaseGround, DestinationCountry, ForcedOut) = (details.ReleaseGround, Blank.ToNull(details.DestinationCountry), details.ForcedOut);
                break;
        }

        HappenedOn = details.Kind == BulkKind.Tag ? null : details.HappenedOn;
        Note = details.Kind is BulkKind.Placement or BulkKind.Release ? details.Note : LocalizedText.Empty;
        _people.ForEach(p => p.Refuse(null));
        Version++;
        Cite(details.Citations);
    }

    // What is recorded of some people is not turned into something else for the others.
    private void RequireDraft()
    {
        if (Status != ListStatus.Draft)
            throw new RuleException("", "This bulk action is recorded, waits for a second person, or was undone. Make another one, or undo it first.");
    }
}

/// <summary>One person of a bulk action, and what was recorded of them.</summary>
public sealed class BulkPerson
{
    private BulkPerson()
    {
    }

    internal BulkPerson(Guid prisonerId, string name) => (PrisonerId, Name) = (prisonerId, name);

    public Guid BulkPersonId { get; private set; } = Guid.CreateVersion7();
    public Guid BulkActionId { get; private set; }
    public Guid PrisonerId { get; private set; }

    /// <summary>As the person was called when chosen.</summary>
    public string Name { get; private set; } = "";

    /// <summary>When it was recorded; null until then and after it was undone.</summary>
    public DateTime? AppliedAt { get; private set; }

    /// <summary>The stay, designation, tag or release that was written.</summary>
    public Guid? FactId { get; private set; }

    /// <summary>The stay that ended with it.</summary>
    public Guid? EndedPlacementId { get; private set; }

    /// <summary>Why it was not recorded when the bulk action was.</summary>
    public Phrase? RefusedBecause { get; private set; }

    public bool IsApplied => AppliedAt is not null;

    internal void Refuse(Phrase? because) => RefusedBecause = because;

    internal void Applied(DateTime now, Guid prisonerId, Guid factId, Guid? endedPlacementId) =>
        (AppliedAt, PrisonerId, FactId, EndedPlacementId, RefusedBecause) = (now, prisonerId, factId, endedPlacementId, null);

    internal void Undone() => (AppliedAt, FactId, EndedPlacementId) = (null, null, null);
}

/// <summary>What to set, as an editor enters it; of each kind only its own fields are looked at.</summary>
public sealed record BulkDetails
{
    public required BulkKind Kind { get; init; }
    public PartialDate? HappenedOn { get; init; }
    public Guid? FacilityId { get; init; }
    public bool EndsPrevious { get; init; }
    public Regime? Regime { get; init; }
    public bool Incommunicado { get; init; }
    public Guid? OrganisationId { get; init; }
    public Definition Definition { get; init; }
    public Demand Demand { get; init; }
    public string? Ground { get; init; }
    public Guid? TagId { get; init; }
    public ReleaseGround ReleaseGround { get; init; }
    public string? DestinationCountry { get; init; }
    public bool? ForcedOut { get; init; }
    public LocalizedText Note { get; init; } = LocalizedText.Empty;
    public IReadOnlyList<CitationDetails> Citations { get; init; } = [];
}
