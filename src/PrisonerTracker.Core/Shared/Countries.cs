using System.Globalization;

namespace PrisonerTracker.Core.Shared;

/// <summary>Countries by ISO 3166-1 alpha-2 code, named by the runtime's CLDR data.</summary>
public static class Countries
{
    public const int CodeLength = 2;

    /// <summary>All countries, by English name.</summary>
    public static readonly IReadOnlyList<(string Code, string Name)> All =
    [
        .. CultureInfo.GetCultures(CultureTypes.SpecificCultures)
            .Select(c => new RegionInfo(c.Name))
            .Where(r => r.TwoLetterISORegionName.Length == CodeLength && char.IsAsciiLetterUpper(r.TwoLetterISORegionName[0]))
            .Select(r => (Code: r.TwoLetterISORegionName, Name: r.EnglishName))
            .DistinctBy(r => r.Code)
            .OrderBy(r => r.Name, StringComparer.Ordinal),
    ];

    private static readonly Dictionary<string, string> Names = All.ToDictionary(c => c.Code, c => c.Name);

    public static bool IsValid(string? code) => code is not null && Names.ContainsKey(code);

    /// <summary>The English name, or the code itself for a country that no longer exists.</summary>
    public static string Name(string code) => Names.GetValueOrDefault(code, code);

    public static string Require(string code, string field) =>
        IsValid(code) ? code : throw new RuleException(field, $"'{code}' is not a country code such as BY (ISO 3166-1).");
}

/// <summary>A country by its code, in a sentence that names it in the reader's language; in English otherwise.</summary>
public readonly record struct CountryCode(string Code)
{
    public override string ToString() => Countries.Name(Code);
}
