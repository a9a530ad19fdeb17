using PrisonerTracker.Core.Shared;
using PrisonerTracker.Core.Sources;

namespace PrisonerTracker.Core.Law;

/// <summary>An article of a legal code, or one part of it. Its number is text: <c>361-4</c>, <c>357 part 1</c>.</summary>
public sealed class Article : CatalogueEntry
{
    public const int NumberLength = 60;

    private Article()
    {
    }

    public Guid ArticleId { get; private set; } = Guid.CreateVersion7();
    public Guid LegalCodeId { get; private set; }
    public LegalCode LegalCode { get; private set; } = null!;
    public string Number { get; private set; } = "";
    public override string Label => LegalCode is null ? Number : $"{Number}, {LegalCode.Title}";
    public LocalizedText Title { get; private set; } = LocalizedText.Empty;
    public PartialDate? ValidFrom { get; private set; }
    public PartialDate? ValidUntil { get; private set; }

    internal static Article Create(Guid legalCodeId, string number, LocalizedText title) => new()
    {
        LegalCodeId = legalCodeId,
        Number = Required(number),
        Title = title,
    };

    internal static Article Create(Guid legalCodeId, ArticleDetails details)
    {
        var article = new Article { LegalCodeId = legalCodeId, IsPublic = true };
        article.Set(details);
        return article;
    }

    internal void Set(ArticleDetails details)
    {
        Validity.Check(details.ValidFrom, details.ValidUntil);
        Number = Required(details.Number);
        Title = details.Title;
        (ValidFrom, ValidUntil) = (details.ValidFrom, details.ValidUntil);
        Version++;
        Cite(details.Citations);
    }

    private static string Required(string number) =>
        Blank.ToNull(number) ?? throw new RuleException(nameof(Number), "Write the number of the article, such as 361-1 or 357 part 1.");
}

public sealed record ArticleDetails
{
    public required string Number { get; init; }
    public LocalizedText Title { get; init; } = LocalizedText.Empty;
    public PartialDate? ValidFrom { get; init; }
    public PartialDate? ValidUntil { get; init; }
    public IReadOnlyList<CitationDetails> Citations { get; init; } = [];
}
