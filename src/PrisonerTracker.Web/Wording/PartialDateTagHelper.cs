using Microsoft.AspNetCore.Razor.TagHelpers;
using PrisonerTracker.Core.Shared;

namespace PrisonerTracker.Web.Wording;

/// <summary><c>&lt;partial-date value="…" /&gt;</c>: the date for people, with its machine form in <c>datetime</c>; nothing for no date.</summary>
[HtmlTargetElement("partial-date", TagStructure = TagStructure.WithoutEndTag)]
public sealed class PartialDateTagHelper : TagHelper
{
    public PartialDate? Value { get; set; }

    /// <summary>Shown when there is no date.</summary>
    public string? Unknown { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Value is null)
        {
            output.TagName = null;
            output.Content.SetContent(Unknown);
            return;
        }

        output.TagName = "time";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("datetime", Value.ToIso8601());
        output.Content.SetContent(Dates.Of(Value));
    }
}
