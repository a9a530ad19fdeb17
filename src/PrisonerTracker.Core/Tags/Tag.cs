using PrisonerTracker.Core.History;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Core.Sources;

namespace PrisonerTracker.Core.Tags;

/// <summary>
/// What some people have in common and no other fact says: one case, one strike, one newsroom. Editors make tags; readers see those that
/// are shown to them, and signed-in people all.
/// </summary>
public sealed class Tag : Fact, ILabelled
{
    public const int SlugLength = 80;
    public const int NameLength = 120;
    public const int DescriptionLength = 2000;

    private Tag()
    {
    }

    public Guid TagId { get; private set; } = Guid.CreateVersion7();

    /// <summary>The address of its page, <c>/tags/{slug}</c>, and its handle in filters and files. Never changes.</summary>
    public string Slug { get; private set; } = "";

    public LocalizedText Name { get; private set; } = LocalizedText.Empty;

    /// <summary>Who belongs to it and who does not.</summary>
    public LocalizedText Description { get; private set; } = LocalizedText.Empty;

    /// <summary>Somebody decided that readers see it. Who carries it shows only with people who are published.</summary>
    public bool ShownToReaders { get; private set; }

    /// <summary>Counts the changes of the tag; the posted one must match.</summary>
    public int Version { get; private set; }

    public string Label => Name.ToString();

    internal static Tag Create(TagDetails details, string slug)
    {
        var tag = new Tag { Slug = slug };
        tag.Set(details);
        return tag;
    }

    internal void Set(TagDetails details)
    {
        if (details.Name.IsEmpty)
            throw new RuleException(nameof(details.Name), "Write the name.");
        if (details.Name.Any(n => n.Value.Length > NameLength))
            throw new RuleException(nameof(details.Name), $"Write a name of at most {NameLength} characters; the description holds the rest.");
        if (details.Description.Any(d => d.Value.Length > DescriptionLength))
            throw new RuleException(nameof(details.Description), $"Write at most {DescriptionLength} characters.");
        (Name, Description, ShownToReaders) = (details.Name, details.Description, details.ShownToReaders);
        Version++;
        Cite(details.Citations);
    }
}

/// <summary>A tag as an editor enters it.</summary>
public sealed record TagDetails
{
    public required LocalizedText Name { get; init; }
    public LocalizedText Description { get; init; } = LocalizedText.Empty;
    public bool ShownToReaders { get; init; }
    public IReadOnlyList<CitationDetails> Citations { get; init; } = [];
}
