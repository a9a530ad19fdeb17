using PrisonerTracker.Core.History;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Core.Sources;

namespace PrisonerTracker.Core.Designations;

/// <summary>A body that designates people or publishes counts.</summary>
public sealed class Organisation : Fact, ILabelled
{
    public const int KeyLength = 60;

    private Organisation()
    {
    }

    public Guid OrganisationId { get; private set; } = Guid.CreateVersion7();

    /// <summary>A short handle for data files and filters, such as <c>viasna</c>.</summary>
    public string Key { get; private set; } = "";

    public LocalizedText Name { get; private set; } = LocalizedText.Empty;
    public string Label => Name.ToString();
    public string? Country { get; private set; }

    /// <summary>Counts the changes of the entry; the posted one must match.</summary>
    public int Version { get; private set; }

    internal static Organisation Create(string key, LocalizedText name, string? country) => new()
    {
        Key = key,
        Name = name,
        Country = country is null ? null : Countries.Require(country, nameof(Country)),
    };
}
