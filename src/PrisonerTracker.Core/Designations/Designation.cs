using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.Prisoners.Facts;
using PrisonerTracker.Core.Shared;

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
public sealed class Designation : PersonFact
{
    public const int GroundLength = 60;

    private Designation()
    {
    }

    public Guid DesignationId { get; private set; } = Guid.CreateVersion7();
    public Guid OrganisationId { get; private set; }
    public Organisation Organisation { get; private set; } = null!;
    public PartialDate? DesignatedOn { get; private set; }
    public Definition Definition { get; private set; }
    public Demand Demand { get; private set; }

    /// <summary>The ground within the definition, such as <c>a</c> to <c>e</c> of Resolution 1900, paragraph 3.</summary>
    public string? Ground { get; private set; }

    public PartialDate? WithdrawnOn { get; private set; }

    internal static Designation Empty() => new();

    internal void Describe(DesignationDetails details, Guid organisationId, DateOnly today)
    {
        NotInFuture(details.DesignatedOn, nameof(details.DesignatedOn), today, $"The date of the statement, {details.DesignatedOn}, lies in the future. Correct it.");
        NotInFuture(details.WithdrawnOn, nameof(details.WithdrawnOn), today, $"The withdrawal, {details.WithdrawnOn}, lies in the future. Correct it.");
        InOrder(details.DesignatedOn, details.WithdrawnOn, nameof(details.WithdrawnOn), "The designation is withdrawn before it was made. Correct one of the dates.");
        OrganisationId = organisationId;
        DesignatedOn = details.DesignatedOn;
        Definition = details.Definition;
        Demand = details.Demand;
        Ground = Blank.ToNull(details.Ground);
        WithdrawnOn = details.WithdrawnOn;
    }
}

public sealed record DesignationDetails : PersonFactDetails<Designation>
{
    private Guid? _added;

    /// <summary>Who makes the statement; nobody's when <see cref="NewOrganisation"/> says a name the register does not have.</summary>
    public required Guid OrganisationId { get; init; }

    /// <summary>The name of an organisation to add to the catalogue with the designation.</summary>
    public LocalizedText NewOrganisation { get; init; } = LocalizedText.Empty;

    public PartialDate? DesignatedOn { get; init; }
    public Definition Definition { get; init; }
    public Demand Demand { get; init; }
    public string? Ground { get; init; }
    public PartialDate? WithdrawnOn { get; init; }

    internal override async Task PrepareAsync(RegisterContext context, CancellationToken cancellationToken)
    {
        if (NewOrganisation.IsEmpty)
        {
            // Loaded, so that the history can name it.
            await context.Organisations.Where(o => o.OrganisationId == OrganisationId).LoadAsync(cancellationToken);
            return;
        }

        var readable = Slug.Of(NewOrganisation.ToString());
        readable = readable[..Math.Min(readable.Length, Organisation.KeyLength - 10)].Trim('-');
        var isTaken = readable.Length == 0 || await context.Organisations.AnyAsync(o => o.Key == readable, cancellationToken);
        var added = Organisation.Create(isTaken ? Slug.Distinct(readable.Length == 0 ? "organisation" : readable) : readable, NewOrganisation, country: null);
        context.Add(added);
        _added = added.OrganisationId;
    }

    private protected override Designation New() => Designation.Empty();

    private protected override void Describe(Designation fact, DateOnly today) => fact.Describe(this, _added ?? OrganisationId, today);
}
