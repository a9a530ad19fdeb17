using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.Merging;
using PrisonerTracker.Core.Prisoners;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Web.Forms;
using PrisonerTracker.Web.Identity;
using PrisonerTracker.Web.Infrastructure;

namespace PrisonerTracker.Web.Pages.Prisoners.Merges;

/// <summary>Takes another record of the same person into this one: choose it, compare, check what will happen, merge.</summary>
internal sealed class CreateModel(RegisterContext register, CurrentActor actor, MergeService merges) : FormPage(register, actor)
{
    private const int AddressLength = 300;
    private const int MostChoices = 100;

    public sealed record PersonView(Guid PrisonerId, string Slug, string Name, Publication Publication, bool IsFictional);

    public sealed class ChoiceInput
    {
        [StringLength(60)]
        public string Name { get; set; } = "";

        /// <summary>The value of the other record is kept.</summary>
        public bool FromOther { get; set; }
    }

    public sealed class MergeInput
    {
        [Display(Name = "Address of the other record")]
        [Required(ErrorMessage = "Give the address of the other record.")]
        [StringLength(AddressLength)]
        public string? With { get; set; }

        [MaxLength(MostChoices)]
        public List<ChoiceInput> Choices { get; set; } = [];

        public bool Publish { get; set; }

        /// <summary>Both records as they were when the check page was shown.</summary>
        [StringLength(100)]
        public string? State { get; set; }
    }

    [BindProperty]
    public MergeInput Input { get; set; } = new();

    public PersonView Person { get; private set; } = null!;
    public PersonView? Other { get; private set; }

    /// <summary>The two side by side, once the other is known.</summary>
    public MergePreview? Preview { get; private set; }

    public bool IsChecking { get; private set; }

    /// <summary>One of the two is public and the other is not: somebody has to say what the merged record is.</summary>
    public bool MixesPublication => Other is not null && (Person.Publication == Publication.Published) != (Other.Publication == Publication.Published);

    public bool Takes(string value) => Input.Choices.Exists(c => c.Name == value && c.FromOther);

    public async Task<IActionResult> OnGetAsync(string slug, string? with)
    {
        if (!await LoadAsync(slug))
            return NotFound();
        Input.With = Blank.ToNull(with);
        if (Input.With is null)
            return Page();
        return await CompareAsync(null) ? Page() : Again();
    }

    /// <summary>From the comparison: what would happen with these choices.</summary>
    public async Task<IActionResult> OnPostCheckAsync(string slug)
    {
        if (!await LoadAsync(slug))
            return NotFound();
        if (!ModelState.IsValid || !await CompareAsync(Taken()))
            return Again();
        if (Person.Publication == Publication.Published && MixesPublication && !Input.Publish)
        {
            ModelState.AddModelError("Input.Publish", T("The other record is not public. Confirm that what it holds becomes public, or keep that record instead."));
            return Again();
        }

        ModelState.Remove("Input.State");
        IsChecking = true;
        return Page();
    }

    /// <summary>From the check page: back to the comparison, with the choices as they were.</summary>
    public async Task<IActionResult> OnPostChangeAsync(string slug)
    {
        if (!await LoadAsync(slug))
            return NotFound();
        return ModelState.IsValid && await CompareAsync(Taken()) ? Page() : Again();
    }

    public async Task<IActionResult> OnPostMergeAsync(string slug)
    {
        if (!await LoadAsync(slug) || await FindAsync(SlugOf(Input.With)) is not { } other)
            return NotFound();
        var details = new MergeDetails
        {
            KeptId = Person.PrisonerId,
            AbsorbedId = other.PrisonerId,
            Taken = Taken(),
            Publish = Input.Publish,
            State = Bytes(Input.State),
        };
        try
        {
            if (!ModelState.IsValid || await TryAsync(() => merges.MergeAsync(details, Submission())) is not { } merged)
            {
                await CompareAsync(Taken());
                return Again();
            }

            TempData.Say(Told(merged, T("Merged. The address of the record of {0} leads here now. The merge can be undone from the history.", other.Name)));
            return RedirectToPage("/Prisoners/Profile", new { slug });
        }
        catch (ConflictException)
        {
            Renew();
            ModelState.AddModelError("", T("Somebody changed one of the two records after you checked. Nothing was merged. What the records hold now stands below; check it, then continue."));
            await CompareAsync(Taken());
            Response.StatusCode = StatusCodes.Status409Conflict;
            return Page();
        }
    }

    private HashSet<string> Taken() => [.. Input.Choices.Where(c => c.FromOther).Select(c => c.Name)];

    private async Task<bool> LoadAsync(string slug)
    {
        var person = await FindAsync(slug);
        Person = person!;
        return person is not null;
    }

    private Task<PersonView?> FindAsync(string slug) => Register.Prisoners.AsNoTracking()
        .Where(p => p.Slug == slug || Register.FormerSlugs.Any(f => f.Slug == slug && f.PrisonerId == p.PrisonerId))
        .OrderByDescending(p => p.Slug == slug)
        .Select(p => new PersonView(p.PrisonerId, p.Slug, p.DisplayName, p.Publication, p.IsFictional))
        .FirstOrDefaultAsync();

    // False when there is no such record, or the two cannot be merged; the message says which.
    private async Task<bool> CompareAsync(HashSet<string>? taken)
    {
        if (await FindAsync(SlugOf(Input.With)) is not { } other)
        {
            ModelState.AddModelError("Input.With", T("No record has this address. Open the profile of the other record, copy its address and paste it here."));
            return false;
        }

        try
        {
            Preview = await merges.PreviewAsync(Person.PrisonerId, other.PrisonerId, taken);
        }
        catch (RuleException refusal)
        {
            Refuse(refusal);
            return false;
        }

        Other = other;
        Input.Choices = [.. Preview.Differences.Select(d => new ChoiceInput { Name = d.Name, FromOther = Preview.Taken.Contains(d.Name) })];
        Input.State = Convert.ToBase64String(Preview.State);
        ModelState.Remove("Input.State");
        return true;
    }

    // A slug, or any address that ends in one.
    private static string SlugOf(string? address)
    {
        var path = (address ?? "").Trim().Split('?', '#')[0].TrimEnd('/');
        return path[(path.LastIndexOf('/') + 1)..].ToLowerInvariant();
    }

    private static byte[] Bytes(string? state)
    {
        var bytes = new byte[AddressLength];
        return Convert.TryFromBase64String(state ?? "", bytes, out var length) ? bytes[..length] : [];
    }
}
