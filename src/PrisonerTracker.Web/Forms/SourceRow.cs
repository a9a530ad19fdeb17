using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.History;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Core.Sources;

namespace PrisonerTracker.Web.Forms;

/// <summary>One source of what a form says: one the register has, or a new one, or none; and the place in it.</summary>
internal class SourceRow
{
    private const int MostCandidates = 5;

    /// <summary>The handle of an existing source, as the list offers it, or words of its title, publisher or address.</summary>
    [Display(Name = "A source the register has")]
    [StringLength(Core.Sources.Source.AddressLength)]
    public string? Existing { get; set; }

    /// <summary>Which of the sources that fit <see cref="Existing"/> is meant, when there were several.</summary>
    [StringLength(Core.Sources.Source.SlugLength)]
    public string? Choice { get; set; }

    public SourceKind Kind { get; set; }

    [Display(Name = "Publisher")]
    [StringLength(Core.Sources.Source.TextLength)]
    public string? Publisher { get; set; }

    [Display(Name = "Title")]
    [StringLength(Core.Sources.Source.TextLength)]
    public string? Title { get; set; }

    [Display(Name = "Author")]
    [StringLength(Core.Sources.Source.TextLength)]
    public string? Author { get; set; }

    [Display(Name = "Web address")]
    [StringLength(Core.Sources.Source.AddressLength)]
    public string? Address { get; set; }

    [Display(Name = "Archived address")]
    [StringLength(Core.Sources.Source.AddressLength)]
    public string? ArchivedAddress { get; set; }

    [Display(Name = "Published on")]
    public PartialDate? PublishedOn { get; set; }

    [Display(Name = "Accessed on")]
    public PartialDate? AccessedOn { get; set; }

    [Display(Name = "Language")]
    [StringLength(Languages.MaxLength)]
    public string? Language { get; set; }

    [Display(Name = "Confidential: shown to signed-in people only")]
    public bool IsConfidential { get; set; }

    [Display(Name = "Place in the source")]
    [StringLength(Citation.LocatorLength)]
    public string? Locator { get; set; }

    /// <summary>The sources that fit what was typed, when there are several; the form asks which.</summary>
    public IReadOnlyList<SourceChoice> Candidates { get; private set; } = [];

    public sealed record SourceChoice(string Slug, string Label);

    /// <summary>What the row says, in short, for a page that asks whether the answers are right; null when it is empty.</summary>
    public string? Said => Blank.ToNull(Choice) ?? Blank.ToNull(Existing) ?? Blank.ToNull(Publisher);

    /// <summary>Whether anything of a new source is written.</summary>
    public bool IsNew =>
        new[] { Publisher, Title, Author, Address, ArchivedAddress, Language }.Any(t => Blank.ToNull(t) is not null) || PublishedOn is not null || AccessedOn is not null;

    /// <summary>"Herald: Freed (2025-12)", the words a source is chosen by.</summary>
    public static string LabelOf(string publisher, string? title, PartialDate? publishedOn) =>
        publisher + (title is null ? "" : $": {title}") + (publishedOn is null ? "" : $" ({publishedOn})");

    /// <summary>Reads the row into what the facts cite and what the form brings with it.</summary>
    public async Task ReadRowAsync(
        RegisterContext context, ModelStateDictionary modelState, string prefix, List<CitationDetails> citations, List<NewSource> added)
    {
        if (Blank.ToNull(Existing) is { } typed)
        {
            if (IsNew)
                modelState.AddModelError($"{prefix}.{nameof(Existing)}", T("Here stand a source the register has and a new one. Empty one of the two."));
            else if (await FindAsync(context, typed, modelState, prefix) is { } found)
                citations.Add(new CitationDetails(found, Locator));
        }
        else if (IsNew && Describe(modelState, prefix) is { } details)
        {
            added.Add(new NewSource(Guid.CreateVersion7(), details));
            citations.Add(new CitationDetails(added[^1].SourceId, Locator));
        }
    }

    // What the list offers, else what the text says exactly, else what has all its words.
    private async Task<Guid?> FindAsync(RegisterContext context, string typed, ModelStateDictionary modelState, string prefix)
    {
        var chosen = Blank.ToNull(Choice);
        var found = await TakeAsync(context.Sources.Where(s => s.Slug == typed));
        if (found.Count == 0)
        {
            var title = Escaped(typed);
            found = await TakeAsync(context.Sources.Where(s =>
                s.Address == typed || s.ArchivedAddress == typed || EF.Functions.ILike(s.Title!, title, @"\")));
        }

        if (found.Count == 0)
        {
            found = await TakeAsync(Words(typed).Aggregate((IQueryable<Source>)context.Sources, (sources, word) =>
                sources.Where(s => EF.Functions.ILike(s.Publisher + " " + (s.Title ?? "") + " " + s.Slug, word, @"\"))));
        }

        if (found.Count > 1 && chosen is not null)
            found = [.. found.Where(s => s.Slug == chosen)];
        if (found.Count == 1)
            return found[0].Id;

        Candidates = found.Count > MostCandidates ? [] : [.. found.Select(s => new SourceChoice(s.Slug, LabelOf(s.Publisher, s.Title, s.PublishedOn)))];
        modelState.AddModelError($"{prefix}.{nameof(Existing)}", found.Count switch
        {
            0 => T("The register has no source of this name. Choose one from the list, or describe a new one below."),
            <= MostCandidates => T("Several sources fit this text. Choose which one is meant."),
            _ => N(MostCandidates, "More than {0} source fits this text. Write more of the title or the publisher.", "More than {0} sources fit this text. Write more of the title or the publisher."),
        });
        return null;

        static Task<List<(Guid Id, string Slug, string Publisher, string? Title, PartialDate? PublishedOn)>> TakeAsync(IQueryable<Source> sources) =>
            sources.OrderByDescending(s => s.CreatedAt).ThenBy(s => s.Slug).Take(MostCandidates + 1)
                .Select(s => new ValueTuple<Guid, string, string, string?, PartialDate?>(s.SourceId, s.Slug, s.Publisher, s.Title, s.PublishedOn))
                .ToListAsync();
    }

    private static IEnumerable<string> Words(string typed) =>
        typed.Split([' ', ',', ':', ';', '(', ')', '“', '”', '"'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Take(12)
            .Select(w => $"%{Escaped(w)}%")
            .DefaultIfEmpty("");

    private static string Escaped(string text) =>
        text.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("%", @"\%", StringComparison.Ordinal).Replace("_", @"\_", StringComparison.Ordinal);

    private SourceDetails? Describe(ModelStateDictionary modelState, string prefix)
    {
        var problems = new (string Field, bool Is, string Words)[]
        {
            (nameof(Publisher), Blank.ToNull(Publisher) is null, T("Say who published the new source.")),
            (nameof(Address), IsNoWebAddress(Address), T("Write the full web address, beginning with https:// or http://.")),
            (nameof(ArchivedAddress), IsNoWebAddress(ArchivedAddress), T("Write the full web address, beginning with https:// or http://.")),
            (nameof(AccessedOn), AccessedOn is { Precision: not DatePrecision.Day }, T("Write the whole day on which it was read, such as 2025-12-14.")),
            (nameof(Language), Blank.ToNull(Language) is { } code && !Languages.IsValid(code), T("Choose a language from the list.")),
        };
        foreach (var (field, _, words) in problems.Where(p => p.Is))
            modelState.AddModelError($"{prefix}.{field}", words);
        return Array.Exists(problems, p => p.Is) ? null : new SourceDetails
        {
            Kind = Kind,
            Publisher = Publisher!,
            Title = Title,
            Author = Author,
            Address = Address,
            ArchivedAddress = ArchivedAddress,
            PublishedOn = PublishedOn,
            AccessedOn = AccessedOn?.Earliest,
            Language = Blank.ToNull(Language),
            IsConfidential = IsConfidential,
        };
    }

    private static bool IsNoWebAddress(string? address) =>
        Blank.ToNull(address) is { } text && !(Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https");
}
