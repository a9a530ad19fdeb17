using PrisonerTracker.Core.History;
using PrisonerTracker.Core.Shared;

namespace PrisonerTracker.Core.Law;

/// <summary>A law that charges are brought under.</summary>
public sealed class LegalCode
{
    public const int KeyLength = 60;

    private LegalCode()
    {
    }

    public Guid LegalCodeId { get; private set; } = Guid.CreateVersion7();

    /// <summary>A short handle for data files, such as <c>by-criminal-code</c>.</summary>
    public string Key { get; private set; } = "";

    public string Country { get; private set; } = "";
    public LocalizedText Title { get; private set; } = LocalizedText.Empty;
    public PartialDate? ValidFrom { get; private set; }
    public PartialDate? ValidUntil { get; private set; }

    internal static LegalCode Create(string key, string country, LocalizedText title) => new()
    {
        Key = key,
        Country = Countries.Require(country, nameof(Country)),
        Title = title,
    };
}

/// <summary>An article of a legal code, or one part of it. Its number is text: <c>361-4</c>, <c>357 part 1</c>.</summary>
public sealed class Article : ILabelled
{
    public const int NumberLength = 60;

    private Article()
    {
    }

    public Guid ArticleId { get; private set; } = Guid.CreateVersion7();
    public Guid LegalCodeId { get; private set; }
    public LegalCode LegalCode { get; private set; } = null!;
    public string Number { get; private set; } = "";

    /// <summary>Somebody published is charged under it; the database sets it (<c>publish_cited</c>). Until then only editors are offered it.</summary>
    public bool IsPublic { get; private set; }

    public string Label => Number;
    public LocalizedText Title { get; private set; } = LocalizedText.Empty;
    public PartialDate? ValidFrom { get; private set; }
    public PartialDate? ValidUntil { get; private set; }

    internal static Article Create(Guid legalCodeId, string number, LocalizedText title) => new()
    {
        LegalCodeId = legalCodeId,
        Number = Blank.ToNull(number) ?? throw new RuleException(nameof(Number), "Write the number of the article, such as 361-1 or 357 part 1."),
        Title = title,
    };
}

public sealed class Court : ILabelled
{
    private Court()
    {
    }

    public Guid CourtId { get; private set; } = Guid.CreateVersion7();
    public string Country { get; private set; } = "";
    public LocalizedText Name { get; private set; } = LocalizedText.Empty;
    public string Label => Name.ToString();

    internal static Court Create(string country, LocalizedText name) => new()
    {
        Country = Countries.Require(country, nameof(Country)),
        Name = name,
    };
}

public sealed class Judge : ILabelled
{
    private Judge()
    {
    }

    public Guid JudgeId { get; private set; } = Guid.CreateVersion7();
    public string Country { get; private set; } = "";
    public LocalizedText Name { get; private set; } = LocalizedText.Empty;
    public string Label => Name.ToString();

    internal static Judge Create(string country, LocalizedText name) => new()
    {
        Country = Countries.Require(country, nameof(Country)),
        Name = name,
    };
}
