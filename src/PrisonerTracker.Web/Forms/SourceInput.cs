using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.History;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Core.Sources;

namespace PrisonerTracker.Web.Forms;

/// <summary>The source of what a form says: one the register has, or a new one, or none.</summary>
internal sealed class SourceInput
{
    /// <summary>The handle of an existing source, as the list offers it.</summary>
    [Display(Name = "A source the register has")]
    [StringLength(Source.SlugLength)]
    public string? Existing { get; set; }

    [Display(Name = "Publisher")]
    [StringLength(Source.TextLength)]
    public string? Publisher { get; set; }

    [Display(Name = "Title")]
    [StringLength(Source.TextLength)]
    public string? Title { get; set; }

    [Display(Name = "Web address")]
    [StringLength(Source.AddressLength)]
    public string? Address { get; set; }

    [Display(Name = "Published on")]
    public PartialDate? PublishedOn { get; set; }

    [Display(Name = "Place in the source")]
    [StringLength(Citation.LocatorLength)]
    public string? Locator { get; set; }

    /// <summary>What the facts cite, and what the form brings with it. Problems go to the model state.</summary>
    public async Task<(IReadOnlyList<CitationDetails> Citations, IReadOnlyList<NewSource> New)> ReadAsync(
        RegisterContext context, ModelStateDictionary modelState, string prefix)
    {
        if (Blank.ToNull(Existing) is { } slug)
        {
            var sourceId = await context.Sources.Where(s => s.Slug == slug).Select(s => (Guid?)s.SourceId).SingleOrDefaultAsync();
            if (sourceId is { } found)
                return ([new CitationDetails(found, Locator)], []);

            modelState.AddModelError($"{prefix}.{nameof(Existing)}", "The register has no source of this name. Choose one from the list, or describe a new one below.");
            return ([], []);
        }

        if (Blank.ToNull(Publisher) is null)
        {
            if (Blank.ToNull(Title) is not null || Blank.ToNull(Address) is not null || PublishedOn is not null)
                modelState.AddModelError($"{prefix}.{nameof(Publisher)}", "Say who published the new source.");
            return ([], []);
        }

        if (Blank.ToNull(Address) is { } address && !(Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"))
        {
            modelState.AddModelError($"{prefix}.{nameof(Address)}", "Write the full web address, beginning with https:// or http://.");
            return ([], []);
        }

        var created = new NewSource(Guid.CreateVersion7(), new SourceDetails
        {
            Publisher = Publisher!,
            Title = Title,
            Address = Address,
            PublishedOn = PublishedOn,
        });
        return ([new CitationDetails(created.SourceId, Locator)], [created]);
    }
}
