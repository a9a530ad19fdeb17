using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace PrisonerTracker.Web.Wording;

/// <summary>Which files of the register's fonts a page is sure to need, so that they are asked for with the page (docs/design.md).</summary>
internal static class Fonts
{
    private const string NamesInCyrillic = "Fonts.NamesInCyrillic";

    /// <summary>Says which names the page shows beside its own language.</summary>
    public static void Show(this ViewDataDictionary page, IEnumerable<string?> names) => page[NamesInCyrillic] = names.Any(IsCyrillic);

    /// <summary>The parts of the file names. The languages' own names need the Cyrillic letters of the sans-serif face on every page.</summary>
    public static IEnumerable<string> Of(ViewDataDictionary page) =>
        IsCyrillic(InterfaceLanguage.Current.Name) || page[NamesInCyrillic] is true
            ? ["serif-latin", "sans-latin", "sans-cyrillic", "serif-cyrillic"]
            : ["serif-latin", "sans-latin", "sans-cyrillic"];

    private static bool IsCyrillic(string? text) => text?.Any(c => c is >= '\u0400' and <= '\u045F') == true;
}
