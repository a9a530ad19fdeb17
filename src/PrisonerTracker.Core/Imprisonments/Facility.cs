using PrisonerTracker.Core.Law;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Core.Sources;

namespace PrisonerTracker.Core.Imprisonments;

public enum FacilityKind
{
    Colony,
    Prison,
    RemandPrison,
    OpenFacility,
    Hospital,
    Other,
}

/// <summary>A prison, colony, remand prison or open-type facility.</summary>
public sealed class Facility : CatalogueEntry
{
    public const int KeyLength = 100;

    private Facility()
    {
    }

    public Guid FacilityId { get; private set; } = Guid.CreateVersion7();

    /// <summary>A short handle for data files and addresses, such as <c>by-colony-gorki</c>.</summary>
    public string Key { get; private set; } = "";

    public string Country { get; private set; } = "";
    public FacilityKind Kind { get; private set; }
    public LocalizedText Name { get; private set; } = LocalizedText.Empty;
    public override string Label => Name.ToString();
    public LocalizedText PostalAddress { get; private set; } = LocalizedText.Empty;
    public LocalizedText LetterRules { get; private set; } = LocalizedText.Empty;

    /// <summary>Degrees north, WGS 84; given together with the longitude or not at all.</summary>
    public decimal? Latitude { get; private set; }

    /// <summary>Degrees east, WGS 84.</summary>
    public decimal? Longitude { get; private set; }

    internal static Facility Create(string key, string country, FacilityKind kind, LocalizedText name) => new()
    {
        Key = key,
        Country = Countries.Require(country, nameof(Country)),
        Kind = kind,
        Name = name,
    };

    internal static Facility Create(FacilityDetails details, string key)
    {
        var facility = new Facility { Key = key, IsPublic = true };
        facility.Set(details);
        return facility;
    }

    internal void Set(FacilityDetails details)
    {
        if (details.Latitude is null != details.Longitude is null)
            throw new RuleException(nameof(details.Longitude), "Give latitude and longitude together.");
        if (details is { Latitude: < -90 or > 90 })
            throw new RuleException(nameof(details.Latitude), "A latitude lies between -90 and 90 degrees.");
        if (details is { Longitude: < -180 or > 180 })
            throw new RuleException(nameof(details.Longitude), "A longitude lies between -180 and 180 degrees.");

        Country = Countries.Require(details.Country, nameof(Country));
        Name = details.Name.IsEmpty ? throw new RuleException(nameof(details.Name), "Write the name of the facility.") : details.Name;
        Kind = details.Kind;
        PostalAddress = details.PostalAddress;
        LetterRules = details.LetterRules;
        (Latitude, Longitude) = (details.Latitude, details.Longitude);
        Version++;
        Cite(details.Citations);
    }
}

/// <summary>A facility as an editor enters it.</summary>
public sealed record FacilityDetails
{
    public required string Country { get; init; }
    public required LocalizedText Name { get; init; }
    public FacilityKind Kind { get; init; }
    public LocalizedText PostalAddress { get; init; } = LocalizedText.Empty;
    public LocalizedText LetterRules { get; init; } = LocalizedText.Empty;
    public decimal? Latitude { get; init; }
    public decimal? Longitude { get; init; }
    public IReadOnlyList<CitationDetails> Citations { get; init; } = [];
}
