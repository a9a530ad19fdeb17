using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.Sources;
using PrisonerTracker.Core.Tags;
using PrisonerTracker.Web.Forms;
using PrisonerTracker.Web.Identity;

namespace PrisonerTracker.Web.Pages.Tags;

/// <summary>Adds a tag, or changes one.</summary>
internal sealed class EditModel(RegisterContext register, CurrentActor actor, TagService tags) : EntryPage(register, actor)
{
    public sealed class TagInput
    {
        public TextsInput Name { get; set; } = new();
        public TextsInput Description { get; set; } = new();
        public bool ShownToReaders { get; set; }

        public static TagInput Of(Tag tag) => new() { Name = TextsInput.Of(tag.Name), Description = TextsInput.Of(tag.Description), ShownToReaders = tag.ShownToReaders };

        public TagDetails ToDetails(Tag? before, IReadOnlyList<CitationDetails> citations) => new()
        {
            Name = Name.Over(before?.Name),
            Description = Description.Over(before?.Description),
            ShownToReaders = ShownToReaders,
            Citations = citations,
        };

        public IEnumerable<(string Field, string? Value)> Fields() =>
        [
            (T("Name¦of a thing"), Name.ToString()),
            (T("Who belongs to it"), Description.ToString()),
            (T("Shown to readers"), ShownToReaders ? T("yes") : T("no")),
        ];
    }

    [FromRoute]
    public string? Slug { get; set; }

    [BindProperty]
    public TagInput Input { get; set; } = new();

    private Tag? Tag { get; set; }

    protected override IQueryable<Citation>? Cited => Tag is { TagId: var id } ? Register.Citations.Where(c => c.TagId == id) : null;

    public async Task<IActionResult> OnGetAsync()
    {
        if (!await LoadAsync())
            return NotFound();

        if (Tag is { } tag)
            (Input, Version) = (TagInput.Of(tag), tag.Version);
        return await ShowAsync();
    }

    public Task<IActionResult> OnPostAsync() => SaveAsync((citations, submission) => Tag is { } tag
        ? tags.EditAsync(tag.TagId, Version, Input.ToDetails(tag, citations), submission)
        : tags.AddAsync(Input.ToDetails(null, citations), submission));

    protected override async Task<bool> LoadAsync()
    {
        Tag = Slug is null ? null : await Register.Tags.AsNoTracking().SingleOrDefaultAsync(t => t.Slug == Slug);
        return Slug is null || Tag is not null;
    }

    protected override (int Version, IEnumerable<(string Field, string? Value)> Fields)? Theirs() =>
        Tag is { } tag ? (tag.Version, TagInput.Of(tag).Fields()) : null;

    protected override IEnumerable<(string Field, string? Value)> Yours() => Input.Fields();

    protected override RedirectToPageResult Done() =>
        Slug is null ? RedirectToPage("/Tags/Index") : RedirectToPage("/Tags/Tag", new { slug = Slug });
}
