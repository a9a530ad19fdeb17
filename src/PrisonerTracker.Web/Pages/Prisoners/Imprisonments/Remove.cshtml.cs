using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using PrisonerTracker.Core.Data;
using PrisonerTracker.Core.Imprisonments;
using PrisonerTracker.Core.Shared;
using PrisonerTracker.Web.Forms;
using PrisonerTracker.Web.Identity;
using PrisonerTracker.Web.Infrastructure;

namespace PrisonerTracker.Web.Pages.Prisoners.Imprisonments;

/// <summary>Takes a charge, a decision, a stay or a hearing out of the record, after a last look.</summary>
internal sealed class RemoveModel(
    RegisterContext register, CurrentActor actor, ChargeService charges, SentenceService sentences, PlacementService placements, HearingService hearings)
    : FormPage(register, actor)
{
    [FromRoute]
    public string Slug { get; set; } = "";

    [FromRoute]
    public Guid ImprisonmentId { get; set; }

    [FromRoute]
    public string What { get; set; } = "";

    [FromRoute]
    public Guid FactId { get; set; }

    [BindProperty]
    public int Version { get; set; }

    public string Name { get; private set; } = "";

    /// <summary>What would go, in a few words.</summary>
    public string Fact { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync()
    {
        if (await FindAsync() is not { } version)
            return NotFound();

        Version = version;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await FindAsync() is not { } version)
            return NotFound();

        try
        {
            if (!ModelState.IsValid || await TryAsync(RemoveAsync, "") is not { } removed)
                return Again();

            TempData.Say(Told(removed, T("Removed. It stays in the history.")));
            return RedirectToPage("/Prisoners/Edit/Index", new { slug = Slug });
        }
        catch (ConflictException)
        {
            Renew();
            ModelState.AddModelError("", T("Somebody else changed it while you had this page open. Look at it as it is now, then send the form again."));
            ModelState.Remove(nameof(Version));
            Version = version;
            Response.StatusCode = StatusCodes.Status409Conflict;
            return Page();
        }
    }

    private Task<Core.History.WriteResult> RemoveAsync() => What switch
    {
        "charge" => charges.RemoveAsync(ImprisonmentId, FactId, Version, Submission()),
        "sentence" => sentences.RemoveAsync(ImprisonmentId, FactId, Version, Submission()),
        "hearing" => hearings.RemoveAsync(ImprisonmentId, FactId, Version, Submission()),
        _ => placements.RemoveAsync(ImprisonmentId, FactId, Version, Submission()),
    };

    // The version, or null when there is no such fact.
    private async Task<int?> FindAsync()
    {
        var person = await Register.Prisoners
            .Where(p => p.Slug == Slug && p.Imprisonments.Any(i => i.ImprisonmentId == ImprisonmentId))
            .Select(p => p.DisplayName)
            .SingleOrDefaultAsync();
        var found = person is null ? null : What switch
        {
            "charge" => await Register.Charges.AsNoTracking()
                .Where(c => c.ChargeId == FactId && c.ImprisonmentId == ImprisonmentId)
                .Select(c => new Found(T("Article {0}", c.Article.Number), c.Version)).SingleOrDefaultAsync(),
            "sentence" => await Register.Sentences.AsNoTracking()
                .Where(s => s.SentenceId == FactId && s.ImprisonmentId == ImprisonmentId)
                .Select(s => new Found(SentenceInput.Named(s), s.Version)).SingleOrDefaultAsync(),
            "placement" => await Register.Placements.AsNoTracking()
                .Where(p => p.PlacementId == FactId && p.ImprisonmentId == ImprisonmentId)
                .Select(p => new Found(p.Facility == null ? T("A stay in an unknown facility") : p.Facility.Name.ToString(), p.Version)).SingleOrDefaultAsync(),
            "hearing" => await Register.Hearings.AsNoTracking()
                .Where(h => h.HearingId == FactId && h.ImprisonmentId == ImprisonmentId)
                .Select(h => new Found(HearingInput.Named(h), h.Version)).SingleOrDefaultAsync(),
            _ => null,
        };
        (Name, Fact) = (person ?? "", found?.Label.Capitalised() ?? "");
        return found?.Version;
    }

    private sealed record Found(string Label, int Version);
}
