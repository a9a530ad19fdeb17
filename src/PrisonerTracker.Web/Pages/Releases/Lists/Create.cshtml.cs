using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.Desk;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Web.Forms;
using PrisonerTracker.Web.Identity;
using PrisonerTracker.Web.Infrastructure;

namespace PrisonerTracker.Web.Pages.Releases.Lists;

/// <summary>Takes in a list as it was published, pasted or as a file. Short ones are compared with the register at once.</summary>
internal sealed class CreateModel(RegisterContext register, CurrentActor actor, ReleaseListService lists, ListMatching matching) : FormPage(register, actor)
{
    public sealed record EventView(Guid ReleaseEventId, string Slug, LocalizedText Title, PartialDate HappenedOn);

    [BindProperty]
    [Display(Name = "The list as it was published")]
    public string? Text { get; set; }

    [BindProperty]
    public IFormFile? Upload { get; set; }

    [BindProperty]
    [Display(Name = "Year in which the ages hold")]
    [Range(1900, 2200, ErrorMessage = "Write the year of the list, such as 2025. Ages in it are counted back from it.")]
    public int ListYear { get; set; }

    public EventView Event { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string slug)
    {
        if (!await LoadAsync(slug))
            return NotFound();
        ListYear = Event.HappenedOn.Earliest.Year;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug)
    {
        if (!await LoadAsync(slug))
            return NotFound();
        var (citations, newSources) = await Source.ReadAsync(Register, ModelState, nameof(Source));
        if (!ModelState.IsValid || await TryAsync(
            async () => await lists.PasteAsync(
                new PastedList { ReleaseEventId = Event.ReleaseEventId, Text = await PastedAsync(), FileName = NameOf(Upload), ListYear = ListYear, Citations = citations },
                Submission(newSources)),
            "") is not { } pasted)
            return Again();

        var id = pasted.Subjects[0];
        if (await Register.ListLines.CountAsync(l => l.ReleaseListId == id && l.Decision == LineDecision.Unmatched) <= ListMatching.WhileWaiting)
            await matching.MatchAllAsync(id, HttpContext.RequestAborted);
        TempData.Say(Told(pasted, T("The list is kept as a draft. It can be left and found again under “Published lists”.")));
        return RedirectToPage("/Releases/Lists/Desk", new { id });
    }

    private async Task<string> PastedAsync()
    {
        if (Upload is null or { Length: 0 })
            return Text ?? "";
        if (Blank.ToNull(Text) is not null)
            throw new RuleException(nameof(Upload), "Here are a pasted list and a file. Empty one of the two.");
        if (Upload.Length > ListFile.MostBytes)
            throw new RuleException(nameof(Upload), $"The file is larger than {ListFile.MostBytes / 1024} kB. Save only the sheet with the list, or paste it as text.");
        using var content = new MemoryStream();
        await Upload.CopyToAsync(content);
        return ListFile.Read(content.ToArray(), Upload.FileName);
    }

    private static string? NameOf(IFormFile? file) =>
        file is null or { Length: 0 } ? null : Path.GetFileName(file.FileName) is { Length: > ReleaseList.FileNameLength } name ? name[^ReleaseList.FileNameLength..] : Path.GetFileName(file.FileName);

    private async Task<bool> LoadAsync(string slug)
    {
        Event = (await Register.ReleaseEvents.Where(e => e.Slug == slug)
            .Select(e => new EventView(e.ReleaseEventId, e.Slug, e.Title, e.HappenedOn)).SingleOrDefaultAsync())!;
        await OfferSourcesAsync();
        return Event is not null;
    }
}
