using Microsoft.AspNetCore.Razor.TagHelpers;
using PrisonerTracker.Core.Shared;

namespace PrisonerTracker.Web.Wording;

/// <summary>
/// <c>&lt;p localized="…"&gt;&lt;/p&gt;</c>: the text in the page's language, or in another one marked with <c>lang</c>; no element for no text.
/// </summary>
[HtmlTargetElement("*", Attributes = "localized")]
public sealed class LocalizedTagHelper : TagHelper
{
    public LocalizedText? Localized { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Localized?.In(InterfaceLanguage.Current.Code) is not { } found)
        {
            output.SuppressOutput();
            return;
        }

        if (found.Language != InterfaceLanguage.Current.Code)
            output.Attributes.SetAttribute("lang", found.Language);
        output.Content.SetContent(found.Text);
    }
}
