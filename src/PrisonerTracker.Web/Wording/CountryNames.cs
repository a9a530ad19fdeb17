using PrisonerTracker.Core.Shared;

namespace PrisonerTracker.Web.Wording;

/// <summary>Countries in the reader's language; the runtime names them in English only, so a language file has them by code.</summary>
public static class CountryNames
{
    /// <summary>The name, or the code itself for a country that no longer exists.</summary>
    public static string Of(string code) => InterfaceLanguage.Current.Of($"country {code}") ?? Countries.Name(code);

    /// <summary>All countries, by name.</summary>
    public static IEnumerable<(string Code, string Name)> All => Countries.All
        .Select(c => (c.Code, Name: Of(c.Code)))
        .OrderBy(c => c.Name, StringComparer.Create(InterfaceLanguage.Current.Culture, ignoreCase: false));
}
