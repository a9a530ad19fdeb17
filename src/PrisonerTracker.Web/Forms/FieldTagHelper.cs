using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using PrisonerTracker.Core.Shared;

namespace PrisonerTracker.Web.Forms;

/// <summary>
/// One field of a form: label, hint, what is wrong with it, and the control, tied together for screen readers.
/// <c>&lt;field for="Input.DetainedOn" hint="…" /&gt;</c>; with <c>items</c> a list, with <c>rows</c> a text area.
/// </summary>
[HtmlTargetElement("field", Attributes = "for", TagStructure = TagStructure.WithoutEndTag)]
public sealed class FieldTagHelper(IHtmlGenerator generator) : TagHelper
{
    public ModelExpression For { get; set; } = null!;
    public string? Label { get; set; }
    public string? Hint { get; set; }
    public IEnumerable<SelectListItem>? Items { get; set; }
    public int Rows { get; set; }

    /// <summary>The id of a datalist with suggestions.</summary>
    public string? List { get; set; }

    public string? Autocomplete { get; set; }
    public string? Lang { get; set; }

    /// <summary>How much the control takes of the line: <c>short</c> for dates and codes.</summary>
    public string? Width { get; set; }

    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var name = ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);
        var id = TagBuilder.CreateSanitizedId(name, "_");
        var errors = ViewContext.ViewData.ModelState.TryGetValue(name, out var entry) ? entry.Errors : null;
        var isWrong = errors is { Count: > 0 };
        var isDate = For.ModelExplorer.ModelType == typeof(PartialDate);
        var hint = Hint is null ? isDate ? T("As far as it is known: 2021, 2021-09 or 2021-09-06; c. 2021 when approximate.") : null : T(Hint);
        var understood = For.Model is PartialDate date ? T("Understood as {0}.", date) : null;
        var describedBy = string.Join(' ', new[] { hint is null ? null : id + "-hint", isWrong ? id + "-error" : null, understood is null ? null : id + "-understood" }.OfType<string>());
        var attributes = new Dictionary<string, object?> { ["id"] = id };
        if (describedBy.Length > 0)
            attributes["aria-describedby"] = describedBy;
        if (isWrong)
            attributes["aria-invalid"] = "true";
        if (List is not null)
            attributes["list"] = List;
        if (Autocomplete is not null)
            attributes["autocomplete"] = Autocomplete;
        if (Lang is not null)
            attributes["lang"] = Lang;
        if ((Width ?? (isDate ? "short" : null)) is { } width)
            attributes["class"] = width;

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", isWrong ? "field field-wrong" : "field");
        output.Content.AppendHtml(generator.GenerateLabel(
            ViewContext, For.ModelExplorer, For.Name, T(Label ?? For.Metadata.GetDisplayName()), new { @for = id }));
        if (hint is not null)
            output.Content.AppendHtml(Paragraph(id + "-hint", "hint", hint));
        if (isWrong)
            output.Content.AppendHtml(Paragraph(id + "-error", "field-error", string.Join(' ', errors!.Select(e => e.ErrorMessage))));
        // Above the control, so that fields side by side keep theirs on one line.
        if (understood is not null)
            output.Content.AppendHtml(Paragraph(id + "-understood", "hint", understood));
        output.Content.AppendHtml(Control(isDate, attributes));
    }

    private TagBuilder Control(bool isDate, Dictionary<string, object?> attributes)
    {
        if (Items is not null)
            return generator.GenerateSelect(ViewContext, For.ModelExplorer, optionLabel: null, For.Name, Items, allowMultiple: false, attributes);
        if (Rows > 0)
            return generator.GenerateTextArea(ViewContext, For.ModelExplorer, For.Name, Rows, 60, attributes);

        attributes["type"] = "text";
        var value = isDate
            ? For.Model?.ToString()
            : Convert.ToString(For.Model, CultureInfo.InvariantCulture);
        return generator.GenerateTextBox(ViewContext, For.ModelExplorer, For.Name, value, format: null, attributes);
    }

    private static TagBuilder Paragraph(string id, string cssClass, string text)
    {
        var paragraph = new TagBuilder("p");
        paragraph.Attributes["id"] = id;
        paragraph.AddCssClass(cssClass);
        paragraph.InnerHtml.Append(text);
        return paragraph;
    }
}
