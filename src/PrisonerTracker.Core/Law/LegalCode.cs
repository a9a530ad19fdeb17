using PrisonerTracker.Core.Shared;
using PrisonerTracker.Core.Sources;

namespace PrisonerTracker.Core.Law;

/// <summary>A law that charges are brought under.</summary>
public sealed class LegalCode : CatalogueEntry
{
    public const int KeyLength = 60;

    private LegalCode()
    {
    }

    public Guid LegalCodeId { get; private set; } = Guid.CreateVersion7();

    /// <summary>A short handle for data files and addresses, such as <c>by-criminal-code</c>.</summary>
    public string Key { get; private set; } = "";

    public string Country { get; private set; } = "";
    public LocalizedText Title { get; private set; } = LocalizedText.Empty;
    public override string Label => Title.ToString();
    public PartialDate? ValidFrom { get; private set; }
    public PartialDate? ValidUntil { get; private set; }

    internal static LegalCode Create(string key, string country, LocalizedText title) => new()
    {
        Key = key,
        Country = Countries.Require(country, nameof(Country)),
        Title = title,
    };

    internal static LegalCode Create(LegalCodeDetails details, string key)
    {
        var code = Create(key, details.Country, details.Title);
        code.IsPublic = true;
        code.Set(details);
        return code;
    }

    internal void Set(LegalCodeDetails details)
    {
        Validity.Check(details.ValidFrom, details.ValidUntil);
        Title = details.Title.IsEmpty ? throw new RuleException(nameof(details.Title), "Write the title of the law.") : details.Title;
        (ValidFrom, ValidUntil) = (details.ValidFrom, details.ValidUntil);
        Version++;
        Cite(details.Citations);
    }
}

public sealed record LegalCodeDetails
{
    public required string Country { get; init; }
    public required LocalizedText Title { get; init; }
    public PartialDate? ValidFrom { get; init; }
    public PartialDate? ValidUntil { get; init; }
    public IReadOnlyList<CitationDetails> Citations { get; init; } = [];
}

internal static class Validity
{
    public static void Check(PartialDate? from, PartialDate? until)
    {
        if (from is not null && until is not null && until.IsCertainlyBefore(from))
            throw new RuleException("ValidUntil", $"It ends on {until}, before it begins on {from}. Correct one of them.");
    }
}
