using PrisonerTracker.Core.Shared;
using PrisonerTracker.Core.Sources;

namespace PrisonerTracker.Core.Law;

public sealed class Court : CatalogueEntry
{
    private Court()
    {
    }

    public Guid CourtId { get; private set; } = Guid.CreateVersion7();
    public string Country { get; private set; } = "";
    public LocalizedText Name { get; private set; } = LocalizedText.Empty;
    public override string Label => Name.ToString();

    internal static Court Create(string country, LocalizedText name) => new()
    {
        Country = Countries.Require(country, nameof(Country)),
        Name = name,
    };

    internal static Court Create(CourtDetails details)
    {
        var court = new Court { IsPublic = true };
        court.Set(details);
        return court;
    }

    internal void Set(CourtDetails details)
    {
        Country = Countries.Require(details.Country, nameof(Country));
        Name = details.Name.IsEmpty ? throw new RuleException(nameof(details.Name), "Write the name.") : details.Name;
        Version++;
        Cite(details.Citations);
    }
}

/// <summary>Somebody who decided cases in the register.</summary>
public sealed class Judge : CatalogueEntry
{
    private Judge()
    {
    }

    public Guid JudgeId { get; private set; } = Guid.CreateVersion7();
    public string Country { get; private set; } = "";
    public LocalizedText Name { get; private set; } = LocalizedText.Empty;
    public override string Label => Name.ToString();

    internal static Judge Create(string country, LocalizedText name) => new()
    {
        Country = Countries.Require(country, nameof(Country)),
        Name = name,
    };

    internal static Judge Create(JudgeDetails details)
    {
        var judge = new Judge { IsPublic = true };
        judge.Set(details);
        return judge;
    }

    internal void Set(JudgeDetails details)
    {
        Country = Countries.Require(details.Country, nameof(Country));
        Name = details.Name.IsEmpty ? throw new RuleException(nameof(details.Name), "Write the name.") : details.Name;
        Version++;
        Cite(details.Citations);
    }
}

/// <summary>A judge as an editor enters them.</summary>
public sealed record JudgeDetails
{
    public required string Country { get; init; }
    public required LocalizedText Name { get; init; }
    public IReadOnlyList<CitationDetails> Citations { get; init; } = [];
}

/// <summary>A court as an editor enters it.</summary>
public sealed record CourtDetails
{
    public required string Country { get; init; }
    public required LocalizedText Name { get; init; }
    public IReadOnlyList<CitationDetails> Citations { get; init; } = [];
}
