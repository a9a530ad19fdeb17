using PrisonerTracker.Core.Shared;
using PrisonerTracker.Core.Sources;

namespace PrisonerTracker.Core.Designations;

public enum Definition
{
    NotStated,

    /// <summary>Council of Europe Parliamentary Assembly Resolution 1900 (2012).</summary>
    Resolution1900,

    /// <summary>Guidelines on the Definition of Political Prisoner (2013).</summary>
    Guidelines2013,
    Own,
}

public enum Demand
{
    NotStated,
    Release,
    Retrial,
}

/// <summary>
/// A statement by an organisation, on a date, under a definition, that a person is a political prisoner. It can be withdrawn.
/// </summary>
public sealed class Designation : Fact
{
    public const int GroundLength = 60;

    private Designation()
    {
    }

    public Guid DesignationId { get; private set; } = Guid.CreateVersion7();
    public Guid PrisonerId { get; private set; }
    public Guid OrganisationId { get; private set; }
    public Organisation Organisation { get; private set; } = null!;
    public PartialDate? DesignatedOn { get; private set; }
    public Definition Definition { get; private set; }
    public Demand Demand { get; private set; }

    /// <summary>The ground within the definition, such as <c>a</c> to <c>e</c> of Resolution 1900, paragraph 3.</summary>
    public string? Ground { get; private set; }

    public PartialDate? WithdrawnOn { get; private set; }

    internal static Designation Create(DesignationDetails details)
    {
        if (details.DesignatedOn is { } made && details.WithdrawnOn is { } ended && ended.IsCertainlyBefore(made))
            throw new RuleException(nameof(details.WithdrawnOn), "The designation is withdrawn before it was made. Correct one of the dates.");

        var designation = new Designation
        {
            OrganisationId = details.OrganisationId,
            DesignatedOn = details.DesignatedOn,
            Definition = details.Definition,
            Demand = details.Demand,
            Ground = Blank.ToNull(details.Ground),
            WithdrawnOn = details.WithdrawnOn,
        };
        designation.Cite(details.Citations);
        return designation;
    }
}

public sealed record DesignationDetails
{
    public required Guid OrganisationId { get; init; }
    public PartialDate? DesignatedOn { get; init; }
    public Definition Definition { get; init; }
    public Demand Demand { get; init; }
    public string? Ground { get; init; }
    public PartialDate? WithdrawnOn { get; init; }
    public IReadOnlyList<CitationDetails> Citations { get; init; } = [];
}
