using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.History;
using PrisonerTracker.Core.Photos;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Web.Forms;
using PrisonerTracker.Web.Identity;
using PrisonerTracker.Web.Infrastructure;
using PrisonerTracker.Web.Photos;
using DomainPhoto = PrisonerTracker.Core.Photos.Photo;

namespace PrisonerTracker.Web.Pages.Prisoners;

/// <summary>Sets, replaces or takes away the photo of a person, with who took it and why it may be shown.</summary>
[RequestSizeLimit(MostBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = MostBytes)]
internal sealed class PhotoModel(RegisterContext register, CurrentActor actor, PhotoService photos, PhotoWorkshop workshop) : SectionPage(register, actor)
{
    // Somewhat more than a photo may have, so that one a little too large is refused in words, with everything else kept.
    private const int MostBytes = PhotoWorkshop.MostBytes + 2 * 1024 * 1024;

    public sealed class PhotoInput
    {
        public IFormFile? File { get; set; }

        [Display(Name = "Who took it")]
        [StringLength(DomainPhoto.CreditLength)]
        public string? Credit { get; set; }

        [Display(Name = "Licence or permission")]
        [StringLength(DomainPhoto.PermissionLength)]
        public string? Permission { get; set; }

        [Display(Name = "Where it was found")]
        [StringLength(DomainPhoto.AddressLength)]
        public string? SourceAddress { get; set; }

        [Display(Name = "Taken on")]
        public PartialDate? TakenOn { get; set; }

        public static PhotoInput Of(PhotoView? photo) => photo is null ? new() : new()
        {
            Credit = photo.Credit,
            Permission = photo.Permission,
            SourceAddress = photo.SourceAddress,
            TakenOn = photo.TakenOn,
        };

        public PhotoDetails ToDetails() => new() { Credit = Credit, Permission = Permission, SourceAddress = SourceAddress, TakenOn = TakenOn };

        public IEnumerable<(string Field, string? Value)> Fields(string? file) =>
        [
            (T("Photo"), file),
            (T("Who took it"), Credit),
            (T("Licence or permission"), Permission),
            (T("Where it was found"), SourceAddress),
            (T("Taken on"), TakenOn?.ToString()),
        ];
    }

    public sealed record PersonView(Guid PrisonerId, string Slug, LocalizedText Names, string Name, PhotoView? Photo);

    [BindProperty]
    public PhotoInput Input { get; set; } = new();

    public PersonView Person { get; private set; } = null!;

    /// <summary>Whether the programs that make photos small are installed.</summary>
    public bool CanUpload => workshop.IsOpen;

    public async Task<IActionResult> OnGetAsync(string slug)
    {
        if (!await LoadAsync(slug))
            return NotFound();

        (Input, Version) = (PhotoInput.Of(Person.Photo), Person.Photo?.Version ?? 0);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug) =>
        !await LoadAsync(slug) ? NotFound()
        : await SendAsync(T("The photo is saved."), async () =>
            await photos.SetAsync(Person.PrisonerId, Version, Input.ToDetails(), await PreparedAsync(), Submission()));

    public async Task<IActionResult> OnPostRemoveAsync(string slug)
    {
        if (!await LoadAsync(slug))
            return NotFound();

        ModelState.Clear();
        return await SendAsync(T("The photo is deleted. The history keeps that there was one."), () => photos.RemoveAsync(Person.PrisonerId, Version, Submission()));
    }

    private async Task<IActionResult> SendAsync(string words, Func<Task<WriteResult>> write)
    {
        try
        {
            if (!ModelState.IsValid || await TryAsync(write) is not { } saved)
                return Again();

            TempData.Say(Told(saved, words));
            return RedirectToPage("/Prisoners/Profile", new { slug = Person.Slug });
        }
        catch (ConflictException)
        {
            await LoadAsync(Person.Slug);
            return Conflicted(
                Person.Photo?.Version ?? 0, Input.Fields(Input.File?.FileName ?? T("unchanged")),
                PhotoInput.Of(Person.Photo).Fields(Person.Photo is null ? T("none") : T("unchanged")));
        }
    }

    private async Task<PreparedPhoto?> PreparedAsync()
    {
        if (Input.File is not { Length: > 0 } file)
            return null;
        if (!CanUpload)
            throw new RuleException("File", "Photos cannot be uploaded on this server: libvips is not installed.");
        if (file.Length > PhotoWorkshop.MostBytes)
            throw new RuleException("File", "The file is larger than 10 MB. Save the photo smaller, then choose it again.");
        using var content = new MemoryStream((int)file.Length);
        await file.CopyToAsync(content, HttpContext.RequestAborted);
        return await workshop.PrepareAsync(content.ToArray(), file.FileName, HttpContext.RequestAborted);
    }

    private async Task<bool> LoadAsync(string slug)
    {
        var person = await Register.Prisoners.AsNoTracking()
            .Where(p => p.Slug == slug)
            .Select(p => new PersonView(
                p.PrisonerId, p.Slug, p.PreferredNames, p.DisplayName,
                p.Photos.OrderByDescending(x => x.PhotoId)
                    .Select(x => new PhotoView(x.Hash, x.File.LargeWidth, x.File.LargeHeight, x.Credit, x.Permission, x.SourceAddress, x.TakenOn, x.Version))
                    .FirstOrDefault()))
            .SingleOrDefaultAsync();
        Person = person!;
        return person is not null;
    }
}
