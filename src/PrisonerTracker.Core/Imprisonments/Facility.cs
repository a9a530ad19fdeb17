using PrisonerTracker.Core.History;
using PrisonerTracker.Core.Shared;

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
public sealed class Facility : ILabelled
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
    public string Label => Name.ToString();
    public LocalizedText PostalAddress { get; private set; } = LocalizedText.Empty;
    public LocalizedText LetterRules { get; private set; } = LocalizedText.Empty;

    internal static Facility Create(string key, string country, FacilityKind kind, LocalizedText name) => new()
    {
        Key = key,
        Country = Countries.Require(country, nameof(Country)),
        Kind = kind,
        Name = name,
    };
}
