using PrisonerTracker.Core.Desk;
using PrisonerTracker.Core.Imprisonments;
using PrisonerTracker.Core.Prisoners;
using PrisonerTracker.Core.Shared;

namespace PrisonerTracker.Core.Bulk;

/// <summary>What a bulk action cannot be, and of whom it cannot be true.</summary>
internal static class BulkRules
{
    /// <summary>Refuses what could be true of nobody.</summary>
    public static void Check(BulkDetails details, Facility? facility, DateOnly today)
    {
        if (details.HappenedOn is { } on && on.Earliest > today && details.Kind != BulkKind.Tag)
            throw new RuleException(nameof(details.HappenedOn), $"{on} lies in the future. Correct the date.");
        switch (details.Kind)
        {
            case BulkKind.Placement when facility is null:
                throw new RuleException("Facility", "Say which facility. Choose one of the list; a new one is added under Facilities first.");
            case BulkKind.Placement when details.HappenedOn is null:
                throw new RuleException(nameof(details.HappenedOn), "Say since when the people are there, or when they were seen there.");
            case BulkKind.Designation when details.OrganisationId is null:
                throw new RuleException("Organisation", "Say which organisation makes the statement. Choose one of the list; a new one is added under Organisations first.");
            case BulkKind.Tag when details.TagId is null:
                throw new RuleException("Tag", "Say which tag. Choose one of the list; a new one is added under Tags first.");
            case BulkKind.Release when details.HappenedOn is null:
                throw new RuleException(nameof(details.HappenedOn), "Say when the people were released, as far as it is known.");
            case BulkKind.Release when Blank.ToNull(details.DestinationCountry) is { } country:
                Countries.Require(country, nameof(details.DestinationCountry));
                break;
        }
    }

    /// <summary>Why it cannot be recorded of a person; null when it can.</summary>
    /// <param name="action">What is set.</param>
    /// <param name="person">The person, whole, with the facilities of the stays.</param>
    /// <param name="isTagged">Whether the person carries the tag that is set.</param>
    /// <param name="today">Nothing happens after it.</param>
    public static Phrase? Because(BulkAction action, Prisoner person, bool isTagged, DateOnly today)
    {
        if (action.Kind is null)
            return "Nothing is chosen that could be set.";
        if (action.HappenedOn is { } on && on.Earliest > today)
            return $"{on} lies in the future. Correct the date.";
        switch (action.Kind)
        {
            case BulkKind.Placement:
                return NotHeldThere(action, person);
            case BulkKind.Designation:
                return NotDesignated(action, person);
            case BulkKind.Tag when isTagged:
                return $"{person.DisplayName} carries this tag already.";
            case BulkKind.Tag:
                return null;
            default:
                return NotReleased(action, person);
        }
    }

    /// <summary>The stay that a transfer ends: the latest open one that had begun by then.</summary>
    public static Placement? Previous(BulkAction action, Imprisonment imprisonment) => !action.EndsPrevious ? null : imprisonment.Placements
        .Where(p => p.IsOpen && (Began(p) is not { } began || !action.HappenedOn!.IsCertainlyBefore(began)))
        .OrderBy(Began)
        .LastOrDefault();

    private static Phrase? NotReleased(BulkAction action, Prisoner prisoner)
    {
        var person = PersonSoFar.Of(prisoner);
        if (person.WhyNotFreed(action.HappenedOn!) is { } because)
            return because;
        if (person.Stays.Any(s => s.ReleasedOn is null))
            return null;
        if (person.Stays.Select(s => s.ReleasedOn).Max() is { } last)
            return $"{person.Name} is already released, on {last}.";
        return $"No detention of {person.Name} is recorded, so there is nothing to be released from. Add the imprisonment first.";
    }

    private static Phrase? NotHeldThere(BulkAction action, Prisoner person)
    {
        var (on, name) = (action.HappenedOn!, person.DisplayName);
        if (person.Imprisonments.FirstOrDefault(i => i.IsOpen) is not { } imprisonment)
        {
            if (person.Imprisonments.Select(i => i.CurrentRelease?.ReleasedOn).Max() is { } last)
                return $"{name} is already released, on {last}.";
            return $"No detention of {name} is recorded, so no facility holds them. Add the imprisonment first.";
        }

        if (person.DiedOn is { } died && died.IsCertainlyBefore(on))
            return $"{name} died on {died}, before that day.";
        if (imprisonment.DetainedOn is { } detained && on.IsCertainlyBefore(detained))
            return $"{name} was not detained by then: the detention was on {detained}.";
        if (imprisonment.Country != action.Facility!.Country)
            return $"{name} is imprisoned in {Countries.Name(imprisonment.Country)}, and the facility is in {Countries.Name(action.Facility.Country)}.";
        if (imprisonment.Placements.FirstOrDefault(p => p.IsOpen && p.FacilityId == action.FacilityId) is { } already)
        {
            if (Began(already) is { } since)
                return $"{name} is already in that facility, since {since}.";
            return $"{name} is already in that facility.";
        }

        // Whatever certainly goes on after that day, or began after it, is in another place than the one that is set.
        if (action.EndsPrevious && imprisonment.Placements.FirstOrDefault(p => p.FacilityId is not null && p.FacilityId != action.FacilityId
            && ((p.UntilOn is { } until && on.IsCertainlyBefore(until)) || (p.IsOpen && Began(p) is { } began && on.IsCertainlyBefore(began)))) is { } other)
            return $"{name} is recorded in another facility after that day: {other.Facility?.Label}. Enter this stay on the profile.";
        return null;
    }

    private static Phrase? NotDesignated(BulkAction action, Prisoner person)
    {
        if (person.Designations.FirstOrDefault(d => d.OrganisationId == action.OrganisationId && d.WithdrawnOn is null) is not { } standing)
            return null;
        if (standing.DesignatedOn is { } on)
            return $"{person.DisplayName} is already designated by this organisation, on {on}.";
        return $"{person.DisplayName} is already designated by this organisation.";
    }

    private static PartialDate? Began(Placement placement) => placement.FromOn ?? placement.SeenOn;
}
