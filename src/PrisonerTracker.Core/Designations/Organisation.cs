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

    internal static Organisation Create(OrganisationDetails details, string key)
    {
        var organisation = new Organisation { Key = key };
        organisation.Set(details);
        return organisation;
    }

    internal void Set(OrganisationDetails details)
    {
        Name = details.Name.IsEmpty ? throw new RuleException(nameof(details.Name), "Write the name.") : details.Name;
        Country = Blank.ToNull(details.Country) is { } country ? Countries.Require(country, nameof(Country)) : null;
        Version++;
        Cite(details.Citations);
    }

    internal static Organisation Create(string key, LocalizedText name, string? country) => new()
    {
        Key = key,
        Name = name,
        Country = country is null ? null : Countries.Require(country, nameof(Country)),
    };
}

/// <summary>An organisation as an editor enters it.</summary>
public sealed record OrganisationDetails
{
    public required LocalizedText Name { get; init; }

    /// <summary>Where it works; null for an international one.</summary>
    public string? Country { get; init; }

    public IReadOnlyList<CitationDetails> Citations { get; init; } = [];
}
