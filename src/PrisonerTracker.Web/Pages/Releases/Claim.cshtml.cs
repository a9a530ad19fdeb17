using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.Releases;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Core.Sources;
using PrisonerTracker.Web.Forms;
using PrisonerTracker.Web.Identity;
using PrisonerTracker.Web.Infrastructure;

namespace PrisonerTracker.Web.Pages.Releases;

/// <summary>Records what a source claims about a release event as a whole, beside what others say.</summary>
internal sealed class ClaimModel(RegisterContext register, CurrentActor actor, ReleaseEventService events) : FormPage(register, actor)
{
    public static readonly IReadOnlyList<ClaimTopic> Topics = [ClaimTopic.Count, ClaimTopic.Destination, ClaimTopic.Release, ClaimTopic.Other];

    [BindProperty]
    [Display(Name = "What the sources differ about")]
    public ClaimTopic Topic { get; set; } = ClaimTopic.Count;

    [BindProperty]
    [Display(Name = "Value")]
    [StringLength(Core.Sources.Claim.ValueLength)]
    public string? Value { get; set; }

    [BindProperty]
    public TextsInput Statement { get; set; } = new();

    [BindProperty]
    [Display(Name = "The register follows this claim")]
    public bool IsFollowed { get; set; }

    [BindProperty]
    [Display(Name = "Why it is followed")]
    [StringLength(1000)]
    public string? Because { get; set; }

    public string Slug { get; private set; } = "";
    public string Title { get; private set; } = "";
    private Guid ReleaseEventId { get; set; }

    public async Task<IActionResult> OnGetAsync(string slug)
    {
        if (!await LoadAsync(slug))
            return NotFound();

        await OfferSourcesAsync();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string slug)
    {
        if (!await LoadAsync(slug))
            return NotFound();

        if (!Topics.Contains(Topic))
            ModelState.AddModelError(nameof(Topic), T("Choose what the sources differ about. What concerns one person is entered with that person."));
        var (citations, newSources) = await Source.ReadAsync(Register, ModelState, nameof(Source));
        if (!ModelState.IsValid || await TryAsync(() => events.AddClaimsAsync(ReleaseEventId, [ToDetails(citations)], Submission(newSources)), "") is not { } added)
        {
            await OfferSourcesAsync();
            return Again();
        }

        TempData.Say(Told(added, T("The claim was added.")));
        return RedirectToPage("/Releases/Event", new { slug });
    }

    private ClaimDetails ToDetails(IReadOnlyList<CitationDetails> citations) => new()
    {
        Topic = Topic,
        Value = Value,
        Statement = Statement.Over(null) is { IsEmpty: false } said ? said : throw new RuleException("Statement.English", "Say what the source claims."),
        IsPreferred = IsFollowed,
        PreferredBecause = IsFollowed && Blank.ToNull(Because) is null
            ? throw new RuleException(nameof(Because), "Say why this claim is followed. Readers see it.")
            : LocalizedText.English(IsFollowed ? Because : null),
        Citations = citations,
    };

    private async Task<bool> LoadAsync(string slug)
    {
        var found = await Register.ReleaseEvents.AsNoTracking().Where(e => e.Slug == slug).Select(e => new { e.ReleaseEventId, e.Title }).SingleOrDefaultAsync();
        (Slug, Title, ReleaseEventId) = (slug, T(found?.Title), found?.ReleaseEventId ?? default);
        return found is not null;
    }
}
