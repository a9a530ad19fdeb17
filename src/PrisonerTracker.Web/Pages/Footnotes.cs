using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using PrisonerTracker.Core.Shared;

namespace PrisonerTracker.Web.Pages;

/// <summary>A source as a footnote shows it. Without a slug it is confidential and not named to this reader.</summary>
internal sealed record FootnoteSource(string Slug, string Publisher, string? Title, PartialDate? PublishedOn, string? Address, string? Language = null);

/// <summary>One citation as a page loads it: the fact it stands at and the source it leads to.</summary>
internal sealed record CitationRow(Guid FactId, string? Field, string? Locator, FootnoteSource? Source);

/// <summary>
/// The numbered sources of a page. A source gets its number where it is first cited; the marks at the facts lead down, the list leads back.
/// </summary>
internal sealed class Footnotes(IEnumerable<CitationRow> citations)
{
    private static FootnoteSource Confidential => new("", T("A confidential source, known to the editors"), null, null, null);

    // A field that is cited by itself and not in this list is borne out where its fact stands.
    private static readonly HashSet<string> WithAPlaceOfTheirOwn =
    [
        "Names", "Summary", "BornOn", "DiedOn", "Citizenships", "Occupation", "DetainedOn", "Circumstances", "ConfirmedOn", "AnnouncedWording", "AnnouncedCount",
    ];

    private readonly ILookup<Guid, CitationRow> _citations = citations.ToLookup(c => c.FactId);
    private readonly List<(FootnoteSource Source, int Marks)> _numbered = [];

    /// <summary>The sources cited so far, by number, each with the count of its marks.</summary>
    public IReadOnlyList<(FootnoteSource Source, int Marks)> Numbered => _numbered;

    /// <summary>The marks of a fact, or of one field of it; "unsourced" when nothing bears any of it out.</summary>
    /// <param name="factId">The fact.</param>
    /// <param name="field">One property of it; null for the fact as a whole.</param>
    public IHtmlContent At(Guid factId, string? field = null) =>
        Marks(_citations[factId].Where(c => c.Field == field || (field is null && IsOfTheWhole(c))), field is null && !_citations[factId].Any());

    /// <summary>The marks of two facts that stand at one place; "unsourced" when neither has any.</summary>
    public IHtmlContent AtBoth(Guid factId, Guid? otherFactId)
    {
        var cited = _citations[factId].Concat(otherFactId is { } other ? _citations[other] : []).ToList();
        return Marks(cited.Where(IsOfTheWhole).DistinctBy(c => c.Source?.Slug), cited.Count == 0);
    }

    /// <summary>The marks of facts as a whole, and of one field of them, where nothing is said when there are none.</summary>
    public IHtmlContent Cited(string? field, params IEnumerable<Guid> factIds) =>
        Marks(factIds.SelectMany(id => _citations[id]).Where(c => IsOfTheWhole(c) || c.Field == field).DistinctBy(c => c.Source?.Slug), isUnsourced: false);

    private static bool IsOfTheWhole(CitationRow citation) => citation.Field is not { } field || !WithAPlaceOfTheirOwn.Contains(field);

    private HtmlContentBuilder Marks(IEnumerable<CitationRow> cited, bool isUnsourced)
    {
        var html = new HtmlContentBuilder();
        // Known numbers first and new sources by name, so that marks stand in order and a page looks alike every time.
        var inOrder = cited
            .DistinctBy(c => (c.Source?.Slug, c.Locator))
            .OrderBy(c => _numbered.FindIndex(n => n.Source.Slug == (c.Source ?? Confidential).Slug) is var i and >= 0 ? i : int.MaxValue)
            .ThenBy(c => c.Source?.Slug, StringComparer.Ordinal)
            .ThenBy(c => c.Locator, StringComparer.Ordinal)
            .ToList();
        foreach (var citation in inOrder)
            html.AppendHtml(Mark(citation.Source ?? Confidential, citation.Locator));
        if (isUnsourced)
            html.AppendHtml("<span class=\"unsourced\">").Append(T("unsourced")).AppendHtml("</span>");
        return html;
    }

    private TagBuilder Mark(FootnoteSource source, string? locator)
    {
        var index = _numbered.FindIndex(n => n.Source.Slug == source.Slug);
        if (index < 0)
        {
            _numbered.Add((source, 0));
            index = _numbered.Count - 1;
        }

        var marks = _numbered[index].Marks + 1;
        _numbered[index] = (source, marks);

        var link = new TagBuilder("a");
        link.Attributes["id"] = $"mark-{index + 1}-{marks}";
        link.Attributes["href"] = $"#note-{index + 1}";
        link.Attributes["aria-label"] = T("Source {0}", index + 1) + (locator is null ? "" : $", {locator}");
        link.InnerHtml.Append($"{index + 1}");
        var sup = new TagBuilder("sup");
        sup.AddCssClass("note");
        sup.InnerHtml.AppendHtml(link);
        return sup;
    }
}
