using Microsoft.AspNetCore.Mvc.Rendering;
using PrisonerTracker.Core.Shared;

namespace PrisonerTracker.Web.Forms;

/// <summary>The lists that forms offer.</summary>
internal static class Choices
{
    /// <summary>Every value of an enum, in its order, worded for readers.</summary>
    public static IEnumerable<SelectListItem> Of<TEnum>(Func<TEnum, string> words, string? nothing = null)
        where TEnum : struct, Enum =>
        WithNothing(Enum.GetValues<TEnum>().Select(v => new SelectListItem(words(v).Capitalised(), v.ToString())), nothing);

    public static IEnumerable<SelectListItem> OfCountries(string? nothing = null) =>
        WithNothing(CountryNames.All.Select(c => new SelectListItem(c.Name, c.Code)), nothing);

    public static IEnumerable<SelectListItem> OfLanguages() => Languages.Offered.Select(l => new SelectListItem(T(l.Name), l.Code));

    /// <summary>Yes, no, or no source says.</summary>
    public static IEnumerable<SelectListItem> YesNo() =>
        [new SelectListItem(T("No source says"), ""), new SelectListItem(T("Yes"), "true"), new SelectListItem(T("No"), "false")];

    private static IEnumerable<SelectListItem> WithNothing(IEnumerable<SelectListItem> items, string? nothing) =>
        nothing is null ? items : items.Prepend(new SelectListItem(nothing, ""));
}
