using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Core.Sources;
using PrisonerTracker.Web.Forms;
using PrisonerTracker.Web.Identity;
using PrisonerTracker.Web.Infrastructure;
using SourceEntity = PrisonerTracker.Core.Sources.Source;

namespace PrisonerTracker.Web.Pages.Sources;

internal sealed class CreateModel(RegisterContext register, CurrentActor actor, SourceService sources) : FormPage(register, actor)
{
    public sealed class NewSourceInput
    {
        public SourceKind Kind { get; set; }

        [Display(Name = "Publisher")]
        [Required(ErrorMessage = "Say who published the source.")]
        [StringLength(SourceEntity.TextLength)]
        public string? Publisher { get; set; }

        [Display(Name = "Title")]
        [StringLength(SourceEntity.TextLength)]
        public string? Title { get; set; }

        [Display(Name = "Author")]
        [StringLength(SourceEntity.TextLength)]
        public string? Author { get; set; }

        [Display(Name = "Web address")]
        [StringLength(SourceEntity.AddressLength)]
        public string? Address { get; set; }

        [Display(Name = "Archived address")]
        [StringLength(SourceEntity.AddressLength)]
        public string? ArchivedAddress { get; set; }

        [Display(Name = "Published on")]
        public PartialDate? PublishedOn { get; set; }

        [Display(Name = "Language")]
        public string? Language { get; set; }

        [Display(Name = "Confidential: shown to signed-in people only")]
        public bool IsConfidential { get; set; }

        public SourceDetails ToDetails() => new()
        {
            Kind = Kind,
            Publisher = Publisher!,
            Title = Title,
            Author = Author,
            Address = Address,
            ArchivedAddress = ArchivedAddress,
            PublishedOn = PublishedOn,
            Language = Language,
            IsConfidential = IsConfidential,
        };
    }

    [BindProperty]
    public NewSourceInput Input { get; set; } = new();

    public async Task<IActionResult> OnPostAsync()
    {
        if (!ModelState.IsValid || await TryAsync(() => sources.AddAsync(Input.ToDetails(), Submission())) is not { } added)
            return Again();

        var slug = await Register.Sources.Where(s => s.SourceId == added.Subjects[0]).Select(s => s.Slug).SingleAsync();
        TempData.Say(T("The source was added."));
        return RedirectToPage("/Sources/Source", new { slug });
    }
}
