using PrisonerTracker.Core.History;
using PrisonerTracker.Core.Shared;

namespace PrisonerTracker.Core.Sources;

public enum SourceKind
{
    NewsArticle,
    Report,
    Statement,
    CourtDocument,
    Website,
    Message,
    Other,
}

/// <summary>Where facts come from. A confidential one is cited without being named to the public.</summary>
public sealed class Source : ILabelled
{
    public const int SlugLength = 120;
    public const int TextLength = 500;
    public const int AddressLength = 2000;

    private Source()
    {
    }

    public Guid SourceId { get; private set; }
    public string Slug { get; private set; } = "";
    public SourceKind Kind { get; private set; }
    public string? Title { get; private set; }
    public string Publisher { get; private set; } = "";
    public string? Author { get; private set; }
    public string? Address { get; private set; }
    public string? ArchivedAddress { get; private set; }
    public PartialDate? PublishedOn { get; private set; }
    public DateOnly? AccessedOn { get; private set; }
    public string? Language { get; private set; }
    public bool IsConfidential { get; private set; }
    public bool IsFictional { get; private set; }

    /// <summary>Something published cites it; the database sets it (<c>publish_cited</c>). Until then only signed-in people see it.</summary>
    public bool IsPublic { get; private set; }

    public DateTime CreatedAt { get; private set; }
    public string Label => PublishedOn is null ? Publisher : $"{Publisher}, {PublishedOn}";

    internal static Source Create(Guid sourceId, SourceDetails details, string slug, DateTime now) => new()
    {
        SourceId = sourceId,
        Slug = slug,
        Kind = details.Kind,
        Title = Blank.ToNull(details.Title),
        Publisher = Blank.ToNull(details.Publisher)
            ?? throw new RuleException(nameof(details.Publisher), "Say who published the source."),
        Author = Blank.ToNull(details.Author),
        Address = WebAddress(details.Address, nameof(details.Address)),
        ArchivedAddress = WebAddress(details.ArchivedAddress, nameof(details.ArchivedAddress)),
        PublishedOn = details.PublishedOn,
        AccessedOn = details.AccessedOn,
        Language = details.Language is null ? null : Languages.Require(details.Language),
        IsConfidential = details.IsConfidential,
        IsFictional = details.IsFictional,
        CreatedAt = now,
    };

    // Only web addresses become links: a javascript: or file: address in a citation would run on a reader's machine.
    private static string? WebAddress(string? address, string field)
    {
        if (Blank.ToNull(address) is not { } text)
            return null;

        return Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
            ? text
            : throw new RuleException(field, "Write the full web address, beginning with https:// or http://.");
    }
}

public sealed record SourceDetails
{
    public SourceKind Kind { get; init; } = SourceKind.NewsArticle;
    public string? Title { get; init; }
    public required string Publisher { get; init; }
    public string? Author { get; init; }
    public string? Address { get; init; }
    public string? ArchivedAddress { get; init; }
    public PartialDate? PublishedOn { get; init; }
    public DateOnly? AccessedOn { get; init; }
    public string? Language { get; init; }
    public bool IsConfidential { get; init; }
    public bool IsFictional { get; init; }
}
