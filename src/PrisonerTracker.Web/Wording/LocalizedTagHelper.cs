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
        if (Localized?.In(Languages.English) is not { } found)
        {
            output.SuppressOutput();
            return;
        }

        if (found.Language != Languages.English)
            output.Attributes.SetAttribute("lang", found.Language);
        output.Content.SetContent(found.Text);
    }
}
