using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.Prisoners.Facts;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Core.Sources;
using PrisonerTracker.Core.Tags;
using PrisonerTracker.Web.Identity;

namespace PrisonerTracker.Web.Pages.Prisoners.Facts;

internal sealed class PersonTagInput : FactInput<PersonTag>
{
    [Display(Name = "Tag")]
    [StringLength(300)]
    public string? Tag { get; set; }

    /// <summary>The tag that <see cref="Tag"/> names.</summary>
    [BindNever]
    public Guid TagId { get; set; }

    public override void Read(PersonTag fact) => Tag = fact.Tag.Slug;

    public override PersonFactDetails<PersonTag> ToDetails(PersonTag? before, IReadOnlyList<CitationDetails> citations) =>
        new PersonTagDetails { TagId = TagId, Citations = citations };

    public override IEnumerable<(string Field, string? Value)> Fields() => [(T("Tag"), Tag)];
}

internal sealed class TagsModel(RegisterContext register, CurrentActor actor, PersonFactService facts) : FactPage<PersonTag, PersonTagInput>(register, actor, facts)
{
    private const int Most = 1000;

    private IReadOnlyList<(Guid Id, string Slug, LocalizedText Name)> _tags = [];

    public IEnumerable<(string Slug, string Name)> Tags => _tags.Select(t => (t.Slug, t.Name.ToString()));

    protected override IQueryable<PersonTag> Facts() => base.Facts().Include(t => t.Tag);

    protected override async Task ReadAsync()
    {
        await LoadTagsAsync();
        var typed = Blank.ToNull(Input.Tag);
        var found = _tags.Where(t => t.Slug == typed || t.Name.Any(n => string.Equals(n.Value, typed, StringComparison.OrdinalIgnoreCase))).ToList();
        if (found.Count == 1)
            Input.TagId = found[0].Id;
        else
            ModelState.AddModelError("Input.Tag", typed is null ? T("Say which tag the person carries.") : T("The register has no tag of this name. Choose one from the list, or add it first."));
    }

    protected override async Task ShowAsync()
    {
        await base.ShowAsync();
        await LoadTagsAsync();
    }

    private async Task LoadTagsAsync()
    {
        if (_tags.Count == 0)
        {
            _tags = [.. (await Register.Tags.OrderBy(t => t.Slug).Take(Most)
                .Select(t => new { t.TagId, t.Slug, t.Name }).ToListAsync()).Select(t => (t.TagId, t.Slug, t.Name))];
        }
    }
}
