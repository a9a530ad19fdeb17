using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace PrisonerTracker.Web.LifeLines;

/// <summary>
/// <c>&lt;life-line of="…" /&gt;</c>: the large one, with marks, names and the same in words below.
/// <c>&lt;life-line of="…" days="…" /&gt;</c>: the small one of a row, on the axis that the rows share, named by the same words.
/// </summary>
[HtmlTargetElement("life-line", TagStructure = TagStructure.WithoutEndTag)]
public sealed class LifeLineTagHelper(HtmlEncoder encoder) : TagHelper
{
    public LifeFacts Of { get; set; } = null!;

    /// <summary>The axis of a list; none for the large one.</summary>
    public DayRange? Days { get; set; }

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagName = null;
        var line = LifeLine.Of(Of);
        if (line.IsEmpty)
            return;
        var svg = new LifeLineSvg(encoder);
        if (ViewContext.HttpContext.Items.TryAdd(typeof(LifeLineTagHelper), true))
            svg.Signs();
        if (Days is { } days)
            svg.Small(line, days, LifeLineWords.Of(Of));
        else
            svg.Large(line, LifeLineWords.Of(Of));
        output.Content.SetHtmlContent(svg.ToString());
    }
}
