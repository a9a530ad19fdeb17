using Xunit;

namespace PrisonerTracker.Web.Tests.Wording;

/// <summary>Everything that a view says goes through a helper that says it in the reader's language.</summary>
public sealed class ViewTextsTests
{
    [Fact]
    public void Views_EveryText_IsTranslatable()
    {
        var loose = Views()
            .SelectMany(v => RazorTexts.Of(v.Text).Select(text => $"{v.Name}: {text}"));

        Assert.Empty(loose);
    }

    [Theory]
    [InlineData("<p>Held</p>", "Held")]
    [InlineData("""<p>@T("Held") since</p>""", "since")]
    [InlineData("""<a title="Back @x">@T("Back")</a>""", "title: Back")]
    [InlineData("""<field for="X" label="Name" hint="Such as" />""", null)]
    [InlineData("""<p class="hint">@(x ? "Add" : T("Save"))</p>""", "in code: Add")]
    [InlineData("""<field for="X" items='Choices.Of<Regime>(Words.Of, T("None"))' hint="Such as" />""", null)]
    [InlineData("""@(x ? $", {N(3, "{0} figure", "{0} figures")}" : $"since {y} at least")""", "in code: since … at least")]
    [InlineData("""@if (x is { } y) {<b>@y</b>} else {<i>Nobody</i>}""", "Nobody")]
    [InlineData("""@H("See {0}", @<a href="~/method" class="one two">@T("here")</a>)@* a comment *@""", null)]
    [InlineData("""@H("See {0}", @<a href="~/method">here</a>)""", "here")]
    [InlineData("""@{ ViewData["Title"] = "Add a person"; }""", "in code: Add a person")]
    [InlineData("""<p>@foreach (var x in Model.Of<string>("a b")) {<text>, @N(x.Count, "{0} person", "{0} people")</text>}</p>""", null)]
    public void RazorTexts_Markup_FindsWhatIsSaidOutsideTheHelpers(string view, string? expected) =>
        Assert.Equal(expected, RazorTexts.Of(view) is { Count: > 0 } found ? Assert.Single(found) : null);

    private static IEnumerable<(string Name, string Text)> Views()
    {
        var pages = Path.Combine(Root(), "src", "PrisonerTracker.Web", "Pages");
        return Directory.EnumerateFiles(pages, "*.cshtml", SearchOption.AllDirectories)
            .Select(file => (Path.GetRelativePath(pages, file).Replace('\\', '/'), File.ReadAllText(file)));
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder.GetDirectories("src").Length == 0)
            folder = folder.Parent!;
        return folder.FullName;
    }
}
